/** Writing, sending, approving, airing and withdrawing a radio script: each over the version that was on screen. */
import type { Officer } from '../../models/access/staff.ts';
import {
  approve,
  editBroadcast,
  noteAired,
  returnToWriters,
  sendToReview,
  withdraw,
  type Broadcast,
} from '../../models/broadcast/broadcast.ts';
import { type BroadcastId } from '../../models/broadcast/broadcast-id.ts';
import type { ActOnBroadcast, DecideBroadcast, EditBroadcast } from '../../models/broadcast/requests.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

type Needed = Pick<Deps, 'now' | 'broadcasts'>;
type Change = (broadcast: Broadcast, now: Instant) => Outcome<Broadcast>;

export const editScript = (deps: Needed, by: Officer, { id, version, ...to }: EditBroadcast) =>
  change(deps, by, id, version, (b, now) => editBroadcast(b, by.id, to, now));

export const actOnBroadcast = (deps: Needed, by: Officer, { id, version, what }: ActOnBroadcast) =>
  change(deps, by, id, version, (b, now) => {
    if (what.act === 'send') return sendToReview(b, by.id, now);
    return noteAired(b, by.id, { day: what.day, programme: what.programme }, now, dayOf(now));
  });

export const decideBroadcast = (deps: Needed, by: Officer, { id, version, what }: DecideBroadcast) =>
  change(deps, by, id, version, (b, now) => {
    if (what.decision === 'approve') return approve(b, by.id, now);
    if (what.decision === 'return') return returnToWriters(b, by.id, what.remark, now);
    return withdraw(b, by.id, what.reason, now);
  });

async function change(
  deps: Needed,
  by: Officer,
  id: BroadcastId,
  version: number,
  to: Change,
): Promise<Outcome<Broadcast>> {
  const found = await deps.broadcasts.find(id);
  if (!found.ok) return found;
  if (found.value.office !== by.office) return refused('not-found', 'no such script');
  if (found.value.version !== version) return refused('stale', 'somebody changed the script meanwhile');
  const changed = to(found.value, deps.now());
  return changed.ok ? deps.broadcasts.save(changed.value) : changed;
}
