/** Lends the table to a command: the one the environment names, the running product's, or the local data while nothing runs. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { openKeyRing, type KeyKeeper } from '../../models/store/key-ring.ts';
import { openSealer, type Sealer } from '../../models/store/sealing.ts';
import { openTable, type Table } from '../../models/store/table.ts';
import { instantOf, type Instant } from '../../models/time.ts';
import { createTable, localClient, startDatabase, TABLE } from './database.ts';
import { freePort } from './free-ports.ts';
import { masterKey, runningFile } from './product.ts';

export const dataFolder = process.env['DATA_FOLDER'] ?? fileURLToPath(new URL('../../.data', import.meta.url));

export async function withLocalTable<T>(work: (table: Table) => Promise<T>): Promise<T> {
  if (process.env['TABLE_NAME'] !== undefined) return work(opened({}, process.env['TABLE_NAME']));
  const running = await runningEndpoint();
  if (running !== undefined) return work(opened({ endpoint: running }, TABLE));
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const database = await startDatabase(await freePort(), join(dataFolder, 'records.db'));
  try {
    await createTable(database.endpoint, TABLE);
    return await work(opened({ endpoint: database.endpoint }, TABLE));
  } finally {
    await database.stop();
  }
}

/** The table with what opens sealed fields. In the cloud the environment names table and key; here the key lies beside the data. */
export const withLocalKeys = <T>(
  work: (lent: { table: Table; keeper: KeyKeeper; sealer: Sealer; now(): Instant }) => Promise<T>,
): Promise<T> => {
  const local = process.env['TABLE_NAME'] === undefined;
  return withLocalTable(async (table) => {
    if (local) process.env['LOCAL_MASTER_KEY'] = masterKey(dataFolder);
    const now = (): Instant => instantOf(Date.now());
    const keeper = keeperFromEnvironment();
    return work({ table, keeper, now, sealer: await openSealer(openKeyRing(table, keeper, now().slice(0, 7))) });
  });
};

const opened = ({ endpoint }: { endpoint?: string }, name: string): Table =>
  openTable(endpoint === undefined ? new DynamoDBClient({}) : localClient(endpoint), name);

/** A word left behind by a crash names an endpoint that nobody answers. */
async function runningEndpoint(): Promise<string | undefined> {
  if (!existsSync(runningFile(dataFolder))) return undefined;
  const { endpoint } = JSON.parse(readFileSync(runningFile(dataFolder), 'utf8')) as { endpoint: string };
  try {
    await fetch(endpoint);
    return endpoint;
  } catch {
    return undefined;
  }
}
