/** Finds days people name: 2026年11月20号, 11月20号, 下个月八号, 下周三, 明天. */
import { numberOf } from './chinese-numbers.ts';

type FoundDate = { kind: 'date'; value: string; start: number; end: number };

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(\\d{4}|\\d{2}|[一二三四五六七八九零〇]{4})';
const FULL = new RegExp(`${YEAR}年(?:${NUMBER}月(?:份)?(?:${NUMBER}[日号]?)?)?`, 'g');
const DASHED = /(?<!\d)(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const MONTH_DAY = new RegExp(`(?<![\\d个十])${NUMBER}月(?:份)?(?:${NUMBER}[日号])?(?!\\d)`, 'g');
const OTHER_MONTH = new RegExp(`(这个月|本月|这月|下个月|下月|下下个月|上个月|上月)(?:${NUMBER}[日号])?`, 'g');
const DAY_ONLY = new RegExp(`(?<![\\d月第尾])${NUMBER}[号日](?![线楼窗院库牌码口])`, 'g');
const WEEKDAY = /(这|本|下下|下|上)?个?(?:周|星期|礼拜)([一二三四五六日天末])/g;
const NEAR_DAY = /大后天|后天|明天|明儿|今天|今儿|昨天|昨儿|前天|前儿/g;

const MONTHS = { 这个月: 0, 本月: 0, 这月: 0, 下个月: 1, 下月: 1, 下下个月: 2, 上个月: -1, 上月: -1 } as const;
const DAYS = {
  大后天: 3,
  后天: 2,
  明天: 1,
  明儿: 1,
  今天: 0,
  今儿: 0,
  昨天: -1,
  昨儿: -1,
  前天: -2,
  前儿: -2,
} as const;
const WEEKS = { 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 } as const;

const two = (value: number): string => String(value).padStart(2, '0');
const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);
const monthOf = (word: string | undefined): number | undefined => inRange(word, 12);
const dayOfMonth = (word: string | undefined): number | undefined => inRange(word, 31);

function inRange(word: string | undefined, most: number): number | undefined {
  const value = word === undefined ? undefined : numberOf(word);
  return value !== undefined && value >= 1 && value <= most ? value : undefined;
}

function yearOf(written: string): number {
  const digits = written.replace(/[零〇一二三四五六七八九]/g, (word) => String(numberOf(word) ?? 0));
  const year = Number(digits);
  return digits.length === 2 ? 2000 + year : year;
}

/**
 * Values: `2026-11-20`, `2026-11`, `2026`; without a year `--11-20`, `--11`, `---20`; counted from today `month+1`, `month+1-08`,
 * `day+1`, `week+1-3` (Wednesday of next week; without `week` said: `week-3`). Whoever knows today makes a day of them.
 */
export function* findDates(text: string): Iterable<FoundDate> {
  const at = (match: RegExpExecArray, value: string): FoundDate => ({
    kind: 'date',
    value,
    start: match.index,
    end: match.index + match[0].length,
  });
  for (const match of text.matchAll(DASHED)) {
    const [month, day] = [monthOf(match[2]), dayOfMonth(match[3])];
    if (month && day) yield at(match, `${match[1] ?? ''}-${two(month)}-${two(day)}`);
  }
  for (const match of text.matchAll(FULL)) {
    const year = yearOf(match[1] ?? '');
    if (year < 1900 || year > 2100) continue;
    const [month, day] = [monthOf(match[2]), dayOfMonth(match[3])];
    yield at(match, `${year}${month ? `-${two(month)}` : ''}${month && day ? `-${two(day)}` : ''}`);
  }
  for (const match of text.matchAll(MONTH_DAY)) {
    const [month, day] = [monthOf(match[1]), dayOfMonth(match[2])];
    if (month) yield at(match, `--${two(month)}${day ? `-${two(day)}` : ''}`);
  }
  for (const match of text.matchAll(OTHER_MONTH)) {
    const day = dayOfMonth(match[2]);
    yield at(match, `month${signed(MONTHS[match[1] as keyof typeof MONTHS])}${day ? `-${two(day)}` : ''}`);
  }
  for (const match of text.matchAll(WEEKDAY)) {
    const weekday = '一二三四五六日'.indexOf((match[2] ?? '').replace(/[天末]/, '日')) + 1;
    const week = match[1] === undefined ? '' : signed(WEEKS[match[1] as keyof typeof WEEKS]);
    yield at(match, `week${week}-${weekday}`);
  }
  for (const match of text.matchAll(NEAR_DAY)) yield at(match, `day${signed(DAYS[match[0] as keyof typeof DAYS])}`);
  for (const match of text.matchAll(DAY_ONLY)) {
    const day = dayOfMonth(match[1]);
    if (day) yield at(match, `---${two(day)}`);
  }
}
