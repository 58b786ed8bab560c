/** Opening hours as offices write them in a table: `周一至周五 09:00-12:00 14:00-17:30；周六 09:00-12:00`. */
import type { Window } from '../office/office.ts';
import { Day, addDays } from '../time.ts';
import type { ServicePoint, Visit } from './point.ts';

const dayNames = ['日', '一', '二', '三', '四', '五', '六'];

function weekdayOfName(name: string): number | undefined {
  const short = name.replace(/^(周|星期)/, '').replace('天', '日');
  const index = dayNames.indexOf(short);
  if (index >= 0) return index;
  const digit = /^[1-7]$/.test(short) ? Number(short) % 7 : undefined;
  return digit;
}

/** 24:00 is the end of the day. */
function minuteOf(time: string): number | undefined {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(time);
  const hours = Number(found?.[1]);
  const minutes = Number(found?.[2]);
  if (found === null || minutes > 59 || hours * 60 + minutes > 1440) return undefined;
  return hours * 60 + minutes;
}

function windowOf(text: string): Window | undefined {
  const [from, to] = text.split(/[-–—~至]/).map(minuteOf);
  return from !== undefined && to !== undefined && from < to && from < 1440 ? { from, to } : undefined;
}

/** From Monday to Friday; a span may run over the end of the week. */
function daysOf(text: string): number[] | undefined {
  const ends = text.split(/[-–—~至到]/).map(weekdayOfName);
  const [from, to = from] = ends;
  if (from === undefined || to === undefined || ends.length > 2) return undefined;
  const days: number[] = [];
  for (let d = from; ; d = (d + 1) % 7) {
    days.push(d);
    if (d === to) return days;
  }
}

/** The week, or the piece of text that makes no sense. */
export function parseHours(text: string): { ok: true; weekly: ServicePoint['weekly'] } | { ok: false; at: string } {
  const weekly: Window[][] = [[], [], [], [], [], [], []];
  for (const part of text.split(/[;；]/).map((p) => p.trim())) {
    if (part === '') continue;
    const [days, ...times] = part.split(/[\s,，、]+/);
    const on = daysOf(days ?? '');
    if (on === undefined || times.length === 0) return { ok: false, at: part };
    for (const time of times) {
      const window = windowOf(time);
      if (window === undefined) return { ok: false, at: time };
      for (const d of on) weekly[d]?.push(window);
    }
  }
  for (const day of weekly) {
    day.sort((a, b) => a.from - b.from);
    if (day.some((w, i) => i > 0 && (day[i - 1]?.to ?? 0) > w.from)) return { ok: false, at: text };
  }
  return { ok: true, weekly };
}

/** Days of a mobile office: `2026-11-25 09:00-12:00；2026-12-02 09:00-12:00`. */
export function parseVisits(text: string): { ok: true; visits: Visit[] } | { ok: false; at: string } {
  const visits: Visit[] = [];
  for (const part of text.split(/[;；]/).map((p) => p.trim())) {
    if (part === '') continue;
    const [dayText, time] = part.split(/\s+/);
    const day = Day.safeParse(dayText);
    const window = windowOf(time ?? '');
    if (!day.success || window === undefined || Number.isNaN(Date.parse(day.data)) || addDays(day.data, 0) !== day.data)
      return { ok: false, at: part };
    visits.push({ day: day.data, ...window });
  }
  return { ok: true, visits };
}
