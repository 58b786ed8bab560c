/** What managers and auditors may ask of the figures. */
import * as z from 'zod';
import { ComplaintId, OfficeId } from '../ids.ts';
import { Day } from '../time.ts';
import { Dimension, FigureName } from './figure-names.ts';
import { LedgerFormat } from './ledger-export.ts';
import { SampleResult } from './oversight-views.ts';

/** Of a year and a bit at most, so that a page reads a bounded number of days. */
export const LONGEST_DAYS = 400;

export const AskOversight = z.strictObject({
  office: z.union([OfficeId, z.literal('all')]).optional(),
  from: Day,
  to: Day,
});
export type AskOversight = z.infer<typeof AskOversight>;

/** `dimension` and `key` narrow the list, as `service` and `license-renewal`. */
export const AskCases = AskOversight.extend({
  figure: FigureName,
  reason: z.string().max(40).optional(),
  dimension: Dimension.optional(),
  key: z.string().max(60).optional(),
  cursor: z.string().max(2000).optional(),
});
export type AskCases = z.infer<typeof AskCases>;

export const AskOffice = z.strictObject({ office: z.union([OfficeId, z.literal('all')]).optional() });
export type AskOffice = z.infer<typeof AskOffice>;

/** A sample is drawn for one office and day; the day is today's unless an earlier one is looked up. */
export const AskSample = z.strictObject({ office: OfficeId.optional(), day: Day.optional() });
export type AskSample = z.infer<typeof AskSample>;
export const DrawSample = z.strictObject({ office: OfficeId.optional() });
export type DrawSample = z.infer<typeof DrawSample>;
export const NoteSample = z.strictObject({
  id: ComplaintId,
  office: OfficeId.optional(),
  day: Day,
  result: SampleResult,
  words: z.string().trim().min(1).max(2000),
});
export type NoteSample = z.infer<typeof NoteSample>;

export const AskLedger = AskOversight.extend({ format: LedgerFormat });
export type AskLedger = z.infer<typeof AskLedger>;

/** An ISO week, `2026-W47`, Monday to Sunday; without one, the last that is over. */
export const AskBulletin = z.strictObject({
  week: z
    .string()
    .regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/)
    .optional(),
  lang: z.enum(['zh', 'en']).optional(),
  office: z.union([OfficeId, z.literal('all')]).optional(),
});
export type AskBulletin = z.infer<typeof AskBulletin>;
