/** A chat turn through the real handler against a bare handler that sends the very same two requests. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { call, delivery, openWorld, somebody } from '../tests/world.ts';
import type { Measured } from './bench.ts';
import { sizeOf, watchRequests, writeUnits } from './watch-requests.ts';

const QUESTIONS = [
  '驾照丢了怎么补',
  '要多少钱',
  '几天能拿',
  '网上能办吗',
  '能让我儿子替我去吗',
  '车贷还清了怎么解抵押',
  '要带什么',
  '在哪儿办',
];
const ROUNDS = 40;

type Items = NonNullable<TransactWriteCommandInput['TransactItems']>;
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const p95 = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;

export async function benchTurn(): Promise<Measured> {
  const world = await openWorld('2026-11-18T02:20:00Z');
  const { sent, original, stop } = watchRequests();
  const bareClient = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const bareSend = (command: unknown): Promise<unknown> =>
    (original as (c: unknown) => Promise<unknown>).call(bareClient, command);

  const ours: number[] = [];
  const bare: number[] = [];
  const requests: number[] = [];
  let units = 0;
  let turns = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const citizen = somebody();
    const recorded: { key: Record<string, unknown>; items: Items }[] = [];
    let after = 0;
    for (const text of QUESTIONS) {
      sent.length = 0;
      const started = performance.now();
      const answer = await call('POST /api/chat/messages', citizen, {
        delivery: delivery(),
        content: { type: 'text', text },
        after,
      });
      const took = performance.now() - started;
      if (answer.status !== 200)
        throw new Error(`a turn answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
      after = (answer.body['conversation'] as { lastSeq: number }).lastSeq;
      const get = sent.find((s) => s.name === 'GetCommand');
      const write = sent.find((s) => s.name === 'TransactWriteCommand');
      if (get === undefined || write === undefined) throw new Error('a turn did not read and write once');
      const items = (write.input as TransactWriteCommandInput).TransactItems ?? [];
      recorded.push({ key: (get.input as { Key: Record<string, unknown> }).Key, items });
      if (round < 4) continue; // warming up
      ours.push(took);
      requests.push(sent.length);
      units += writeUnits(write) + Math.ceil(sizeOf(recorded.at(-1)?.items[0]) / 4096);
      turns += 1;
    }
    for (const { key, items } of recorded) {
      const moved = JSON.parse(JSON.stringify(items).replaceAll('CONVERSATION#', 'BARE#')) as Items;
      const bareKey = { ...key, pk: String(key['pk']).replace('CONVERSATION#', 'BARE#') };
      const started = performance.now();
      await bareSend(new GetCommand({ TableName: 'bancheng', Key: bareKey, ConsistentRead: true }));
      await bareSend(new TransactWriteCommand({ TransactItems: moved }));
      if (round >= 4) bare.push(performance.now() - started);
    }
  }
  stop();
  await world.stop();
  const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}×`;
  return {
    title: `A chat turn, ${String(turns)} turns, interleaved with a bare handler that sends the same two requests (median and p95, ms)`,
    rows: [
      {
        what: 'chat turn',
        median: median(ours).toFixed(2),
        p95: p95(ours).toFixed(2),
        requests: (requests.reduce((a, b) => a + b, 0) / turns).toFixed(2),
        'capacity units (by size)': (units / turns).toFixed(1),
      },
      {
        what: 'bare handler',
        median: median(bare).toFixed(2),
        p95: p95(bare).toFixed(2),
        requests: '2.00',
        'capacity units (by size)': (units / turns).toFixed(1),
      },
      {
        what: 'ratio',
        median: ratio(median(ours), median(bare)),
        p95: ratio(p95(ours), p95(bare)),
        requests: '',
        'capacity units (by size)': '',
      },
    ],
  };
}
