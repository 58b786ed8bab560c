/** What the page of a party is given before and during a call: the owner's side, or the helper whom the owner named. */
import { maskPlate } from '../../models/conversation/masking.ts';
import type { ReleaseId, RoomId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { openSession, shapeOf, type Release } from '../../models/release/release.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import { statementOf } from '../../models/release/statement.ts';
import { requiredCells, Step } from '../../models/release/steps.ts';
import type { Deps } from '../deps.ts';
import { findAsHelper } from './own-helper.ts';

/** Who holds the slip of a release. */
export type PartyHolder = { release: ReleaseId; as: 'owner' } | { release: ReleaseId; as: 'helper'; helper: string };

export async function releaseOfHolder(deps: Deps, holder: PartyHolder): Promise<Outcome<Release>> {
  const found =
    holder.as === 'helper'
      ? await findAsHelper(deps, holder.release, holder.helper)
      : await deps.releases.find(holder.release);
  if (!found.ok) return found;
  return found.value.sides.includes('owner') ? found : refused('not-found', 'no such release');
}

/** The room that is open for the owner's side. */
export const openRoomFor = (r: Release): RoomId | undefined => {
  const session = openSession(r);
  return session?.with.includes('owner') === true ? session.room : undefined;
};

export type Invited = Pick<RoomInvitation, 'number' | 'party' | 'plate' | 'statement' | 'steps' | 'relays'> & {
  office: Release['office'];
  room: RoomId | undefined;
};

export async function inviteParty(deps: Deps, holder: PartyHolder): Promise<Outcome<Invited>> {
  const found = await releaseOfHolder(deps, holder);
  if (!found.ok) return found;
  const r = found.value;
  const room = openRoomFor(r);
  const { plate } = r.vehicle;
  return done({
    number: r.number,
    office: r.office,
    room,
    party: holder.as,
    // New-energy plates have a place more and are green.
    plate: { text: maskPlate(plate), kind: plate.length > 7 ? 'green' : 'blue' },
    statement: holder.as === 'owner' && room !== undefined ? statementOf(r, 'owner') : '',
    steps: holder.as === 'owner' ? stepsOf(r) : [],
    relays: await deps.relays.for(`${room ?? r.id}-${holder.as}`),
  });
}

const stepsOf = (r: Release): Step[] =>
  requiredCells(shapeOf(r)).flatMap((cell) => {
    const [step, party] = cell.split(':');
    return party === 'owner' ? [Step.parse(step)] : [];
  });
