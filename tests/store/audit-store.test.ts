import { createHash } from 'node:crypto';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import { writeDigests } from '../../functions/aftermath/write-digests.ts';
import { chainedText, type AuditLine } from '../../models/aftermath/audit.ts';
import { digestText } from '../../models/aftermath/figures.ts';
import { tallyOf } from '../../models/aftermath/tally.ts';
import { addDays, dayOf, instantOf, type Day } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let office: Wired;
beforeAll(async () => {
  world = await openWorld();
  office = await join({ keeper: keeperFromEnvironment() }, 'bancheng');
});
afterAll(() => world.stop());

const at = instantOf(Date.parse('2026-11-18T03:00:00Z'));
const day = dayOf(at);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const lineOf = (record: string, version: number, ...what: string[]): AuditLine => ({
  record,
  version,
  office: 'yinchuan',
  at,
  happened: what.map((w) => ({ at, what: w })),
});

test('a change that is delivered five times, at once and again, counts once', async () => {
  const line = lineOf('CONVERSATION#A', 1, 'opened', 'handed-over');
  const added = await Promise.all([1, 2, 3, 4, 5].map(() => office.deps.audit.add(line, day)));
  expect(added.filter((a) => a === 'added')).toHaveLength(1);
  expect(await office.deps.audit.add(line, day)).toBe('known');
  const [counted] = await office.deps.figures.between('yinchuan', day, day);
  expect(counted?.counts).toMatchObject({ opened: 1, 'handed-over': 1, lines: 1 });
});

test('the figures of a day are the fold over its audit lines, made again from nothing', async () => {
  for (let v = 1; v <= 20; v++)
    await office.deps.audit.add(lineOf('CONVERSATION#B', v, v % 2 === 0 ? 'claimed' : 'turn-failed'), day);
  const [kept] = await office.deps.figures.between('yinchuan', day, day);
  const again: Record<string, number> = {};
  for (const line of await office.deps.audit.onDay('yinchuan', day))
    for (const [what, n] of Object.entries(tallyOf(line).counts)) again[what] = (again[what] ?? 0) + n;
  expect(kept?.counts).toEqual(again);
});

test('each line’s hash covers it and the line before, so that a changed or missing line is seen', async () => {
  const lines = await office.deps.audit.of('CONVERSATION#B');
  let previous = '';
  for (const { hash, previous: said, ...line } of lines) {
    expect(said).toBe(previous);
    expect(hash).toBe(sha256(chainedText(line, previous)));
    previous = hash;
  }
  expect(lines).toHaveLength(20);
});

test('a line from before amounts and facts has the text, and so the hash, that it always had', () => {
  expect(chainedText({ ...lineOf('STAFF#x', 2, 'staff-created'), happened: [{ at, what: 'w', by: 'b' }] }, 'p')).toBe(
    `["p","STAFF#x",2,"yinchuan","${at}",[["${at}","w","b",""]]]`,
  );
});

test('amounts and facts are covered by the hash, whatever order the engine hands them back in', () => {
  const plain = lineOf('COMPLAINT#x', 1, 'answered');
  const with_ = (amounts: Record<string, number>, facts: Record<string, string>): string =>
    chainedText({ ...plain, happened: [{ at, what: 'answered', amounts }], facts }, '');
  expect(with_({ used: 1, left: 2 }, { a: '1', b: '2' })).toBe(with_({ left: 2, used: 1 }, { b: '2', a: '1' }));
  expect(with_({ used: 1 }, { a: '1' })).not.toBe(with_({ used: 2 }, { a: '1' }));
  expect(with_({ used: 1 }, { a: '1' })).not.toBe(with_({ used: 1 }, { a: '2' }));
});

const atNight = (clock: string) => ({ ...office.deps, now: () => instantOf(Date.parse(clock)) });

test('a day is closed from 03:10 of the next on, once, over exactly its lines, chained to the day before', async () => {
  expect(await writeDigests(atNight('2026-11-18T19:09:00Z'), ['yinchuan'])).toBe(0);
  expect(await writeDigests(atNight('2026-11-18T19:10:00Z'), ['yinchuan'])).toBe(1);
  expect(await writeDigests(atNight('2026-11-18T19:11:00Z'), ['yinchuan'])).toBe(0);
  const [digest] = await office.deps.digests.latest('yinchuan', 5);
  const lines = await office.deps.audit.onDay('yinchuan', day);
  expect(digest).toMatchObject({
    day,
    lines: lines.length,
    previous: '',
    hash: sha256(digestText('', 'yinchuan', day, lines)),
  });
});

test('what the stream brings after the digest is filed, and counted, under the day it came', async () => {
  const today = addDays(day, 1);
  expect(await office.deps.audit.add(lineOf('CONVERSATION#LATE', 1, 'opened'), today)).toBe('added');
  expect((await office.deps.audit.onDay('yinchuan', today)).map((line) => line.record)).toEqual(['CONVERSATION#LATE']);
  expect((await office.deps.figures.between('yinchuan', today, today))[0]?.counts).toMatchObject({ opened: 1 });
});

test('days without a line are closed too, and an outage is made up day after day', async () => {
  expect(await writeDigests(atNight('2026-11-24T20:00:00Z'), ['yinchuan'])).toBe(5);
  expect(await writeDigests(atNight('2026-11-24T20:01:00Z'), ['yinchuan'])).toBe(1);
  const digests = await office.deps.digests.from('yinchuan', day);
  expect(digests.map((d) => d.day)).toEqual(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  for (const [i, d] of digests.entries()) expect(d.previous).toBe(digests[i - 1]?.hash ?? '');
});

test('while lines come in, a digest is written over all of them or not at all', async () => {
  const busy: Day = '2026-12-01' as Day;
  const line = (v: number): AuditLine => ({
    ...lineOf(`CONVERSATION#R${String(v)}`, 1, 'opened'),
    office: 'yanchi',
    at: instantOf(Date.parse('2026-12-01T03:00:00Z') + v),
  });
  const adding = Array.from({ length: 25 }, (_, v) => office.deps.audit.add(line(v), addDays(busy, 1)));
  const closing = Array.from({ length: 6 }, () =>
    office.deps.digests.close('yanchi', busy, '', instantOf(Date.parse('2026-12-01T19:10:00Z'))),
  );
  await Promise.all([...adding, ...closing]);
  await office.deps.digests.close('yanchi', busy, '', instantOf(Date.parse('2026-12-01T19:10:00Z')));
  const [digest] = await office.deps.digests.latest('yanchi', 1);
  const lines = await office.deps.audit.onDay('yanchi', busy);
  expect(digest).toMatchObject({ lines: lines.length, hash: sha256(digestText('', 'yanchi', busy, lines)) });
  expect(lines.length + (await office.deps.audit.onDay('yanchi', addDays(busy, 1))).length).toBe(25);
});
