/** Finds what a person's message names: plates, identity numbers, phones, dates, sums, places. A failed check digit warns, never blocks. */
import { creditCodeDoubt, idNumberDoubt, oldIdNumberDoubt, vinDoubt } from './check-digits.ts';
import { digitOf, numberOf } from './chinese-numbers.ts';
import { findDates } from './dates.ts';
import { places } from './places.ts';

export type EntityKind = 'plate' | 'id-number' | 'vin' | 'phone' | 'date' | 'money' | 'place' | 'credit-code' | 'age';

export type Entity = {
  kind: EntityKind;
  /** As written. */
  text: string;
  /** In one agreed form: upper case, digits, `2026-11-20`, yuan. */
  value: string;
  /** Offsets in the text that was given. */
  start: number;
  end: number;
  /** Why it may be mistyped. */
  doubtful?: string;
};

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** A plate's sign as written or spoken (七, 零, 幺), or hidden by a star. */
const SIGN = 'A-HJ-NP-Z0-9零〇一二三四五六七八九幺*';
const PLATE = new RegExp(
  `(?<![${PROVINCES}])([${PROVINCES}])([A-Z])[·.\\- ]?([${SIGN}]{4,6}[${SIGN}挂学警港澳]?)(?![A-Z0-9*])`,
  'g',
);
const ORDINARY = /^[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]$/;
const NEW_ENERGY = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/;
const NUMBER = '[\\d.零〇一二三四五六七八九十百千万两俩]';
const MONEY = new RegExp(
  `(${NUMBER}{1,12})(?:多|来)?(块钱|块|元钱|元|万块|万元)(?![头料儿牌去来]|一起)|(${NUMBER}{1,8}万)(?!公里|里|一|有|不|能|分)`,
  'g',
);
const AGE = new RegExp(
  `(?<![\\d.])(满)?([\\d零一二三四五六七八九十百]{1,4})(?:来|多)?(周岁|岁)|满([六七八][十]?[一二三四五六七八九]?|[678]\\d)(?!分|[\\d年月天个])`,
  'g',
);
const PLACE = new RegExp([...places].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Same length as the text, so that offsets hold: half width, upper case. */
const fold = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());

type Find = Omit<Entity, 'text'>;

function* findPlates(text: string): Iterable<Find> {
  for (const match of text.matchAll(PLATE)) {
    const [whole, province = '', letter = '', written = ''] = match;
    const signs = written.replace(/[零〇一二三四五六七八九幺]/g, (word) => String(digitOf(word)));
    const at = {
      kind: 'plate' as const,
      start: match.index,
      end: match.index + whole.length,
      value: province + letter + signs,
    };
    if (ORDINARY.test(signs) || NEW_ENERGY.test(signs)) yield at;
    else if (signs.includes('*')) yield { ...at, doubtful: 'partly hidden' };
  }
}

/** Runs of 15, 17 or 18 letters and digits: identity number, frame number or credit code. */
function* findNumbers(text: string): Iterable<Find> {
  for (const match of text.matchAll(/(?<![0-9A-Z])(\d{6})[ -]?(\d{8})[ -]?(\d{3}[\dX])(?![0-9A-Z])/g)) {
    const value = `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`;
    yield { ...eighteen(value), value, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(/(?<![0-9A-Z])[0-9A-Z]{15,18}(?![0-9A-Z])/g)) {
    const [value] = match;
    const at = { value, start: match.index, end: match.index + value.length };
    const digits = value.replace(/\D/g, '').length;
    if (value.length === 18 && digits >= 9 && creditCodeDoubt(value) !== 'shape') yield { ...eighteen(value), ...at };
    else if (value.length === 17 && digits === 17) {
      if (vinDoubt(value) === undefined) yield { kind: 'vin', ...at };
      else yield { kind: 'id-number', ...at, doubtful: 'length' };
    } else if (value.length === 17 && digits >= 4) yield { kind: 'vin', ...at, ...doubt(vinDoubt(value)) };
    else if (value.length === 15 && digits === 15 && oldIdNumberDoubt(value) === undefined)
      yield { kind: 'id-number', ...at };
  }
}

/** Eighteen signs may be a person's number or a company's; the one whose check digit holds wins. */
function eighteen(value: string): { kind: 'id-number' | 'credit-code'; doubtful?: string } {
  const asPerson = idNumberDoubt(value);
  const asCompany = creditCodeDoubt(value);
  if (asPerson === undefined) return { kind: 'id-number' };
  if (asCompany === undefined) return { kind: 'credit-code' };
  if (asPerson === 'shape') return { kind: 'credit-code', doubtful: asCompany };
  return { kind: 'id-number', doubtful: asPerson };
}

const doubt = (reason: string | undefined): { doubtful?: string } => (reason === undefined ? {} : { doubtful: reason });

function* findPhones(text: string): Iterable<Find> {
  const mobile = /(?<![0-9A-Z])(?:\+?0{0,2}86[ -]?|0)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?![0-9A-Z])/g;
  for (const match of text.matchAll(mobile)) {
    const value = `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`;
    yield { kind: 'phone', value, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(/(?<![0-9A-Z])(0\d{2,3})[ -]?([2-8]\d{6,7})(?![0-9A-Z])/g))
    yield {
      kind: 'phone',
      value: `${match[1] ?? ''}-${match[2] ?? ''}`,
      start: match.index,
      end: match.index + match[0].length,
    };
}

function* findSums(text: string): Iterable<Find> {
  for (const match of text.matchAll(MONEY)) {
    const amount = numberOf(`${match[1] ?? match[3] ?? ''}${match[2]?.startsWith('万') ? '万' : ''}`);
    if (amount !== undefined && amount > 0)
      yield { kind: 'money', value: String(amount), start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(AGE)) {
    const age = numberOf(match[2] ?? match[4] ?? '');
    if (age !== undefined && age > 0 && age < 130)
      yield { kind: 'age', value: String(age), start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(PLACE))
    yield { kind: 'place', value: match[0], start: match.index, end: match.index + match[0].length };
}

/** Everything found, in the order of the text; where two readings overlap the more telling one stands. */
export function findEntities(text: string): Entity[] {
  const folded = fold(text);
  const found: Entity[] = [];
  for (const find of [
    ...findNumbers(folded),
    ...findPhones(folded),
    ...findPlates(folded),
    ...findDates(folded),
    ...findSums(folded),
  ])
    if (!found.some((other) => find.start < other.end && other.start < find.end))
      found.push({ ...find, text: text.slice(find.start, find.end) });
  return found.sort((a, b) => a.start - b.start);
}
