import '../../handlers/http/release.ts';
import '../../handlers/http/releases.ts';
import { findOwnRelease, actOnOwnRelease, readOwnRelease } from '../../functions/release/find-own-release.ts';
import { ringReleases } from '../../functions/release/ring-releases.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, wired } from '../../handlers/wiring.ts';
import { DeliveryId, type ReleaseId } from '../../models/ids.ts';
import { FindRelease } from '../../models/release/requests.ts';
import type { ReleaseFile, ReleaseRow } from '../../models/release/views.ts';
import { visitor } from './page-visitor.ts';
import { applyFor, aPhoto } from '../office-of-releases.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
let hai: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  hai = await employ('hai', '海涛', 'officer', 'pingluo');
});
afterAll(() => world.stop());

const open = async (who: Caller, id: ReleaseId): Promise<ReleaseFile> =>
  (await call('GET /api/releases/{id}', who, { id })).body as ReleaseFile;
const act = (who: Caller, id: ReleaseId, seen: number, what: object, d = delivery()): Promise<Answer> =>
  call('POST /api/releases/{id}/acts', who, { id, delivery: d, seen, what });
async function does(who: Caller, id: ReleaseId, what: object): Promise<ReleaseFile> {
  const { row } = await open(who, id);
  const answer = await act(who, id, row.version, what);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ReleaseFile;
}
const checked = [
  { kind: 'owner-identity', good: true },
  { kind: 'certificate', good: true },
];

test('an application gets number, code and exactly the papers of the law, and opens by number and code alone', async () => {
  const { deps } = await wired();
  const { id, number, code } = await applyFor(deps);
  expect(number).toMatch(/^YC-1118-J\d{3}$/u);
  const file = await open(liu, id);
  expect(file.papers.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
    'owner-identity handed-in',
    'lender-identity on-file',
    'agent-mandate on-file',
    'agent-identity on-file',
    'certificate handed-in',
  ]);
  expect(file.owner).toMatchObject({ name: '李*芳', phone: '138****8000' });
  const given = FindRelease.parse({ number: number.toLowerCase(), code });
  expect(await findOwnRelease(deps, given, '1.2.3.4')).toMatchObject({ ok: true, value: id });
  const guessed = FindRelease.parse({ number, code: 'AAAAAAAA' });
  expect(await findOwnRelease(deps, guessed, '1.2.3.5')).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  const own = await readOwnRelease(deps, id, 'owner');
  expect(own).toMatchObject({ ok: true, value: { plate: '宁A****3', owner: '李*芳' } });
  expect(JSON.stringify(own)).not.toContain('640000120846');
});

test('an office sees only its own releases', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  expect((await call('GET /api/releases/{id}', hai, { id })).status).toBe(404);
  expect((await act(hai, id, 1, { act: 'claim' })).status).toBe(404);
  const rows = (await call('GET /api/releases', hai, { view: 'to-check' })).body as { rows: ReleaseRow[] };
  expect(rows.rows).toEqual([]);
});

test('of fifty officers who claim one release exactly one has it', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, i) => act(i % 2 === 0 ? liu : ding, id, 1, { act: 'claim' })),
  );
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await open(liu, id)).row.state).toBe('checking-papers');
});

test('a deed that is delivered three times at once has one effect', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  await does(liu, id, { act: 'claim' });
  const { row } = await open(liu, id);
  const d = delivery();
  const note = { act: 'note', text: '电话里说绿本在家' };
  const three = await Promise.all([1, 2, 3].map(() => act(liu, id, row.version, note, d)));
  expect(three.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await open(liu, id)).notes.map(({ text }) => text)).toEqual(['电话里说绿本在家']);
});

test('who decides on an old screen is told so and gets the newest along', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  await does(liu, id, { act: 'claim' });
  const { row } = await open(liu, id);
  await actOnOwnRelease(deps, id, 'owner', {
    delivery: DeliveryId.parse(delivery()),
    what: { act: 'add-photos', kind: 'certificate', photos: [await aPhoto(deps, id)] },
  });
  const late = await act(liu, id, row.version, { act: 'check-papers', verdicts: checked });
  expect(late.status).toBe(409);
  expect((late.body as { file: ReleaseFile }).file.row.version).toBeGreaterThan(row.version);
});

