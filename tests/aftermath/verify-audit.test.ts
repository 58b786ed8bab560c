import { verifyAudit, type Fault } from '../../functions/aftermath/verify-audit.ts';
import { writeDigests } from '../../functions/aftermath/write-digests.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { keys, type Key } from '../../models/store/keys.ts';
import type { Item } from '../../models/store/table.ts';
import { dayOf, HOUR, instantOf, type Day } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';

const START = Date.parse('2026-11-16T02:00:00Z');
const NOW = instantOf(Date.parse('2026-11-19T01:00:00Z'));
let world: World;
let office: Wired;
let published: Awaited<ReturnType<Wired['deps']['digests']['from']>>;

const lineOf = (record: string, version: number, hours: number): AuditLine => {
  const at = instantOf(START + hours * HOUR);
  return {
    record: `COMPLAINT#${record}`,
    version,
    office: 'yinchuan',
    at,
    happened: [
      version === 1 ? { at, what: 'filed', reason: 'form' } : { at, what: 'pressed', amounts: { used: hours } },
    ],
    facts: {
      state: 'filed',
      contact: 'running',
      answer: 'running',
      service: 'none',
      asks: '',
      ...(version === 1 ? {} : { 'was.state': 'filed', 'was.contact': 'running', 'was.answer': 'running' }),
    },
  };
};

beforeAll(async () => {
  world = await openWorld();
  office = await join({ keeper: keeperFromEnvironment(), now: () => Date.parse(NOW) }, 'bancheng');
  for (const record of ['A', 'B', 'C'])
    for (let v = 1; v <= 4; v++) await office.deps.audit.add(lineOf(record, v, v * 13), dayOf(NOW));
  await writeDigests({ ...office.deps, now: () => NOW }, ['yinchuan']);
  published = await office.deps.digests.from('yinchuan', '2026-01-01' as Day);
});
afterAll(() => world.stop());

const verify = async (saved: typeof published = []) =>
  (await verifyAudit(office.deps, ['yinchuan'], saved)).faults.map(({ office: _o, ...fault }) => fault);
const item = async (key: Key): Promise<Item & Key> => {
  const found = await office.table.get(key);
  if (found === undefined) throw new Error('no such item');
  return found as Item & Key;
};
const lineKey = (record: string, version: number): Key => keys.auditLine(`COMPLAINT#${record}`, version);

/** Forges, looks, and puts back what was there. */
async function forged(keysOf: Key[], forge: () => Promise<unknown>): Promise<Omit<Fault, 'office'>[]> {
  const before = await Promise.all(keysOf.map(item));
  await forge();
  const seen = await verify();
  for (const kept of before) await office.table.put(kept);
  expect(await verify()).toEqual([]);
  return seen;
}

test('a record that nobody touched is complete, also against the published digests', async () => {
  expect(published.map((digest) => digest.day)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18']);
  expect(await verify(published)).toEqual([]);
  expect(await verifyAudit(office.deps, ['yinchuan'])).toMatchObject({ lines: 12, records: 3, digests: 3 });
});

test('a word flipped in a line is found, and where', async () => {
  const key = lineKey('B', 2);
  const seen = await forged([key], async () => {
    const found = await item(key);
    const line = found['line'] as AuditLine;
    await office.table.put({ ...found, line: { ...line, facts: { ...line.facts, state: 'closed' } } });
  });
  expect(seen).toContainEqual({ record: 'COMPLAINT#B', version: 2, what: 'line' });
});

test('an amount flipped in a line is found', async () => {
  const key = lineKey('C', 3);
  const seen = await forged([key], async () => {
    const found = await item(key);
    const line = found['line'] as AuditLine;
    await office.table.put({
      ...found,
      line: { ...line, happened: line.happened.map((h) => ({ ...h, amounts: { used: 1 } })) },
    });
  });
  expect(seen).toContainEqual({ record: 'COMPLAINT#C', version: 3, what: 'line' });
});

test('a line dropped from the middle is found in its chain and in its day', async () => {
  const seen = await forged([lineKey('A', 2)], () => office.table.remove(lineKey('A', 2)));
  expect(seen).toContainEqual({ record: 'COMPLAINT#A', version: 3, what: 'chain' });
  expect(seen.some((fault) => fault.what === 'day')).toBe(true);
  expect(seen.some((fault) => fault.what === 'digest')).toBe(true);
});

test('the last line dropped, with its head set back, is found by the day', async () => {
  const head = { pk: lineKey('A', 1).pk, sk: 'HEAD' };
  const seen = await forged([lineKey('A', 4), head], async () => {
    const third = (await item(lineKey('A', 3)))['line'] as { hash: string };
    await office.table.remove(lineKey('A', 4));
    await office.table.put({ ...head, hash: third.hash, version: 3 });
  });
  expect(seen.map((fault) => fault.what).sort()).toEqual(expect.arrayContaining(['day', 'digest']));
});

test('two lines that changed places are found', async () => {
  const [two, three] = [lineKey('B', 2), lineKey('B', 3)];
  const seen = await forged([two, three], async () => {
    const [a, b] = [await item(two), await item(three)];
    await office.table.put({ ...a, line: b['line'] });
    await office.table.put({ ...b, line: a['line'] });
  });
  expect(seen).toContainEqual({ record: 'COMPLAINT#B', version: 3, what: 'chain' });
});

test('a figure that was made nicer is found', async () => {
  const key = keys.figure('yinchuan', '2026-11-16' as Day);
  const seen = await forged([key], async () => {
    await office.table.put({ ...(await item(key)), 'n:case:response-kept': 9 });
  });
  expect(seen).toEqual([{ day: '2026-11-16', what: 'figures' }]);
});

test('a week or a month that was made nicer is found, and so is its breakdown and what stands by service and cause together', async () => {
  const [day, monday, first] = ['2026-11-17', '2026-11-16', '2026-11-01'] as Day[] as [Day, Day, Day];
  const nicer: [Key, object][] = [
    [keys.figure('yinchuan', monday, 'week'), { day: monday, of: 'week', what: 'figures' }],
    [keys.figure('yinchuan', first, 'month'), { day: first, of: 'month', what: 'figures' }],
    [keys.figureBy('yinchuan', first, 'month'), { day: first, of: 'month', what: 'figures' }],
    [keys.figurePairs('yinchuan', day), { day, what: 'figures' }],
    [keys.figureTopics('yinchuan', day), { day, what: 'figures' }],
  ];
  for (const [key, fault] of nicer) {
    const kept = await office.table.get(key);
    await office.table.put({ ...kept, ...key, 'n:case:response-kept': 9 });
    expect(await verify()).toEqual([fault]);
    if (kept === undefined) await office.table.remove(key);
    else await office.table.put({ ...kept, ...key });
  }
  expect(await verify()).toEqual([]);
});

test('a digest that was taken away or made anew is found, the latter by a copy that somebody kept', async () => {
  const key = keys.digest('yinchuan', '2026-11-17' as Day);
  const gone = await forged([key], () => office.table.remove(key));
  expect(gone).toContainEqual({ day: '2026-11-17', what: 'gap' });
  const last = keys.digest('yinchuan', '2026-11-18' as Day);
  const kept = await item(last);
  await office.table.remove(last);
  expect(await verify()).toEqual([]);
  expect(await verify(published)).toEqual([{ day: '2026-11-18', what: 'published' }]);
  await office.table.put(kept);
});
