/** A lender alone with a court document: from the agent's form to the certificate's way back, and nobody of the owner's side anywhere. */
import { createHash } from 'node:crypto';
import '../../handlers/http/evidence.ts';
import '../../handlers/http/lender.ts';
import '../../handlers/http/release-room.ts';
import '../../handlers/http/releases.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { chooseLenderTime } from '../../functions/release/lender-appointment.ts';
import { confirmOwnSlot, holdOwnSlot, ownSlots } from '../../functions/release/own-appointment.ts';
import { releaseWords } from '../../models/aftermath/release-words.ts';
import { bookingWords } from '../../models/aftermath/booking-words.ts';
import { BookingId, DeliveryId, ReleaseId, StaffId } from '../../models/ids.ts';
import { recordingNotice } from '../../models/phrasebook/recording-notice.ts';
import { readAlone } from '../../models/release/lender-filing.ts';
import type { Lender } from '../../models/release/lender.ts';
import type { Release } from '../../models/release/release.ts';
import type { RoomInvitation } from '../../models/release/room-invitation.ts';
import type { Instant } from '../../models/time.ts';
import type { LenderRelease, ReleaseFile } from '../../models/release/views.ts';
import { employAgent, enrolLender } from '../lenders.ts';
import { applyFor } from '../office-of-releases.ts';
import { chunk, contentOf, MIME } from '../release/some-call.ts';
import { copied } from '../release/some-release.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let [liu, zhou, lin, stranger] = [] as unknown as [Caller, Caller, Caller, Caller];
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

/** The office's clock goes on, as if the call had lasted so long. */
function later(ms: number): void {
  process.env['CLOCK_AHEAD_MS'] = String(Number(process.env['CLOCK_AHEAD_MS']) + ms);
  wireWith({});
}
const vehicle = { plate: '宁A7K301', vinTail: '042788', certificate: '640000120846', contract: 'SS-2023-0418' };
const KINDS = ['certificate', 'court-ruling', 'assistance-notice'] as const;
let n = 0;
async function photo(who: Caller, id: string): Promise<string> {
  const bytes = Buffer.from(`a paper, photographed ${String(++n)}`);
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const facts = { mime: 'image/jpeg', bytes: bytes.length, sha256, width: 10, height: 10 };
  const { status, body } = await call('POST /api/lender/releases/{id}/photos', who, { id, ...facts });
  if (status !== 200) throw new Error(JSON.stringify(body));
  const { attachment, upload } = body as {
    attachment: string;
    upload: { url: string; headers: Record<string, string> };
  };
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: bytes });
  return attachment;
}
const newId = async (): Promise<ReleaseId> => ReleaseId.parse((await wired()).deps.newId());
async function form(who: Caller, over: object = {}) {
  const id = await newId();
  const papers = [];
  for (const kind of KINDS) papers.push({ kind, photos: [await photo(who, id)] });
  return { id, ...vehicle, ownerName: '李某芳', papers, ...over };
}
const hand = (who: Caller, filing: object): Promise<Answer> =>
  call('POST /api/lender/releases', who, filing as Record<string, unknown>);
const one = async (who: Caller, id: string): Promise<LenderRelease> =>
  (await call('GET /api/lender/releases/{id}', who, { id })).body as unknown as LenderRelease;
const file = async (id: string): Promise<ReleaseFile> =>
  (await call('GET /api/releases/{id}', liu, { id })).body as ReleaseFile;
async function does(id: string, what: object): Promise<ReleaseFile> {
  const { row } = await file(id);
  const answer = await call('POST /api/releases/{id}/acts', liu, { id, delivery: delivery(), seen: row.version, what });
  if (answer.status !== 200) throw new Error(JSON.stringify([what, answer.body]));
  return answer.body as ReleaseFile;
}
const times = async (who: Caller, id: string) =>
  (await call('GET /api/lender/releases/{id}/times', who, { id })).body as {
    start?: Instant;
    together: boolean;
    slots: { start: Instant }[];
  };
const choose = (who: Caller, id: string, wish: object): Promise<Answer> =>
  call('POST /api/lender/releases/{id}/times', who, { id, delivery: delivery(), ...wish });
const found = async (id: ReleaseId): Promise<Release> => {
  const release = await (await wired()).deps.releases.find(id);
  if (!release.ok) throw new Error(release.refusal.detail);
  return release.value;
};

