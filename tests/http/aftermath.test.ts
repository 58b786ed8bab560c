import { tallyOf } from '../../models/aftermath/tally.ts';
import { dayOf, instantOf } from '../../models/time.ts';
import { project as projectAll } from '../aftermath/project.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
});
afterAll(() => world.stop());

async function project(times: number): Promise<void> {
  for (let time = 0; time < times; time++) await projectAll(world);
}

test('the stream draws audit lines and figures from what happened, and projecting it all again changes nothing', async () => {
  const liu = await employ('liu', '刘一航');
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  await deps.desks.listen('yinchuan', { socket: 'console-liu', staff: 'liu' as never });
  for (let i = 0; i < 5; i++) {
    const citizen = somebody();
    const answer = await call('POST /api/chat/messages', citizen, {
      delivery: delivery(),
      content: { type: 'text', text: '人工' },
      after: 0,
    });
    const { id } = answer.body['conversation'] as { id: string };
    await call('POST /api/desk/conversations/{id}/claim', liu, { id });
    await call('POST /api/desk/conversations/{id}/messages', liu, { id, delivery: delivery(), text: '您好', seen: 99 });
    await call('POST /api/desk/conversations/{id}/close', liu, { id });
  }
  await project(1);
  const day = dayOf(instantOf(Date.parse('2026-11-18T02:20:00Z')));
  const first = await deps.figures.between('yinchuan', day, day);
  expect(first[0]?.counts).toMatchObject({ opened: 5, 'handed-over': 5, claimed: 5, 'first-reply': 5, closed: 5 });
  await project(2);
  expect(await deps.figures.between('yinchuan', day, day)).toEqual(first);

  const again: Record<string, number> = {};
  for (const line of await deps.audit.onDay('yinchuan', day))
    for (const [what, n] of Object.entries(tallyOf(line).counts)) again[what] = (again[what] ?? 0) + n;
  expect(again).toEqual(first[0]?.counts);
});

test('an open console is told of every change on the desk, and one that is gone is taken off the list', async () => {
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  await deps.desks.listen('yinchuan', { socket: 'closed-console', staff: 'ding' as never });
  world.gone.add('closed-console');
  await call('POST /api/chat/messages', somebody(), {
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  await project(1);
  expect(world.sent.get('console-liu')).toContainEqual(expect.objectContaining({ type: 'desk', office: 'yinchuan' }));
  expect((await deps.desks.listeners('yinchuan')).map((l) => l.socket)).toEqual(['console-liu']);
});
