import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPublicKey, verify } from 'node:crypto';
import { deleteDueEvidence } from '../../functions/release/delete-evidence.ts';
import { askCopy } from '../../functions/release/evidence-copies.ts';
import { exportEvidence } from '../../functions/release/export-evidence.ts';
import { holdEvidence, listDueEvidence } from '../../functions/release/hold-evidence.ts';
import { drawRewatch, markRewatch, showRewatch } from '../../functions/release/rewatch-evidence.ts';
import { watchEvidence } from '../../functions/release/watch-evidence.ts';
import type { Deps } from '../../functions/deps.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { chunkObject } from '../../models/release/evidence-objects.ts';
import { dueDayOf, evidenceClasses, retention } from '../../models/release/retention.ts';
import { at as atMinute, DAY, dayOf, instantOf, type Instant } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { openWorld, type World } from '../world.ts';
import { delivery, closedCall, evidenceOffice, staff, upload } from './an-office.ts';
import { arrives, begins, chunk, consents, contentOf, ends, OFFICER, START, TAKE, type Event } from './some-call.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld();
  deps = await evidenceOffice();
});
afterAll(() => world.stop());

const manager = staff('manager-1', 'manager');
const short: Event[] = [...consents(-1_000), begins(0), ...[1, 2, 3].map((n) => arrives(chunk(n))), ends(16_000, 3)];
const brokenOff = async (): Promise<ReleaseId> => (await closedCall(deps, { events: short, what: 'aborted' })).id;
const days = (n: number): Instant => instantOf(START + n * DAY);
const { keepDays, graceDays } = retention['no-decision'];
const sweep = (n: number, how = {}) => deleteDueEvidence({ ...deps, now: () => days(n) }, { atOnce: 100, ...how });
const hold = (id: ReleaseId, held: boolean, who = manager) =>
  holdEvidence(deps, who, { id, held, reason: '法院要求保全' });
const pieces = (id: ReleaseId) =>
  Promise.all([1, 2, 3].map((n) => deps.evidenceObjects.hasArrived(chunkObject(id, chunk(n)))));

test('a recording that stands for a signature is kept longest, one that led to nothing shortest, and none under six months', () => {
  const now = atMinute(dayOf(instantOf(START)), 600);
  const due = evidenceClasses.map((of) => dueDayOf(of, now));
  expect(due).toEqual([...due].sort().reverse());
  expect(Object.values(retention).every((rule) => rule.keepDays >= 183 && rule.example)).toBe(true);
});

