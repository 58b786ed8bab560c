/** The window to WeChat's platform: it asks whether the address is ours, and brings what people do; within a few seconds it has an answer. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { hearOnWeChat } from '../../functions/wechat/hear-on-wechat.ts';
import { fileLateTurn } from '../../functions/wechat/late-turns.ts';
import type { Deps } from '../../functions/deps.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import { checkedWord, closedAnswer, openDelivery } from '../../models/wechat/envelope.ts';
import { inboundOf, type Inbound } from '../../models/wechat/message.ts';
import { XML_BYTES } from '../../models/wechat/xml.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { weChatOnFirstUse } from '../gateways/wechat-on-first-use.ts';
import { weChatFromEnvironment, type WeChatSettings } from '../gateways/wechat-settings.ts';
import { count, errorCode, log } from '../log.ts';
import { wired, wireWith } from '../wiring.ts';
import { bodyOf } from './form-window.ts';

wireWith({
  bot: () => botOnFirstUse,
  photos: photosFromEnvironment,
  wire: wireFromEnvironment,
  weChat: () => weChatOnFirstUse,
});

type Response = APIGatewayProxyStructuredResultV2;
const said = (statusCode: number, body: string, type = 'text/plain'): Response => ({
  statusCode,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body,
});
/** Heard, and nothing to say now: the platform asks no more. */
const success = (): Response => said(200, 'success');

let settings: WeChatSettings | undefined;

export const handler = async (event: APIGatewayProxyEventV2): Promise<Response> => {
  const started = performance.now();
  const route = event.routeKey;
  try {
    settings ??= weChatFromEnvironment();
    const patience = settings?.budgetMs ?? 0;
    const answered = settings === undefined ? said(404, '') : await answer(event, settings, { started, patience });
    log('request-answered', { route, status: answered.statusCode ?? 200, ms: Math.round(performance.now() - started) });
    return answered;
  } catch (error) {
    // Without an answer the platform brings the message again.
    log('request-failed', { route, error: errorCode(error) });
    await count('RequestFailed');
    return said(500, '');
  }
};

async function answer(event: APIGatewayProxyEventV2, set: WeChatSettings, time: Time): Promise<Response> {
  const { deps } = await wired();
  const account = { appId: set.appId, ...(await set.secrets()) };
  const query = event.queryStringParameters ?? {};
  if (event.requestContext.http.method === 'GET') {
    const word = checkedWord(account, query, msOf(deps.now()));
    return word.ok ? said(200, word.value) : said(403, '');
  }
  const body = bodyOf(event);
  if (Buffer.byteLength(body) > 2 * XML_BYTES) return said(413, '');
  const opened = openDelivery(account, query, body, msOf(deps.now()));
  // What is signed but cannot be read would not become readable by coming again.
  if (!opened.ok) return opened.refusal.kind === 'not-allowed' ? said(403, '') : success();
  const { fields, lock, bound } = opened.value;
  if (bound !== undefined && !(await deps.followers.bindNonce(bound.nonce, bound.digest))) return said(403, '');
  const inbound = inboundOf(fields);
  if (!inbound.ok) return success();
  const heard = await heardInTime(deps, inbound.value, set.office, time);
  const text = heard.ok ? heard.value : undefined;
  if (text === undefined) return success();
  const { from: to, to: from } = inbound.value;
  return said(200, closedAnswer({ to, from, text }, account, lock, msOf(deps.now())), 'application/xml');
}

/** The platform's five seconds run from when it asked, so what a fresh process takes to get ready counts too. Milliseconds. */
type Time = { started: number; patience: number };
const LATE = Symbol('late');
/** Of the budget: with the usual three seconds the answer is still there before four. */
const BLINK = 0.3;

/**
 * The answer, if it is ready within the budget. Otherwise the message is filed and the platform is told that it was heard: from then on the
 * filed message is what counts, whatever becomes of this process, and the answer goes out as a message of its own.
 */
async function heardInTime(
  deps: Deps,
  inbound: Inbound,
  office: OfficeId,
  { started, patience }: Time,
): Promise<Outcome<string | undefined>> {
  let state: 'open' | 'claimed' | 'told' = 'open';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    const tell = (): void => {
      state = 'told';
      resolve(LATE);
    };
    // What is just being written down as said is said: to put it off now would leave two who each believe that the other says it.
    timer = setTimeout(
      () => {
        if (state === 'claimed') timer = setTimeout(tell, patience * BLINK);
        else tell();
      },
      patience - (performance.now() - started),
    );
  });
  const attempt = deps.newId();
  const open = (): boolean => state !== 'told';
  const claim = (): boolean => {
    if (open()) state = 'claimed';
    return open();
  };
  const hearing = hearOnWeChat(deps, inbound, { office, attempt, open, claim });
  try {
    const first = await Promise.race([hearing, late]);
    if (first !== LATE) return done(first);
  } finally {
    clearTimeout(timer);
  }
  // Whatever the slow work ends with, the filed message is what is answered.
  hearing.catch((error: unknown) => {
    log('turn-failed', { error: errorCode(error) });
  });
  await fileLateTurn(deps, inbound, office, attempt);
  return refused('wrong-state', 'the answer comes later');
}
