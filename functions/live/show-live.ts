/** What each side is shown of live guidance: the citizen the line or the call, officers who waits and what they guide. */
import { comesFirst } from '../../models/conversation/green-lane.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { ConversationId } from '../../models/ids.ts';
import { isOver, type LiveSession } from '../../models/live/live-session.ts';
import { placeToGoLive } from './place-to-go-live.ts';
import {
  liveRow,
  liveView,
  officerLive,
  type LiveDoor,
  type LiveRow,
  type LiveView,
  type OfficerLive,
} from '../../models/live/views.ts';
import { maySee } from '../../models/access/permissions.ts';
import { describeHours } from '../../models/office/hours-in-words.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { PUBLIC_LINE } from '../../models/office/public-line.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';

const SHOWN = 50;

export const viewOf = async (deps: Deps, s: LiveSession): Promise<LiveView> =>
  liveView(s, s.state.name === 'waiting' ? ((await placeToGoLive(deps, s)) ?? undefined) : undefined);

/** The page before the call: whether one can go live now, and the guidance that stands or has just ended. */
export async function showDoor(
  deps: Deps,
  visitor: Visitor,
): Promise<{ door: Omit<LiveDoor, 'seat' | 'relays'>; session?: LiveSession }> {
  const now = deps.now();
  const [session, look] = await Promise.all([
    deps.live.ofTalk(visitor.conversation),
    deps.conversations.look(visitor.conversation),
  ]);
  const office = officeOf(look.conversation?.office ?? visitor.office);
  const opening = openingAt(office, now);
  const [line, live] = await Promise.all([
    placeToGoLive(deps, {
      office: office.id,
      first: look.conversation === undefined ? visitor.elder : comesFirst(look.conversation),
      askedAt: now,
    }),
    session === undefined ? undefined : viewOf(deps, session),
  ]);
  return {
    door: {
      office: {
        name: visitor.language === 'zh' ? office.nameZh : office.nameEn,
        phone: office.phone ?? PUBLIC_LINE,
        open: opening.open,
        hours: describeHours(office, visitor.language),
      },
      line,
      ...(live === undefined ? {} : { live }),
    },
    ...(session === undefined ? {} : { session }),
  };
}

/** Who waits to go live at this office, in their order. */
export async function listWaiting(deps: Deps, by: Officer): Promise<Outcome<{ rows: LiveRow[] }>> {
  const all = await deps.live.waiting(by.office, SHOWN);
  return done({ rows: all.filter((s) => s.for === undefined || s.for === by.id).map(liveRow) });
}

/** The newest of one talk, for the officer who has it open. */
export async function showOfTalk(
  deps: Deps,
  by: Officer,
  conversation: ConversationId,
): Promise<Outcome<{ live?: OfficerLive }>> {
  const session = await deps.live.ofTalk(conversation);
  if (session === undefined || !maySee(by, session.office) || isOver(session)) return done({});
  return done({ live: officerLive(session) });
}
