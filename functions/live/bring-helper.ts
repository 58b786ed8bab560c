/** A helper beside the citizen from elsewhere: named by the citizen, comes by a link that opens one seat as long as the call lasts. */
import { maskName } from '../../models/conversation/masking.ts';
import { LiveId, type ConversationId } from '../../models/ids.ts';
import { nameHelper, removeTalkHelper } from '../../models/live/changes.ts';
import { isOver, type LiveSession } from '../../models/live/live-session.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { vacate } from '../../models/room/seats.ts';
import type { Room } from '../../models/room/room.ts';
import { HOUR, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { helperStands, type HelperSeat } from '../conversation/helper-of-talk.ts';
import { changeRoom } from '../room/change-room.ts';
import { tellRoom } from '../room/tell-room.ts';
import { changeLive } from './change-live.ts';

const USE = 'live-helper';
/** A call is over long before; what is over opens nothing any more. */
const LINK_MS = 6 * HOUR;

export async function bringHelper(
  deps: Deps,
  conversation: ConversationId,
  { id, helper, name }: { id: LiveId; helper: string; name: string },
): Promise<Outcome<{ session: LiveSession; link: string }>> {
  const changed = await changeLive(deps, id, (s, now) =>
    s.conversation === conversation
      ? nameHelper(s, { id: helper, name }, now)
      : refused('not-found', 'no such live guidance'),
  );
  if (!changed.ok) return changed;
  const { session } = changed.value;
  if (changed.value.changed) await makeRoomFor(deps, session);
  return done({ session, link: linkOf(deps, session.id, helper) });
}

function linkOf(deps: Deps, id: LiveId, helper: string): string {
  const slip = deps.signer.sign(USE, { l: id, h: helper }, msOf(deps.now()) + LINK_MS);
  return `${deps.origin}/live/helper/${slip}`;
}

/**
 * The helper of the talk comes along, to the seat beside the citizen, never to the citizen's own. Undefined: there is no call, or somebody
 * else was asked into it.
 */
export async function comeAlong(deps: Deps, seat: HelperSeat, session: LiveSession): Promise<string | undefined> {
  if (session.state.name !== 'live') return undefined;
  const stands = await helperStands(deps, seat);
  if (stands === undefined) return undefined;
  const { id, name } = stands.helper;
  const changed = await changeLive(deps, session.id, (s, now) =>
    s.helper === undefined ? nameHelper(s, { id, name: name.slice(0, 20), ofTalk: true }, now) : done(s),
  );
  if (!changed.ok || changed.value.session.helper?.id !== id) return undefined;
  if (changed.value.changed) await makeRoomFor(deps, changed.value.session);
  return linkOf(deps, session.id, id);
}

/** The person took the helper of the talk back while they speak: out of the call, too, at once. */
export async function leaveAlong(deps: Deps, conversation: ConversationId): Promise<void> {
  const session = await deps.live.ofTalk(conversation);
  if (session?.helper?.ofTalk !== true) return;
  const changed = await changeLive(deps, session.id, removeTalkHelper);
  if (changed.ok && changed.value.changed) await makeRoomFor(deps, changed.value.session);
}

/** Whoever was named before has no seat any more. */
async function makeRoomFor(deps: Deps, { room: id, helper }: LiveSession): Promise<void> {
  if (id === undefined) return;
  const cleared = await changeRoom(deps, id, (room, now): Outcome<{ room: Room; said: string | undefined }> => {
    const vacated = vacate(room, 'helper', helper === undefined ? '' : maskName(helper.name), now);
    return vacated.ok ? done({ room: vacated.value, said: room.seats.helper?.connection }) : vacated;
  });
  if (!cleared.ok || !cleared.value.changed) return;
  if (cleared.value.said !== undefined) await deps.wire.send(cleared.value.said, { type: 'room-out', why: 'replaced' });
  await tellRoom(deps, cleared.value.room);
}

/** Refuses once somebody else was named, or the call is over. */
export async function findAsHelper(deps: Deps, slip: string): Promise<Outcome<LiveSession>> {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  const id = LiveId.safeParse(says?.['l']);
  if (!id.success) return refused('not-found', 'no such live guidance');
  const found = await deps.live.find(id.data);
  if (!found.ok) return found;
  const { helper, conversation } = found.value;
  const open = helper?.id === says?.['h'] && !isOver(found.value);
  // The talk's own helper is asked of the talk: what was taken back there is taken back here, whoever died before saying so.
  const stands =
    open && (helper?.ofTalk !== true || (await helperStands(deps, { conversation, helper: helper.id })) !== undefined);
  return stands ? found : refused('not-found', 'no such live guidance');
}
