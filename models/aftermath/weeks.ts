/** Weeks run from Monday to Sunday and are numbered as ISO 8601 does, `2026-W47`. */
import { addDays, weekdayOf, type Day } from '../time.ts';

export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The first week of a year is the one with its fourth of January. */
export const mondayOfWeek = (week: string): Day => {
  const [year = '', number = ''] = week.split('-W');
  return addDays(mondayOf(`${year}-01-04` as Day), (Number(number) - 1) * 7);
};

export const weekOf = (day: Day): string => {
  const monday = mondayOf(day);
  // The Thursday decides to which year a week belongs.
  const year = addDays(monday, 3).slice(0, 4);
  const first = mondayOf(`${year}-01-04` as Day);
  const number = Math.round((Date.parse(monday) - Date.parse(first)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
