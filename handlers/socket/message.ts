/** The window for open lines: a page speaks. Every message proves itself by its ticket. */
import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { standingOf } from '../../functions/access/standing.ts';
import { helperStands, takenBack } from '../../functions/conversation/helper-of-talk.ts';
import { changeListening, disconnectSocket } from '../../functions/conversation/listen.ts';
import { viewersOf } from '../../functions/conversation/show-presence.ts';
import { showDrawing } from '../../functions/conversation/send-drawing.ts';
import { markRead, readChat, showTurn } from '../../functions/conversation/read-chat.ts';
import { takeTurn } from '../../functions/conversation/take-turn.ts';
import { tell } from '../../functions/conversation/tell-listeners.ts';
import type { Deps } from '../../functions/deps.ts';
import { may } from '../../models/access/permissions.ts';
import { SocketRequest } from '../../models/conversation/requests.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { msOf } from '../../models/time.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { relaysFromEnvironment } from '../gateways/relay-servers.ts';
import { wired, wireWith } from '../wiring.ts';
import { hearInRoom, isForRoom } from './room-message.ts';
import { settled } from './settled.ts';
import { holderOf, type TicketHolder } from './ticket.ts';

wireWith({
  bot: () => botOnFirstUse,
  photos: photosFromEnvironment,
  wire: wireFromEnvironment,
  relays: relaysFromEnvironment,
});

export const message = async (event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2> =>
  settled(event, async () => {
    const { deps, signer } = await wired();
    const socket = event.requestContext.connectionId;
    const said = parsed(event.body);
    if (isForRoom(said)) {
      await hearInRoom(await wired(), socket, said, (event.body ?? '').length);
      return 200;
    }
    const request = SocketRequest.safeParse(said);
    if (!request.success) {
      await refuse(deps, socket, deliveryIn(event.body), {
        kind: 'bad-input',
        detail: 'the message does not fit its schema',
      });
      return 200;
    }
    if (request.data.action === 'ping') {
      await deps.wire.send(socket, { type: 'pong' });
      return 200;
    }
    const holder = holderOf(signer, request.data.ticket, msOf(deps.now()));
    if (holder === undefined) {
      await refuse(deps, socket, deliveryIn(event.body), { kind: 'not-allowed', detail: 'signed out' });
      return 200;
    }
    await serve(deps, socket, holder, request.data);
    return 200;
  });

async function serve(
  deps: Deps,
  socket: string,
  holder: TicketHolder,
  request: Exclude<SocketRequest, { action: 'ping' }>,
): Promise<void> {
  if (holder.who === 'citizen') return serveCitizen(deps, socket, holder, request);
  if (holder.who === 'party')
    return refuse(deps, socket, undefined, { kind: 'not-allowed', detail: 'this ticket is for a room' });
  const standing = await standingOf(deps, holder.session, holder.staff);
  if (standing === undefined) return refuse(deps, socket, undefined, { kind: 'not-allowed', detail: 'signed out' });
  const { officer } = standing;
  if ((request.action === 'watch' || request.action === 'unwatch') && may(officer.role, 'read-desk')) {
    const changed = await changeListening(deps, officer, socket, request.conversation, request.action === 'watch');
    if (!changed.ok) await refuse(deps, socket, undefined, changed.refusal);
    // Whoever comes onto the list just after a colleague began to write was not told of it: here is who is there now.
    else if (request.action === 'watch')
      await deps.wire.send(socket, {
        type: 'viewers',
        id: request.conversation,
        ...(await viewersOf(deps, request.conversation)),
      });
    // A session that ended meanwhile has already been taken off the lists that it was on before.
    if ((await standingOf(deps, holder.session, holder.staff)) === undefined) await disconnectSocket(deps, socket);
    return;
  }
  if (request.action === 'draw' && may(officer.role, 'work-desk')) {
    // A picture too many is left away: the next one shows everything again.
    const shown = await showDrawing(deps, officer, request);
    if (!shown.ok && shown.refusal.kind !== 'too-many') await refuse(deps, socket, undefined, shown.refusal);
    return;
  }
  await refuse(deps, socket, undefined, { kind: 'not-allowed', detail: 'not for this role' });
}

async function serveCitizen(
  deps: Deps,
  socket: string,
  { visitor, device }: Extract<TicketHolder, { who: 'citizen' }>,
  request: Exclude<SocketRequest, { action: 'ping' }>,
): Promise<void> {
  const { conversation: id, helper } = visitor;
  if (helper !== undefined && (await helperStands(deps, { conversation: id, helper })) === undefined) {
    await refuse(deps, socket, 'delivery' in request ? request.delivery : undefined, takenBack.refusal);
    await deps.wire.send(socket, { type: 'out' });
    return disconnectSocket(deps, socket);
  }
  switch (request.action) {
    case 'say': {
      const taken = await takeTurn(deps, visitor, request, device);
      if (!taken.ok) return refuse(deps, socket, request.delivery, taken.refusal);
      const chat = await showTurn(deps, taken.value.conversation, taken.value.lines, request.after);
      await deps.wire.send(socket, { type: 'lines', id, ...chat, delivery: request.delivery });
      return;
    }
    case 'after':
      await deps.wire.send(socket, { type: 'lines', id, ...(await readChat(deps, visitor, request.after)) });
      return;
    case 'read':
      await markRead(deps, id, 'citizen', request.seq);
      return;
    case 'typing': {
      const found = await deps.conversations.find(id);
      if (found.ok)
        await tell(deps, found.value.listeners, id, (who) => (who === 's' ? { type: 'typing', id } : undefined));
      return;
    }
    case 'watch':
    case 'unwatch':
    case 'draw':
      await refuse(deps, socket, undefined, { kind: 'not-allowed', detail: 'this is for staff' });
  }
}

async function refuse(
  deps: Deps,
  socket: string,
  delivery: string | undefined,
  refusal: Parameters<typeof refusalSentence>[0],
): Promise<void> {
  await deps.wire.send(socket, {
    type: 'refused',
    ...(delivery === undefined ? {} : { delivery }),
    kind: refusal.kind,
    sentence: refusalSentence(refusal, 'zh'),
  });
}

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
const deliveryIn = (body: string | undefined): string | undefined => {
  const delivery = (parsed(body) as { delivery?: unknown } | null | undefined)?.delivery;
  return typeof delivery === 'string' ? delivery.slice(0, 64) : undefined;
};
