/** Which days are working days in China, with the State Council's holidays and the weekend days that are worked instead. */
import chineseDays from 'chinese-days';
import { type Day, addDays, weekdayOf } from '../time.ts';

export type Holiday = { zh: string; en: string };
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday';
export type CalendarDay = {
  day: Day;
  kind: DayKind;
  working: boolean;
  /** The holiday, also on the weekend day that is worked to make up for it. */
  holiday?: Holiday;
  /** The State Council has not published this year yet: only weekends and the fixed holidays are known. */
  provisional: boolean;
};

const names = new Map<string, Holiday>(
  [
    { zh: '元旦', en: 'New Year' },
    { zh: '春节', en: 'Spring Festival' },
    { zh: '清明', en: 'Qingming' },
    { zh: '劳动节', en: 'Labour Day' },
    { zh: '端午', en: 'Dragon Boat Festival' },
    { zh: '中秋', en: 'Mid-Autumn Festival' },
    { zh: '国庆', en: 'National Day' },
  ].map((holiday) => [holiday.zh, holiday]),
);

/** `National Day,国庆节,3` is how the calendar package names a day that is not plain. */
function holidayIn(detail: string): Holiday | undefined {
  const zh = detail.split(',')[1];
  if (zh === undefined) return undefined;
  return names.get(zh) ?? names.get(zh.replace(/节$/, '')) ?? { zh, en: detail.split(',')[0] ?? zh };
}

/** A year is published once its first of January is a holiday in the calendar. */
const isPublished = (year: number): boolean =>
  holidayIn(chineseDays.getDayDetail(`${String(year)}-01-01`).name) !== undefined;

const fixedByYear = new Map<number, ReadonlyMap<string, Holiday>>();

/** The days off that the law itself fixes (State Council decree of 2024), for years whose exchange days are not known. */
function fixedHolidays(year: number): ReadonlyMap<string, Holiday> {
  const known = fixedByYear.get(year);
  if (known !== undefined) return known;
  const days = new Map<string, Holiday>();
  const put = (day: string, zh: string, count = 1): void => {
    for (let i = 0; i < count; i++) {
      const name = names.get(zh);
      if (name !== undefined) days.set(addDays(day as Day, i), name);
    }
  };
  // The package reads a bare day as UTC and writes it in the machine's time zone: west of Greenwich that is the day before.
  const lunar = (date: string): string => chineseDays.getSolarDateFromLunar(`${String(year)}-${date}T12:00`).date;
  const dayBefore = new Date(`${String(year)}-04-02`).getDate() === 1;
  put(`${String(year)}-01-01`, '元旦');
  put(addDays(lunar('01-01') as Day, -1), '春节', 4);
  put(addDays(chineseDays.getSolarTermDate(year, 4, 'pure_brightness') as Day, dayBefore ? 1 : 0), '清明');
  put(`${String(year)}-05-01`, '劳动节', 2);
  put(lunar('05-05'), '端午');
  put(lunar('08-15'), '中秋');
  put(`${String(year)}-10-01`, '国庆', 3);
  fixedByYear.set(year, days);
  return days;
}

export function calendarDay(day: Day): CalendarDay {
  const year = Number(day.slice(0, 4));
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  if (!isPublished(year)) {
    const holiday = fixedHolidays(year).get(day);
    const kind = holiday !== undefined ? 'holiday' : weekend ? 'weekend' : 'working';
    return { day, kind, working: kind === 'working', ...(holiday === undefined ? {} : { holiday }), provisional: true };
  }
  const detail = chineseDays.getDayDetail(day);
  const holiday = holidayIn(detail.name);
  // Of a plain day the package tells the weekday in the machine's time zone, which may be the day before.
  const work = holiday === undefined ? !weekend : detail.work;
  const kind = work ? (weekend ? 'make-up' : 'working') : holiday === undefined ? 'weekend' : 'holiday';
  return { day, kind, working: work, ...(holiday === undefined ? {} : { holiday }), provisional: false };
}

export const isWorkingDay = (day: Day): boolean => calendarDay(day).working;

/** The first working day on or after a day. */
export function workingDayFrom(day: Day): Day {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
}
