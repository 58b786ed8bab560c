/** What the page of a party is given before and during a call: the owner's side, the helper whom the owner named, or the lender's agent. */
import { maskPlate } from '../../models/conversation/masking.ts';
import type { ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Side } from '../../models/release/parties.ts';
import { openSession, shapeOf, type Release } from '../../models/release/release.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import { statementOf } from '../../models/release/statement.ts';
import { requiredCells, Step } from '../../models/release/steps.ts';
import type { Deps } from '../deps.ts';
import { releaseInHand } from './lender-releases.ts';
import { findAsHelper } from './own-helper.ts';

/** Who holds the slip of a release. */
export type PartyHolder =
  | { release: ReleaseId; as: 'owner' }
  | { release: ReleaseId; as: 'helper'; helper: string }
  | { release: ReleaseId; as: 'lender'; agent: StaffId };

/** Asked anew at each request: a helper may have been sent away, an agent's mandate may have ended. */
export async function releaseOfHolder(deps: Deps, holder: PartyHolder): Promise<Outcome<Release>> {
  if (holder.as === 'lender') return releaseInHand(deps, holder.agent, holder.release);
  const found =
    holder.as === 'helper'
      ? await findAsHelper(deps, holder.release, holder.helper)
      : await deps.releases.find(holder.release);
  if (!found.ok) return found;
  return found.value.sides.includes('owner') ? found : refused('not-found', 'no such release');
}

/** A helper sits at the owner's side. */
export const sideOf = ({ as }: PartyHolder): Side => (as === 'lender' ? 'lender' : 'owner');

/** The room that is open for this side. */
export const openRoomFor = (r: Release, side: Side): RoomId | undefined => {
  const session = openSession(r);
  return session?.with.includes(side) === true ? session.room : undefined;
};

export type Invited = Pick<RoomInvitation, 'number' | 'party' | 'plate' | 'statement' | 'steps' | 'relays'> & {
  office: Release['office'];
  room: RoomId | undefined;
};

export async function inviteParty(deps: Deps, holder: PartyHolder): Promise<Outcome<Invited>> {
  const found = await releaseOfHolder(deps, holder);
  if (!found.ok) return found;
  const r = found.value;
  const side = sideOf(holder);
  const speaks = holder.as !== 'helper';
  const room = openRoomFor(r, side);
  const { plate } = r.vehicle;
  return done({
    number: r.number,
    office: r.office,
    room,
    party: holder.as,
    // New-energy plates have a place more and are green.
    plate: { text: maskPlate(plate), kind: plate.length > 7 ? 'green' : 'blue' },
    statement: speaks && room !== undefined ? statementOf(r, side) : '',
    steps: speaks ? stepsOf(r, side) : [],
    relays: await deps.relays.for(`${room ?? r.id}-${holder.as}`),
  });
}

const stepsOf = (r: Release, side: Side): Step[] =>
  requiredCells(shapeOf(r)).flatMap((cell) => {
    const [step, party] = cell.split(':');
    return party === side ? [Step.parse(step)] : [];
  });
