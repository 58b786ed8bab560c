/** The page of an owner in a call: who may, what was agreed to by version and hash, the code, papers shown; each leaves its line. */
import { createHash } from 'node:crypto';
import '../../handlers/http/release-room.ts';
import '../../handlers/http/releases.ts';
import '../../handlers/http/release.ts';
import { holderOf } from '../../handlers/socket/ticket.ts';
import { wired } from '../../handlers/wiring.ts';
import { nameOwnHelper } from '../../functions/release/own-helper.ts';
import { removeOwnHelper } from '../../functions/release/own-helper.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import type { Release } from '../../models/release/release.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import { slipCookie } from '../../handlers/http/cookies.ts';
import { applyFor } from '../office-of-releases.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00.000Z');
  liu = await employ('liu', '刘一航');
});
afterAll(() => world.stop());

async function does(id: Release['id'], what: object): Promise<ReleaseFile> {
  const { row } = (await call('GET /api/releases/{id}', liu, { id })).body as ReleaseFile;
  const answer = await call('POST /api/releases/{id}/acts', liu, { id, delivery: delivery(), seen: row.version, what });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ReleaseFile;
}

/** Applied for, papers good. */
async function ready(phone = '13800138000'): Promise<Release> {
  const { deps } = await wired();
  const release = await applyFor(deps, { owner: { name: '李某芳', company: false, phone } });
  await does(release.id, { act: 'claim' });
  await does(release.id, {
    act: 'check-papers',
    verdicts: ['owner-identity', 'certificate'].map((kind) => ({ kind, good: true })),
  });
  return release;
}

/** A browser that has the release open. */
async function holding(release: Release, says: object = { s: 'owner' }): Promise<Caller> {
  const { deps, signer } = await wired();
  const cookie = slipCookie(signer, 'bc_release_own', { m: release.id, ...says }, 3_600_000, Date.parse(deps.now()));
  return { cookies: [cookie.split(';')[0] ?? ''] };
}
const invited = async (who: Caller): Promise<RoomInvitation> =>
  (await call('GET /api/room', who)).body as unknown as RoomInvitation;
async function lines(release: Release): Promise<EvidenceBody[]> {
  const { deps } = await wired();
  return (await deps.evidence.lines(release.id)).map(({ body }) => body);
}

test('without a slip nothing answers, and a slip of another purpose opens nothing', async () => {
  const release = await ready();
  const { deps, signer } = await wired();
  const wrong = slipCookie(signer, 'bc_release_receipt', { m: release.id, s: 'owner' }, 60_000, Date.parse(deps.now()));
  for (const caller of [
    somebody(),
    { cookies: [(wrong.split(';')[0] ?? '').replace('bc_release_receipt', 'bc_release_own')] },
  ])
    for (const route of [
      'GET /api/room',
      'POST /api/room/consent',
      'POST /api/room/check',
      'POST /api/room/code',
      'POST /api/room/statement',
      'POST /api/room/papers',
    ])
      expect([route, (await call(route, caller)).status]).toEqual([route, 401]);
});

test('before the door is open the page may try its devices and is told where to wait; then it gets its seat', async () => {
  const release = await ready();
  const who = await holding(release);
  const early = await invited(who);
  expect(early).toMatchObject({
    room: '',
    waits: '/release/door',
    statement: '',
    plate: { text: '宁A****3', kind: 'green' },
  });
  await does(release.id, { act: 'open-session', with: ['owner'] });
  const now = await invited(who);
  expect(now.waits).toBeUndefined();
  expect(now.statement).toContain('我是车主李某芳');
  expect(now.steps).toEqual(['consent', 'identity', 'challenge', 'code', 'statement', 'certificate']);
  const { signer, deps } = await wired();
  expect(holderOf(signer, now.socket.ticket, Date.parse(deps.now()))).toMatchObject({
    who: 'party',
    party: 'owner',
    subject: { kind: 'release', id: release.id },
    room: now.room,
  });
  expect(await deps.rooms.find(now.room as never)).toBeDefined();
});

test('a session with the lender alone is not open for the owner', async () => {
  const release = await ready();
  await does(release.id, { act: 'open-session', with: ['lender'] });
  expect(await invited(await holding(release))).toMatchObject({ room: '', waits: '/release/door' });
});

test('what was agreed to is kept by version and hash, once for a room, and an old version is refused', async () => {
  const release = await ready();
  await does(release.id, { act: 'open-session', with: ['owner'] });
  const who = await holding(release);
  expect((await invited(who)).notice.agreed).toBe(false);
  expect((await call('POST /api/room/consent', who, { version: '0' })).status).toBe(409);
  for (let n = 0; n < 2; n++)
    expect((await call('POST /api/room/consent', who, { version: recordingNotice.version })).status).toBe(200);
  const textSha256 = createHash('sha256').update(recordingNotice.zh.join('\n')).digest('hex');
  expect((await lines(release)).filter(({ kind }) => kind === 'consent')).toEqual([
    { kind: 'consent', party: 'owner', version: recordingNotice.version, textSha256, agreed: true },
  ]);
  expect((await invited(who)).notice.agreed).toBe(true);
});

