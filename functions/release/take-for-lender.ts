/** One of the lender's people takes a release on, or follows a colleague who did not come; what hangs on the person begins anew. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId, ReleaseId, StaffId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { lastLenderSession, takeForLender, type AgentPresence } from '../../models/release/changes/agent.ts';
import { placeOf } from '../../models/release/evidence-of-act.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import type { Release } from '../../models/release/release.ts';
import { isHeld } from '../../models/room/room.ts';
import { handOnBooking } from '../appointment/book.ts';
import type { Deps } from '../deps.ts';
import { addEvidence } from './add-evidence.ts';
import { changeRelease } from './change-release.ts';
import { mandateStands } from './mandate-stands.ts';
import { handOverSeat } from './seat-helper.ts';

type Agent = Pick<Officer, 'id' | 'name'>;

/** Of two colleagues who want it at once the second is refused; everything behind the write may be done twice. */
export async function takeRelease(
  deps: Deps,
  by: Agent,
  id: ReleaseId,
  how: { delivery?: DeliveryId; seen?: number } = {},
): Promise<Outcome<Release>> {
  const taken = await changeRelease(
    deps,
    id,
    async (r, now) => {
      const ruled = takeForLender(r, by, now, await presenceOf(deps, r, by.id));
      return ruled.ok ? done({ release: ruled.value }) : ruled;
    },
    how,
  );
  if (taken.ok && taken.value.lender?.agent?.id === by.id) await followTaking(deps, by, taken.value);
  return taken;
}

/** Whether `by` may take it, for the page; deciding is the write's. */
export async function mayTake(deps: Deps, by: Agent, r: Release): Promise<boolean> {
  if (r.lender?.agent?.id === by.id) return false;
  return takeForLender(r, by, deps.now(), await presenceOf(deps, r, by.id)).ok;
}

/** Of the agent who has it; nothing is looked up where nobody has, or the one who asks. */
async function presenceOf(deps: Deps, r: Release, but: StaffId): Promise<AgentPresence | undefined> {
  const has = r.lender?.agent;
  if (has === undefined || has.id === but) return undefined;
  const session = lastLenderSession(r);
  const [mandate, room] = await Promise.all([
    mandateStands(deps, has.id, deps.now(), r.office),
    session === undefined ? undefined : deps.rooms.find(session.room),
  ]);
  const seat = room?.seats.lender;
  const there = seat !== undefined && (session?.endedAt !== undefined || isHeld(seat, deps.now()));
  return { stands: mandate.ok, there };
}

async function followTaking(deps: Deps, by: Agent, r: Release): Promise<void> {
  const took = r.history.findLast(({ what }) => what === 'agent-took');
  // The first one follows nobody.
  if (took?.by !== by.id || took.reason === undefined) return;
  await undoSteps(deps, by, r, took.at);
  await handOverSeat(deps, r, 'lender', by.name, took.at);
  for (const { booking, sides, startsAt } of r.bookings)
    // A time at which they are not free stays as it is: they move it, or come all the same.
    if (sides.includes('lender') && startsAt > deps.now()) await handOnBooking(deps, booking, by.id);
}

/** The record of the call says which steps do not hold any more. */
async function undoSteps(deps: Deps, by: Agent, { id, ticked }: Release, at: string): Promise<void> {
  const { spans } = await deps.evidence.head(id);
  const gone = spans.filter(
    ({ cell, to }) =>
      cell.endsWith(':lender') && to !== undefined && to < at && ticked.every((one) => one.cell !== cell),
  );
  const cells = [...new Set(gone.map(({ cell }) => cell))];
  const [first, ...rest] = cells.map((cell): EvidenceBody => ({ kind: 'step', ...placeOf(cell), ticked: false }));
  if (first === undefined) return;
  const delivery = `agent-${by.id}-${at}` as DeliveryId;
  await addEvidence(deps, id, [first, ...rest], { delivery, by: by.id });
}