test('an officer invites a helper in the owner’s name: the link goes to the phone once, the phone is kept nowhere, the next invitation voids it', async () => {
  const { deps } = await wired();
  const release = await applyFor(deps);
  const invite = (phone: string, same: string): Promise<Answer> =>
    call('POST /api/releases/{id}/acts', liu, {
      id: release.id,
      delivery: same,
      seen: 0,
      what: { act: 'invite-helper', name: '李小强', relation: '儿子', phone },
    });
  expect((await invite('13700000001', delivery())).status).toBe(409);
  await call('POST /api/releases/{id}/acts', liu, {
    id: release.id,
    delivery: delivery(),
    seen: 1,
    what: { act: 'claim' },
  });
  const same = delivery();
  const answers = await Promise.all([1, 2, 3].map(() => invite('13700000002', same)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers[0]?.body).toMatchObject({ helper: { name: '李*强', relation: '儿子' } });
  const sent = world.sms.filter(({ to }) => to === '13700000002');
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  const link = new URL(sent[0]?.values['link'] ?? '').pathname;
  expect((await visitor('10.9.1.1').get(link)).path).toBe('/release/door');
  const kept = await deps.releases.find(release.id);
  expect(JSON.stringify(kept)).not.toContain('13700000002');
  expect((await invite('13700000003', delivery())).status).toBe(200);
  // The first press, repeated late, does not bring the new link to the old phone.
  await invite('13700000002', same);
  expect(new Set(world.sms.filter(({ to }) => to === '13700000002').map(({ id }) => id)).size).toBe(1);
  expect((await visitor('10.9.1.2').get(link)).text).toContain('这个链接不能用了');
});

test('faulty papers are all told at once, and handing one in again brings it back to the officer', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  await does(liu, id, { act: 'claim' });
  const verdicts = [
    { kind: 'owner-identity', good: false, defects: ['unreadable'], words: '照片糊了，平放再拍一张' },
    { kind: 'certificate', good: false, defects: ['incomplete'], words: '第二页也要' },
  ];
  expect((await does(liu, id, { act: 'check-papers', verdicts })).row.state).toBe('papers-missing');
  const own = await readOwnRelease(deps, id, 'owner');
  expect(own.ok && own.value.papers.map((p) => p.verdict?.words).filter((w) => w !== undefined)).toHaveLength(2);
  for (const kind of ['owner-identity', 'certificate'] as const)
    await actOnOwnRelease(deps, id, 'owner', {
      delivery: DeliveryId.parse(delivery()),
      what: { act: 'add-photos', kind, photos: [await aPhoto(deps, id)] },
    });
  expect((await open(liu, id)).row.state).toBe('checking-papers');
});

test('a photo of another release cannot be handed in', async () => {
  const { deps } = await wired();
  const [one, other] = [await applyFor(deps), await applyFor(deps)];
  const foreign = await aPhoto(deps, other.id);
  const tried = await actOnOwnRelease(deps, one.id, 'owner', {
    delivery: DeliveryId.parse(delivery()),
    what: { act: 'add-photos', kind: 'certificate', photos: [foreign] },
  });
  expect(tried).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  expect((await call('GET /api/releases/{id}/photos/{photo}', liu, { id: one.id, photo: foreign })).status).toBe(404);
});

test('whole numbers are shown to the one who has it, for a reason that is kept and audited', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  await does(liu, id, { act: 'claim' });
  const ask = { id, field: 'phone', reason: '约时间打电话' };
  expect((await call('POST /api/releases/{id}/reveal', ding, ask)).status).toBe(403);
  expect((await call('POST /api/releases/{id}/reveal', liu, ask)).body).toEqual({ value: '13800138000' });
  const file = await open(liu, id);
  expect(file.notes.at(-1)).toMatchObject({ kind: 'reveal', text: '约时间打电话' });
  expect(file.history.at(-1)).toMatchObject({ what: 'revealed', reason: 'phone' });
});

test('what nobody speaks of for a month expires by itself, once, and what is over leaves every list', async () => {
  const { deps } = await wired();
  const { id } = await applyFor(deps);
  await does(liu, id, { act: 'claim' });
  const later = await join(
    { keeper: keeperFromEnvironment(), now: () => Date.parse('2026-12-20T02:00:00.000Z') },
    'bancheng',
  );
  expect(await ringReleases(later.deps)).toBeGreaterThan(0);
  expect(await ringReleases(later.deps)).toBe(0);
  expect((await open(liu, id)).row.state).toBe('expired');
  const mine = (await call('GET /api/releases', liu, { view: 'mine' })).body as { rows: ReleaseRow[] };
  expect(mine.rows.map((row) => row.id)).not.toContain(id);
});

test('a release is found by number, plate and whole phone, by its own office only', async () => {
  const { deps } = await wired();
  const { id, number } = await applyFor(deps, {
    vehicle: { plate: '宁A55555', vinTail: '042788', certificate: '640000120846', contract: 'SS-9' },
    owner: { name: '马某兰', company: false, phone: '13900000017' },
  });
  for (const q of [number, '宁A55555', '13900000017']) {
    const found = (await call('GET /api/releases/search', liu, { q })).body as { rows: ReleaseRow[] };
    expect(found.rows.map((row) => row.id)).toEqual([id]);
    expect((await call('GET /api/releases/search', hai, { q })).body).toEqual({ rows: [] });
  }
});
