/** Instants as a person in Shanghai says them, whatever the phone's own zone is. */
import type { Phrases } from './phrases.ts';

const OFFSET = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
const dayNumber = (ms: number): number => Math.floor((ms + OFFSET) / DAY);

/** `9:05`, as spoken, without a leading zero. */
export function clockOf(ms: number): string {
  const there = new Date(ms + OFFSET);
  return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, '0')}`;
}

/** 今天, 昨天, 明天, else the date with its weekday. */
export function dayOf(ms: number, now: number, phrases: Phrases): string {
  const away = dayNumber(ms) - dayNumber(now);
  if (away === 0) return phrases.today;
  if (away === -1) return phrases.yesterday;
  if (away === 1) return phrases.tomorrow;
  const there = new Date(ms + OFFSET);
  return `${phrases.monthDay(there.getUTCMonth() + 1, there.getUTCDate())} ${phrases.weekdays[there.getUTCDay()] ?? ''}`;
}

/** Where there is little room: within the week the weekday is enough. */
export function brieflyOf(ms: number, now: number, phrases: Phrases): string {
  const away = dayNumber(ms) - dayNumber(now);
  const weekday = phrases.weekdays[new Date(ms + OFFSET).getUTCDay()] ?? '';
  if (away < 2 || away > 6) return momentOf(ms, now, phrases);
  return `${weekday}${phrases.lang === 'en' ? ' ' : ''}${clockOf(ms)}`;
}

export function momentOf(ms: number, now: number, phrases: Phrases): string {
  const day = dayOf(ms, now, phrases);
  // 明天8:30, but 11月18日 周三 8:30
  const gap = phrases.lang === 'en' || day.includes(' ') ? ' ' : '';
  return `${day}${gap}${clockOf(ms)}`;
}

/** `2026-02-20` as 2月20日. */
export function dateOf(day: string, phrases: Phrases): string {
  const [, month, date] = day.split('-').map(Number);
  return month && date ? phrases.monthDay(month, date) : day;
}
