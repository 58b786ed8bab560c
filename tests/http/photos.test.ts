import { createHash, randomBytes } from 'node:crypto';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

type Upload = { attachment: string; upload: { url: string; headers: Record<string, string> } };
const photo = randomBytes(5000);
const sha256 = createHash('sha256').update(photo).digest('base64');
const announce = async (who: Caller, more: object = {}): Promise<Upload> =>
  (
    await call('POST /api/attachments', who, {
      mime: 'image/jpeg',
      bytes: photo.length,
      sha256,
      width: 640,
      height: 480,
      ...more,
    })
  ).body as unknown as Upload;
const put = async ({ upload }: Upload, body: Buffer = photo, headers: Record<string, string> = {}, url = upload.url) =>
  (await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers: { ...upload.headers, ...headers } })).status;
const say = (who: Caller, attachment: string) =>
  call('POST /api/chat/messages', who, {
    delivery: delivery(),
    content: { type: 'photo', attachment, mime: 'image/jpeg', bytes: photo.length, width: 640, height: 480 },
    after: 0,
  });

test('a photo is uploaded once to the address it was given, said as a line, and seen by its owner', async () => {
  const citizen = somebody();
  const given = await announce(citizen);
  expect(await put(given)).toBe(200);
  expect((await say(citizen, given.attachment)).status).toBe(200);
  const { headers } = await call('GET /api/attachments/{id}', citizen, { id: given.attachment });
  const seen = await fetch(headers['location'] ?? '');
  expect(seen.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await seen.arrayBuffer()).equals(photo)).toBe(true);
  expect(await put(given)).toBe(412);
});

test('other bytes, another size, another type, a changed or foreign address are refused by the store', async () => {
  const citizen = somebody();
  const given = await announce(citizen);
  const other = randomBytes(photo.length);
  expect(await put(given, other)).toBe(400);
  expect(await put(given, photo.subarray(1))).toBe(403);
  expect(await put(given, photo, { 'content-type': 'image/png' })).toBe(403);
  expect(
    await put(given, other, { 'x-amz-checksum-sha256': createHash('sha256').update(other).digest('base64') }),
  ).toBe(403);
  expect(await put(given, photo, {}, given.upload.url.replace(/X-Amz-Expires=\d+/u, 'X-Amz-Expires=99999'))).toBe(403);
  expect(await put(given, photo, {}, given.upload.url.replace(given.attachment, '01JABCDEFGHJKMNPQRSTVWXYZ0'))).toBe(
    403,
  );
  expect((await fetch(given.upload.url.split('?')[0] ?? '')).status).toBe(403);
});

test('a photo that never arrived is no line, and one sentence says what to do', async () => {
  const citizen = somebody();
  const given = await announce(citizen);
  expect(await say(citizen, given.attachment)).toMatchObject({
    status: 409,
    body: { sentence: '照片还没传完，请再传一次。' },
  });
  expect((await call('GET /api/chat', citizen, { after: 0 })).body['lines']).toEqual([]);
});

test('what is no picture, or too large, is refused before anything is uploaded', async () => {
  const citizen = somebody();
  for (const more of [
    { mime: 'application/pdf' },
    { mime: 'image/svg+xml' },
    { bytes: 8 * 1024 * 1024 + 1 },
    { bytes: 0 },
    { sha256: 'short' },
  ]) {
    expect(
      (
        await call('POST /api/attachments', citizen, {
          mime: 'image/jpeg',
          bytes: 10,
          sha256,
          width: 1,
          height: 1,
          ...more,
        })
      ).status,
    ).toBe(422);
  }
});