test('an agent files one with its three papers; pressing twice files it once, and the same vehicle again is refused with its number', async () => {
  const filing = await form(zhou);
  const answers = await Promise.all([hand(zhou, filing), hand(zhou, filing)]);
  const number = answers[0].body['number'] as string;
  expect(answers.map(({ status, body }) => [status, body['number']])).toEqual([
    [200, number],
    [200, number],
  ]);
  expect(await one(zhou, filing.id)).toMatchObject({ side: 'lender', basis: 'court-document', mine: true, number });
  expect((await one(zhou, filing.id)).phone).toBeUndefined();
  const again = await hand(lin, await form(lin));
  expect([again.status, again.body['sentence']]).toEqual([409, expect.stringContaining(number)]);
  expect((await call('GET /api/lender/releases/{id}', stranger, { id: filing.id })).status).toBe(404);
  expect((await hand(stranger, { ...filing, papers: filing.papers })).status).toBe(404);
  // Taken back by the one who has it, it may be applied for anew.
  const cancel = { id: filing.id, delivery: delivery(), what: { act: 'cancel' } };
  expect((await call('POST /api/lender/releases/{id}/acts', lin, cancel)).status).toBe(403);
  expect((await call('POST /api/lender/releases/{id}/acts', zhou, cancel)).body).toMatchObject({ state: 'cancelled' });
  expect((await hand(lin, await form(lin))).status).toBe(200);
});

test.each([
  ['a paper is missing', { papers: [] }],
  ['a plate is none', { plate: '宁I00' }],
  ['a phone is added', { ownerPhone: '13800138000' }],
])('nothing is filed where %s', async (_what, over) => {
  expect((await hand(zhou, await form(zhou, over))).status).toBe(422);
});

test('what hands put in between is taken out, and all faults are told at once', () => {
  const typed = {
    plate: '宁a·7k301',
    vinTail: 'lsvaa4182e2042788',
    certificate: '6400 0012 0846',
    contract: ' SS-2023-0418 ',
    ownerName: '李某芳',
  };
  expect(readAlone(typed)).toEqual({ ok: true, value: { ...vehicle, ownerName: '李某芳' } });
  expect(readAlone({ ...typed, plate: '', vinTail: 'IOQ' })).toEqual({
    ok: false,
    faults: [
      { field: 'plate', fault: 'missing' },
      { field: 'vinTail', fault: 'wrong' },
    ],
  });
});

test('a faulty paper is the agent’s to mend, and only the lender’s own papers may be handed in or looked at', async () => {
  const filing = await form(zhou, { ...vehicle, plate: '宁A7K302' });
  await hand(zhou, filing);
  await does(filing.id, { act: 'claim' });
  const verdicts = KINDS.map((kind) => ({
    kind,
    good: kind !== 'court-ruling',
    defects: kind === 'court-ruling' ? ['no-seal'] : [],
  }));
  const faulty = await does(filing.id, { act: 'check-papers', verdicts });
  expect(faulty.row).toMatchObject({ state: 'papers-missing', waitsFor: 'lender' });
  const r = await found(filing.id);
  expect(releaseWords(r, [{ at: r.lastAt, what: 'papers-faulty' }])).toEqual([
    { index: 0, to: 'agent', news: 'papers-missing' },
  ]);
  expect(releaseWords(r, [{ at: r.lastAt, what: 'papers-good' }])).toEqual([
    { index: 0, to: 'agent', news: 'choose-time' },
  ]);
  const add = async (who: Caller, kind: string): Promise<Answer> =>
    call('POST /api/lender/releases/{id}/acts', who, {
      id: filing.id,
      delivery: delivery(),
      what: { act: 'add-photos', kind, photos: [await photo(zhou, filing.id)] },
    });
  expect((await add(lin, 'court-ruling')).status).toBe(403);
  expect((await add(zhou, 'owner-identity')).status).toBe(422);
  expect((await add(zhou, 'court-ruling')).body).toMatchObject({ state: 'checking-papers' });
  const shown = (await one(zhou, filing.id)).papers.find(({ kind }) => kind === 'court-ruling');
  const path = { id: filing.id, photo: shown?.photos[0] };
  expect((await call('GET /api/lender/releases/{id}/photos/{photo}', zhou, path)).status).toBe(302);
  expect((await call('GET /api/lender/releases/{id}/photos/{photo}', stranger, path)).status).toBe(404);
  const joint = await applyFor((await wired()).deps, { lender: saishang.id });
  await call('POST /api/lender/releases/{id}/take', zhou, { id: joint.id, delivery: delivery(), seen: 1 });
  const theirs = { id: joint.id, photo: joint.papers[0]?.photos[0] };
  expect((await call('GET /api/lender/releases/{id}/photos/{photo}', zhou, theirs)).status).toBe(404);
  const cancel = { id: joint.id, delivery: delivery(), what: { act: 'cancel' } };
  expect((await call('POST /api/lender/releases/{id}/acts', zhou, cancel)).body['sentence']).toContain('车主也参加');
});

