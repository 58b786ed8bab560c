/** A small stand-in for WeChat's platform: it signs, locks and delivers as published, and takes what is sent to people. */
import { createServer, type IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomInt } from 'node:crypto';
import { openMessageLock } from '../../models/wechat/crypto.ts';
import { signatureOf } from '../../models/wechat/signature.ts';
import { readXml, writeXml } from '../../models/wechat/xml.ts';

export const account = {
  appId: 'wx2c2769f8efd9abc2',
  secret: 'the-account-s-secret',
  token: 'spamtest',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const lock = openMessageLock(account.aesKey, account.appId);

export const PATIENT = '30000';

export type Sent = { path: string; body: Record<string, unknown>; token: string };
export type Platform = {
  /** What was sent to people, oldest first. */
  sent: Sent[];
  textsTo(who: string): string[];
  /** How often a pass was asked for. */
  passes: number;
  /** Makes the next calls fail with this number. */
  fail: { code: number; times: number };
  /** The pass that is taken now; an older one is answered with 40001. */
  pass: string;
  media: Map<string, Buffer>;
  codes: Map<string, string>;
  stop(): Promise<void>;
};

export async function openPlatform(): Promise<Platform> {
  const platform: Platform = {
    sent: [],
    textsTo: (who) =>
      platform.sent
        .filter(({ path, body }) => path === '/cgi-bin/message/custom/send' && body['touser'] === who)
        .map(({ body }) => (body['text'] as { content: string }).content),
    passes: 0,
    fail: { code: 0, times: 0 },
    pass: 'pass-0',
    media: new Map(),
    codes: new Map(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  const answer = (path: string, query: URLSearchParams, body: Record<string, unknown>): object | Buffer => {
    if (path === '/cgi-bin/stable_token') {
      platform.passes += 1;
      if (body['force_refresh'] === true) platform.pass = `pass-${String(platform.passes)}`;
      return { access_token: platform.pass, expires_in: 7200 };
    }
    if (path === '/sns/oauth2/access_token') {
      const openid = platform.codes.get(query.get('code') ?? '');
      platform.codes.delete(query.get('code') ?? '');
      return openid === undefined ? { errcode: 40029, errmsg: 'invalid code' } : { openid };
    }
    if (query.get('access_token') !== platform.pass) return { errcode: 40001, errmsg: 'invalid credential' };
    if (platform.fail.times > 0) {
      platform.fail.times -= 1;
      return { errcode: platform.fail.code, errmsg: 'as told' };
    }
    if (path === '/cgi-bin/media/upload') return { type: 'image', media_id: 'uploaded-1', created_at: 1 };
    if (path === '/cgi-bin/media/get')
      return platform.media.get(query.get('media_id') ?? '') ?? { errcode: 40007, errmsg: 'invalid media_id' };
    platform.sent.push({ path, body, token: platform.pass });
    return path.includes('template')
      ? { errcode: 0, msgid: `9007199254740993${String(platform.sent.length)}` }
      : { errcode: 0 };
  };
  const server = createServer((req, res) => {
    void bodyIn(req).then((text) => {
      const url = new URL(req.url ?? '', 'http://platform');
      const answered = answer(
        url.pathname,
        url.searchParams,
        text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
      );
      res.setHeader('content-type', Buffer.isBuffer(answered) ? 'image/jpeg' : 'application/json');
      // The number of a message comes as a number, longer than one can be read exactly.
      res.end(
        Buffer.isBuffer(answered) ? answered : JSON.stringify(answered).replace(/"msgid":"(\d+)"/u, '"msgid":$1'),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    WECHAT_API: `http://127.0.0.1:${String((server.address() as { port: number }).port)}`,
    WECHAT_APP_ID: account.appId,
    WECHAT_SECRET: account.secret,
    WECHAT_TOKEN: account.token,
    WECHAT_AES_KEY: account.aesKey,
    WECHAT_TEMPLATES: '{}',
    // A machine that does many things at once needs longer; what happens then has tests of its own.
    WECHAT_BUDGET_MS: PATIENT,
  });
  return platform;
}

async function bodyIn(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

export type Delivery = { query: Record<string, string>; body: string };
export type Message = Record<string, string | number>;

/** One delivery, locked and signed; `nowMs` is the office's time. */
export function delivered(message: Message, nowMs: number): Delivery {
  const [timestamp, nonce] = [String(Math.floor(nowMs / 1000)), String(randomInt(1_000_000_000))];
  const encrypt = lock.encrypt(writeXml(message));
  return {
    query: {
      timestamp,
      nonce,
      signature: signatureOf(account.token, timestamp, nonce),
      encrypt_type: 'aes',
      msg_signature: signatureOf(account.token, timestamp, nonce, encrypt),
    },
    body: writeXml({ ToUserName: 'gh_office', Encrypt: encrypt }),
  };
}

export const eventOf = (method: 'GET' | 'POST', { query, body }: Delivery): APIGatewayProxyEventV2 =>
  ({
    version: '2.0',
    routeKey: `${method} /api/wechat`,
    rawPath: '/api/wechat',
    rawQueryString: '',
    headers: { 'content-type': 'text/xml' },
    queryStringParameters: query,
    requestContext: { http: { method, path: '/api/wechat', sourceIp: '101.226.103.1' }, requestId: 'r' },
    isBase64Encoded: false,
    body,
  }) as unknown as APIGatewayProxyEventV2;

/** The words of an answer; undefined for `success`. */
export function wordsIn(body: string | undefined): string | undefined {
  if (body === undefined || body === 'success') return undefined;
  const outer = readXml(body);
  if (!outer.ok) throw new Error(`not an answer: ${body}`);
  const { Encrypt, MsgSignature, TimeStamp, Nonce } = outer.value as Record<string, string>;
  if (MsgSignature !== signatureOf(account.token, TimeStamp ?? '', Nonce ?? '', Encrypt ?? ''))
    throw new Error('the answer is not signed');
  const inner = lock.decrypt(Encrypt ?? '');
  const read = inner.ok ? readXml(inner.value) : inner;
  if (!read.ok) throw new Error('the answer cannot be opened');
  return read.value['Content'] as string;
}
