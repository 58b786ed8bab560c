/** Delivers a message to the product's address as the platform does: signed, sealed if the account wants it, five seconds a try, three tries in all. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { PeerAccount } from './account.ts';
import { readReply, type Reply } from './reply.ts';
import { seal, signatureOf } from './platform-crypto.ts';
import { writeXml, type Fields } from './platform-xml.ts';
import type { Random } from './seeded.ts';
import type { Exchange, Faults } from './talk.ts';

export type Line = {
  account: PeerAccount;
  callback: string;
  now(): number;
  random: Random;
  faults(): Faults;
  patienceMs: number;
  note(exchange: Omit<Exchange, 'seq'>): void;
};
/** `silent`: the product took it and answers later or not at all; `failed`: three tries without a usable answer. */
export type Delivered = ({ how: 'replied'; reply: Reply } | { how: 'silent' } | { how: 'failed' }) & {
  /** Of the last try, and which one it was. */
  ms: number;
  attempt: number;
};

const TRIES = 3;
/** How soon the platform tries again after a refused connection is not published; after five silent seconds it is at once. */
const PAUSE_MS = 200;

export async function deliver(line: Line, title: string, fields: Fields): Promise<Delivered> {
  for (let attempt = 1; ; attempt++) {
    const began = performance.now();
    const sent = dress(line, writeXml(fields));
    const answer = await tryOnce(line, sent);
    const reply = answer.ok ? readReply(line.account, answer.body, fields) : undefined;
    const ms = performance.now() - began;
    line.note({
      at: line.now(),
      kind: 'callback',
      title,
      attempt,
      tookMs: Math.round(ms),
      outcome: reply === 'unreadable' ? 'unreadable' : answer.outcome,
      good: reply !== undefined && reply !== 'unreadable',
      sent: sent.body,
      ...(sent.body === sent.plain ? {} : { plain: sent.plain }),
      answer: answer.body,
      ...(typeof reply === 'object' && reply.plain !== answer.body ? { answerPlain: reply.plain } : {}),
    });
    // An answer in no known form is told to the person at once: “该公众号暂时无法提供服务”.
    if (reply === 'unreadable') return { how: 'failed', ms, attempt };
    if (reply === 'nothing') return { how: 'silent', ms, attempt };
    if (reply !== undefined) return { how: 'replied', reply, ms, attempt };
    if (attempt === TRIES) return { how: 'failed', ms, attempt };
    if (answer.outcome !== 'timeout') await pause(PAUSE_MS);
  }
}

type Sent = { query: string; body: string; plain: string };

/** Each try has its own time and nonce, so its own signature; the message in it stays the same. */
function dress({ account, now }: Line, plain: string): Sent {
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const query = new URLSearchParams({ signature: signatureOf(account.token, timestamp, nonce), timestamp, nonce });
  const openId = /<FromUserName><!\[CDATA\[(.+?)\]\]>/u.exec(plain)?.[1];
  if (openId !== undefined) query.set('openid', openId);
  if (account.mode === 'plain') return { query: query.toString(), body: plain, plain };
  const encrypt = seal(plain, account.aesKey, account.appId);
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', signatureOf(account.token, timestamp, nonce, encrypt));
  const envelope = { ToUserName: account.originalId, Encrypt: encrypt };
  const body =
    account.mode === 'safe'
      ? writeXml(envelope)
      : plain.replace('</xml>', writeXml({ Encrypt: encrypt }).replace('<xml>', ''));
  return { query: query.toString(), body, plain };
}

type Answer = { ok: boolean; outcome: string; body: string };

async function tryOnce(line: Line, { query, body }: Sent): Promise<Answer> {
  const { random, faults, patienceMs } = line;
  const { drop, slowMs } = faults();
  const lost = random() < drop ? (random() < 0.5 ? 'lost on its way' : 'answer lost') : undefined;
  const late = random() * slowMs;
  if (late > 0) await pause(Math.min(late, patienceMs));
  if (lost === 'lost on its way' || late >= patienceMs) return { ok: false, outcome: lost ?? 'timeout', body: '' };
  const answer = await post(
    `${line.callback}${line.callback.includes('?') ? '&' : '?'}${query}`,
    body,
    patienceMs - late,
  );
  return lost === undefined ? answer : { ok: false, outcome: lost, body: answer.body };
}

/** A connection of its own for each try: it is cut when time is over, whatever the product still does. */
function post(address: string, body: string, patienceMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const req = request(
      address,
      { method: 'POST', agent: false, headers: { 'content-type': 'text/xml', 'user-agent': 'Mozilla/4.0' } },
      (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('error', () => undefined);
        res.on('end', () => {
          end({
            // What another status than 200 means to the platform is not published; here it is no answer.
            ok: res.statusCode === 200,
            outcome: String(res.statusCode),
            body: Buffer.concat(parts).toString(),
          });
        });
      },
    );
    const clock = setTimeout(() => {
      end({ ok: false, outcome: 'timeout', body: '' });
      req.destroy();
    }, patienceMs);
    const end = (answer: Answer): void => {
      clearTimeout(clock);
      resolve(answer);
    };
    req.on('error', (error: NodeJS.ErrnoException) => {
      end({ ok: false, outcome: error.code ?? error.message, body: '' });
    });
    req.end(body);
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The word of the URL check travels bare in every mode, and must come back as it went. */
export async function checkAddress({ account, callback, now }: Line): Promise<boolean> {
  const [timestamp, nonce] = [String(Math.floor(now() / 1000)), String(randomBytes(4).readUInt32BE())];
  const echostr = randomBytes(8).readBigUInt64BE().toString();
  const signature = signatureOf(account.token, timestamp, nonce);
  const query = new URLSearchParams({ signature, timestamp, nonce, echostr });
  const answer = await fetch(`${callback}?${query.toString()}`);
  return answer.ok && (await answer.text()) === echostr;
}
