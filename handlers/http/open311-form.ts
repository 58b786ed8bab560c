/** Reads what an Open311 program sends: its form as the report's own fields, its dates, its comma lists. */
import { typedFrom, type Typed } from '../../models/complaint/report-form.ts';
import { askedFields } from '../../models/complaint/questions.ts';
import type { OfficeId } from '../../models/ids.ts';
import { instantOf, type Instant } from '../../models/time.ts';

/**
 * E-mail, device and account are not kept: nothing here needs them. A link to a picture goes along as words, because nobody fetches from
 * strange addresses. A place is welcome, not needed: these matters happen at counters.
 */
export function typedInForm(form: URLSearchParams, office: OfficeId): Typed {
  const field = (name: string): string | undefined => {
    const text = form.getAll(name).at(-1)?.trim() ?? '';
    return text === '' ? undefined : text;
  };
  const asked = Object.fromEntries(
    askedFields.map((code) => [code, field(`attribute[${code}]`) ?? field(`attribute[${code}][]`)]),
  );
  const [lat, long] = [field('lat'), field('long')];
  const phone = field('phone');
  return typedFrom({
    ...asked,
    office,
    problem: field('service_code'),
    what: withMedia(field('description'), field('media_url')),
    where:
      asked['where'] ??
      field('address_string') ??
      (lat === undefined || long === undefined ? undefined : `${lat}, ${long}`),
    name: nameFrom(field('last_name'), field('first_name')),
    who: 'self',
    contact: phone === undefined ? 'none' : 'phone',
    phone,
  });
}

const withMedia = (what: string | undefined, media: string | undefined): string | undefined =>
  what !== undefined && media !== undefined && /^https?:\/\/\S{1,400}$/u.test(media) ? `${what}\n${media}` : what;

/** 马小兰 without a blank, Lan Ma with one. */
function nameFrom(last: string | undefined, first: string | undefined): string | undefined {
  if (last === undefined || first === undefined) return last ?? first;
  return /\p{Script=Han}/u.test(last) ? `${last}${first}` : `${first} ${last}`;
}

const W3_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** Undefined when a date is not one. A plus that came undone in the address is put back. */
export function datesAsked(
  query: Record<string, string | undefined>,
): { from?: Instant | undefined; to?: Instant | undefined } | undefined {
  const read = (name: string): Instant | undefined | 'wrong' => {
    const text = (query[name] ?? '').replace(/ (?=\d{2}:\d{2}$)/u, '+');
    if (text === '') return undefined;
    const ms = W3_DATE.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(ms) ? 'wrong' : instantOf(ms);
  };
  const [from, to] = [read('start_date'), read('end_date')];
  return from === 'wrong' || to === 'wrong' ? undefined : { from, to };
}

export const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
