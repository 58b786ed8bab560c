/** A release is decided, moved to the counter or given up: once there was a call, its record is closed in the same transaction. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Missing } from '../../models/release/evidence-complete.ts';
import { lenderNameOf, shapeOf, type Release } from '../../models/release/release.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import type { Deps } from '../deps.ts';
import { changeRelease, touch } from './change-release.ts';
import { closeEvidence, type Closing } from './close-evidence.ts';
import { endLastRoom } from './follow-act.ts';
import { ruleReleaseAct } from './rule-release-act.ts';

export type Deciding = Extract<ReleaseAct, { act: 'approve' | 'refuse' | 'to-counter' | 'cancel' }>;
export const isDeciding = (what: ReleaseAct): what is Deciding =>
  ['approve', 'refuse', 'to-counter', 'cancel'].includes(what.act);

export async function decideRelease(
  deps: Deps,
  by: Officer,
  r: Release,
  { delivery, seen, what }: { delivery: DeliveryId; seen: number; what: Deciding },
): Promise<Outcome<Release> & { missing?: Missing[] }> {
  const decided =
    r.sessions.length === 0
      ? await decideWithoutCall(deps, by, r, { delivery, seen, what })
      : await decideAfterCall(deps, by, r, { delivery, seen, what });
  if (decided.ok) {
    const ended = await endLastRoom(deps, by, decided.value, 'decided');
    return ended.ok ? decided : ended;
  }
  // A repeat of what was done is recognised by its delivery before it is called late.
  if (!(await deps.releases.delivered(r.id, delivery))) return decided;
  return deps.releases.find(r.id);
}

type Press = { delivery: DeliveryId; seen: number; what: Deciding };

/** Nothing was recorded, so there is nothing to close. */
const decideWithoutCall = (deps: Deps, by: Officer, { id }: Release, { delivery, seen, what }: Press) =>
  changeRelease(
    deps,
    id,
    (newest, now) =>
      newest.sessions.length > 0
        ? refused('stale', 'somebody opened a session meanwhile')
        : ruleReleaseAct(deps, by, newest, what, now),
    { delivery, seen },
  );

async function decideAfterCall(
  deps: Deps,
  by: Officer,
  r: Release,
  { delivery, seen, what }: Press,
): Promise<Outcome<Release> & { missing?: Missing[] }> {
  const closed = await closeEvidence(deps, {
    release: r.id,
    office: r.office,
    by: by.id,
    shape: shapeOf(r),
    decision: decisionOf(what),
    people: peopleOf(r, by),
    along: async (missing) => {
      const found = await deps.releases.find(r.id);
      if (!found.ok) return found;
      const before = found.value;
      if (seen < before.touched) return refused('stale', 'somebody changed it meanwhile');
      const now = deps.now();
      const ruled = await ruleReleaseAct(deps, by, before, what, now, missing.map(wordOf));
      if (!ruled.ok) return ruled;
      const { release, notes = [] } = ruled.value;
      const filed = notes.map((note) => ({ release: r.id, id: deps.newId(), at: now, ...note }));
      return done(await deps.releases.parcel({ before, after: touch(before, release, now), notes: filed }, delivery));
    },
  });
  return closed.ok ? deps.releases.find(r.id) : closed;
}

const wordOf = ({ what, cell, party }: Missing): string => `${what} ${cell ?? party ?? ''}`.trim();

function decisionOf(what: Deciding): Closing['decision'] {
  switch (what.act) {
    case 'approve':
      return { what: 'approved' };
    case 'refuse':
      return { what: 'refused', reason: what.ground };
    case 'to-counter':
      return { what: 'moved-to-counter', reason: what.why };
    case 'cancel':
      return { what: 'aborted', reason: what.reason };
  }
}

const peopleOf = ({ sides, owner, lender, mortgagee }: Release, by: Officer): Record<string, string> => ({
  officer: by.name,
  ...(sides.includes('owner') ? { owner: owner.name } : {}),
  ...(owner.proxy === undefined ? {} : { proxy: owner.proxy.name }),
  lender: lenderNameOf({ lender, mortgagee }),
  ...(lender?.agent === undefined ? {} : { agent: lender.agent.name }),
});
