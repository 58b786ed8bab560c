/** The engine on this machine: as quick after a day as at first, and without a trace once it has stopped. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startDatabase } from '../../scripts/local/database.ts';
import { freePort } from '../../scripts/local/free-ports.ts';

const passing = (): string[] =>
  ['/dev/shm', tmpdir()].flatMap((folder) => {
    try {
      return readdirSync(folder).filter((name) => name.startsWith('bancheng-records-'));
    } catch {
      return [];
    }
  });

let engine: Awaited<ReturnType<typeof startDatabase>>;
afterEach(() => engine.stop());

test('the next number of a stream’s record is found by an index, not by reading through all earlier records', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bancheng-engine-'));
  const file = join(folder, 'records.db');
  engine = await startDatabase(await freePort(), file);
  const data = new DatabaseSync(file, { readOnly: true });
  const plan = data
    .prepare(
      'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?',
    )
    .all('bancheng')
    .map(({ detail }) => detail);
  data.close();
  rmSync(folder, { recursive: true });
  expect(plan).toEqual([expect.stringContaining('USING COVERING INDEX stream_by_number')]);
});

test('an engine that keeps nothing leaves no file, even while it runs', async () => {
  const before = passing();
  engine = await startDatabase(await freePort());
  // Engines of other tests come and go meanwhile: what stays is left behind.
  let left = passing().filter((name) => !before.includes(name));
  for (let tries = 0; left.length > 0 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = passing();
    left = left.filter((name) => now.includes(name));
  }
  expect(left).toEqual([]);
});
