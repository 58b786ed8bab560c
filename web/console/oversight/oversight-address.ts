/** What of the figures is on screen, as it stands in the address: part, office, period, and the list that is open. */
import { Dimension, FigureName } from '../../../models/aftermath/figure-names.ts';
import { OfficeId } from '../../../models/ids.ts';
import { addDays, Day } from '../../../models/time.ts';

export const parts = ['figures', 'guidance', 'approvals', 'sample', 'reviews', 'ledger'] as const;
export type Part = (typeof parts)[number];
export type OfficeChoice = OfficeId | 'all';
/** A list behind a figure; its own office and days where it is narrower than the page. */
export type CaseAsk = {
  figure: FigureName;
  reason?: string;
  dimension?: Dimension;
  key?: string;
  office?: OfficeChoice;
  from?: Day;
  to?: Day;
};
export type Place = {
  part: Part;
  office?: OfficeChoice;
  /** So many days up to today; otherwise `from` and `to`. */
  days?: number;
  from?: Day;
  to?: Day;
  /** `folded`: closed by hand; undefined: the page chooses what is most worth a look. */
  list?: CaseAsk | 'folded';
};
export const periods = [7, 30, 90, 365] as const;
export const USUAL_DAYS = 30;

const officeOf = (text: string | null): OfficeChoice | undefined =>
  text === 'all' ? 'all' : OfficeId.safeParse(text ?? '').data;
const dayOf = (text: string | null): Day | undefined => {
  const day = Day.safeParse(text ?? '').data;
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
};

/** Nothing of an address is believed beyond its shape: what does not fit is left out. */
export function placeOf(address: string): Place {
  const [path = '', query = ''] = address.split('?');
  const words = new URLSearchParams(query);
  const get = (name: string): string | null => words.get(name);
  const office = officeOf(get('office'));
  const days = Number(get('days'));
  const [from, to] = [dayOf(get('from')), dayOf(get('to'))];
  const list = listOf(words);
  return {
    part: parts.find((part) => part === path) ?? 'figures',
    ...(office === undefined ? {} : { office }),
    ...(Number.isInteger(days) && days > 0 && days <= 400 ? { days } : {}),
    ...(from === undefined || to === undefined || from > to ? {} : { from, to }),
    ...(list === undefined ? {} : { list }),
  };
}

function listOf(words: URLSearchParams): CaseAsk | 'folded' | undefined {
  if (words.get('list') === 'folded') return 'folded';
  const figure = FigureName.safeParse(words.get('list') ?? '').data;
  if (figure === undefined) return undefined;
  const reason = words.get('why') ?? undefined;
  const dimension = Dimension.safeParse(words.get('by') ?? '').data;
  const key = words.get('key') ?? undefined;
  const office = officeOf(words.get('in'));
  const [from, to] = [dayOf(words.get('since')), dayOf(words.get('until'))];
  return {
    figure,
    ...(reason === undefined ? {} : { reason }),
    ...(dimension === undefined || key === undefined ? {} : { dimension, key }),
    ...(office === undefined ? {} : { office }),
    ...(from === undefined || to === undefined || from > to ? {} : { from, to }),
  };
}

export function addressOfPlace(place: Place): string {
  const words = new URLSearchParams();
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) words.set(name, String(value));
  };
  set('office', place.office);
  set('days', place.days);
  if (place.days === undefined) {
    set('from', place.from);
    set('to', place.to);
  }
  if (place.list === 'folded') words.set('list', 'folded');
  else if (place.list !== undefined) {
    const { figure, reason, dimension, key, office, from, to } = place.list;
    set('list', figure);
    set('why', reason);
    set('by', dimension);
    set('key', key);
    set('in', office);
    set('since', from);
    set('until', to);
  }
  const query = words.toString();
  return query === '' ? place.part : `${place.part}?${query}`;
}

export const spanOfPlace = ({ days, from, to }: Place, today: Day): { from: Day; to: Day } =>
  days === undefined && from !== undefined && to !== undefined
    ? { from, to }
    : { from: addDays(today, 1 - (days ?? USUAL_DAYS)), to: today };
