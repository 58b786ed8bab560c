/** What the platform sends is opened, checked and read exactly as it publishes; what it did not send is refused. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { openMessageLock } from '../../models/wechat/crypto.ts';
import { isSignedBy, signatureOf } from '../../models/wechat/signature.ts';
import { readXml, writeXml, XML_BYTES } from '../../models/wechat/xml.ts';

type Sealed = {
  name: string;
  encodingAESKey: string;
  token: string;
  appid: string;
  timestamp?: string;
  nonce?: string;
  msg_signature?: string;
  encrypt: string;
  decrypted: { random: string; msg: string; appid: string };
};
const vectors = JSON.parse(readFileSync('tests/wechat/vectors.json', 'utf8')) as {
  signature: { name: string; token: string; timestamp: string; nonce: string; signature: string; expect: boolean }[];
  encrypted: Sealed[];
  messages: { name: string; xml: string; fields: Record<string, string> }[];
  sha1_sorted: { args: string[]; hex: string }[];
  encrypted_negative: { name: string; base: string; change: Partial<Sealed> }[];
};
const signed = (v: Sealed) => isSignedBy(v.msg_signature ?? '', v.token, v.timestamp ?? '', v.nonce ?? '', v.encrypt);

test.each(vectors.sha1_sorted)('parts $args are sealed as published', ({ args, hex }) => {
  expect(signatureOf(...args)).toBe(hex);
});
test.each(vectors.signature)('signature: $name', ({ token, timestamp, nonce, signature, expect: right }) => {
  expect(isSignedBy(signature, token, timestamp, nonce)).toBe(right);
});
test.each(vectors.encrypted.filter((v) => v.msg_signature !== undefined))('signature over: $name', (v) => {
  expect(signed(v)).toBe(true);
});
test.each(vectors.encrypted_negative)('signature is refused: $name', ({ base, change }) => {
  const of = vectors.encrypted.find((v) => v.name === base);
  expect(of).toBeDefined();
  expect(signed({ ...(of as Sealed), ...change })).toBe(false);
});

test.each(vectors.encrypted)('opened, and locked again to the same letters: $name', (v) => {
  const lock = openMessageLock(v.encodingAESKey, v.appid);
  expect(lock.decrypt(v.encrypt)).toEqual({ ok: true, value: v.decrypted.msg });
  expect(lock.encrypt(v.decrypted.msg, Buffer.from(v.decrypted.random))).toBe(v.encrypt);
});

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
test('whatever is locked opens again, and not with another key or for another account', () => {
  const lock = openMessageLock(key, 'wx1');
  const others = [openMessageLock(key, 'wx2'), openMessageLock(key.toUpperCase(), 'wx1')];
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
      expect(lock.decrypt(lock.encrypt(words))).toEqual({ ok: true, value: words });
      for (const other of others) expect(other.decrypt(lock.encrypt(words)).ok).toBe(false);
    }),
  );
});
test('letters that nobody locked are refused, never thrown at', () => {
  const lock = openMessageLock(key, 'wx1');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(lock.decrypt(Buffer.from(bytes).toString('base64')).ok).toBe(false);
    }),
  );
});

test.each(vectors.messages)('read: $name', ({ xml, fields }) => {
  const read = readXml(xml);
  expect(read.ok && read.value).toMatchObject(
    // The vectors give nested reports no value of their own.
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  );
});
test.each([
  ['nothing', ''],
  ['no XML', '{"a":1}'],
  ['an open element', '<xml><Content>a</xml>'],
  ['two messages', '<xml><A>1</A></xml><xml><A>2</A></xml>'],
  ['an entity of its own', '<!DOCTYPE xml [<!ENTITY a "boo">]><xml><Content>&a;</Content></xml>'],
  ['a file of ours', '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>'],
  ['a document type behind the declaration', '<?xml version="1.0"?><!DOCTYPE xml><xml><A>1</A></xml>'],
  ['a name that changes every object', '<xml><__proto__>1</__proto__></xml>'],
  ['more than a message can be', `<xml><Content>${'啊'.repeat(XML_BYTES / 3)}</Content></xml>`],
])('refused: %s', (_what, text) => {
  expect(readXml(text).ok).toBe(false);
});
test('a document type that somebody merely typed is words', () => {
  const read = readXml('<xml><Content><![CDATA[<!DOCTYPE a> &b;]]></Content></xml>');
  expect(read.ok && read.value['Content']).toBe('<!DOCTYPE a> &b;');
});
test('what is written is read back to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const read = readXml(writeXml({ Content: `${words}]]>&lt;`, CreateTime: 12 }));
      expect(read.ok && read.value).toEqual({ Content: `${words}]]>&lt;`, CreateTime: '12' });
    }),
  );
});
