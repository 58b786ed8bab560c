/** The way out to an open page, through the socket interface's management address. */
import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { errorCode, log } from '../log.ts';
import type { Wire } from '../../models/conversation/conversations.ts';

const goneNames = new Set(['BadRequestException', 'ForbiddenException']);

export function openBrowserWire(endpoint: string): Wire {
  const client = new ApiGatewayManagementApiClient({ endpoint });
  return {
    async send(socket, message) {
      try {
        await client.send(
          new PostToConnectionCommand({ ConnectionId: socket, Data: Buffer.from(JSON.stringify(message)) }),
        );
        return 'sent';
      } catch (error) {
        // A malformed or foreign connection id is as gone as a closed one. Any other trouble on the way to one page must
        // never fail the turn of another: the page notices the gap and asks.
        const isGone = error instanceof GoneException || goneNames.has((error as { name?: string }).name ?? '');
        if (!isGone) log('push-failed', { socket, error: errorCode(error) });
        return isGone ? 'gone' : 'failed';
      }
    },
  };
}

export const wireFromEnvironment = (): Wire => openBrowserWire(process.env['SOCKET_API'] ?? '');
