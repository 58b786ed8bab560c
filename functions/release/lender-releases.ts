/** A lender's agents and their releases: the list, one of them, taking it on, going to its call. Of another lender's there is none for them. */
import type { StaffId, ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { openSession, type Release } from '../../models/release/release.ts';
import type { ListLenderReleases, TakeRelease } from '../../models/release/requests.ts';
import { lenderReleaseRow, ownRelease } from '../../models/release/showing.ts';
import type { LenderRelease, LenderReleaseRow } from '../../models/release/views.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { Deps } from '../deps.ts';
import { mandateStands } from './mandate-stands.ts';
import { mayTake, takeRelease } from './take-for-lender.ts';

const PAGE = 50;

export async function listLenderReleases(
  deps: Deps,
  by: Pick<Officer, 'id'>,
  { office, start }: ListLenderReleases,
): Promise<Outcome<{ rows: LenderReleaseRow[]; next?: string }>> {
  const stands = await mandateStands(deps, by.id, deps.now(), office);
  if (!stands.ok) return stands;
  const now = deps.now();
  const { releases, next } = await deps.releases.ofLender(stands.value.lender.id, PAGE, start);
  const rows = releases.filter(({ sides }) => sides.includes('lender')).map((r) => lenderReleaseRow(r, by.id, now));
  return done({ rows, ...(next === undefined ? {} : { next }) });
}

/** Refuses with what stops the agent; a release of another lender is not there. */
async function releaseFor(deps: Deps, agent: StaffId, id: ReleaseId): Promise<Outcome<Release>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  const { office, lender, sides } = found.value;
  const stands = await mandateStands(deps, agent, deps.now(), office);
  if (!stands.ok) return (await isOf(deps, agent, found.value)) ? stands : refused('not-found', 'no such release');
  const own = stands.value.lender.id === lender?.lender && sides.includes('lender');
  return own ? found : refused('not-found', 'no such release');
}

/** A lender has a record with each office, under one credit code. */
async function isOf(deps: Deps, agent: StaffId, { lender }: Release): Promise<boolean> {
  const own = (await deps.staff.standing(agent))?.lender;
  if (own === undefined || lender === undefined) return false;
  if (own === lender.lender) return true;
  const [mine, theirs] = await Promise.all([deps.lenders.find(own), deps.lenders.find(lender.lender)]);
  return mine.ok && theirs.ok && mine.value.code === theirs.value.code;
}

/** The release that this agent has, as long as the mandate stands. */
export async function releaseInHand(deps: Deps, agent: StaffId, id: ReleaseId): Promise<Outcome<Release>> {
  const found = await releaseFor(deps, agent, id);
  if (!found.ok) return found;
  return found.value.lender?.agent?.id === agent
    ? found
    : refused('not-allowed', 'a colleague of the lender has this release');
}

const shown = async (deps: Deps, r: Release, by: Pick<Officer, 'id' | 'name'>): Promise<LenderRelease> => ({
  ...ownRelease(r, 'lender', deps.now()),
  mine: r.lender?.agent?.id === by.id,
  mayTake: await mayTake(deps, by, r),
});

export async function openLenderRelease(
  deps: Deps,
  by: Pick<Officer, 'id' | 'name'>,
  { id }: { id: ReleaseId },
): Promise<Outcome<LenderRelease>> {
  const found = await releaseFor(deps, by.id, id);
  return found.ok ? done(await shown(deps, found.value, by)) : found;
}

/** `seen`: of two colleagues who take it at the same moment, the second is shown that the first has it. */
export async function takeLenderRelease(
  deps: Deps,
  by: Pick<Officer, 'id' | 'name'>,
  { id, delivery, seen }: TakeRelease,
): Promise<Outcome<LenderRelease>> {
  const found = await releaseFor(deps, by.id, id);
  if (!found.ok) return found;
  const taken = await takeRelease(deps, by, id, { delivery, seen });
  return taken.ok ? done(await shown(deps, taken.value, by)) : taken;
}

/** The call is open for the lender's side: who has it goes in; where nobody has it, or who has it did not come, whoever comes takes it. */
export async function goToLenderRoom(
  deps: Deps,
  by: Pick<Officer, 'id' | 'name'>,
  { id }: { id: ReleaseId },
): Promise<Outcome<Release>> {
  const found = await releaseFor(deps, by.id, id);
  if (!found.ok) return found;
  if (openSession(found.value)?.with.includes('lender') !== true)
    return refused('wrong-state', 'the lender is not in a session yet');
  return takeRelease(deps, by, id);
}