test('of two first times chosen at the same moment one stands; the same choice again is the same appointment', async () => {
  const filing = await form(zhou, { ...vehicle, plate: '宁A7K303' });
  await hand(zhou, filing);
  const { slots, together, start } = await times(zhou, filing.id);
  expect([together, start]).toEqual([false, undefined]);
  const [first, second] = [slots[0]?.start, slots[3]?.start];
  const answers = await Promise.all([first, second].map((one) => choose(zhou, filing.id, { start: one })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const own = await one(zhou, filing.id);
  expect(own.bookings).toMatchObject([{ sides: ['lender'] }]);
  const chosen = own.bookings[0]?.startsAt;
  expect((await choose(zhou, filing.id, { start: chosen })).body).toEqual({ start: chosen });
  expect((await one(zhou, filing.id)).bookings).toHaveLength(1);
  const next = (await times(zhou, filing.id)).slots[5]?.start;
  expect((await choose(zhou, filing.id, { from: chosen, start: next })).body).toEqual({ start: next });
  expect((await choose(lin, filing.id, { start: next })).status).toBe(403);
});

test('in a joint case the agent’s first time is told to the owner, who may take another; chosen by both at once, the owner’s stands', async () => {
  const { deps } = await wired();
  const joint = async (): Promise<Release> => {
    const release = await applyFor(deps, { lender: saishang.id });
    await call('POST /api/lender/releases/{id}/take', zhou, { id: release.id, delivery: delivery(), seen: 1 });
    return release;
  };
  const { id } = await joint();
  const offered = await times(zhou, id);
  expect(offered.together).toBe(true);
  expect((await choose(zhou, id, { start: offered.slots[0]?.start })).status).toBe(200);
  const [booking] = await deps.bookings.of({ kind: 'release', id });
  if (booking === undefined) throw new Error('not booked');
  expect(bookingWords(booking, [{ at: booking.lastAt, what: 'booking-confirmed', by: 'zhou' }])).toMatchObject([
    { to: 'owner', news: 'proposed' },
    { to: 'agent', news: 'booked' },
  ]);
  expect((await found(id)).history.filter(({ what }) => what === 'booked')).toMatchObject([{ reason: 'lender' }]);

  const both = await joint();
  const slots = await ownSlots(deps, both.id, true);
  const [mine, theirs] = slots.ok ? [slots.value.slots[0]?.start, slots.value.slots[4]?.start] : [];
  const owners = BookingId.parse(deps.newId());
  await holdOwnSlot(deps, both.id, { booking: owners, start: mine ?? ('' as Instant), together: true });
  await confirmOwnSlot(deps, both.id, owners);
  // The owner's yes comes after the agent's page has looked, and before its own.
  let looks = 0;
  const bookings = new Proxy(deps.bookings, {
    get: (all, name) =>
      name === 'of' && ++looks <= 3 ? () => Promise.resolve([]) : (Reflect.get(all, name) as unknown),
  });
  const asked = { id: both.id, delivery: DeliveryId.parse(delivery()), start: theirs ?? ('' as Instant) };
  expect(await chooseLenderTime({ ...deps, bookings }, { id: StaffId.parse('zhou') }, asked)).toMatchObject({
    ok: false,
    refusal: { kind: 'stale' },
  });
  const live = (await deps.bookings.of({ kind: 'release', id: both.id })).filter(
    ({ state, comes }) => state.name === 'confirmed' && comes.includes('citizen'),
  );
  expect(live.map(({ id: one }) => one)).toEqual([owners]);
});

test('the call is led through without an owner: no seat, no step, no code of theirs; then register, certificate, receipts', async () => {
  const filing = await form(zhou, { ...vehicle, plate: '宁A7K304' });
  const { id } = filing;
  await hand(zhou, filing);
  await does(id, { act: 'claim' });
  await does(id, { act: 'check-papers', verdicts: KINDS.map((kind) => ({ kind, good: true })) });
  await does(id, { act: 'eligibility', found: { mortgagedHere: true, seized: false, copied } });
  expect((await file(id)).ticked).toEqual([]);
  await does(id, { act: 'eligibility', found: { mortgagedHere: true, seized: false, lenderEnrolled: true, copied } });
  await choose(zhou, id, { start: (await times(zhou, id)).slots[0]?.start });
  expect((await file(id)).row).toMatchObject({ state: 'booked', waitsFor: 'lender' });
  const opened = await does(id, { act: 'open-session', with: ['lender'] });
  expect(opened.required.filter((cell) => cell.endsWith(':owner'))).toEqual([]);
  const room = opened.sessions[0]?.room;
  expect(Object.keys((await (await wired()).deps.rooms.find(room as never))?.names ?? {}).sort()).toEqual([
    'lender',
    'officer',
  ]);
  await call('POST /api/lender/releases/{id}/room', zhou, { id });
  const seat = (await call('GET /api/room', zhou)).body as unknown as RoomInvitation;
  expect(seat.statement).toContain('我凭生效的法律文书和协助执行通知书');
  await call('POST /api/room/consent', zhou, { version: recordingNotice.version });
  await recordedCall(id, room as string, opened.required);
  const decided = await does(id, { act: 'approve' });
  expect(decided.decision).toMatchObject({ what: 'approved' });
  await does(id, { act: 'register', serial: '640120261118000123' });
  for (const step of ['collected', 'annotated', 'sent', 'returned'])
    await does(id, { act: 'certificate', step, ...(step === 'sent' ? { tracking: 'EMS1' } : {}) });
  const own = await one(zhou, id);
  expect(own).toMatchObject({
    state: 'certificate-returned',
    custody: { tracking: 'EMS1' },
    decision: { what: 'approved' },
  });
  expect(own.registeredAt).toBeDefined();
  const r = await found(id);
  const told = releaseWords(r, r.history);
  expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['agent']));
  expect(told.map(({ news }) => news)).toEqual(
    expect.arrayContaining(['called', 'accepted', 'approved', 'registered', 'certificate-sent', 'certificate-back']),
  );
  // Nobody's number but the agent's was written to.
  expect(new Set(world.sms.filter(({ values }) => values['code'] !== undefined).map(({ to }) => to))).toEqual(
    new Set(['13995000009']),
  );
}, 120_000);

