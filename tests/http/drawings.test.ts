import { createHash, randomBytes } from 'node:crypto';
import type { Line } from '../../models/conversation/line.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  const { wired } = await import('../../handlers/wiring.ts');
  await (await wired()).deps.desks.listen('yinchuan', { socket: 'console-liu', staff: 'liu' as never });
});
afterAll(() => world.stop());

const bytes = randomBytes(3000);
const sha256 = createHash('sha256').update(bytes).digest('base64');
const announced = { mime: 'image/jpeg', bytes: bytes.length, sha256, width: 390, height: 844 };
type Upload = { attachment: string; upload: { url: string; headers: Record<string, string> } };
const put = ({ upload }: Upload) => fetch(upload.url, { method: 'PUT', headers: upload.headers, body: bytes });

/** A citizen who sent a screenshot and was taken on by Liu. */
async function talk(to: Caller = liu) {
  const citizen = somebody();
  const say = async (content: object): Promise<{ id: string; lastSeq: number }> =>
    ((await call('POST /api/chat/messages', citizen, { delivery: delivery(), content, after: 0 })).body as never)[
      'conversation'
    ];
  const photo = (await call('POST /api/attachments', citizen, announced)).body as unknown as Upload;
  await put(photo);
  const { mime, width, height } = announced;
  await say({ type: 'photo', attachment: photo.attachment, mime, bytes: bytes.length, width, height });
  const { id, lastSeq } = await say({ type: 'text', text: '人工' });
  await call('POST /api/desk/conversations/{id}/claim', to, { id });
  return { citizen, id, seen: lastSeq + 1, on: photo.attachment, say };
}
const marks = [
  { kind: 'point', at: [0.9, 0.05], says: '点“我的”' },
  { kind: 'arrow', from: [0.2, 0.2], to: [0.5, 0.5] },
];
const draw = (who: Caller, { id, seen, on }: { id: string; seen: number; on: string }, more: object = {}) =>
  call('POST /api/desk/conversations/{id}/drawings', who, {
    id,
    delivery: delivery(),
    seen,
    on,
    width: 390,
    height: 844,
    marks,
    ...more,
  });
const drawnIn = async ({ citizen }: { citizen: Caller }) =>
  ((await call('GET /api/chat', citizen, { after: 0 })).body['lines'] as Line[]).flatMap(({ content }) =>
    content.type === 'drawing' ? [content] : [],
  );

test('a drawing goes out as marks over the photo’s number and hash, and said twice it is one line', async () => {
  const one = await talk();
  const again = { delivery: delivery() };
  const [first, second] = await Promise.all([draw(liu, one, again), draw(liu, one, again)]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await drawnIn(one)).toEqual([{ type: 'drawing', on: one.on, sha256, width: 390, height: 844, marks }]);
});

test('of two officers who draw on one photo, only the one who has the talk gets through', async () => {
  const one = await talk();
  const [mine, hers] = await Promise.all([draw(liu, one), draw(ding, one)]);
  expect(mine.status).toBe(200);
  // She has not the talk; or, a blink later, has not seen what he drew.
  expect([403, 409]).toContain(hers.status);
  await call('POST /api/desk/conversations/{id}/transfer', liu, { id: one.id, reason: '换人看', to: 'ding' });
  await call('POST /api/desk/conversations/{id}/claim', ding, { id: one.id });
  // She had not seen what her colleague drew: hers is held back, with his.
  const crossed = await draw(ding, one);
  expect(crossed.status).toBe(409);
  expect((crossed.body['lines'] as Line[]).map(({ content }) => content.type)).toContain('drawing');
  expect(await drawnIn(one)).toHaveLength(1);
});

