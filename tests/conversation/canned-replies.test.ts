import type { OfficeReplies } from '../../models/conversation/canned-replies.ts';
import { shippedReplies } from '../../models/conversation/shipped-replies.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let hai: Caller;
beforeAll(async () => {
  world = await openWorld();
  liu = await employ('liu', '刘一航');
  hai = await employ('hai', '海涛', 'officer', 'pingluo');
});
afterAll(() => world.stop());

const read = async (by: Caller): Promise<OfficeReplies> =>
  (await call('GET /api/desk/canned', by)).body as unknown as OfficeReplies;
const origin = async (code: string): Promise<string | undefined> =>
  (await read(liu)).replies.find((reply) => reply.code === code)?.origin;
const first = shippedReplies[0];

test('a deleted shipped reply stays deleted for this office, and only for this one', async () => {
  expect((await call('DELETE /api/desk/canned/{code}', liu, { code: first.code })).status).toBe(204);
  expect(await origin(first.code)).toBeUndefined();
  expect((await read(liu)).removed).toEqual([first]);
  expect((await read(hai)).replies).toHaveLength(shippedReplies.length);
});

test('saved in its shipped words it is a shipped one again, in other words a changed one', async () => {
  await call('PUT /api/desk/canned/{code}', liu, first);
  expect(await origin(first.code)).toBe('shipped');
  await call('PUT /api/desk/canned/{code}', liu, { ...first, text: '换个说法' });
  expect(await origin(first.code)).toBe('changed');
  await call('DELETE /api/desk/canned/{code}', liu, { code: first.code });
  expect(await origin(first.code)).toBeUndefined();
  await call('PUT /api/desk/canned/{code}', liu, first);
  expect((await read(liu)).removed).toEqual([]);
});

test('an own reply is marked as own, and deleted it is gone without a trace', async () => {
  await call('PUT /api/desk/canned/{code}', liu, { code: '午休', title: '午休', text: '12点到1点' });
  expect(await origin('午休')).toBe('own');
  await call('DELETE /api/desk/canned/{code}', liu, { code: '午休' });
  expect(await origin('午休')).toBeUndefined();
  expect((await read(liu)).removed).toEqual([]);
});