/** Each step begun, done and ticked while the recorder hands in what it has. */
async function recordedCall(id: string, room: string, required: readonly string[]): Promise<void> {
  const post = async (what: string, input: object): Promise<void> => {
    const answer = await call(`POST /api/releases/{id}/evidence/${what}`, liu, { id, ...input });
    if (answer.status >= 300) throw new Error(JSON.stringify([what, answer.body]));
  };
  await post('takes', { take: 'take-0001', room, mime: MIME, delivery: delivery() });
  let ms = 0;
  let pieces = 0;
  const goOn = async (by: number): Promise<void> => {
    later(by);
    const { kind: _, ...piece } = chunk(++pieces, { fromMs: ms, toMs: ms + by, present: ['lender', 'officer'] });
    ms += by;
    const { body } = await call('POST /api/releases/{id}/evidence/chunks', liu, { id, ...piece });
    const { url, headers } = body as { url: string; headers: Record<string, string> };
    await fetch(url, { method: 'PUT', headers, body: new Uint8Array(contentOf('take-0001', pieces)) });
    await post('chunks/confirm', { ...piece, delivery: delivery() });
  };
  for (const cell of required.filter((one) => one !== 'eligibility:case')) {
    const [step, party] = cell.split(':');
    await does(id, { act: 'begin', cell });
    if (step === 'challenge') await does(id, { act: 'challenge', side: party });
    if (step === 'code') {
      await does(id, { act: 'send-code', side: party });
      const code = world.sms.findLast(({ values }) => values['code'] !== undefined)?.values['code'] ?? '';
      if ((await call('POST /api/room/code', zhou, { code })).status !== 204) throw new Error('the code was refused');
    }
    if (step === 'statement') await call('POST /api/room/statement', zhou);
    if (step === 'certificate')
      await does(id, {
        act: 'compare',
        comparison: { plate: 'same', certificate: 'same', owner: 'same', lender: 'accepted', mortgagedOn: 'same' },
      });
    if (step === 'custody') await does(id, { act: 'custody', way: 'mail' });
    await goOn(6_000);
    await does(id, { act: 'tick', cell });
  }
  await goOn(4_000);
  await post('takes/end', { take: 'take-0001', chunks: pieces, delivery: delivery() });
}
