/** How somebody wants to be told: when not by phone, and whether only of what has to be told. Kept on the record it is about. */
import * as z from 'zod';
import type { About } from './notice-about.ts';
import { QuietHours } from './notice-rules.ts';

/** Some part of the day has to be left, or nothing would ever be told. */
const LONGEST_QUIET = 14 * 60;
const minutesOf = ({ from, to }: QuietHours): number => (to - from + 1440) % 1440;

export const NoticeWishes = z.strictObject({
  /** Besides the office's own hours. */
  quiet: QuietHours.refine((hours) => minutesOf(hours) > 0 && minutesOf(hours) <= LONGEST_QUIET).optional(),
  /** 退订: nothing but what is due. */
  onlyDue: z.boolean(),
});
export type NoticeWishes = z.infer<typeof NoticeWishes>;

/**
 * What nobody can unsubscribe from, by kind of record, and why. Everything else is a courtesy.
 * - `papers-missing`: all that is missing is told at once (令164 art. 3; 行政许可法 art. 32(4)).
 * - `refused`, `to-counter`: a no, or another way, with reasons and where to turn; the article on telling the person (行政许可法 art. 38) is
 *   unverified in our sources and stands here as the office's own rule.
 * - `declined`, `answered` of a matter: what the person reported it for; the window's own promise, not law.
 * - `proposed`: somebody else chose a time in the owner's name; the office's own rule.
 * - that a radio script waits for a manager: nobody else can let it out; the office's own rule.
 * - that an agent's mandate ends: with it ends the account; the office's own rule.
 * - what was found on photos that the person handed in, and the notice itself: all that is missing is told at once (as above).
 * - what a lender's contact is told of its enrolment: nobody could act without it; the office's own rule.
 */
const due: { readonly [kind in About['kind']]: readonly string[] } = {
  matter: ['declined', 'answered'],
  release: ['papers-missing', 'refused', 'to-counter'],
  call: [],
  booking: ['proposed'],
  sheet: ['judged', 'given'],
  agent: ['mandate-30', 'mandate-7', 'mandate-1'],
  // What somebody waits for at this moment, and what became of it.
  live: ['invited', 'answered', 'missed', 'not-met', 'ended'],
  webhook: ['given-up'],
  broadcast: ['to-approve'],
  lender: ['approve', 'return', 'suspend', 'resume'],
};

export const isDue = ({ kind, news }: Pick<About, 'kind' | 'news'>): boolean => due[kind].includes(news);
