/** A citizen or the officer who has the talk asks to go live; when both do at once it is one guidance. */
import { maskName } from '../../models/conversation/masking.ts';
import { comesFirst } from '../../models/conversation/green-lane.ts';
import { openConversation, type Conversation } from '../../models/conversation/conversation.ts';
import { LiveId, RoomId } from '../../models/ids.ts';
import type { Officer } from '../../models/access/staff.ts';
import { accept, answer, ask, invite, type Opening } from '../../models/live/changes.ts';
import type { Asked } from '../../models/live/ladder.ts';
import { isOver, type LiveSession } from '../../models/live/live-session.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { HOUR, msOf, type Instant } from '../../models/time.ts';
import { officersOnDuty } from '../conversation/place-in-line.ts';
import { findFor } from '../conversation/open-case.ts';
import type { Visitor } from '../conversation/take-turn.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { openRoom } from '../room/lead-room.ts';
import { changeLive, markTalk, type ChangedLive } from './change-live.ts';

const ASKS_AN_HOUR = 12;
const ROUNDS = 20;

/** The citizen presses “视频” or “语音”: into the line, or straight to the officer who asked for it. */
export async function askLive(deps: Deps, visitor: Visitor, how: Asked): Promise<Outcome<LiveSession>> {
  const id = visitor.conversation;
  const known = await deps.conversations.look(id);
  const { conversation: _id, ...from } = visitor;
  const talk =
    known.conversation ??
    openConversation(id, { ...from, channel: from.follower === undefined ? 'web' : 'wechat' }, deps.now());
  const held = talk.state.name === 'with-officer' ? talk.state.by : undefined;
  const asked = await openOne(deps, talk, {
    at: (opening, now) => ask({ ...opening, ...(held === undefined ? {} : { for: held }) }, now),
    how,
    standing: (s) => (s.state.name === 'invited' ? acceptLive(deps, s) : Promise.resolve(done(s))),
    mayAsk: async () => {
      if (!openingAt(officeOf(talk.office), deps.now()).open) return refused('wrong-state', 'live guidance is closed');
      if ((await officersOnDuty(deps, talk.office)) === 0) return refused('wrong-state', 'nobody guides live now');
      const used = await deps.limits.use(`live-asks#${id}`, HOUR / 1000, msOf(deps.now()));
      return used > ASKS_AN_HOUR ? refused('too-many', 'asked to go live too often') : done(undefined);
    },
  });
  return asked;
}

/** “连线”: by the officer who has the talk. Whoever waits already is answered. */
export async function inviteLive(
  deps: Deps,
  by: Officer,
  { conversation, how }: { conversation: LiveSession['conversation']; how: Asked },
): Promise<Outcome<LiveSession>> {
  const found = await findFor(deps, by, conversation);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state.name !== 'with-officer' || state.by !== by.id)
    return refused('wrong-state', 'take the conversation first, then ask to go live');
  return openOne(deps, found.value, {
    at: (opening, now) => invite(opening, { id: by.id, name: by.name }, now),
    how,
    standing: (s) => (s.state.name === 'waiting' ? answerLive(deps, by, s.id) : Promise.resolve(done(s))),
    mayAsk: () => Promise.resolve(done(undefined)),
  });
}

type Asking = {
  at(opening: Opening, now: Instant): LiveSession;
  how: Asked;
  /** One stands already. */
  standing(s: LiveSession): Promise<Outcome<LiveSession>>;
  mayAsk(): Promise<Outcome<void>>;
};

async function openOne(
  deps: Deps,
  talk: Conversation,
  { at, how, standing, mayAsk }: Asking,
): Promise<Outcome<LiveSession>> {
  for (let round = 0; round < ROUNDS; round++) {
    const newest = await deps.live.ofTalk(talk.id);
    if (newest !== undefined && !isOver(newest)) return standing(newest);
    const may = await mayAsk();
    if (!may.ok) return may;
    const session = at(openingOf(deps, talk, how), deps.now());
    if ((await deps.live.open(session, newest?.id)) === 'done') {
      const filed = { ...session, version: 1 };
      await markTalk(deps, filed, () => talk);
      return done(filed);
    }
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}

const openingOf = (deps: Deps, c: Conversation, asked: Asked): Opening => ({
  id: LiveId.parse(deps.newId()),
  office: c.office,
  conversation: c.id,
  language: c.language,
  asked,
  first: comesFirst(c),
  ...(c.topic === undefined ? {} : { service: c.topic }),
});

/** Of several officers who answer at once the first has the guidance; the room is there before anybody is told. */
export async function answerLive(deps: Deps, by: Officer, id: LiveId): Promise<Outcome<LiveSession>> {
  const found = await deps.live.find(id);
  if (!found.ok) return found;
  if (found.value.office !== by.office) return refused('not-found', 'no such live guidance');
  const talk = await deps.conversations.find(found.value.conversation);
  if (!talk.ok) return talk;
  const { state } = talk.value.conversation;
  if (state.name === 'with-officer' && state.by !== by.id && found.value.state.name === 'waiting')
    return refused('stale', `taken by ${state.byName}`);
  return begin(deps, await changeLive(deps, id, (s, now) => answer(s, by, newRoom(deps), now)));
}

export const acceptLive = async (deps: Deps, { id }: Pick<LiveSession, 'id'>): Promise<Outcome<LiveSession>> =>
  begin(deps, await changeLive(deps, id, (s, now) => accept(s, newRoom(deps), now)));

const newRoom = (deps: Pick<Deps, 'newId'>): RoomId => RoomId.parse(deps.newId());

/** Said again after a crash it opens the room that was missing. */
async function begin(deps: Deps, changed: Outcome<ChangedLive>): Promise<Outcome<LiveSession>> {
  if (!changed.ok) return changed;
  const { session } = changed.value;
  await roomOf(deps, session);
  return done(session);
}

/** The room of a guidance that is live; made when it is first needed. */
export async function roomOf(deps: Pick<Deps, 'rooms' | 'now'>, s: LiveSession): Promise<Outcome<RoomId>> {
  if (s.room === undefined) return refused('wrong-state', 'the live guidance has not begun');
  const opened = await openRoom(deps, {
    id: s.room,
    subject: { kind: 'live', id: s.id },
    office: s.office,
    names: {
      ...(s.officer === undefined ? {} : { officer: s.officer.name }),
      ...(s.helper === undefined ? {} : { helper: maskName(s.helper.name) }),
    },
  });
  return opened.ok ? done(s.room) : opened;
}
