/** When phones are left in peace: by the office's rule, and longer for whoever asked for it. */
import * as z from 'zod';
import type { OfficeId } from '../ids.ts';
import { addDays, at, DAY, dayOf, minuteOfDay, type Instant } from '../time.ts';

/** Minutes since midnight; from the evening into the morning when `from` is the later one, else within a day. */
export const QuietHours = z.strictObject({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1439) });
export type QuietHours = z.infer<typeof QuietHours>;
const quiet: QuietHours = { from: 21 * 60, to: 8 * 60 };
/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, QuietHours>> = {};

/** Until when no short message is sent; undefined when one may be. `wished`: the person's own hours, besides the office's. */
export function quietUntil(office: OfficeId, now: Instant, wished?: QuietHours): Instant | undefined {
  const first = endOf(own[office] ?? quiet, now);
  const second = wished === undefined ? undefined : endOf(wished, first ?? now);
  // The office's hours may begin before the person's have ended.
  return second === undefined ? first : (endOf(own[office] ?? quiet, second) ?? second);
}

function endOf({ from, to }: QuietHours, now: Instant): Instant | undefined {
  const minute = minuteOfDay(now);
  const overnight = from > to;
  if (minute < to && (overnight || minute >= from)) return at(dayOf(now), to);
  return overnight && minute >= from ? at(addDays(dayOf(now), 1), to) : undefined;
}

/** What comes out of the stream only days later is no news any more; the page shows how it stands. */
export const NEWS_MS = 3 * DAY;
