/** Nothing a window does may throw: a crash becomes one sentence with a reference, an alarm and a log line without its message. */
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { brokenSentence } from '../../models/phrasebook/refusals.ts';
import { count, errorCode, log } from '../log.ts';
import { json } from './problem.ts';
import { languageOf } from './language.ts';

export const answersFailures = (): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => {
  const started = new WeakMap<object, number>();
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => {
      log('request-answered', {
        request: event.requestContext.requestId,
        route: event.routeKey,
        status: response?.statusCode ?? 200,
        ms: Math.round(performance.now() - (started.get(event) ?? 0)),
      });
    },
    onError: async (request) => {
      const { event, error } = request;
      const language = languageOf(event);
      const reference = event.requestContext.requestId.replaceAll('-', '').slice(0, 4).toUpperCase();
      log('request-failed', {
        request: event.requestContext.requestId,
        route: event.routeKey,
        error: errorCode(error),
        code: reference,
      });
      await count('RequestFailed');
      request.response = json(500, { kind: 'broken', sentence: brokenSentence(reference, language), reference });
    },
  };
};
