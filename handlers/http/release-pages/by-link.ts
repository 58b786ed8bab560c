/** The link that was sent to a phone: it proves that phone, and opens what was begun in a talk. */
import { RELEASE_LINK } from '../../../functions/release/release-address.ts';
import { ReleaseId } from '../../../models/ids.ts';
import type { Reply, Visit } from '../form-window.ts';
import { giveOwn, giveSlip } from './slips.ts';

/** An expired or forged link leads to the beginning; nothing is told of what it once opened. */
export async function openByLink(visit: Visit): Promise<Reply> {
  const { deps, signer, event, nowMs, query } = visit;
  const says = signer.check(RELEASE_LINK, event.pathParameters?.['slip'] ?? '', nowMs);
  const id = ReleaseId.safeParse(says?.['m']);
  if (!id.success) return { go: '/release' };
  const now = deps.now();
  const draft = await deps.applicationDrafts.find(id.data, now);
  if (draft === undefined) {
    if (!(await deps.releases.find(id.data)).ok) return { go: '/release' };
    const next =
      query['next'] === 'check'
        ? '/release/door'
        : query['next'] === 'calendar'
          ? '/release/track/calendar'
          : query['next'] === 'times'
            ? '/release/track/times'
            : '/release/track/case';
    return { go: next, cookies: [giveOwn(visit, { release: id.data, as: 'owner' })] };
  }
  if (draft.confirmed !== undefined)
    await deps.applicationDrafts.save({ ...draft, confirmed: { ...draft.confirmed, at: now } });
  // Nothing is filed yet, so there is no call to come to: the devices are tried by themselves.
  const go = query['next'] === 'check' ? '/release/try' : '/release/apply/car';
  return { go, cookies: [giveSlip(visit, 'apply', id.data)] };
}
