/** Call-backs as the assistant reaches them from a talk; every call may be made again and has one effect. */
import type { BookingId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { Wish } from './slots.ts';

/** `notBefore`: minutes since midnight. */
export type CallWish = Wish & { notBefore?: number };
export type CallTime = { id: BookingId; start: Instant; number: string; confirmed: boolean };

export interface CallBackDesk {
  /** The one that this talk has, if it still lies ahead. */
  standing(): Promise<CallTime | undefined>;
  /** Three that differ, as wished. */
  times(wish: CallWish): Promise<readonly Instant[]>;
  /** Keeps the first time that fits; what this talk kept before is given up for it. Undefined: nothing is free. */
  keep(wish: CallWish, number: string): Promise<CallTime | undefined>;
  /** The phone was shown to be this person's: the time is theirs. A time that was lost meanwhile is refused. */
  confirm(id: BookingId): Promise<Outcome<CallTime>>;
  move(id: BookingId, start: Instant): Promise<Outcome<CallTime>>;
  cancel(id: BookingId): Promise<Outcome<void>>;
  /** The page on which it is moved or called off without a word. */
  link(id: BookingId): Promise<string>;
}
