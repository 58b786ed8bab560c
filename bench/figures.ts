/**
 * The managers' page and a page of cases, over an office with a thousand matters and over one with as many as fit: requests and time.
 * What is left of the difference in time is how many names an item holds; it ends where every service and cause has been met.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { fileComplaint } from '../functions/complaint/file-complaint.ts';
import { listCases } from '../functions/aftermath/list-cases.ts';
import { showOversight } from '../functions/aftermath/show-oversight.ts';
import { keeperFromEnvironment } from '../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../handlers/wiring.ts';
import type { Officer } from '../models/access/staff.ts';
import type { AuditLine, Counts } from '../models/aftermath/audit.ts';
import { blocksWith, withWeekday, type Block } from '../models/aftermath/blocks.ts';
import { tallyOf } from '../models/aftermath/tally.ts';
import { causeCodes, problemKinds } from '../models/complaint/kinds.ts';
import { FileComplaint } from '../models/complaint/requests.ts';
import { grades } from '../models/conversation/rating.ts';
import { services } from '../models/guidance/catalogue.ts';
import { ComplaintId, StaffId, type OfficeId } from '../models/ids.ts';
import { keys } from '../models/store/keys.ts';
import type { Item } from '../models/store/table.ts';
import type { Outcome } from '../models/outcome.ts';
import { addDays, at, instantOf, MINUTE, plus, type Day } from '../models/time.ts';
import { openWorld } from '../tests/world.ts';
import type { Measured } from './bench.ts';
import { watchRequests } from './watch-requests.ts';

const NOW = Date.parse('2026-11-20T02:20:00Z');
const DAYS = 365;
const last = '2026-11-19' as Day;
const first = addDays(last, 1 - DAYS);
/** Entries of lists that the local engine takes in a bearable time; the days' counts are those of all matters. */
const LISTED = 2_000;
const sizes = { yanchi: 1_000, yinchuan: 1_000_000 } as const satisfies Partial<Record<OfficeId, number>>;
/** Each stands for as many as it takes to reach the number: sums are all that the page reads, and so many fill the days' items with all names. */
const MADE = 100_000;
const ROUNDS = 11;

/** The lines of one matter from filing to rating, as the stream would draw them. */
function linesOf(office: OfficeId, record: string, i: number): AuditLine[] {
  const day = addDays(first, (i * 7) % DAYS);
  const pick = <T>(list: readonly T[], by: number): T => list[Math.floor(i / by) % list.length] as T;
  const filedAt = at(day, 540 + (i % 400));
  const facts = {
    service: pick(services, 1).id,
    problem: pick(problemKinds, 3),
    cause: pick(causeCodes, 5),
    channel: pick(['chat', 'form', 'counter'], 2),
    owner: `${office}-${String(i % 12)}`,
    rated: 'no',
    asks: '',
  };
  const line = (version: number, what: AuditLine['happened'][number]): AuditLine => ({
    record,
    version,
    office,
    at: what.at,
    happened: [what],
    facts: { ...facts, state: version < 3 ? 'working' : 'resolved', contact: 'done', answer: 'done' },
  });
  const late = i % 41 === 0;
  return [
    line(1, { at: filedAt, what: 'filed', reason: 'form' }),
    line(2, { at: plus(filedAt, MINUTE), what: 'first-contact', reason: 'in-time', amounts: { used: i % 300 } }),
    late
      ? line(3, { at: plus(filedAt, 2 * MINUTE), what: 'answer-missed' })
      : line(3, {
          at: plus(filedAt, 2 * MINUTE),
          what: 'answered',
          reason: 'in-time',
          amounts: { used: i % 5000, paused: i % 90, left: i % 2000 },
        }),
    line(4, { at: plus(filedAt, 3 * MINUTE), what: 'rated', reason: pick(grades, 7), amounts: { sameDevice: 0 } }),
  ];
}