test('a drawing on a photo that is gone, or of another talk, is refused in one sentence', async () => {
  const one = await talk();
  const gone = '这张图已经不在了，标不上去。请再发一张来标。';
  expect((await draw(liu, { ...one, on: '01JABCDEFGHJKMNPQRSTVWXYZ0' })).body).toMatchObject({ sentence: gone });
  const other = await talk();
  expect((await draw(liu, { ...one, on: other.on })).body).toMatchObject({ sentence: gone });
  const never = (await call('POST /api/attachments', one.citizen, announced)).body as unknown as Upload;
  expect((await draw(liu, { ...one, on: never.attachment })).status).toBe(404);
  expect(await drawnIn(one)).toEqual([]);
});

test('too many marks, marks beside the picture and marks of an unknown kind are refused', async () => {
  const one = await talk();
  const stroke = { kind: 'line', through: Array.from({ length: 160 }, () => [0.5, 0.5]) };
  for (const wrong of [
    [],
    Array.from({ length: 31 }, () => marks[1]),
    Array.from({ length: 6 }, () => stroke),
    [{ kind: 'point', at: [1.2, 0] }],
    [{ kind: 'point', at: [0.5, 0.5], says: '说'.repeat(41) }],
    [{ kind: 'stamp', at: [0.5, 0.5] }],
    [{ kind: 'point', at: [0.5, 0.5], href: 'https://example.com' }],
  ])
    expect((await draw(liu, one, { marks: wrong })).status).toBe(422);
});

test('the picture that goes to WeChat belongs to the talk and has arrived before it is sent', async () => {
  const one = await talk();
  const upload = (await call('POST /api/desk/conversations/{id}/attachments', liu, { id: one.id, ...announced }))
    .body as unknown as Upload;
  expect((await draw(liu, one, { picture: upload.attachment })).status).toBe(409);
  await put(upload);
  expect((await draw(liu, one, { picture: upload.attachment })).status).toBe(200);
  expect(await drawnIn(one)).toMatchObject([{ picture: upload.attachment }]);
});

test('a citizen points at places of the own photo, not at those of somebody else’s and with nothing but points', async () => {
  const [one, other] = [await talk(), await talk()];
  const pointing = { type: 'drawing', on: one.on, width: 390, height: 844, marks: [{ kind: 'point', at: [0.5, 0.1] }] };
  await one.say(pointing);
  expect(await drawnIn(one)).toEqual([{ ...pointing, sha256 }]);
  for (const wrong of [
    { ...pointing, on: other.on },
    { ...pointing, marks: [marks[0]] },
    { ...pointing, marks: [marks[1]] },
  ]) {
    const answer = await call('POST /api/chat/messages', one.citizen, {
      delivery: delivery(),
      content: wrong,
      after: 0,
    });
    expect([404, 422]).toContain(answer.status);
  }
});

test('while the officer draws, the citizen’s open page sees the marks; nothing of it is kept', async () => {
  const one = await talk();
  const { wired } = await import('../../handlers/wiring.ts');
  const { message } = await import('../../handlers/socket/message.ts');
  const { deps } = await wired();
  await deps.conversations.listen(one.id as never, 'c:watching');
  const tickets = await Promise.all(
    [liu, ding].map(async (who) => (await call('POST /api/staff/socket', who)).body['ticket']),
  );
  const shown = { action: 'draw', conversation: one.id, on: one.on, width: 390, height: 844, marks };
  for (const [i, ticket] of tickets.entries())
    await message({
      requestContext: { connectionId: `desk-${String(i)}`, routeKey: '$default', requestId: 'one' },
      isBase64Encoded: false,
      body: JSON.stringify({ ...shown, ticket }),
    } as never);
  expect(world.sent.get('watching')?.filter(({ type }) => type === 'drawing')).toEqual([
    { type: 'drawing', id: one.id, on: one.on, width: 390, height: 844, marks, byName: '刘一航' },
  ]);
  expect(world.sent.get('desk-1')).toMatchObject([{ type: 'refused', kind: 'not-allowed' }]);
  expect(await drawnIn(one)).toEqual([]);
});
