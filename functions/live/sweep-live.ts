/** Every minute: who was waited for too long has missed it, and a call in which one side shows no life is over. Costs what is due. */
import { finish, miss } from '../../models/live/changes.ts';
import { liveRules, type LiveSession } from '../../models/live/live-session.ts';
import { refused } from '../../models/outcome.ts';
import type { Room } from '../../models/room/room.ts';
import { plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { closeRoomOf } from './act-on-live.ts';
import { changeLive } from './change-live.ts';

const AT_ONCE = 100;

/** Answers how many came to an end. Repeats and crashes do no harm: the rule looks at the record again. */
export async function sweepLive(deps: Deps): Promise<number> {
  let ended = 0;
  for (const session of await deps.live.due(deps.now(), AT_ONCE))
    if (session.state.name === 'live' ? await lookAt(deps, session) : await missed(deps, session)) ended += 1;
  return ended;
}

async function missed(deps: Deps, { id }: LiveSession): Promise<boolean> {
  const changed = await changeLive(deps, id, miss);
  return changed.ok && changed.value.changed;
}

async function lookAt(deps: Deps, s: LiveSession): Promise<boolean> {
  const now = deps.now();
  const room = s.room === undefined ? undefined : await deps.rooms.find(s.room);
  if (isAlive(s, room, now)) {
    await deps.live.lookAgain(s.id, plus(now, liveRules.lookMs));
    return false;
  }
  const cut = await changeLive(deps, s.id, (newest, at) =>
    newest.state.name === 'live' ? finish(newest, 'cut-off', undefined, at) : refused('wrong-state', 'it has ended'),
  );
  if (cut.ok) await closeRoomOf(deps, cut.value.session);
  return cut.ok && cut.value.changed;
}

/** While only writing is left nobody has to sit in the room: then the last step counts. */
function isAlive(s: LiveSession, room: Room | undefined, now: Instant): boolean {
  const since = s.state.name === 'live' ? s.state.since : s.askedAt;
  const lives = (at: Instant | undefined): boolean => plus(at ?? since, liveRules.goneMs) > now;
  if (s.how === 'text') return plus(s.lastAt, liveRules.waitMs) > now || (room !== undefined && bothSeen(room, lives));
  return room === undefined ? lives(since) : bothSeen(room, lives);
}

const bothSeen = (room: Room, lives: (at: Instant | undefined) => boolean): boolean =>
  lives(room.seats.officer?.seenAt) && lives(room.seats.citizen?.seenAt);
