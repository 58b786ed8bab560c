import type { DynamoDBStreamEvent } from 'aws-lambda';
import { addStaff } from '../../scripts/add-staff.ts';
import { pollStream } from '../../scripts/local/stream-poller.ts';
import { employ } from '../staff.ts';
import { call, openWorld, somebody, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const wiredDeps = async () => (await (await import('../../handlers/wiring.ts')).wired()).deps;
async function command(...given: string[]): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const exit = await addStaff(given, await wiredDeps(), 'https://desk.example.test', (line) => said.push(line));
  return { exit, said: said.join('\n') };
}
const first = ['--office', 'yinchuan', '--role', 'operator', '--name', '张三', '--id', 'zhangsan'];

test('the command opens the first operator’s account and prints a link that enrols them', async () => {
  await import('../../handlers/http/access.ts');
  const { exit, said } = await command(...first);
  expect(exit).toBe(0);
  const [, id = '', code = ''] = /https:\/\/desk\.example\.test\/console\/enrol#([a-z]+)\.(\S+)/u.exec(said) ?? [];
  const answer = await call('POST /api/staff/enrolment', somebody(), { id, code });
  expect(answer.body).toMatchObject({ id: 'zhangsan', name: '张三', role: 'operator' });
});

test('a name that is taken and an order that is not complete are said in one sentence', async () => {
  expect(await command(...first)).toMatchObject({ exit: 1, said: expect.stringContaining('已经有人用了') as string });
  for (const given of [[], ['--office', 'beijing', ...first.slice(2)], ['--role', 'king', ...first.slice(4)]])
    expect(await command(...given)).toMatchObject({ exit: 2, said: expect.stringContaining('用法') as string });
});

test('every act on an account becomes an audit line with who, what and whom, and no name', async () => {
  const wu = await employ('wu', '吴建国', 'operator');
  await call('POST /api/staff/accounts', wu, { id: 'lisi', name: '李四', role: 'officer', capacity: 5 });
  await call('POST /api/staff/accounts/{id}/deactivate', wu, { id: 'lisi' });
  const { handler } = await import('../../handlers/events/record-stream.ts');
  const deps = await wiredDeps();
  const poll = pollStream(world.endpoint, 'bancheng', (event) => handler(event as DynamoDBStreamEvent), {
    everyMs: 20,
  });
  const drawn = () => deps.audit.of('STAFF#lisi');
  while ((await drawn()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await poll.stop();
  const lines = await drawn();
  expect(lines.flatMap(({ record, happened }) => happened.map(({ what, by }) => [record, what, by]))).toEqual([
    ['STAFF#lisi', 'staff-created', 'wu'],
    ['STAFF#lisi', 'staff-deactivated', 'wu'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('李四');
});
