/** When phones are left in peace, and which happenings are told at all. Configuration of each office. */
import type { Happened } from '../complaint/complaint.ts';
import type { MatterNews } from '../complaint/news.ts';
import type { OfficeId } from '../ids.ts';
import { addDays, at, DAY, dayOf, minuteOfDay, type Instant } from '../time.ts';

/** Minutes since midnight; from the evening into the morning. */
export type QuietHours = { from: number; to: number };
const quiet: QuietHours = { from: 21 * 60, to: 8 * 60 };
/** What an office does otherwise than the rest stands here. */
const own: Partial<Record<OfficeId, QuietHours>> = {};

/** Until when no short message is sent; undefined by day. */
export function quietUntil(office: OfficeId, now: Instant): Instant | undefined {
  const { from, to } = own[office] ?? quiet;
  const minute = minuteOfDay(now);
  if (minute < to) return at(dayOf(now), to);
  return minute >= from ? at(addDays(dayOf(now), 1), to) : undefined;
}

/** What comes out of the stream only days later is no news any more; the page shows how it stands. */
export const NEWS_MS = 3 * DAY;

const told: Partial<Record<Happened['what'], MatterNews>> = {
  accepted: 'accepted',
  declined: 'declined',
  'office-wrote': 'message',
  'asked-citizen': 'asked',
  'extension-approved': 'extended',
  answered: 'answered',
  'waiting-reminder': 'reminder',
  reopened: 'reopened',
  'called-back': 'called-back',
  rectified: 'rectified',
  'check-back-sent': 'check-back',
};

/**
 * What of a change the person is told, each with its place among what happened. What they did themselves is answered where they did it,
 * in the talk at once; who is told by phone gets it in writing. A rise that belongs to something told is not told twice. A call that
 * nobody made is told as the rise it brings: “we could not reach you” would not be true.
 */
export function newsOf(
  happened: readonly { what: string; reason?: string | undefined }[],
  channel: 'chat' | 'sms',
): { index: number; news: MatterNews }[] {
  const found = happened.flatMap(({ what, reason }, index): { index: number; news: MatterNews }[] => {
    if (what === 'reopened' && channel === 'chat') return [];
    if (what === 'called-back' && reason === 'not-reached') return [{ index, news: 'call-back-missed' }];
    if (what === 'closed') return reason === 'silence' ? [{ index, news: 'closed' }] : [];
    const news = told[what as Happened['what']];
    return news === undefined ? [] : [{ index, news }];
  });
  if (found.length > 0) return found;
  return happened.flatMap(({ what, reason }, index): { index: number; news: MatterNews }[] => {
    if (what === 'raised' && reason !== 'citizen' && reason !== 'reopened') return [{ index, news: 'raised' }];
    // A call needs no short message behind it; in the talk it stands as a note that somebody called.
    return what === 'first-contact' && channel === 'chat' ? [{ index, news: 'contacted' }] : [];
  });
}
