/** The owner waits in line now, in opening hours, for an officer who is free: alone, the lender states its will in a session of its own. */
import { comeFirst, joinQueue, leaveQueue, stayInQueue, type InLine } from '../appointment/wait-now.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { referenceOf } from './own-appointment.ts';

const READY: readonly string[] = ['checking-papers', 'booked', 'in-session'];

/** Nobody waits for a call that could not begin: the papers have to be good. */
export async function joinOwnQueue(deps: Deps, id: ReleaseId): Promise<Outcome<InLine>> {
  const found = await deps.releases.find(id);
  if (!found.ok) return found;
  const { office, number, papers, state, sides } = found.value;
  if (!sides.includes('owner')) return refused('not-found', 'no such release');
  if (!READY.includes(state.name) || papers.some(({ verdict }) => verdict?.good !== true))
    return refused('wrong-state', 'the papers have to be looked at and good before the call');
  return joinQueue(deps, { office, kind: 'video-release', reference: referenceOf(id), number, comes: ['citizen'] });
}

export const stayInOwnQueue = (deps: Deps, id: ReleaseId): Promise<Outcome<InLine>> =>
  stayInQueue(deps, referenceOf(id));

export const comeFirstInOwnQueue = async (deps: Deps, id: ReleaseId, first: boolean): Promise<void> => {
  await comeFirst(deps, referenceOf(id), first);
};

export const leaveOwnQueue = async (deps: Deps, id: ReleaseId): Promise<void> => {
  await leaveQueue(deps, referenceOf(id));
};
