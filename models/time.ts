/** The one place that knows both instants (UTC) and calendar days (Asia/Shanghai, which has had no summer time since 1991). */
import * as z from 'zod';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An instant as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand('Instant');
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Shanghai, `2026-11-18`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .brand('Day');
export type Day = z.infer<typeof Day>;

export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;
export const msOf = (instant: Instant): number => Date.parse(instant);
export const plus = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

/** The calendar day in Shanghai on which an instant falls. */
export const dayOf = (instant: Instant): Day =>
  new Date(msOf(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;

/** Minutes since midnight in Shanghai, 0 to 1439. */
export const minuteOfDay = (instant: Instant): number =>
  Math.floor(((((msOf(instant) + SHANGHAI_OFFSET_MS) % DAY) + DAY) % DAY) / MINUTE);

/** The instant at which a Shanghai day shows so many minutes since midnight. */
export const at = (day: Day, minute: number): Instant =>
  instantOf(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS + minute * MINUTE);

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10) as Day;

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();
