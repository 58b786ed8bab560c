/** The decision and the record of the call are one: both or neither, once, whoever presses how often. */
import { actOnRelease } from '../../functions/release/act-on-release.ts';
import { addEvidence } from '../../functions/release/add-evidence.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import { closeLeftOpen } from '../../functions/release/close-left-open.ts';
import { ringReleases } from '../../functions/release/ring-releases.ts';
import { typeCallCode } from '../../functions/release/type-call-code.ts';
import { wireFromEnvironment } from '../../handlers/gateways/browser-wire.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { photosFromEnvironment } from '../../handlers/gateways/photos-on-first-use.ts';
import { join } from '../../handlers/wiring.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Officer } from '../../models/access/staff.ts';
import { BookingId, DeliveryId, StaffId, type ReleaseId, type RoomId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { book } from '../../models/release/changes/prepare.ts';
import type { EvidenceBody } from '../../models/release/evidence.ts';
import type { ReleaseAct } from '../../models/release/requests.ts';
import { DAY, HOUR, plus } from '../../models/time.ts';
import { applyFor } from '../office-of-releases.ts';
import { employ } from '../staff.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { hex, MIME } from './some-call.ts';

let world: World;
let deps: Deps;
let nowMs = Date.parse('2026-11-18T02:00:00.000Z');
const AGENT_PHONE = '13700000088';
const officer = (id: string, name: string): Officer =>
  ({ id: StaffId.parse(id), name, role: 'officer', office: 'yinchuan', session: 's' }) as unknown as Officer;
const liu = officer('liu', '刘一航');
beforeAll(async () => {
  world = await openWorld();
  await employ('liu', '刘一航');
  const parts = { keeper: keeperFromEnvironment(), photos: photosFromEnvironment(), wire: wireFromEnvironment() };
  ({ deps } = await join({ ...parts, now: () => nowMs }, 'bancheng'));
  await employ('zhou', '周云鹏');
  const zhou = await deps.staff.find(StaffId.parse('zhou'));
  if (zhou.ok) await deps.staff.save({ ...zhou.value, phone: AGENT_PHONE });
}, 60_000);
afterAll(() => world.stop());

const act = (id: ReleaseId, seen: number, what: ReleaseAct, press = delivery()) =>
  actOnRelease(deps, liu, { id, delivery: DeliveryId.parse(press), seen, what });
async function does(id: ReleaseId, what: ReleaseAct): Promise<void> {
  const found = await deps.releases.find(id);
  const answer = await act(id, found.ok ? found.value.version : 0, what);
  if (!answer.ok) throw new Error(`${what.act}: ${answer.refusal.detail}`);
}
const add = async (id: ReleaseId, body: EvidenceBody): Promise<void> => {
  const added = await addEvidence(deps, id, [body], { delivery: DeliveryId.parse(delivery()), by: liu.id });
  if (!added.ok) throw new Error(added.refusal.detail);
};
const release = async (id: ReleaseId) => {
  const found = await deps.releases.find(id);
  if (!found.ok) throw new Error(found.refusal.detail);
  return found.value;
};

/** Up to a recording in an open session with both sides. */
async function inCall(): Promise<{ id: ReleaseId; room: RoomId; startedMs: number }> {
  const { id } = await applyFor(deps);
  await does(id, { act: 'claim' });
  await does(id, {
    act: 'check-papers',
    verdicts: (await release(id)).papers.map(({ kind }) => ({ kind, good: true, defects: [] })),
  });
  const copied = {
    plate: '宁AD00123',
    certificate: '640000120846',
    owner: '李某芳',
    lender: '塞上银行',
    mortgagedOn: '2023-04-18',
  };
  await does(id, {
    act: 'eligibility',
    found: { mortgagedHere: true, seized: false, lenderEnrolled: true, copied },
  });
  await changeRelease(deps, id, (r, now) => {
    const taken = takeForLender(r, { id: StaffId.parse('zhou'), name: '周云鹏' }, now);
    const booked = taken.ok ? book(taken.value, BookingId.parse(deps.newId()), r.sides, plus(now, HOUR), now) : taken;
    return booked.ok ? done({ release: booked.value }) : booked;
  });
  await does(id, { act: 'open-session', with: ['owner', 'lender'] });
  const room = (await release(id)).sessions.at(-1)?.room as RoomId;
  for (const party of ['owner', 'lender'] as const)
    await add(id, { kind: 'consent', party, version: '1', textSha256: hex('notice'), agreed: true });
  await add(id, { kind: 'take', take: 'take-0001', room, mime: MIME, by: liu.id });
  return { id, room, startedMs: nowMs };
}
/** The recorder hands in what it has, up to now. */
async function recordUpTo(
  id: ReleaseId,
  startedMs: number,
  present: ('owner' | 'lender' | 'officer')[],
): Promise<void> {
  const head = await deps.evidence.head(id);
  const take = head.takes.at(-1);
  if (take === undefined) throw new Error('no take');
  await add(id, {
    kind: 'chunk',
    take: take.take,
    n: take.chunks + 1,
    fromMs: take.toMs,
    toMs: nowMs - startedMs,
    present,
    sha256: hex(`${id} ${String(take.chunks)}`),
    bytes: 300,
    mime: MIME,
  });
}
const everybody: ('owner' | 'lender' | 'officer')[] = ['owner', 'lender', 'officer'];

async function doStep(id: ReleaseId, cell: string): Promise<void> {
  const [step, party] = cell.split(':') as [string, 'owner' | 'lender'];
  await does(id, { act: 'begin', cell });
  if (step === 'challenge') await does(id, { act: 'challenge', side: party });
  if (step === 'code') {
    await does(id, { act: 'send-code', side: party });
    const phone = party === 'owner' ? '13800138000' : AGENT_PHONE;
    const code = world.sms.findLast(({ to }) => to === phone)?.values['code'] ?? '';
    const typed = await typeCallCode(deps, id, party, { delivery: DeliveryId.parse(delivery()), code });
    if (!typed.ok) throw new Error(typed.refusal.detail);
  }
  if (step === 'certificate')
    await does(id, {
      act: 'compare',
      comparison: { plate: 'same', certificate: 'same', owner: 'same', lender: 'accepted', mortgagedOn: 'same' },
    });
  if (step === 'custody') await does(id, { act: 'custody', way: 'mail' });
  nowMs += 6_000;
  await does(id, { act: 'tick', cell });
}
async function wholeCall(): Promise<{ id: ReleaseId; room: RoomId }> {
  const { id, room, startedMs } = await inCall();
  for (const cell of (
    await actOnRelease(deps, liu, {
      id,
      delivery: DeliveryId.parse(delivery()),
      seen: 0,
      what: { act: 'note', text: '开始' },
    }).then((file) => (file.ok ? file.value.required : []))
  ).filter((one) => one !== 'eligibility:case')) {
    // A code a minute and phone.
    if (cell.startsWith('code:')) nowMs += 61_000;
    await doStep(id, cell);
    await recordUpTo(id, startedMs, everybody);
  }
  return { id, room };
}
const endTake = async (id: ReleaseId): Promise<void> => {
  const head = await deps.evidence.head(id);
  await add(id, { kind: 'take-end', take: 'take-0001', chunks: head.takes.at(-1)?.chunks ?? 0 });
};
beforeEach(() => {
  nowMs += 30 * 60_000;
});

test('every deed leaves its line: steps, statements, movements, codes, the comparison; a repeat leaves none', async () => {
  const { id } = await wholeCall();
  const kinds = (await deps.evidence.lines(id)).map(({ body }) => body.kind);
  for (const kind of ['step-begun', 'step', 'statement', 'challenge', 'code', 'comparison', 'chunk'] as const)
    expect(kinds).toContain(kind);
  expect(kinds.filter((kind) => kind === 'statement')).toHaveLength(2);
  const before = kinds.length;
  await does(id, { act: 'tick', cell: 'identity:owner' });
  const press = delivery();
  const { version } = await release(id);
  const why = { act: 'untick', cell: 'custody:case', why: 'doubt', words: '再问一遍' } as const;
  await act(id, version, why, press);
  await act(id, version, why, press);
  expect(await deps.evidence.lines(id)).toHaveLength(before + 1);
}, 90_000);

test('nothing is approved while the recording runs, a gap is open, or a step lacks its picture; the page is told what', async () => {
  const { id } = await wholeCall();
  const { version } = await release(id);
  const early = await act(id, version, { act: 'approve' });
  expect(early).toMatchObject({ ok: false, missing: [{ what: 'open-take', take: 'take-0001' }] });
  await endTake(id);
  await add(id, { kind: 'gap', party: 'owner', what: 'picture', fromMs: nowMs - 2_000, toMs: nowMs });
  const gapped = await act(id, version, { act: 'approve' });
  expect(gapped).toMatchObject({ ok: false, missing: [{ what: 'gap', party: 'owner' }] });
  expect((await release(id)).decision).toBeUndefined();
  expect((await deps.evidence.head(id)).closed).toBeUndefined();
  const refusing = { act: 'refuse', ground: 'documents-invalid', words: '证书编号不符' } as const;
  expect(await act(id, version, refusing)).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
}, 90_000);

test('of ten who approve at once one does, and the release and its record are closed together', async () => {
  const { id, room } = await wholeCall();
  await endTake(id);
  const { version } = await release(id);
  const press = delivery();
  const tries = await Promise.all(
    Array.from({ length: 10 }, (_, i) => act(id, version, { act: 'approve' }, i < 3 ? press : delivery())),
  );
  // The three with one delivery are one press.
  expect(tries.slice(0, 3).every(({ ok }) => ok) || tries.slice(3).filter(({ ok }) => ok).length === 1).toBe(true);
  expect(tries.slice(3).filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
  const after = await release(id);
  expect(after).toMatchObject({ state: { name: 'decided' }, decision: { what: 'approved' } });
  expect(after.history.filter(({ what }) => what === 'approved')).toHaveLength(1);
  const [head, manifest, file] = await Promise.all([
    deps.evidence.head(id),
    deps.evidence.manifest(id),
    deps.evidenceFiles.find(id),
  ]);
  expect(head.closed?.manifestSha256).toBe(hex(manifest?.text ?? ''));
  expect(file).toMatchObject({ state: 'closed', class: expect.any(String) as string });
  expect((await deps.rooms.find(room))?.state).toMatchObject({ name: 'ended', why: 'decided' });
}, 120_000);

test('when somebody changes the release in the moment of approval, neither it nor its record is closed', async () => {
  const { id } = await wholeCall();
  await endTake(id);
  const { version } = await release(id);
  await does(id, { act: 'untick', cell: 'custody:case', why: 'doubt', words: '再问一遍' });
  const late = await act(id, version, { act: 'approve' });
  expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  expect(late.file?.row.version).toBeGreaterThan(version);
  expect((await deps.evidence.head(id)).closed).toBeUndefined();
}, 90_000);

test('a case moved to the counter in the middle of a call keeps what was recorded, sealed', async () => {
  const { id } = await inCall();
  await does(id, { act: 'to-counter', why: 'technical', words: '网络不稳，带上证书到大厅' });
  expect((await release(id)).decision).toMatchObject({ what: 'moved-to-counter' });
  expect((await deps.evidence.head(id)).closed).toBeDefined();
}, 60_000);

test('a record that was left open by a release which expired is closed with it, and one without a call has none', async () => {
  const { id } = await inCall();
  await does(id, { act: 'end-session', how: 'no-show' });
  await closeLeftOpen(deps, id);
  expect((await deps.evidence.head(id)).closed).toBeUndefined();
  nowMs += 40 * DAY;
  await ringReleases(deps);
  expect((await release(id)).state.name).toBe('expired');
  await closeLeftOpen(deps, id);
  await closeLeftOpen(deps, id);
  expect((await deps.evidence.head(id)).closed).toBeDefined();
  expect((await deps.evidence.lines(id)).at(-1)?.body).toEqual({
    kind: 'decision',
    what: 'aborted',
    reason: 'expired',
  });
  const fresh = await applyFor(deps);
  await does(fresh.id, { act: 'claim' });
  await does(fresh.id, { act: 'cancel', reason: 'done-elsewhere', words: '已经办好了' });
  expect(await deps.evidenceFiles.find(fresh.id)).toBeUndefined();
}, 60_000);

test('a code goes to the phone of its own side once a minute, and a wrong one is noted without its digits', async () => {
  const { id } = await inCall();
  const press = delivery();
  const { version } = await release(id);
  const before = world.sms.length;
  await act(id, version, { act: 'send-code', side: 'lender' }, press);
  const again = await act(id, version, { act: 'send-code', side: 'lender' }, press);
  expect(again).toMatchObject({
    ok: true,
    value: { codes: { lender: { phone: '137****0088', triesLeft: 5, used: false } } },
  });
  expect(world.sms.slice(before).map(({ to }) => to)).toEqual([AGENT_PHONE]);
  expect(await act(id, version, { act: 'send-code', side: 'lender' })).toMatchObject({ refusal: { kind: 'too-many' } });
  const code = world.sms.at(-1)?.values['code'] ?? '';
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const tried = await typeCallCode(deps, id, 'lender', { delivery: DeliveryId.parse(delivery()), code: wrong });
  expect(tried).toMatchObject({ ok: false, refusal: { kind: 'bad-input' } });
  const [line] = (await deps.evidence.lines(id)).slice(-1);
  expect(line?.body).toEqual({ kind: 'code', party: 'lender', right: false });
  expect(JSON.stringify(await deps.evidence.lines(id))).not.toContain(code);
}, 60_000);
