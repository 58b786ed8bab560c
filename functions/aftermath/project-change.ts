/** Draws what follows from one change of a record: its audit line, its figures, and word to the open consoles. */
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { lineFacts, type Facts } from '../../models/aftermath/line-facts.ts';
import type { FollowerId, OfficeId } from '../../models/ids.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import { ConversationId, LiveId, ReleaseId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import type { Tells } from './words-of-change.ts';

/** What an image of a record shows without opening anything sealed. */
export type Image = {
  key: string;
  kind: string;
  version: number;
  office: OfficeId;
  at: Instant;
  state: string;
  happened: AuditLine['happened'];
  /** What figures are drawn from, for records that have it. */
  facts?: Facts;
  /** What says who is told of it and where, for records whose people are. */
  tells?: Tells;
  /** Who reads this talk in WeChat, and its last line. */
  read?: { follower: FollowerId; lastSeq: number };
};

export async function projectChange(deps: Deps, before: Image | undefined, after: Image): Promise<void> {
  const happened = newSince(before?.happened ?? [], after.happened);
  if (happened.length > 0) {
    const line: AuditLine = {
      record: after.key,
      version: after.version,
      office: after.office,
      at: happened.at(-1)?.at ?? after.at,
      happened,
      ...(after.facts === undefined ? {} : { facts: lineFacts(before?.facts, after.facts) }),
    };
    await deps.audit.add(line, dayOf(deps.now()));
  }
  if (happened.length > 0) await (await import('../webhook/queue-events.ts')).queueEvents(deps, { ...after, happened });
  if (after.kind === 'conversation' && (onDesk(before) || onDesk(after))) await tellDesk(deps, after, 'desk');
  if (after.read !== undefined) {
    // Most talks are of the page alone.
    const { postNews } = await import('../wechat/post-to-wechat.ts');
    await postNews(deps, ConversationId.parse(after.key.split('#')[1]), after.read);
  }
  if (after.kind === 'release') {
    await tellDesk(deps, after, 'release');
    if (before?.state !== after.state && ['cancelled', 'expired'].includes(after.state)) {
      const { closeLeftOpen } = await import('../release/close-left-open.ts');
      await closeLeftOpen(deps, ReleaseId.parse(after.key.split('#')[1]));
    }
  }
  if (after.kind === 'complaint') await tellDesk(deps, after, 'matter');
  if (after.kind === 'live') {
    await tellDesk(deps, after, 'live');
    // Whoever changed it may have died before the talk knew.
    const { catchUpTalk } = await import('../live/catch-up-talk.ts');
    await catchUpTalk(deps, LiveId.parse(after.key.split('#')[1]));
  }
  if (after.tells === undefined || happened.length === 0) return;
  // Knows who is told what, and how to speak in talks: loaded with the first record that befalls something.
  const [{ wordsOfChange }, { queueNotices }] = await Promise.all([
    import('./words-of-change.ts'),
    import('./queue-notices.ts'),
  ]);
  await queueNotices(deps, await wordsOfChange(deps, { ...after, tells: after.tells, happened }));
}

const onDesk = (image: Image | undefined): boolean =>
  image?.state === 'waiting-for-officer' || image?.state === 'with-officer';

/** The record keeps its last sixty happenings; what stands in the new list and not in the old is new. */
function newSince(old: AuditLine['happened'], now: AuditLine['happened']): AuditLine['happened'] {
  const text = (h: AuditLine['happened'][number]): string => JSON.stringify([h.at, h.what, h.by, h.reason]);
  const seen = new Map<string, number>();
  for (const h of old) seen.set(text(h), (seen.get(text(h)) ?? 0) + 1);
  return now.filter((h) => {
    const left = seen.get(text(h)) ?? 0;
    if (left > 0) seen.set(text(h), left - 1);
    return left === 0;
  });
}

async function tellDesk(
  deps: Pick<Deps, 'desks' | 'wire'>,
  { office, key, version }: Image,
  type: 'desk' | 'matter' | 'release' | 'live',
): Promise<void> {
  const message = { type, office, id: key.split('#')[1], version };
  await Promise.all(
    (await deps.desks.listeners(office)).map(async (listener) => {
      if ((await deps.wire.send(listener.socket, message)) === 'gone') await deps.desks.unlisten(office, listener);
    }),
  );
}
