import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired } from '../../handlers/wiring.ts';
import type { SmsEnd } from '../../models/access/sms.ts';
import { noticeId } from '../../models/aftermath/notice-about.ts';
import { newNotice, type Notice } from '../../models/aftermath/notice.ts';
import { msOf, type Instant } from '../../models/time.ts';
import { fileAt } from '../office-of-matters.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let chen: Caller;
let wei: Caller;

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  ({ deps } = await wired());
  chen = await employ('chen', '陈思远', 'manager');
  wei = await employ('wei', '魏工', 'operator');
});
afterAll(() => world.stop());

const ids = async (who: Caller): Promise<{ version: number; ids: Record<string, string> }> =>
  (await call('GET /api/notices/templates', who)).body as { version: number; ids: Record<string, string> };

test('an operator enters the carrier’s numbers, each for a sentence that exists, and of two at once one wins', async () => {
  expect(await ids(chen)).toMatchObject({ version: 0, ids: {} });
  const put = (version: number, given: Record<string, string>) =>
    call('PUT /api/notices/templates', wei, { version, ids: given });
  expect((await put(0, { 'matter-accepted#fr': '1110' })).status).toBe(422);
  expect((await put(0, { 'no-such-sentence#zh': '1110' })).status).toBe(422);
  const both = await Promise.all([put(0, { 'matter-accepted#zh': '1110' }), put(0, { 'matter-accepted#zh': '1112' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const now = await ids(chen);
  expect(now.version).toBe(1);
  expect(Object.keys(now.ids)).toEqual(['matter-accepted#zh']);
  expect((await call('PUT /api/notices/templates', chen, { version: 1, ids: {} })).status).toBe(403);
});

async function triedWith(end: SmsEnd): Promise<Notice> {
  const { id } = await fileAt(deps, { notify: 'sms' });
  const notice = newNotice(
    {
      about: { kind: 'matter', id, to: 'person', news: 'accepted' },
      version: 1,
      index: 0,
      office: 'yinchuan',
      at: deps.now(),
      channel: 'sms',
      urgent: false,
    },
    deps.now(),
  );
  await deps.notices.add(notice);
  await sendDueNotices({ ...deps, sms: { send: () => Promise.resolve(end) } });
  const found = await deps.notices.find(noticeId(notice));
  if (!found.ok) throw new Error('lost');
  return found.value;
}
const wait = (until: Instant): number => Math.round((msOf(until) - msOf(deps.now())) / 60_000);

test('a phone that had enough for now is left alone for half an hour at least; what was just not taken comes back sooner', async () => {
  const later = await triedWith('later');
  expect(later.state.name).toBe('queued');
  if (later.state.name === 'queued') expect(wait(later.state.nextTry)).toBeGreaterThanOrEqual(29);
  const failed = await triedWith('failed');
  if (failed.state.name === 'queued') expect(wait(failed.state.nextTry)).toBeLessThan(3);
  expect(failed.state.name).toBe('queued');
});

test('a number at which nothing will ever arrive is given up at once, and shown with its reason', async () => {
  const notice = await triedWith('no-phone');
  expect(notice.state).toMatchObject({ name: 'failed', why: 'no-phone' });
  const { body } = await call('GET /api/notices', chen);
  expect(body['notices']).toContainEqual(
    expect.objectContaining({ id: noticeId(notice), why: 'no-phone', kind: 'matter', to: 'person' }),
  );
});
