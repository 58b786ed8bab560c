import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { sweepDeadlines } from '../../functions/aftermath/sweep-deadlines.ts';
import { claim, handOver, openConversation } from '../../models/conversation/conversation.ts';
import { ConversationId, OfficeId, StaffId, type ConversationId as Id } from '../../models/ids.ts';
import { instantOf } from '../../models/time.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test('after three silent minutes a claimed talk is back in line once, however many sweeps run at once and again', async () => {
  let nowMs = Date.parse('2026-11-18T02:20:00Z');
  const { deps } = await join(
    { keeper: keeperFromEnvironment(), now: () => nowMs, wire: { send: () => Promise.resolve('gone') } },
    'bancheng',
  );
  const ids: Id[] = [];
  for (let i = 0; i < 12; i++) {
    const c = openConversation(
      ConversationId.parse(deps.newId()),
      { office: 'yinchuan', channel: 'web', language: 'zh', elder: false },
      deps.now(),
    );
    const waiting = handOver(
      c,
      { reason: 'asked', kind: 'live', dueAt: deps.now(), summary: { need: '', known: [], open: [] } },
      deps.now(),
    );
    const held = waiting.ok ? claim(waiting.value, StaffId.parse('liu'), '刘', deps.now()) : waiting;
    if (!held.ok) throw new Error('cannot be claimed');
    await deps.conversations.commit(undefined, held.value, []);
    ids.push(c.id);
  }
  expect(await sweepDeadlines(deps, OfficeId.options)).toBe(0);
  nowMs += 181_000;
  const given = await Promise.all([1, 2, 3].map(() => sweepDeadlines(deps, OfficeId.options)));
  expect(given.reduce((a, b) => a + b, 0)).toBe(12);
  expect(await sweepDeadlines(deps, OfficeId.options)).toBe(0);
  for (const id of ids) {
    const found = await deps.conversations.find(id);
    if (!found.ok) throw new Error('lost');
    const { state, history } = found.value.conversation;
    expect(state).toMatchObject({ name: 'waiting-for-officer', reason: 'lease-lost', dueAt: instantOf(nowMs) });
    expect(history.filter((h) => h.what === 'lease-lost')).toHaveLength(1);
  }
});
