/** The way out to an open page, through the socket interface's management address. */
import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Wire } from '../../models/conversation/conversations.ts';

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
        // A malformed or foreign connection id is as gone as a closed one.
        if (error instanceof GoneException || (error as { name?: string }).name === 'BadRequestException')
          return 'gone';
        throw error;
      }
    },
  };
}

export const wireFromEnvironment = (): Wire => openBrowserWire(process.env['SOCKET_API'] ?? '');
