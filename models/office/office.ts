/** A vehicle office: which matters it takes, when it is open, and how far its people travel for a service point. */
import * as z from 'zod';
import { ServiceId, Text } from '../guidance/service.ts';
import { OfficeId } from '../ids.ts';
import { Day } from '../time.ts';

/** A span of one day in minutes since midnight; 1440 is the end of the day. */
export const Window = z
  .strictObject({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
  .refine((w) => w.from < w.to, 'ends before it begins');
export type Window = z.infer<typeof Window>;

const Windows = z
  .array(Window)
  .readonly()
  .refine((ws) => ws.every((w, i) => i === 0 || (ws[i - 1]?.to ?? 0) <= w.from), 'overlap or out of order');

export const Hours = z.strictObject({
  /** Index 0 is Sunday. Windows that touch, such as a noon desk between two halves of a day, count as one. */
  weekly: z.array(Windows).length(7).readonly(),
  /** On the State Council's holidays; empty means closed. */
  holiday: Windows,
  roundTheClock: z.boolean(),
  /** A weekend day that the State Council turned into a working day keeps a weekday's hours. */
  makeUpDays: z.literal('as-weekday'),
  /** The day from which this table of hours is in force. */
  validFrom: Day,
  /** True until the office itself has confirmed the table. */
  example: z.boolean(),
});
export type Hours = z.infer<typeof Hours>;

export const Office = z.strictObject({
  id: OfficeId,
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  shortZh: z.string().min(1),
  level: z.enum(['city', 'county']),
  /** The city whose office supervises a county office. */
  city: Text,
  plateLetter: z.string().regex(/^[A-E]$/),
  hours: Hours,
  /** Offices whose figures this one's managers and auditors see, beside their own. */
  supervises: z.array(OfficeId).readonly(),
  /** What of the catalogue the office leaves to others; it takes everything else. */
  leaves: z.array(ServiceId).readonly(),
  greenLane: z.boolean(),
  videoRelease: z.boolean(),
  /** How long an officer needs for one conversation, for the expected wait. */
  expectedHandlingMinutes: z.int().positive(),
  /** The service circles: how far a point should be, in town, on the plain and in the mountains. */
  serviceCircleKm: z.strictObject({ town: z.number(), plain: z.number(), mountain: z.number() }),
  position: z.strictObject({ lat: z.number(), lon: z.number() }),
  /** Null until somebody has verified it; never guessed. */
  phone: z.string().nullable(),
  address: z.string().nullable(),
});
export type Office = z.infer<typeof Office>;

export const offers = (office: Office, service: ServiceId): boolean => !office.leaves.includes(service);