async function generate(
  { table }: Wired,
  client: DynamoDBDocumentClient,
  office: OfficeId,
  records: string[],
  n: number,
) {
  const blocks = new Map<string, Block & { counts: Counts; by: Counts }>();
  const listed: Item[] = [];
  const made = Math.min(n, MADE);
  const stands = n / made;
  const everyNth = Math.max(1, Math.floor((made * 6) / LISTED));
  for (let i = 0; i < made; i++) {
    const record = records[i % records.length] ?? '';
    const day = addDays(first, (i * 7) % DAYS);
    const sums = blocksWith(day).map((block) => {
      const name = `${block.of} ${block.first}`;
      const sum = blocks.get(name) ?? { ...block, counts: {}, by: {} };
      blocks.set(name, sum);
      return sum;
    });
    for (const line of linesOf(office, record, i)) {
      const tally = tallyOf(line);
      for (const sum of sums) {
        const counts = sum.of === 'day' ? tally.counts : withWeekday(tally.counts, day);
        for (const [name, k] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + k * stands;
        for (const [name, k] of Object.entries(tally.by)) sum.by[name] = (sum.by[name] ?? 0) + k * stands;
      }
      if (i % everyNth !== 0) continue;
      for (const [k, counted] of tally.cases.entries()) {
        const place = `${day}#${counted.at}#${record}#${String(i)}#${String(k)}`;
        listed.push({ ...keys.counted(office, counted.figure, place), counted: { ...counted, day } });
      }
    }
  }
  const counts = (sum: Counts): Item => Object.fromEntries(Object.entries(sum).map(([name, k]) => [`n:${name}`, k]));
  const items = [
    ...listed,
    ...[...blocks.values()].flatMap(({ of, first: from, ...sum }) => [
      { ...keys.figure(office, from, of), ...counts(sum.counts) },
      { ...keys.figureBy(office, from, of), ...counts(sum.by) },
    ]),
  ];
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, i) => items.slice(i * 25, i * 25 + 25));
  // Eight at a time keep the engine busy.
  const writer = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop())
      await client.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
      );
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return listed.length;
}

const asked = {
  'page of 30 days': (deps, by) => showOversight(deps, by, { from: addDays(last, -29), to: last }),
  'page of a year': (deps, by) => showOversight(deps, by, { from: first, to: last }),
  'list of 40 cases': (deps, by) => listCases(deps, by, { from: first, to: last, figure: 'on-time-kept' }),
} as const satisfies Record<string, (deps: Wired['deps'], by: Officer) => Promise<Outcome<unknown>>>;

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export async function benchFigures(): Promise<Measured> {
  const world = await openWorld('2026-11-20T02:20:00Z');
  const wired = await join({ keeper: keeperFromEnvironment(), now: () => NOW }, 'bancheng');
  const { deps } = wired;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const watched = watchRequests();

  const rows: Measured['rows'] = [];
  const ratios: Measured['rows'] = [];
  const listed: Record<string, number> = {};
  for (const [office, n] of Object.entries(sizes) as [OfficeId, number][]) {
    const records: string[] = [];
    for (let i = 0; i < 50; i++) {
      const id = ComplaintId.parse(deps.newId());
      await fileComplaint(
        deps,
        FileComplaint.parse({
          id,
          office,
          channel: 'form',
          language: 'zh',
          matter: { what: '没办成' },
          person: {},
          problem: 'system-fault',
          notify: 'none',
        }),
        { phoneConfirmed: false },
      );
      records.push(`COMPLAINT#${id}`);
    }
    listed[office] = await generate(wired, client, office, records, n);
  }
  for (const [what, ask] of Object.entries(asked)) {
    const times: Record<string, number[]> = {};
    const sent: Record<string, number> = {};
    // One office after the other in every round: what else the machine does meets both alike.
    for (let round = 0; round < ROUNDS; round++)
      for (const office of Object.keys(sizes) as OfficeId[]) {
        const by: Officer = { id: StaffId.parse('bench'), name: '', office, role: 'manager', session: '' };
        watched.sent.length = 0;
        const started = performance.now();
        const answer = await ask(deps, by);
        (times[office] ??= []).push(performance.now() - started);
        if (!answer.ok) throw new Error(answer.refusal.detail);
        sent[office] = watched.sent.length;
      }
    const medians = Object.entries(sizes).map(([office, n]) => {
      const ms = median(times[office] ?? []);
      rows.push({
        what,
        matters: n,
        'entries in lists': listed[office] ?? 0,
        requests: sent[office] ?? 0,
        'median ms': ms.toFixed(1),
      });
      return ms;
    });
    const [few = 1, many = 1] = medians;
    ratios.push({
      what: `${what}: ratio`,
      matters: '',
      'entries in lists': '',
      requests: '',
      'median ms': `${(many / few).toFixed(2)}×`,
    });
  }
  watched.stop();
  await world.stop();
  rows.push(...ratios);
  return {
    title: `The managers’ page over ${sizes.yanchi.toLocaleString('en')} and over ${sizes.yinchuan.toLocaleString('en')} matters of one year (${instantOf(NOW).slice(0, 10)})`,
    rows,
  };
}