test('whoever changes a word of the notice gives it a new number', () => {
  const hash = (text: readonly string[]): string =>
    createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16);
  expect([recordingNotice.version, hash(recordingNotice.zh), hash(recordingNotice.en)]).toMatchInlineSnapshot(`
   [
     "1",
     "2b9c7aa6d8226bbc",
     "f68b4c45f6342980",
   ]
  `);
});

test('the code is typed by the owner alone; a wrong one costs a try and leaves its line, the right one too', async () => {
  const release = await ready('13800138077');
  await does(release.id, { act: 'open-session', with: ['owner'] });
  await does(release.id, { act: 'send-code', side: 'owner' });
  const code = world.sms.findLast(({ to }) => to === '13800138077')?.values['code'] ?? '';
  const who = await holding(release);
  const wrong = await call('POST /api/room/code', who, { code: code === '000000' ? '000001' : '000000' });
  expect(wrong.status).toBe(422);
  expect(wrong.body['sentence']).toContain('还能试4次');
  expect((await call('POST /api/room/code', who, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(204);
  expect((await lines(release)).filter(({ kind }) => kind === 'code')).toEqual([
    { kind: 'code', party: 'owner', right: false },
    { kind: 'code', party: 'owner', right: true },
  ]);
  expect(JSON.stringify(await lines(release))).not.toContain(code);
  expect((await call('GET /api/releases/{id}', liu, { id: release.id })).body).toMatchObject({ codesRight: ['owner'] });
});

test('that the statement was read is kept by its hash, and only in a call', async () => {
  const release = await ready();
  const who = await holding(release);
  expect((await call('POST /api/room/statement', who)).status).toBe(409);
  await does(release.id, { act: 'open-session', with: ['owner'] });
  expect((await call('POST /api/room/statement', who)).status).toBe(204);
  const { statement } = await invited(who);
  expect(await lines(release)).toContainEqual({
    kind: 'statement',
    party: 'owner',
    textSha256: createHash('sha256').update(statement).digest('hex'),
  });
});

test('a paper shown beside the video lies in the evidence store and in the record, and only as it was announced', async () => {
  const release = await ready();
  await does(release.id, { act: 'open-session', with: ['owner'] });
  const who = await holding(release);
  const bytes = Buffer.from('not a picture, but its bytes');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { sha256, bytes: bytes.length, mime: 'image/jpeg', width: 10, height: 10 };
  const announced = await call('POST /api/room/papers', who, facts);
  const { id, url, headers } = announced.body as { id: string; url: string; headers: Record<string, string> };
  expect((await call('POST /api/room/papers/{paper}', who, { paper: id })).status).toBe(409);
  expect((await fetch(url, { method: 'PUT', headers, body: Buffer.from('something else, same purpose') })).ok).toBe(
    false,
  );
  expect((await fetch(url, { method: 'PUT', headers, body: bytes })).ok).toBe(true);
  for (let n = 0; n < 2; n++)
    expect((await call('POST /api/room/papers/{paper}', who, { paper: id })).status).toBe(204);
  expect((await lines(release)).filter(({ kind }) => kind === 'snapshot')).toEqual([
    { kind: 'snapshot', of: 'owner', what: 'other', sha256, bytes: bytes.length, mime: 'image/jpeg' },
  ]);
  const other = await holding(await ready());
  expect((await call('POST /api/room/papers/{paper}', other, { paper: id })).status).toBe(404);
  expect((await call('POST /api/room/papers/{paper}', who, { paper: `${id}x` })).status).toBe(404);
});

test('a helper gets a seat beside the owner, can agree but not type or read for them, and loses it when the owner says so', async () => {
  const { deps } = await wired();
  const release = await ready();
  await nameOwnHelper(deps, release.id, { id: 'naming-1', name: '李小强', relation: '儿子' });
  await does(release.id, { act: 'open-session', with: ['owner'] });
  const who = await holding(release, { s: 'helper', h: 'naming-1' });
  const seat = await invited(who);
  expect(seat).toMatchObject({ party: 'helper', statement: '', steps: [] });
  expect((await deps.rooms.find(seat.room as never))?.names.helper).toBe('李*强');
  expect((await call('POST /api/room/consent', who, { version: recordingNotice.version })).status).toBe(200);
  expect((await call('POST /api/room/code', who, { code: '123456' })).status).toBe(403);
  expect((await call('POST /api/room/statement', who)).status).toBe(403);
  await removeOwnHelper(deps, release.id);
  expect((await call('GET /api/room', who)).status).toBe(404);
});

test('a check that does not fit is refused', async () => {
  const who = await holding(await ready());
  const check = { camera: 'good', microphone: 'quiet', light: 'good', network: 'slow' };
  expect((await call('POST /api/room/check', who, check)).status).toBe(204);
  expect((await call('POST /api/room/check', who, { ...check, camera: 'perhaps' })).status).toBe(422);
});
