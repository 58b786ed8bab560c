/** What follows from an officer's deed outside the release: its lines in the record of the call, and the room it opens or ends. */
import type { Officer } from '../../models/access/staff.ts';
import { maskName } from '../../models/conversation/masking.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { linesOf } from '../../models/release/evidence-of-act.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import { openSession, type Release } from '../../models/release/release.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import type { Deps } from '../deps.ts';
import { addEvidence } from './add-evidence.ts';
import { helperLink, namingOf } from './helper-link.ts';
import { endRoom, openRoom } from '../room/lead-room.ts';
import { seatHelper } from './seat-helper.ts';

/**
 * The record's conditional write came first and decides; everything here may be done twice. Whoever lost the answer sends the same
 * delivery again and makes up for what a crash left out.
 */
export async function followAct(
  deps: Deps,
  by: Officer,
  r: Release,
  { what, delivery }: { what: ReleaseAct; delivery: DeliveryId },
): Promise<Outcome<void>> {
  if (what.act === 'open-session') return openRoomOf(deps, by, r);
  if (what.act === 'end-session') return endLastRoom(deps, by, r, 'aborted');
  if (what.act === 'invite-helper') return inviteHelper(deps, r, what.phone, delivery);
  const [first, ...rest] = await linesOf(r, what);
  if (first === undefined || (await stands(deps, r, what))) return done(undefined);
  const added = await addEvidence(deps, r.id, [first, ...rest] as [EvidenceBody, ...EvidenceBody[]], {
    delivery,
    by: by.id,
  });
  return added.ok ? done(undefined) : added;
}

/** Whether the message went is said: the officer has the person on the line and another way. */
async function inviteHelper(deps: Deps, r: Release, phone: string, delivery: DeliveryId): Promise<Outcome<void>> {
  const { id, helper, language } = r;
  // Somebody else was named since: that link is not this phone's.
  if (helper?.id !== namingOf(delivery)) return done(undefined);
  await seatHelper(deps, r);
  const values = { number: r.number, link: helperLink(deps, id, helper.id) };
  const message = { id: `helper-${helper.id}`, to: phone, template: 'release-helper', values, language };
  return (await deps.sms.send(message)) === 'sent'
    ? done(undefined)
    : refused('wrong-state', 'the helper was named but the message was not sent');
}

/** A second tick of what is ticked writes no second line, unless a crash kept the first from being written. */
async function stands(deps: Deps, { id }: Release, what: ReleaseAct): Promise<boolean> {
  if (what.act !== 'tick') return false;
  const { spans } = await deps.evidence.head(id);
  return spans.some(({ cell, to }) => cell === what.cell && to !== undefined);
}

async function openRoomOf(deps: Deps, by: Officer, r: Release): Promise<Outcome<void>> {
  const session = openSession(r);
  if (session === undefined) return done(undefined);
  const { owner, lender } = r;
  const agent = lender?.agent;
  const opened = await openRoom(deps, {
    id: session.room,
    subject: { kind: 'release', id: r.id },
    office: r.office,
    names: {
      officer: by.name,
      ...(r.sides.includes('owner') ? { owner: maskName(owner.proxy?.name ?? owner.name) } : {}),
      ...(lender === undefined
        ? {}
        : { lender: agent === undefined ? lender.name.slice(0, 60) : maskName(agent.name) }),
      ...(r.helper === undefined ? {} : { helper: maskName(r.helper.name) }),
    },
  });
  return opened.ok ? done(undefined) : opened;
}

/** The session that was ended last; ending twice changes nothing. */
export async function endLastRoom(
  deps: Deps,
  by: Pick<Officer, 'id'>,
  r: Release,
  why: 'decided' | 'aborted',
): Promise<Outcome<void>> {
  const last = r.sessions.at(-1);
  if (last?.endedAt === undefined) return done(undefined);
  const ended = await endRoom(deps, last.room, why, by.id);
  // A session from before there were rooms has none to end.
  return ended.ok || ended.refusal.kind === 'not-found' ? done(undefined) : ended;
}
