/** A delivery of the platform from its outside to the message within, and the way back: checked, opened, closed again. */
import { createHash, randomInt } from 'node:crypto';
import { done, refused, type Outcome } from '../outcome.ts';
import { MINUTE } from '../time.ts';
import { openMessageLock, type MessageLock } from './crypto.ts';
import { isSignedBy, signatureOf } from './signature.ts';
import { readXml, writeXml, type Fields } from './xml.ts';

/** What the account and the platform share. */
export type Account = { appId: string; token: string; aesKey?: string; aesKeyBefore?: string };
/** The query of a delivery. */
export type Outside = Record<string, string | undefined>;
export type Opened = {
  fields: Fields;
  /** Which lock the answer is closed with; none in plain mode. */
  lock?: MessageLock;
  /** Plain mode seals the outside alone: the words inside are bound to it by us, so that a captured seal carries no others. */
  bound?: { nonce: string; digest: string };
};

/** Clocks differ and deliveries come again for fifteen seconds; older ones are somebody else's. */
export const REPLAY_MS = 5 * MINUTE;

/** The platform asks whether the address is ours: the answer is the word it sent. */
export function checkedWord(account: Account, query: Outside, nowMs: number): Outcome<string> {
  const { msg_signature: sealed, echostr = '', timestamp = '', nonce = '' } = query;
  if (!isTimely(timestamp, nowMs)) return refused('not-allowed', 'not of this time');
  if (sealed === undefined)
    return isSignedBy(query['signature'] ?? '', account.token, timestamp, nonce)
      ? done(echostr)
      : refused('not-allowed', 'not signed by the platform');
  if (!isSignedBy(sealed, account.token, timestamp, nonce, echostr))
    return refused('not-allowed', 'not signed by the platform');
  const opened = openedWith(account, echostr);
  return opened.ok ? done(opened.value.text) : opened;
}

export function openDelivery(account: Account, query: Outside, body: string, nowMs: number): Outcome<Opened> {
  const { timestamp = '', nonce = '' } = query;
  if (!isTimely(timestamp, nowMs)) return refused('not-allowed', 'not of this time');
  if (query['encrypt_type'] !== 'aes') return openPlain(account, query, body);
  const outer = readXml(body);
  const encrypted = outer.ok ? outer.value['Encrypt'] : undefined;
  if (typeof encrypted !== 'string') return refused('bad-input', 'nothing encrypted in it');
  if (!isSignedBy(query['msg_signature'] ?? '', account.token, timestamp, nonce, encrypted))
    return refused('not-allowed', 'not signed by the platform');
  const opened = openedWith(account, encrypted);
  if (!opened.ok) return opened;
  const inner = readXml(opened.value.text);
  return inner.ok ? done({ fields: inner.value, lock: opened.value.lock }) : inner;
}

function openPlain(account: Account, query: Outside, body: string): Outcome<Opened> {
  const { timestamp = '', nonce = '' } = query;
  // Once there is a key, a message without it is not the platform's.
  if (account.aesKey !== undefined) return refused('not-allowed', 'this account takes encrypted messages only');
  if (!isSignedBy(query['signature'] ?? '', account.token, timestamp, nonce))
    return refused('not-allowed', 'not signed by the platform');
  const read = readXml(body);
  const digest = createHash('sha256').update(body).digest('base64url');
  return read.ok ? done({ fields: read.value, bound: { nonce: `${timestamp}-${nonce}`.slice(0, 60), digest } }) : read;
}

/** While the platform changes keys it uses the old one for a while. */
function openedWith(account: Account, encrypted: string): Outcome<{ text: string; lock: MessageLock }> {
  let last: Outcome<never> = refused('not-allowed', 'no key to open it with');
  for (const key of [account.aesKey, account.aesKeyBefore]) {
    if (key === undefined) continue;
    const lock = openMessageLock(key, account.appId);
    const text = lock.decrypt(encrypted);
    if (text.ok) return done({ text: text.value, lock });
    last = text;
  }
  return last;
}

export type Answer = { to: string; from: string; text: string };

export function closedAnswer(
  { to, from, text }: Answer,
  account: Account,
  lock: MessageLock | undefined,
  nowMs: number,
): string {
  const seconds = Math.floor(nowMs / 1000);
  const plain = writeXml({ ToUserName: to, FromUserName: from, CreateTime: seconds, MsgType: 'text', Content: text });
  if (lock === undefined) return plain;
  const encrypted = lock.encrypt(plain);
  const nonce = String(randomInt(1_000_000_000));
  return writeXml({
    Encrypt: encrypted,
    MsgSignature: signatureOf(account.token, String(seconds), nonce, encrypted),
    TimeStamp: seconds,
    Nonce: nonce,
  });
}

const isTimely = (timestamp: string, nowMs: number): boolean =>
  /^\d{1,12}$/u.test(timestamp) && Math.abs(Number(timestamp) * 1000 - nowMs) <= REPLAY_MS;
