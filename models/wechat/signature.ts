/** The seal under what WeChat sends: SHA-1 over the sorted parts, among them the token that only the account and the platform know. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Token, timestamp and nonce; in encrypted mode the encrypted text as a fourth part. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

export function isSignedBy(given: string, ...parts: readonly string[]): boolean {
  const wanted = Buffer.from(signatureOf(...parts));
  const got = Buffer.from(given);
  return got.length === wanted.length && timingSafeEqual(got, wanted);
}
