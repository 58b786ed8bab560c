import { createHash } from 'node:crypto';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import { chainedText, countsOf, type AuditLine } from '../../models/aftermath/audit.ts';
import { dayOf, instantOf } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let office: Wired;
beforeAll(async () => {
  world = await openWorld();
  office = await join({ keeper: keeperFromEnvironment() }, 'bancheng');
});
afterAll(() => world.stop());

const at = instantOf(Date.parse('2026-11-18T03:00:00Z'));
const lineOf = (record: string, version: number, ...what: string[]): AuditLine => ({
  record,
  version,
  office: 'yinchuan',
  at,
  happened: what.map((w) => ({ at, what: w })),
});

test('a change that is delivered five times, at once and again, counts once', async () => {
  const line = lineOf('CONVERSATION#A', 1, 'opened', 'handed-over');
  const added = await Promise.all([1, 2, 3, 4, 5].map(() => office.deps.audit.add(line, countsOf(line))));
  expect(added.filter((a) => a === 'added')).toHaveLength(1);
  expect(await office.deps.audit.add(line, countsOf(line))).toBe('known');
  const [day] = await office.deps.figures.between('yinchuan', dayOf(at), dayOf(at));
  expect(day?.counts).toMatchObject({ opened: 1, 'handed-over': 1 });
});

test('the figures of a day are the fold over its audit lines, made again from nothing', async () => {
  for (let v = 1; v <= 20; v++) {
    const line = lineOf('CONVERSATION#B', v, v % 2 === 0 ? 'claimed' : 'turn-failed');
    await office.deps.audit.add(line, countsOf(line));
  }
  const [kept] = await office.deps.figures.between('yinchuan', dayOf(at), dayOf(at));
  const again: Record<string, number> = {};
  for (const line of await office.deps.audit.onDay('yinchuan', dayOf(at)))
    for (const [what, n] of Object.entries(countsOf(line))) again[what] = (again[what] ?? 0) + n;
  expect(kept?.counts).toEqual(again);
});

test('each line’s hash covers it and the line before, so that a changed or missing line is seen', async () => {
  const lines = await office.deps.audit.of('CONVERSATION#B');
  let previous = '';
  for (const { hash, previous: said, ...line } of lines) {
    expect(said).toBe(previous);
    expect(hash).toBe(createHash('sha256').update(chainedText(line, previous)).digest('hex'));
    previous = hash;
  }
  expect(lines).toHaveLength(20);
});
