/** A lender's agent with the own lender's releases: seen, taken on, attended; nothing of another lender's, and nothing without a mandate. */
import { createHash } from 'node:crypto';
import '../../handlers/http/lender.ts';
import '../../handlers/http/lenders.ts';
import '../../handlers/http/release-room.ts';
import '../../handlers/http/release.ts';
import '../../handlers/http/releases.ts';
import { giveOwn } from '../../handlers/http/release-pages/slips.ts';
import { holderOf } from '../../handlers/socket/ticket.ts';
import type { Deps } from '../../functions/deps.ts';
import { takeLenderRelease } from '../../functions/release/lender-releases.ts';
import { releaseAddress } from '../../functions/release/release-address.ts';
import { confirmOwnSlot, holdOwnSlot, moveOwnSlot, ownSlots } from '../../functions/release/own-appointment.ts';
import { wired } from '../../handlers/wiring.ts';
import { usualAgentCalendar } from '../../models/appointment/resource.ts';
import { BookingId, DeliveryId, StaffId } from '../../models/ids.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import type { Lender } from '../../models/release/lender.ts';
import type { Release } from '../../models/release/release.ts';
import type { FileRelease } from '../../models/release/requests.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';
import type { LenderRelease, LenderReleaseRow, ReleaseFile } from '../../models/release/views.ts';
import { employAgent, enrolLender, setMandate } from '../lenders.ts';
import { applyFor } from '../office-of-releases.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Answer, type Caller, type World } from '../world.ts';
import { visitor } from './page-visitor.ts';
import { copied } from '../release/some-release.ts';
import { join, news, page, refusals } from './room-stage.ts';

let world: World;
let liu: Caller;
let zhou: Caller;
let lin: Caller;
let stranger: Caller;
let saishang: Lender;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00.000Z');
  const { deps } = await wired();
  liu = await employ('liu', '刘一航');
  saishang = await enrolLender(deps, 1, { name: '塞上银行' });
  zhou = await employAgent(deps, saishang, 'zhou');
  lin = await employAgent(deps, saishang, 'lin');
  stranger = await employAgent(deps, await enrolLender(deps, 2, { name: '青渠汽车金融' }), 'stranger');
}, 120_000);
afterAll(() => world.stop());

const mine = async (over: Partial<FileRelease> = {}): Promise<Release> =>
  applyFor((await wired()).deps, { lender: saishang.id, ...over });
async function does(id: Release['id'], what: object): Promise<ReleaseFile> {
  const { row } = (await call('GET /api/releases/{id}', liu, { id })).body as ReleaseFile;
  const answer = await call('POST /api/releases/{id}/acts', liu, { id, delivery: delivery(), seen: row.version, what });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ReleaseFile;
}
/** Papers good, and the room open for these sides. */
async function called(release: Release, sides: string[] = ['lender']): Promise<void> {
  await does(release.id, { act: 'claim' });
  const kinds = ['owner-identity', 'certificate'];
  await does(release.id, { act: 'check-papers', verdicts: kinds.map((kind) => ({ kind, good: true })) });
  await does(release.id, { act: 'open-session', with: sides });
}
const list = async (who: Caller): Promise<LenderReleaseRow[]> =>
  (await call('GET /api/lender/releases', who)).body['rows'] as LenderReleaseRow[];
const one = (who: Caller, { id }: Pick<Release, 'id'>): Promise<Answer> =>
  call('GET /api/lender/releases/{id}', who, { id });
const take = async (who: Caller, { id }: Pick<Release, 'id'>, seen?: number): Promise<Answer> =>
  call('POST /api/lender/releases/{id}/take', who, {
    id,
    delivery: delivery(),
    seen: seen ?? (await one(who, { id })).body['version'],
  });
const enter = (who: Caller, { id }: Pick<Release, 'id'>): Promise<Answer> =>
  call('POST /api/lender/releases/{id}/room', who, { id });
async function lines(release: Release): Promise<EvidenceBody[]> {
  return (await (await wired()).deps.evidence.lines(release.id)).map(({ body }) => body);
}

