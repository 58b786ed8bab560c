import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { count, errorCode, log } from '../log.ts';

/** Nothing a window does may throw; the page asks again for what it did not get. */
export async function settled(
  event: APIGatewayProxyWebsocketEventV2,
  work: () => Promise<number>,
): Promise<APIGatewayProxyResultV2> {
  try {
    return { statusCode: await work() };
  } catch (error) {
    log('request-failed', {
      request: event.requestContext.requestId,
      route: event.requestContext.routeKey,
      error: errorCode(error),
    });
    await count('RequestFailed');
    return { statusCode: 500 };
  }
}
