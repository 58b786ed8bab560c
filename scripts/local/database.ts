/** The local database: the real engine as one process, with the table that serverless.yml defines. */
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { readService } from './service.ts';

/** The local table's name. */
export const TABLE = 'bancheng';
const ENGINE = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

export class CannotStart extends Error {}

/** `kept` undefined: what is written ends with the engine. Answers when the engine takes requests. */
export async function startDatabase(port: number, kept?: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  if (!existsSync(ENGINE)) {
    throw new CannotStart(
      `The local database has no build for ${process.platform}-${process.arch}; set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB endpoint of your own and start again.`,
    );
  }
  const passing = kept === undefined ? mkdtempSync(join(inMemory(), 'bancheng-records-')) : undefined;
  const file = kept ?? join(passing ?? '', 'records.db');
  const engine = spawn(ENGINE, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  engine.stderr.on('data', (part: Buffer) => (said += part.toString()));
  await answering(engine, port, () => said, kept);
  findStreamRecordsByNumber(file);
  // The engine goes on with the files it has open; nothing is left behind by whoever is killed.
  if (passing !== undefined) rmSync(passing, { recursive: true });
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    stop: () =>
      new Promise((resolve) => {
        if (engine.exitCode !== null || engine.signalCode !== null) resolve();
        else {
          engine.once('exit', () => {
            resolve();
          });
          engine.kill('SIGTERM');
        }
      }),
  };
}

/** The engine's own memory cannot be given the index below; a file system in memory is as fast where there is room on one. */
function inMemory(): string {
  const shared = '/dev/shm';
  if (!existsSync(shared)) return tmpdir();
  const { bavail, bsize } = statfsSync(shared);
  return bavail * bsize > 2 ** 30 ? shared : tmpdir();
}

/**
 * The engine numbers each record of a stream by reading through all earlier ones, so that its writes grow slower with every write. With an
 * index on the number they stay as they are on the first day.
 */
function findStreamRecordsByNumber(file: string): void {
  const engineData = new DatabaseSync(file, { timeout: 5000 });
  engineData.exec(
    'CREATE INDEX IF NOT EXISTS stream_by_number ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
  );
  engineData.close();
}

async function answering(engine: ChildProcess, port: number, said: () => string, kept?: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (engine.exitCode !== null) {
      throw new CannotStart(
        kept === undefined
          ? `The local database did not start: ${said().trim().split('\n').at(-1) ?? ''}`
          : `The data in ${kept} cannot be opened; move the folder .data away (it keeps the demo data only) and start again.`,
      );
    }
    if (await open(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new CannotStart('The local database does not answer; stop other runs of it and start again.');
}

const open = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

export function tableDefinition(tableName: string): CreateTableCommandInput {
  const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } =
    readService().resources.Resources.Records.Properties;
  return {
    TableName: tableName,
    BillingMode,
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
  };
}

/** A client for the engine on this machine, whose keys mean nothing. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });

/** `stream` false: nothing follows a change. */
export async function createTable(endpoint: string, tableName: string, stream = true): Promise<void> {
  const client = localClient(endpoint);
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
  } catch (error) {
    if ((error as { name?: string }).name !== 'ResourceNotFoundException') throw error;
    const { StreamSpecification, ...definition } = tableDefinition(tableName);
    await client.send(new CreateTableCommand({ ...definition, ...(stream ? { StreamSpecification } : {}) }));
  } finally {
    client.destroy();
  }
}