test('an agent sees the own lender’s releases with the plate and a masked owner, and nobody’s sign-in name', async () => {
  const release = await mine();
  await does(release.id, { act: 'claim' });
  const row = (await list(zhou)).find(({ id }) => id === release.id);
  expect(row).toMatchObject({
    plate: '宁AD00123',
    owner: '李*芳',
    state: 'checking-papers',
    mine: false,
    roomOpen: false,
  });
  expect(JSON.stringify([row, (await one(zhou, release)).body])).not.toMatch(/13800138000|李某芳|"liu"/u);
  expect((await one(zhou, release)).body).toMatchObject({ side: 'lender', number: release.number, mine: false });
  expect((await list(stranger)).map(({ id }) => id)).not.toContain(release.id);
});

test('an agent of another lender finds nothing there, whatever they try, and a slip with their name opens nothing', async () => {
  const release = await mine();
  await called(release);
  for (const answer of [await one(stranger, release), await take(stranger, release, 1), await enter(stranger, release)])
    expect([answer.status, answer.cookies]).toEqual([404, []]);
  const { deps, signer } = await wired();
  const agent = StaffId.parse('stranger');
  const [session] = await deps.sessions.of(agent);
  const holder = { release: release.id, as: 'lender', agent, session: session?.id ?? '' } as const;
  const cookie = giveOwn({ signer, nowMs: Date.parse(deps.now()) }, holder).split(';')[0] ?? '';
  const forged: Caller = { cookies: [cookie] };
  expect((await call('GET /api/room', forged)).status).toBe(404);
  expect((await call('POST /api/room/consent', forged, { version: recordingNotice.version })).status).toBe(404);
});

test('an agent of several offices sees where the lender is enrolled, and each office’s list by itself', async () => {
  const { deps } = await wired();
  const pingluo = await enrolLender(deps, 1, { name: '塞上银行平罗支行' }, 'pingluo');
  const who = await employAgent(deps, saishang, 'both', { offices: ['yinchuan', 'pingluo', 'zhongning'] });
  expect((await call('GET /api/lender', who)).body).toMatchObject({ places: ['yinchuan', 'pingluo'] });
  const there = await applyFor(deps, { office: 'pingluo', lender: pingluo.id });
  const ofOffice = async (office: string): Promise<string[]> => {
    const { body } = await call('GET /api/lender/releases', who, { office });
    return ((body['rows'] ?? []) as LenderReleaseRow[]).map(({ id }) => id);
  };
  expect(await ofOffice('pingluo')).toEqual([there.id]);
  expect(await ofOffice('yinchuan')).not.toContain(there.id);
  expect((await call('GET /api/lender/releases', who, { office: 'zhongning' })).status).toBe(403);
});

test('where the owner applies alone, with a court document, the lender sees nothing', async () => {
  const release = await mine({ basis: 'court-document', sides: ['owner'], papers: [] });
  expect((await one(zhou, release)).status).toBe(404);
  expect((await list(zhou)).map(({ id }) => id)).not.toContain(release.id);
});

