/** The local platform seals and signs as the real one does: held to the published vectors, apart from the product's own code. */
import { readFileSync } from 'node:fs';
import { openMessageLock } from '../../models/wechat/crypto.ts';
import { seal, signatureOf, unseal } from '../../scripts/local/wechat/platform-crypto.ts';

type Sealed = {
  name: string;
  encodingAESKey: string;
  appid: string;
  encrypt: string;
  token?: string;
  timestamp?: string;
  nonce?: string;
  msg_signature?: string;
  decrypted?: { random: string; msg: string; appid: string };
};
type Vectors = {
  signature: { name: string; token: string; timestamp: string; nonce: string; signature: string; expect: boolean }[];
  encrypted: Sealed[];
  sha1_sorted: { args: string[]; hex: string }[];
};
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vectors;

test.each(vectors.signature)('signature: $name', ({ token, timestamp, nonce, signature, expect: fits }) => {
  expect(signatureOf(token, timestamp, nonce) === signature).toBe(fits);
});

test.each(vectors.sha1_sorted)('the parts $args are sorted before they are signed', ({ args, hex }) => {
  expect(signatureOf(...args)).toBe(hex);
});

test.each(vectors.encrypted.filter(({ decrypted }) => decrypted !== undefined))(
  'opens and seals again: $name',
  (one) => {
    const { random = '', msg = '', appid = '' } = one.decrypted ?? {};
    expect(unseal(one.encrypt, one.encodingAESKey)).toEqual({ message: msg, appId: appid });
    expect(seal(msg, one.encodingAESKey, appid, Buffer.from(random))).toBe(one.encrypt);
  },
);

test.each(vectors.encrypted.filter(({ msg_signature }) => msg_signature !== undefined))('signs: $name', (one) => {
  const { token = '', timestamp = '', nonce = '', encrypt, msg_signature } = one;
  expect(signatureOf(token, timestamp, nonce, encrypt)).toBe(msg_signature);
});

test('what is sealed with another key is not read', () => {
  const [one] = vectors.encrypted;
  expect(unseal(one?.encrypt ?? '', 'bbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG')?.message).not.toBe(
    one?.decrypted?.msg,
  );
  expect(unseal('not sealed at all', one?.encodingAESKey ?? '')).toBeUndefined();
});

test('platform and product read each other, whatever the length of the message', () => {
  const { encodingAESKey = '', appid = '' } = vectors.encrypted[0] ?? {};
  const product = openMessageLock(encodingAESKey, appid);
  for (let length = 0; length < 70; length++) {
    const message = '办'.repeat(length);
    expect(product.decrypt(seal(message, encodingAESKey, appid))).toEqual({ ok: true, value: message });
    expect(unseal(product.encrypt(message), encodingAESKey)).toEqual({ message, appId: appid });
  }
});
