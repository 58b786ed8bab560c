/** How one line of a talk stands on its way to a person in WeChat. */
import type { Instant } from '../time.ts';
import { hasReached } from './missed.ts';
import type { Parcel } from './post.ts';
import type { WeChatView } from './showing.ts';

/** `tries` above one: it was tried again. */
export type Reached =
  | { state: 'sent'; way: Parcel['way']; at?: Instant; tries: number }
  /** Cut off while it was sent, and not sent again. */
  | { state: 'unsure' }
  | { state: 'sending'; tries: number }
  | { state: 'pointed'; way: 'last' | 'template' | 'sms'; arrived?: boolean }
  | { state: 'waits' | 'failed'; why: NonNullable<WeChatView['waits']>['why']; tries: number; next?: Instant }
  | { state: 'queued' };

export function reachedOf(view: WeChatView, seq: number): Reached {
  const { parcels, sending, pointed, waits } = view;
  if (hasReached(view, seq)) {
    const parcel = parcels.find(({ from, to }) => from <= seq && seq <= to);
    if (parcel?.unsure === true) return { state: 'unsure' };
    return {
      state: 'sent',
      way: parcel?.way ?? 'late',
      tries: parcel?.tries ?? 1,
      ...(parcel === undefined ? {} : { at: parcel.at }),
    };
  }
  if (sending !== undefined && seq <= sending.to) return { state: 'sending', tries: sending.tries };
  if (pointed !== undefined && seq <= pointed.to) {
    const { way, arrived, unsure } = pointed;
    return unsure === true
      ? { state: 'unsure' }
      : { state: 'pointed', way, ...(arrived === undefined ? {} : { arrived }) };
  }
  if (waits === undefined) return { state: 'queued' };
  const { why, tries, next } = waits;
  const failed = why === 'not-permitted' || why === 'not-taken' || (why === 'busy' && tries > 0);
  return { state: failed ? 'failed' : 'waits', why, tries, ...(next === undefined ? {} : { next }) };
}
