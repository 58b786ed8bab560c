/** The key of the manifests is renewed: once, by an operator, on the record; what earlier keys signed can still be checked. */
import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Deps } from '../../functions/deps.ts';
import { exportEvidence } from '../../functions/release/export-evidence.ts';
import { showEvidenceKeys } from '../../functions/release/show-evidence-keys.ts';
import { zipOf } from '../../handlers/gateways/evidence-zip.ts';
import type { ReleaseId } from '../../models/ids.ts';
import { evidenceKey } from '../../scripts/evidence-key.ts';
import { pollStream } from '../../scripts/local/stream-poller.ts';
import { verifyPlace } from '../../scripts/verify-evidence.ts';
import { employ } from '../staff.ts';
import { openWorld, type World } from '../world.ts';
import { closedCall, evidenceOffice } from './an-office.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld();
  deps = await evidenceOffice();
  await employ('wu', '吴建国', 'operator');
  await employ('chen', '陈科', 'manager');
}, 60_000);
afterAll(() => world.stop());

async function command(...given: string[]): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const exit = await evidenceKey(given, deps, (line) => said.push(line));
  return { exit, said: said.join('\n') };
}
const renew = (by = 'wu') => command('--office', 'yinchuan', '--renew', '--by', by, '--why', 'scheduled');
const published = async (): Promise<string[]> =>
  (await showEvidenceKeys(deps)).keys.filter(({ office }) => office === 'yinchuan').map(({ pem }) => pem);
async function verdict(id: ReleaseId, pem: string | undefined): Promise<string> {
  const exported = await exportEvidence(deps, id);
  if (!exported.ok) throw new Error(exported.refusal.detail);
  const place = join(mkdtempSync(join(tmpdir(), 'bancheng-key-')), 'copy.zip');
  await writeFile(place, (await zipOf(exported.value)).body);
  return (await verifyPlace(place, pem)).verdict;
}

test('a record that the earlier key signed is still whole after the renewal, and a new one is signed by the new key', async () => {
  const before = await closedCall(deps);
  expect((await renew()).exit).toBe(0);
  const after = await closedCall(deps);
  const [first, second, ...more] = await published();
  expect([first === undefined, second === undefined, more]).toEqual([false, false, []]);
  expect([await verdict(before.id, first), await verdict(after.id, second)]).toEqual(['complete', 'complete']);
  expect([await verdict(before.id, second), await verdict(after.id, first)]).toEqual(['altered', 'altered']);
}, 60_000);

test('of two renewals at the same moment one makes a key', async () => {
  const known = (await published()).length;
  const answers = await Promise.all([renew(), renew()]);
  expect(answers.map(({ exit }) => exit).sort()).toEqual([0, 1]);
  expect(await published()).toHaveLength(known + 1);
});

test('only an operator renews it, and each key has its line in the record of what happened', async () => {
  const known = (await published()).length;
  expect([(await renew('chen')).exit, (await renew('nobody')).exit]).toEqual([1, 1]);
  for (const given of [[], ['--office', 'beijing'], ['--office', 'yinchuan', '--renew', '--by', 'wu']])
    expect((await command(...given)).exit).toBe(2);
  expect(await published()).toHaveLength(known);
  const { handler } = await import('../../handlers/events/record-stream.ts');
  const poll = pollStream(world.endpoint, 'bancheng', (event) => handler(event as DynamoDBStreamEvent), {
    everyMs: 20,
  });
  const drawn = () => deps.audit.of('EVIDENCEKEY#evidence-yinchuan-2');
  while ((await drawn()).length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
  await poll.stop();
  expect(
    (await drawn()).flatMap(({ office, happened }) => happened.map((one) => [office, one.what, one.by, one.reason])),
  ).toEqual([['yinchuan', 'evidence-key-renewed', 'wu', 'scheduled']]);
}, 60_000);
