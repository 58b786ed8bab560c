/**
 * The platform's own hand at sealing and signing messages, written apart from the product's so that a mistake in one does not hide in the
 * other; both are held to the same published vectors.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

/** The key in the console is Base64 of 32 bytes without its last sign; its first half also begins the chain. */
const keyOf = (encodingAesKey: string): { key: Buffer; iv: Buffer } => {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (key.length !== BLOCK) throw new Error('an EncodingAESKey has 43 signs');
  return { key, iv: key.subarray(0, RANDOM) };
};

export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

export function seal(message: string, encodingAesKey: string, appId: string, random = randomBytes(RANDOM)): string {
  const { key, iv } = keyOf(encodingAesKey);
  const body = Buffer.from(message);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(body.length);
  const whole = Buffer.concat([random, length, body, Buffer.from(appId)]);
  // Always something, a whole block when the message fits by itself (PKCS#7, but in blocks of 32).
  const padding = BLOCK - (whole.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(whole), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
}

/** Whoever cannot read it gets nothing, and is not told why. */
export function unseal(sealed: string, encodingAesKey: string): { message: string; appId: string } | undefined {
  const { key, iv } = keyOf(encodingAesKey);
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const whole = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = whole.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK) return undefined;
  const plain = whole.subarray(0, whole.length - padding);
  if (plain.length < RANDOM + LENGTH) return undefined;
  const length = plain.readUInt32BE(RANDOM);
  const from = RANDOM + LENGTH;
  if (from + length > plain.length) return undefined;
  return {
    message: plain.subarray(from, from + length).toString(),
    appId: plain.subarray(from + length).toString(),
  };
}
