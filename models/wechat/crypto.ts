/** Locks and opens messages of WeChat's encrypted mode (安全模式), in both directions. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { done, refused, type Outcome } from '../outcome.ts';

/** Padding goes up to the next 32 bytes, twice the cipher's own block. */
const BLOCK = 32;
const RANDOM = 16;

export type MessageLock = {
  encrypt(message: string, random?: Buffer): string;
  /** What is within, if it was meant for this account and locked with this key. */
  decrypt(encrypted: string): Outcome<string>;
};

/** `aesKey`: the 43 characters shown in the account's console (EncodingAESKey). Sixteen random bytes, the length, the message, the account's id. */
export function openMessageLock(aesKey: string, appId: string): MessageLock {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (aesKey.length !== 43 || key.length !== 32) throw new Error('an EncodingAESKey has 43 characters');
  const start = key.subarray(0, 16);
  return {
    encrypt(message, random = randomBytes(RANDOM)) {
      const words = Buffer.from(message);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(words.length);
      const plain = Buffer.concat([random, length, words, Buffer.from(appId)]);
      const missing = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, start).setAutoPadding(false);
      return Buffer.concat([
        cipher.update(plain),
        cipher.update(Buffer.alloc(missing, missing)),
        cipher.final(),
      ]).toString('base64');
    },
    decrypt(encrypted) {
      const body = Buffer.from(encrypted, 'base64');
      if (body.length === 0 || body.length % 16 !== 0) return refused('bad-input', 'not an encrypted message');
      const decipher = createDecipheriv('aes-256-cbc', key, start).setAutoPadding(false);
      return within(Buffer.concat([decipher.update(body), decipher.final()]), appId);
    },
  };
}

function within(padded: Buffer, appId: string): Outcome<string> {
  const padding = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, padded.length - padding);
  if (padding < 1 || padding > BLOCK || plain.length < RANDOM + 4)
    return refused('bad-input', 'locked with another key');
  const end = RANDOM + 4 + plain.readUInt32BE(RANDOM);
  if (end > plain.length || plain.subarray(end).toString() !== appId)
    return refused('bad-input', 'locked with another key, or for another account');
  return done(plain.subarray(RANDOM + 4, end).toString());
}
