/** Reads a matter, lets a rule change it, writes it back; when somebody else wrote first it reads again. */
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { Entry, Memo } from '../../models/complaint/entry.ts';
import type { Mention } from '../../models/conversation/mention.ts';
import type { ComplaintId, DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import { tellMentioned } from '../conversation/tell-mentioned.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';

export type EntryDraft = Omit<Entry, 'complaint' | 'seq' | 'at' | 'attachments'> & {
  attachments?: Entry['attachments'];
};
/** With an id of its own where something points at it. */
export type MemoDraft = Omit<Memo, 'complaint' | 'id' | 'at' | 'mentions'> & Partial<Pick<Memo, 'id' | 'mentions'>>;
export type Ruled = {
  complaint: Complaint;
  entries?: readonly EntryDraft[];
  memos?: readonly MemoDraft[];
  mentions?: readonly Mention[];
};

/** Fifty writers at once need some rounds; more than that is a fault, not a race. */
const ROUNDS = 60;

/**
 * `seen`: the version that the person who decides has on screen; refuses as `stale` when another person changed the matter after it.
 * `clock`: the change is the clock's own, or touches nobody's decision, and puts nobody's screen out of date.
 */
export async function changeComplaint(
  deps: Deps,
  id: ComplaintId,
  rule: (complaint: Complaint, now: Instant) => Outcome<Ruled> | Promise<Outcome<Ruled>>,
  how: { delivery?: DeliveryId; seen?: number; clock?: boolean } = {},
): Promise<Outcome<Complaint>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await deps.complaints.find(id);
    if (!found.ok) return found;
    const before = found.value;
    const now = deps.now();
    const stale = how.seen !== undefined && how.seen < before.touched;
    // A repeat of what was done is recognised by its delivery before it is called late.
    const ruled = stale ? refused('stale', 'somebody changed it meanwhile') : await rule(before, now);
    if (!ruled.ok) {
      const repeated = how.delivery !== undefined && (await deps.complaints.delivered(id, how.delivery));
      return repeated ? done(before) : ruled;
    }
    if (ruled.value.complaint === before && (ruled.value.memos ?? []).length === 0) return done(before);
    const change = settled(before, ruled.value, now, deps.newId, how.clock === true);
    const wrote = await deps.complaints.commit([change], how.delivery);
    if (wrote === 'done') {
      await tellMentioned(deps, before.office, change.mentions);
      return done({ ...change.after, version: before.version + 1 });
    }
    if (wrote === 'repeated') return deps.complaints.find(id);
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

/** Numbers the entries and stamps the record. */
export function settled(
  before: Complaint,
  { complaint, entries = [], memos = [], mentions = [] }: Ruled,
  now: Instant,
  newId: () => string,
  clock: boolean,
): { before: Complaint; after: Complaint; entries: Entry[]; memos: Memo[]; mentions: readonly Mention[] } {
  return {
    before,
    after: {
      ...complaint,
      lastAt: now,
      lastSeq: before.lastSeq + entries.length,
      touched: clock ? before.touched : before.version + 1,
    },
    entries: entries.map((draft, i) => ({
      complaint: before.id,
      seq: before.lastSeq + 1 + i,
      at: now,
      attachments: [],
      ...draft,
    })),
    memos: memos.map((draft) => ({ complaint: before.id, id: newId(), at: now, mentions: [], ...draft })),
    mentions,
  };
}