test('what is due is announced first, deleted after the grace with every version, and a signed proof stays', async () => {
  const id = await brokenOff();
  // What was put and never confirmed goes, too, and what somebody wrote over or deleted without naming a version.
  const s3 = new S3Client({ forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
  const piece = { Bucket: 'evidence', Key: `evidence/${id}/${TAKE}-1` };
  await s3.send(new PutObjectCommand({ ...piece, Body: 'forged' }));
  await s3.send(new DeleteObjectCommand(piece));
  expect(await deps.evidenceObjects.hasArrived(chunkObject(id, chunk(1)))).toBe('absent');
  await upload(deps, { ...chunkObject(id, chunk(1)), name: 'left-over' }, contentOf(TAKE, 1));
  expect(await sweep(keepDays - 1)).toEqual({ announced: [], deleted: [] });
  expect((await sweep(keepDays + 1, { dryRun: true })).announced).toContain(id);
  expect((await deps.evidenceFiles.find(id))?.state).toBe('closed');
  expect((await sweep(keepDays + 1)).announced).toContain(id);
  const listed = await listDueEvidence(deps, manager);
  expect(listed.ok && listed.value.due.map(({ release }) => release)).toContain(id);
  expect((await sweep(keepDays + graceDays)).deleted).not.toContain(id);
  expect(await pieces(id)).toEqual(['absent', 'there', 'there']);
  expect((await sweep(keepDays + graceDays + 1)).deleted).toContain(id);
  expect(await pieces(id)).toEqual(['absent', 'absent', 'absent']);
  expect(await deps.evidenceObjects.removeAll(id)).toBe(0);
  const proof = await deps.evidence.deletion(id);
  const [key] = await deps.evidenceKeys.all('yinchuan');
  if (proof === undefined || key === undefined) throw new Error('no proof');
  const signature = Buffer.from(proof.signature, 'base64');
  expect(verify(null, Buffer.from(proof.text), createPublicKey(key.pem), signature)).toBe(true);
  expect(JSON.parse(proof.text)).toMatchObject({
    release: id,
    rule: 'no-decision',
    keepDays,
    versions: 6,
    hashes: [1, 2, 3].map((n) => ({ sha256: chunk(n).sha256 })),
  });
  expect(await sweep(keepDays + graceDays + 2)).toEqual({ announced: [], deleted: [] });
  const gone = { ok: false, refusal: { kind: 'wrong-state', detail: 'the recording is deleted already' } };
  expect(await watchEvidence(deps, manager, { id, take: TAKE, reason: '查看' })).toEqual(gone);
  expect(await askCopy(deps, manager, { id, copy: delivery(), reason: '调取' })).toEqual(gone);
  expect(await exportEvidence(deps, id)).toEqual(gone);
  expect(await hold(id, true)).toEqual(gone);
  // The lines stay: they hold no picture and no name.
  expect((await deps.evidence.lines(id)).length).toBeGreaterThan(5);
});

test('what is held is never announced nor deleted; once it is let go the announcement begins anew', async () => {
  const id = await brokenOff();
  expect(await hold(id, true, staff('manager-9', 'manager', 'pingluo'))).toMatchObject({ ok: false });
  expect(await hold(id, true)).toMatchObject({ ok: true });
  expect(await hold(id, true)).toMatchObject({ ok: false });
  expect((await sweep(keepDays + 5000)).announced).not.toContain(id);
  expect(await hold(id, false)).toMatchObject({ ok: true });
  expect(await hold(id, false)).toMatchObject({ ok: false });
  expect((await sweep(keepDays + 100)).announced).toContain(id);
  expect(await hold(id, true)).toMatchObject({ ok: true });
  const listed = await listDueEvidence(deps, manager);
  expect(listed.ok && listed.value.due.map(({ release }) => release)).not.toContain(id);
  expect((await sweep(keepDays + 5000)).deleted).not.toContain(id);
  expect(await pieces(id)).toEqual(['there', 'there', 'there']);
  expect(await deps.evidenceFiles.notes(id)).toHaveLength(3);
});

test('a deletion that was cut off is finished, and of a hold and a deletion at the same moment one is refused', async () => {
  const id = await brokenOff();
  await sweep(keepDays + 1);
  const cut = { ...deps, now: () => days(keepDays + graceDays + 1) };
  const failing = {
    ...cut,
    evidenceObjects: { ...cut.evidenceObjects, removeAll: () => Promise.reject(new Error('cut')) },
  };
  await expect(deleteDueEvidence(failing, { atOnce: 100 })).rejects.toThrow('cut');
  expect((await deps.evidenceFiles.find(id))?.state).toBe('deleting');
  expect((await sweep(keepDays + graceDays + 1)).deleted).toContain(id);
  const raced = await brokenOff();
  await sweep(keepDays + 1);
  const [held, swept] = await Promise.all([hold(raced, true), sweep(keepDays + graceDays + 1)]);
  expect(held.ok).toBe(!swept.deleted.includes(raced));
  expect((await pieces(raced))[0]).toBe(held.ok ? 'there' : 'absent');
});

test('who watched, held or let go, and what was deleted, become audit lines without a word of the reasons', async () => {
  const id = await brokenOff();
  await watchEvidence(deps, manager, { id, take: TAKE, reason: '群众投诉' });
  await hold(id, true);
  await project(world);
  const lines = await deps.audit.of(`EVIDENCE#${id}`);
  expect(lines.flatMap(({ happened }) => happened.map(({ what, by, reason }) => [what, by, reason]))).toEqual([
    ['evidence-closed', OFFICER, 'no-decision'],
    ['evidence-watched', 'manager-1', TAKE],
    ['evidence-held', 'manager-1', undefined],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/投诉|法院/u);
}, 60_000);

test('each day the same few recordings of the week are drawn; who watched one and did not decide it marks it, once', async () => {
  // Nobody of that name has watched anything before.
  const manager = staff('manager-3', 'manager');
  const ids = [await brokenOff(), await brokenOff(), await brokenOff()];
  const tomorrow: Deps = { ...deps, now: () => days(1) };
  expect(await showRewatch(tomorrow, manager, {})).toMatchObject({ ok: true, value: { drawn: false, picks: [] } });
  const both = await Promise.all([
    drawRewatch(tomorrow, manager),
    drawRewatch(tomorrow, staff('manager-2', 'manager')),
  ]);
  const [first, second] = both.map((answer) => (answer.ok ? answer.value : undefined));
  expect(first?.picks.map(({ release }) => release)).toEqual(second?.picks.map(({ release }) => release));
  expect(first?.picks).toHaveLength(2);
  expect(first?.of).toBeGreaterThanOrEqual(ids.length);
  const id = first?.picks[0]?.release;
  const day = first?.day;
  if (id === undefined || day === undefined) throw new Error('nothing was drawn');
  const mark = { id, day, result: 'in-order' as const, words: '核验完整' };
  expect(await markRewatch(tomorrow, manager, mark)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  await watchEvidence(tomorrow, manager, { id, take: TAKE, reason: '抽查' });
  expect(await markRewatch(tomorrow, staff(OFFICER, 'manager'), mark)).toMatchObject({ ok: false });
  const marked = await markRewatch(tomorrow, manager, mark);
  expect(marked.ok && marked.value.picks[0]).toMatchObject({ release: id, result: 'in-order', by: 'manager-3' });
  expect(await markRewatch(tomorrow, manager, mark)).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
}, 60_000);
