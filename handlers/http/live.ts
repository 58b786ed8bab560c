/** The citizen's window to live guidance, and a helper's: the line, the seat in the room, the ladder, the end. Data only; the page itself is a file. */
import * as z from 'zod';
import { cancelLive, endLive, rateLive, stepLive, type LiveActor } from '../../functions/live/act-on-live.ts';
import { bringHelper, comeAlong, findAsHelper } from '../../functions/live/bring-helper.ts';
import { acceptLive, askLive, roomOf } from '../../functions/live/open-live.ts';
import { showDoor, viewOf } from '../../functions/live/show-live.ts';
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import type { Deps } from '../../functions/deps.ts';
import {
  AskLive,
  ComeAsHelper,
  EndLive,
  NameLiveHelper,
  OneLive,
  RateLive,
  StepLive,
} from '../../models/live/requests.ts';
import type { LiveSession } from '../../models/live/live-session.ts';
import { liveView, type LiveDoor, type LiveHelperDoor, type LiveSeat } from '../../models/live/views.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Signer } from '../../models/signing.ts';
import { msOf } from '../../models/time.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { relaysFromEnvironment } from '../gateways/relay-servers.ts';
import { partyTicket, socketAddress } from '../socket/ticket.ts';
import { wireWith } from '../wiring.ts';
import { citizenRoute, openWindow, publicRoute, type Request } from './window.ts';

wireWith({ wire: wireFromEnvironment, relays: relaysFromEnvironment });

const HELPER_LOOKS = { most: 120, seconds: 600 } as const;

const citizen = ({ conversation }: Visitor): LiveActor => ({ who: 'citizen', conversation });
const shown = async (deps: Deps, acted: Outcome<LiveSession>) =>
  acted.ok ? done({ live: await viewOf(deps, acted.value) }) : acted;

/** A seat while it is live; the ticket lasts as long as a socket may. */
async function seatFor(
  deps: Deps,
  signer: Signer,
  s: LiveSession,
  party: 'citizen' | 'helper',
  language: 'zh' | 'en',
): Promise<LiveSeat | undefined> {
  if (s.state.name !== 'live') return undefined;
  const room = await roomOf(deps, s);
  if (!room.ok) return undefined;
  const ticket = partyTicket(
    signer,
    { room: room.value, subject: { kind: 'live', id: s.id }, party, language },
    msOf(deps.now()),
  );
  return { room: room.value, socket: { url: socketAddress(), ticket } };
}

async function doorOf(deps: Deps, signer: Signer, visitor: Visitor): Promise<LiveDoor> {
  const [{ door, session }, relays] = await Promise.all([
    showDoor(deps, visitor),
    deps.relays.for(`live-${visitor.conversation}`),
  ]);
  if (session === undefined) return { ...door, relays };
  const { conversation, helper, language } = visitor;
  if (helper !== undefined) {
    const beside = await comeAlong(deps, { conversation, helper }, session);
    return { ...door, relays, ...(beside === undefined ? {} : { beside }) };
  }
  const seat = await seatFor(deps, signer, session, 'citizen', language);
  return { ...door, relays, ...(seat === undefined ? {} : { seat }) };
}

/** The talk's helper may ask for a call and give the wait up; what is said and decided in it is the person's own. */
const own =
  <Input, Answer>(act: (deps: Deps, visitor: Visitor, input: Input, request: Request) => Promise<Outcome<Answer>>) =>
  (deps: Deps, visitor: Visitor, input: Input, request: Request): Promise<Outcome<Answer>> =>
    visitor.helper === undefined
      ? act(deps, visitor, input, request)
      : Promise.resolve(refused('not-allowed', 'a call is the person’s own'));

export const handler = openWindow({
  'GET /api/live': citizenRoute(z.strictObject({}), async (deps, visitor, _none, { signer }) =>
    done(await doorOf(deps, signer, visitor)),
  ),
  'POST /api/live/ask': citizenRoute(AskLive, async (deps, visitor, { how }, { signer }) => {
    const asked = await askLive(deps, visitor, how);
    return asked.ok ? done(await doorOf(deps, signer, visitor)) : asked;
  }),
  /** What an officer asked for is opened. */
  'POST /api/live/{id}/accept': citizenRoute(
    OneLive,
    own(async (deps, visitor, { id }, { signer }) => {
      const mine = await deps.live.find(id);
      if (!mine.ok || mine.value.conversation !== visitor.conversation)
        return refused('not-found', 'no such live guidance');
      const accepted = await acceptLive(deps, mine.value);
      return accepted.ok ? done(await doorOf(deps, signer, visitor)) : accepted;
    }),
  ),
  'POST /api/live/{id}/cancel': citizenRoute(OneLive, async (deps, visitor, { id }) =>
    shown(deps, await cancelLive(deps, citizen(visitor), id)),
  ),
  'POST /api/live/{id}/step': citizenRoute(
    StepLive,
    own(async (deps, visitor, input) => shown(deps, await stepLive(deps, citizen(visitor), input))),
  ),
  /** Hung up, with the citizen's own word on what came of it. */
  'POST /api/live/{id}/leave': citizenRoute(
    EndLive,
    own(async (deps, visitor, { id, outcome }) => shown(deps, await endLive(deps, citizen(visitor), id, outcome))),
  ),
  'POST /api/live/{id}/rate': citizenRoute(
    RateLive,
    own(async (deps, visitor, { id, grade }) => shown(deps, await rateLive(deps, citizen(visitor), id, grade))),
  ),
  'POST /api/live/{id}/helper': citizenRoute(
    NameLiveHelper,
    own(async (deps, visitor, input) => {
      const brought = await bringHelper(deps, visitor.conversation, input);
      return brought.ok ? done({ live: liveView(brought.value.session), link: brought.value.link }) : brought;
    }),
  ),
  'POST /api/live/helper': publicRoute(ComeAsHelper, async (deps, { slip }, { signer, language, address }) => {
    const { most, seconds } = HELPER_LOOKS;
    if ((await deps.limits.use(`live-helper#${address}`, seconds, msOf(deps.now()))) > most)
      return refused('too-many', 'too many tries');
    const found = await findAsHelper(deps, slip);
    if (!found.ok) return found;
    const seat = await seatFor(deps, signer, found.value, 'helper', language);
    const office = officeOf(found.value.office);
    return done({
      office: language === 'zh' ? office.nameZh : office.nameEn,
      live: liveView(found.value),
      relays: await deps.relays.for(`live-helper-${found.value.id}`),
      ...(seat === undefined ? {} : { seat }),
    } satisfies LiveHelperDoor);
  }),
});
