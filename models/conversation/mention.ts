/** A colleague’s name in a private note, a manager’s word on what they asked, or what a manager has to see to: kept for them until they open the place. */
import * as z from 'zod';
import { StaffId } from '../ids.ts';
import { DAY, Instant } from '../time.ts';

/** What nobody opened for so long is not news any more. */
export const MENTION_MS = 90 * DAY;
/** So many are shown at once, newest first; what lies behind them comes when those are read. */
export const MENTIONS_SHOWN = 50;

/** Its place in the list: the time, and the note that it came with. */
export const MentionKey = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[A-Za-z0-9_-]{1,64}$/);

/** Never a word of the note: it is read in its file. */
export const Mention = z.strictObject({
  key: MentionKey,
  to: StaffId,
  at: Instant,
  of: z.enum(['matter', 'talk', 'lender', 'webhook', 'broadcast']),
  id: z.string().min(1).max(40),
  /** Of a mandate: the days that are left. */
  number: z.string().max(20).optional(),
  /** Who named them; of a mandate, another system or a radio script: which. */
  byName: z.string().max(40),
  why: z.enum(['note', 'reveal-granted', 'reveal-refused', 'mandate-ends', 'webhook-given-up', 'broadcast-to-approve']),
});
export type Mention = z.infer<typeof Mention>;

/** As the one who is meant sees it. */
export const ShownMention = Mention.omit({ to: true });
export type ShownMention = z.infer<typeof ShownMention>;
export type ShownMentions = { mentions: ShownMention[]; more: boolean };

export const shownMention = ({ to: _to, ...mention }: Mention): ShownMention => mention;

export const ReadMentions = z.strictObject({ keys: z.array(MentionKey).min(1).max(MENTIONS_SHOWN) });
export type ReadMentions = z.infer<typeof ReadMentions>;

/** How the office files them. Those of a note are written together with it: see `addNote`, `addMemo`, `commit`. */
export interface Mentions {
  /** What comes with nothing else that is written; the same one again is the same. */
  add(mentions: readonly Mention[]): Promise<void>;
  /** Newest first. */
  of(staff: StaffId, now: Instant): Promise<{ mentions: Mention[]; more: boolean }>;
  read(staff: StaffId, keys: readonly string[]): Promise<void>;
}
