/** The doors of the open lines: a page comes with a ticket, and is taken off all lists when it goes. */
import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { connectSocket, disconnectSocket } from '../../functions/conversation/listen.ts';
import { msOf } from '../../models/time.ts';
import { log } from '../log.ts';
import { wired } from '../wiring.ts';
import { settled } from './settled.ts';
import { holderOf } from './ticket.ts';

type ConnectEvent = APIGatewayProxyWebsocketEventV2 & { queryStringParameters?: Record<string, string> };

export const connect = async (event: ConnectEvent): Promise<APIGatewayProxyResultV2> =>
  settled(event, async () => {
    const { deps, signer } = await wired();
    const holder = holderOf(signer, event.queryStringParameters?.['ticket'] ?? '', msOf(deps.now()));
    if (holder === undefined) return 401;
    await connectSocket(
      deps,
      event.requestContext.connectionId,
      holder.who === 'citizen'
        ? { of: 'citizen', conversation: holder.visitor.conversation }
        : { of: 'staff', staff: holder.officer.id, office: holder.officer.office },
    );
    log('socket-opened', { socket: event.requestContext.connectionId, kind: holder.who });
    return 200;
  });

export const disconnect = async (event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2> =>
  settled(event, async () => {
    const { deps } = await wired();
    await disconnectSocket(deps, event.requestContext.connectionId);
    log('socket-closed', { socket: event.requestContext.connectionId });
    return 200;
  });
