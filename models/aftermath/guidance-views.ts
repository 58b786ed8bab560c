/** What managers and auditors see of the guidance: who answered, how long people waited, what was solved, and where guides fail. */
import * as z from 'zod';
import { ENOUGH_TALKS, HeardWord } from '../guidance/unknown-words.ts';
import { OfficeId } from '../ids.ts';
import { Day, Instant } from '../time.ts';
import { FigureName } from './figure-names.ts';
import { Ratio } from './oversight-views.ts';

export const measureNames = [
  'by-assistant',
  'by-officer',
  'by-live',
  'understood',
  'guide-helped',
  'solved',
  'satisfied',
  'live-begun',
  'live-solved',
] as const;
export const MeasureName = z.enum(measureNames);
export type MeasureName = z.infer<typeof MeasureName>;

export const Measure = z.strictObject({
  name: MeasureName,
  ratio: Ratio,
  previous: Ratio,
  /** The lists behind numerator, the rest and the whole, as far as there are any. */
  kept: FigureName.optional(),
  missed: FigureName.optional(),
  whole: FigureName.optional(),
  excluded: z.array(
    z.strictObject({
      why: z.enum(['wait-cancelled', 'message-left', 'said-nothing', 'unrated', 'live-cancelled']),
      count: z.int(),
    }),
  ),
});
export type Measure = z.infer<typeof Measure>;

/** In minutes, about (read from a histogram). */
export const MedianTime = z.strictObject({
  name: z.enum(['wait', 'talk', 'wait-live', 'live']),
  median: z.number().nullable(),
  previous: z.number().nullable(),
  count: z.int(),
  cases: FigureName,
});
export type MedianTime = z.infer<typeof MedianTime>;

/** `key` is a service's id or `none`; `filed` are matters of the “办不成事” window about it. */
export const GuideRow = z.strictObject({
  key: z.string(),
  asked: z.int(),
  handedOver: z.int(),
  unsolved: z.int(),
  low: z.int(),
  filed: z.int(),
  failed: Ratio,
});
export type GuideRow = z.infer<typeof GuideRow>;

/** GET /api/oversight/guidance */
export const GuidanceFigures = z.strictObject({
  office: z.union([OfficeId, z.literal('all')]),
  offices: z.array(OfficeId),
  from: Day,
  to: Day,
  previous: z.strictObject({ from: Day, to: Day }),
  computedAt: Instant,
  asked: z.int(),
  askedBefore: z.int(),
  measures: z.array(Measure).length(measureNames.length),
  times: z.array(MedianTime),
  guides: z.array(GuideRow),
  /** Of the months that the period touches, only words that at least so many talks of a month used. */
  words: z.array(HeardWord),
  wordsFrom: z.literal(ENOUGH_TALKS),
});
export type GuidanceFigures = z.infer<typeof GuidanceFigures>;
