/** The one place that knows both refusals and HTTP statuses. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Refusal, RefusalKind } from '../../models/outcome.ts';
import { refusalSentence, type Language } from '../../models/phrasebook/refusals.ts';

const statusOf = {
  'bad-input': 422,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-state': 409,
  stale: 409,
  'too-many': 429,
} as const satisfies Record<RefusalKind, number>;

export const json = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

export const problem = (refusal: Refusal, language: Language, more: object = {}): APIGatewayProxyStructuredResultV2 =>
  json(statusOf[refusal.kind], { kind: refusal.kind, sentence: refusalSentence(refusal, language), ...more });

/** Not signed in, or no longer: the page shows the sign-in form. `why` is what stops an agent, where it is that. */
export const signedOut = (
  language: Language,
  why: Refusal = { kind: 'not-allowed', detail: 'signed out' },
): APIGatewayProxyStructuredResultV2 =>
  json(401, {
    kind: 'not-allowed',
    signedOut: true,
    ...(why.detail.startsWith('agent stopped') ? { stopped: true } : {}),
    sentence: refusalSentence(why, language),
  });