test('of two colleagues who take it at the same moment one has it, and the other is shown who', async () => {
  const release = await mine();
  const seen = (await one(zhou, release)).body['version'] as number;
  const answers = await Promise.all([take(zhou, release, seen), take(lin, release, seen)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = answers[0].status === 200 ? zhou : lin;
  expect((await one(winner, release)).body).toMatchObject({ mine: true });
  const { history } = (await one(winner, release)).body as unknown as LenderRelease;
  expect(history.filter(({ what }) => what === 'agent-took')).toHaveLength(1);
  // A colleague may step in until the first call.
  expect((await take(winner === zhou ? lin : zhou, release)).status).toBe(200);
});

test('the agent goes into the call: own statement, consent, the code on the own phone, a paper, each with its line', async () => {
  const release = await mine();
  await take(zhou, release);
  expect(await enter(zhou, release)).toMatchObject({
    status: 409,
    body: { sentence: expect.stringContaining('还没有开始') as string },
  });
  await called(release);
  expect((await list(zhou)).find(({ id }) => id === release.id)).toMatchObject({ mine: true, roomOpen: true });
  expect((await enter(zhou, release)).body).toEqual({ go: '/room' });
  const seat = (await call('GET /api/room', zhou)).body as unknown as RoomInvitation;
  expect(seat).toMatchObject({ party: 'lender', links: { progress: '/lender' } });
  expect(seat.statement).toContain('的代理人经办zhou');
  expect(seat.steps).toEqual(expect.arrayContaining(['identity', 'mandate', 'code', 'statement']));
  const { deps, signer } = await wired();
  expect(holderOf(signer, seat.socket.ticket, Date.parse(deps.now()))).toMatchObject({
    party: 'lender',
    agent: 'zhou',
  });
  expect((await call('POST /api/room/consent', zhou, { version: recordingNotice.version })).status).toBe(200);
  await does(release.id, { act: 'send-code', side: 'lender' });
  const code = world.sms.findLast(({ to }) => to === '13995000009')?.values['code'] ?? '';
  expect((await call('POST /api/room/code', zhou, { code })).status).toBe(204);
  expect((await call('POST /api/room/statement', zhou)).status).toBe(204);
  const bytes = Buffer.from('the mandate, photographed');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { sha256, bytes: bytes.length, mime: 'image/jpeg', width: 10, height: 10 };
  const { id, url, headers } = (await call('POST /api/room/papers', zhou, facts)).body as {
    id: string;
    url: string;
    headers: Record<string, string>;
  };
  await fetch(url, { method: 'PUT', headers, body: bytes });
  expect((await call('POST /api/room/papers/{paper}', zhou, { paper: id })).status).toBe(204);
  expect(await lines(release)).toMatchObject([
    { kind: 'consent', party: 'lender', agreed: true },
    { kind: 'code', party: 'lender', right: true },
    { kind: 'statement', party: 'lender', textSha256: createHash('sha256').update(seat.statement).digest('hex') },
    { kind: 'snapshot', of: 'lender', sha256 },
  ]);
});

test('where nobody has it, whoever comes to the open call takes it, and a colleague is told', async () => {
  const release = await mine();
  await called(release, ['owner', 'lender']);
  expect((await enter(lin, release)).status).toBe(200);
  expect((await one(zhou, release)).body).toMatchObject({ mine: false });
  expect((await one(lin, release)).body).toMatchObject({ mine: true });
  expect(await enter(zhou, release)).toMatchObject({
    status: 409,
    body: { sentence: expect.stringContaining('同事') as string },
  });
});

test('whoever misses the call is followed by a colleague, who begins anew; of two who want it one has it', async () => {
  const { deps } = await wired();
  const [mei, tan] = [await employAgent(deps, saishang, 'mei'), await employAgent(deps, saishang, 'tan')];
  const release = await mine();
  await take(zhou, release);
  await called(release);
  // The call has just opened: zhou may still come.
  expect((await one(mei, release)).body).toMatchObject({ mine: false, mayTake: false });
  expect((await take(mei, release)).body['sentence']).toContain('刚开');
  const later: Deps = { ...deps, now: () => plus(deps.now(), 6 * MINUTE) };
  const people = ['mei', 'tan'].map((id) => ({ id: StaffId.parse(id), name: `经办${id}` }));
  const seen = (await one(mei, release)).body['version'] as number;
  const answers = await Promise.all(
    people.map((by) => takeLenderRelease(later, by, { id: release.id, delivery: DeliveryId.parse(delivery()), seen })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = answers[0]?.ok === true ? mei : tan;
  const { history } = (await one(winner, release)).body as unknown as LenderRelease;
  expect(history.filter(({ what }) => what === 'agent-took')).toMatchObject([{}, { reason: 'missed' }]);
  // The one before is told at each request, and may not take it back at once.
  expect((await enter(zhou, release)).status).toBe(409);
  expect((await enter(winner, release)).status).toBe(200);
});

test('whoever sits in the call keeps it, until the mandate ends: then what was done with them is done anew', async () => {
  const { deps } = await wired();
  const who = await employAgent(deps, saishang, 'ending');
  const release = await mine();
  await take(who, release);
  await called(release);
  await enter(who, release);
  const seat = (await call('GET /api/room', who)).body as unknown as RoomInvitation;
  const here = await page('lender', seat.room as never, seat.socket.ticket);
  await join(here);
  await call('POST /api/room/consent', who, { version: recordingNotice.version });
  await does(release.id, {
    act: 'eligibility',
    found: { mortgagedHere: true, seized: false, lenderEnrolled: true, copied },
  });
  await does(release.id, { act: 'tick', cell: 'consent:lender' });
  await does(release.id, { act: 'tick', cell: 'identity:lender' });
  const later: Deps = { ...deps, now: () => plus(deps.now(), 6 * MINUTE) };
  const seen = (await one(lin, release)).body['version'] as number;
  const asked = { id: release.id, delivery: DeliveryId.parse(delivery()), seen };
  expect(await takeLenderRelease(later, { id: StaffId.parse('lin'), name: '经办lin' }, asked)).toMatchObject({
    ok: false,
    refusal: { detail: expect.stringContaining('already been in a session') as string },
  });
  expect((await take(lin, release)).body['sentence']).toContain('已经参加过');
  await setMandate(deps, 'ending', { revokedAt: deps.now() });
  expect((await take(lin, release)).status).toBe(200);
  const file = (await call('GET /api/releases/{id}', liu, { id: release.id })).body as ReleaseFile;
  expect(file.ticked.map(({ cell }) => cell)).toEqual(['eligibility:case']);
  expect(file.history.at(-1)).toMatchObject({ what: 'agent-took', reason: 'mandate-ended' });
  expect(await lines(release)).toEqual(
    expect.arrayContaining([{ kind: 'step', step: 'identity', party: 'lender', ticked: false }]),
  );
  // The page that sat there is told, and cannot sit down again.
  expect(news(world, here, 'room-out')).toEqual([{ type: 'room-out', why: 'replaced' }]);
  await join(here);
  expect(refusals(world, here)).toEqual(['not-allowed']);
  // The next one agrees to the recording for themselves, once.
  await enter(lin, release);
  for (const _ of [1, 2]) await call('POST /api/room/consent', lin, { version: recordingNotice.version });
  expect((await lines(release)).filter(({ kind }) => kind === 'consent')).toHaveLength(2);
});

/** The owner's time with the agent who has it. */
async function bookedWith(who: Caller): Promise<{ release: Release; start: string }> {
  const { deps } = await wired();
  const release = await mine();
  await take(who, release);
  const slots = await ownSlots(deps, release.id, true);
  const start = slots.ok ? slots.value.three[0]?.start : undefined;
  const booking = BookingId.parse(deps.newId());
  if (start === undefined) throw new Error('no time is free');
  await holdOwnSlot(deps, release.id, { booking, start, together: true });
  const booked = await confirmOwnSlot(deps, release.id, booking);
  if (!booked.ok) throw new Error(booked.refusal.detail);
  return { release, start };
}

test('the agent who has it moves the time; the owner sees the new one and by whom', async () => {
  const { release, start } = await bookedWith(lin);
  const path = { id: release.id };
  const { slots } = (await call('GET /api/lender/releases/{id}/times', lin, path)).body as {
    slots: { start: string }[];
  };
  const next = slots[0]?.start ?? '';
  expect((await call('GET /api/lender/releases/{id}/times', zhou, path)).status).toBe(403);
  const wish = { ...path, delivery: delivery(), from: start, start: next };
  const answers = await Promise.all([1, 2].map(() => call('POST /api/lender/releases/{id}/times', lin, wish)));
  expect(answers.map(({ status, body }) => [status, body['start']])).toEqual([
    [200, next],
    [200, next],
  ]);
  const own = (await one(lin, release)).body as unknown as LenderRelease;
  expect(own.bookings).toMatchObject([{ startsAt: next, sides: ['owner', 'lender'] }]);
  expect(own.history.filter(({ what }) => what === 'rebooked')).toMatchObject([{ reason: 'lender' }]);
  const { deps } = await wired();
  const link = releaseAddress(deps, release.number, release.id, { to: 'owner', news: 'for-you' });
  const shown = await visitor('10.9.0.1').get(new URL(link, 'http://localhost').pathname);
  expect(shown.path).toBe('/release/track/case');
  expect(shown.text).toContain('银行经办人改了时间');
});

test('an agent whose screen shows a time that the owner has moved meanwhile changes nothing', async () => {
  const { deps } = await wired();
  const { release, start } = await bookedWith(lin);
  const booking = (await deps.bookings.of({ kind: 'release', id: release.id }))[0]?.id ?? ('' as never);
  const { slots } = (await call('GET /api/lender/releases/{id}/times', lin, { id: release.id })).body as {
    slots: { start: Instant }[];
  };
  const [first, second] = [slots[0]?.start ?? ('' as Instant), slots[1]?.start ?? ('' as Instant)];
  const move = { id: release.id, delivery: delivery(), from: start, start: second };
  await moveOwnSlot(deps, release.id, { booking, start: first, delivery: DeliveryId.parse(delivery()) });
  expect(await call('POST /api/lender/releases/{id}/times', lin, move)).toMatchObject({
    status: 409,
    body: { sentence: expect.stringContaining('刚刚被改过') as string },
  });
  const after = await deps.bookings.find(booking);
  expect(after.ok && after.value.start).toBe(first);
});

test('a call with the owner alone is not open for the agent', async () => {
  const release = await mine();
  await called(release, ['owner']);
  expect((await enter(zhou, release)).status).toBe(409);
});

test('an agent who is stopped in mid-call is refused at each request and loses the seat at the next join', async () => {
  const { deps } = await wired();
  const who = await employAgent(deps, saishang, 'revoked');
  const release = await mine();
  await called(release);
  await enter(who, release);
  const seat = (await call('GET /api/room', who)).body as unknown as RoomInvitation;
  const before = await page('lender', seat.room as never, seat.socket.ticket);
  await join(before);
  expect(refusals(world, before)).toEqual([]);
  await setMandate(deps, 'revoked', { revokedAt: deps.now() });
  expect((await call('GET /api/room', who)).body['sentence']).toContain('撤销');
  for (const [route, input] of [
    ['GET /api/room', {}],
    ['POST /api/room/consent', { version: recordingNotice.version }],
    ['POST /api/room/code', { code: '123456' }],
    ['POST /api/room/statement', {}],
    ['POST /api/room/papers', { sha256: 'a'.repeat(64), bytes: 1, mime: 'image/png', width: 1, height: 1 }],
  ] as const)
    expect([route, (await call(route, who, input)).status]).toEqual([route, 401]);
  const after = await page('lender', seat.room as never, seat.socket.ticket);
  await join(after);
  expect(refusals(world, after)).toEqual(['not-allowed']);
  expect((await enter(who, release)).status).toBe(401);
});

test('whoever sits down at the computer after the agent signed out does not get into the call', async () => {
  const who = await employAgent((await wired()).deps, saishang, 'leaving');
  const release = await mine();
  await called(release);
  await enter(who, release);
  const slip: Caller = { cookies: who.cookies.filter((cookie) => cookie.startsWith('bc_release_own=')) };
  expect((await call('GET /api/room', slip)).status).toBe(200);
  await call('POST /api/staff/sign-out', who);
  expect((await call('GET /api/room', slip)).status).toBe(401);
});

test('an agent keeps the own hours; a version that is out of date, or hours that overlap, change nothing', async () => {
  const read = (who: Caller): Promise<Answer> => call('GET /api/lender/calendar', who);
  expect((await read(zhou)).body).toEqual(usualAgentCalendar);
  const weekly = usualAgentCalendar.weekly.map((windows, n) => (n === 3 ? [{ from: 600, to: 660 }] : windows));
  const wanted = { ...usualAgentCalendar, weekly, closed: ['2026-11-20'], places: 2 };
  const put = (over: object = {}): Promise<Answer> => call('PUT /api/lender/calendar', zhou, { ...wanted, ...over });
  expect(await put()).toMatchObject({ status: 200, body: { version: 1, places: 2 } });
  expect((await put()).status).toBe(409);
  const overlap = weekly.map(() => [
    { from: 600, to: 700 },
    { from: 650, to: 720 },
  ]);
  expect((await put({ version: 1, weekly: overlap })).status).toBe(422);
  expect((await read(zhou)).body).toMatchObject({ version: 1, closed: ['2026-11-20'] });
  expect((await read(lin)).body).toEqual(usualAgentCalendar);
  expect((await read(somebody())).status).toBe(401);
});
