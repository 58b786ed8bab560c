/** The doors of the open lines: a page comes with a ticket, and is taken off all lists when it goes. */
import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { standingOf } from '../../functions/access/standing.ts';
import { helperStands } from '../../functions/conversation/helper-of-talk.ts';
import { connectSocket, disconnectSocket } from '../../functions/conversation/listen.ts';
import type { Deps } from '../../functions/deps.ts';
import { may } from '../../models/access/permissions.ts';
import { msOf } from '../../models/time.ts';
import { log } from '../log.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wired, wireWith } from '../wiring.ts';
import { settled } from './settled.ts';
import { holderOf, type TicketHolder } from './ticket.ts';

// Whoever leaves a room by closing the page is missed at once by those who stay.
wireWith({ wire: wireOnFirstUse });

type ConnectEvent = APIGatewayProxyWebsocketEventV2 & { queryStringParameters?: Record<string, string> };

export const connect = async (event: ConnectEvent): Promise<APIGatewayProxyResultV2> =>
  settled(event, async () => {
    const { deps, signer } = await wired();
    const holder = holderOf(signer, event.queryStringParameters?.['ticket'] ?? '', msOf(deps.now()));
    if (holder === undefined) return 401;
    const socket = event.requestContext.connectionId;
    if (holder.who === 'citizen') {
      if (!(await connectCitizen(deps, socket, holder))) return 401;
    } else if (holder.who === 'party')
      // Whether the room still takes them is asked when they join it.
      await connectSocket(deps, socket, { of: 'party', seat: { room: holder.room, party: holder.party } });
    else if (!(await connectStaff(deps, socket, holder))) return 401;
    log('socket-opened', { socket, kind: holder.who });
    return 200;
  });

/** A helper is listed first and asked afterwards: whom the person takes back in between is taken off again. */
async function connectCitizen(
  deps: Deps,
  socket: string,
  { visitor: { conversation, helper } }: Extract<TicketHolder, { who: 'citizen' }>,
): Promise<boolean> {
  const owner = { of: 'citizen', conversation, ...(helper === undefined ? {} : { helper }) } as const;
  await connectSocket(deps, socket, owner);
  if (helper === undefined || (await helperStands(deps, { conversation, helper })) !== undefined) return true;
  await disconnectSocket(deps, socket);
  return false;
}

/** Listed first and asked afterwards: a session that ends in between takes the socket off the lists again. */
async function connectStaff(
  deps: Deps,
  socket: string,
  { staff, session }: Extract<TicketHolder, { who: 'staff' }>,
): Promise<boolean> {
  const before = await standingOf(deps, session, staff);
  if (before === undefined || !may(before.officer.role, 'read-desk')) return false;
  await connectSocket(deps, socket, { of: 'staff', staff, office: before.officer.office, session });
  if ((await standingOf(deps, session, staff)) !== undefined) return true;
  await disconnectSocket(deps, socket);
  return false;
}

export const disconnect = async (event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2> =>
  settled(event, async () => {
    const { deps } = await wired();
    await disconnectSocket(deps, event.requestContext.connectionId);
    log('socket-closed', { socket: event.requestContext.connectionId });
    return 200;
  });
