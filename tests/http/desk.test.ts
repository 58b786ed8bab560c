import type { DeskRow, OfficerView } from '../../models/conversation/views.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
beforeAll(async () => {
  // A Wednesday morning in opening hours.
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  await onDuty('liu');
});
afterAll(() => world.stop());

/** An officer counts as on duty while a console is open: the socket window does this; here the filing room is told directly. */
async function onDuty(staff: string): Promise<void> {
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  await deps.desks.listen('yinchuan', { socket: `console-${staff}`, staff: staff as never });
}
const say = (who: Caller, text: string, id = delivery(), after = 0) =>
  call('POST /api/chat/messages', who, { delivery: id, content: { type: 'text', text }, after });
async function waiting(words = '人工'): Promise<{ citizen: Caller; id: string }> {
  const citizen = somebody();
  const answer = await say(citizen, words);
  const { conversation } = answer.body as { conversation: { id: string; state: { name: string } } };
  expect(conversation.state.name).toBe('waiting-for-officer');
  return { citizen, id: conversation.id };
}

test('人工 as the first message puts the citizen in line with place and minutes, and the officer sees the row', async () => {
  const { citizen, id } = await waiting();
  const { conversation } = (await call('GET /api/chat', citizen, { after: 0 })).body as {
    conversation: { state: Record<string, unknown> };
  };
  expect(conversation.state).toMatchObject({
    name: 'waiting-for-officer',
    kind: 'live',
    ahead: expect.any(Number) as number,
    minutes: expect.any(Number) as number,
  });
  const { rows } = (await call('GET /api/desk', liu, { list: 'waiting' })).body as { rows: DeskRow[] };
  expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'waiting-for-officer', kind: 'live' });
});

test('who says they are old goes ahead of those who came before; an officer can say it for them, and take it back', async () => {
  const first = await waiting();
  const second = await waiting();
  const old = await waiting('我七十六了，不会弄，找人工');
  const order = async (): Promise<string[]> => {
    const { rows } = (await call('GET /api/desk', liu, { list: 'waiting' })).body as { rows: DeskRow[] };
    return rows.map((row) => row.id).filter((id) => [first.id, second.id, old.id].includes(id));
  };
  expect(await order()).toEqual([old.id, first.id, second.id]);
  const place = async (who: Caller): Promise<object> =>
    ((await call('GET /api/chat', who, { after: 0 })).body as { conversation: { state: object } }).conversation.state;
  expect(await place(old.citizen)).toMatchObject({ first: true, ahead: 0 });
  expect(await place(first.citizen)).toMatchObject({ first: false });
  const lane = (id: string, on: boolean) => call('POST /api/desk/conversations/{id}/green-lane', ding, { id, on });
  expect((await lane(second.id, true)).body).toMatchObject({ row: { first: true } });
  expect(await order()).toEqual([second.id, old.id, first.id]);
  await lane(old.id, false);
  expect(await order()).toEqual([second.id, first.id, old.id]);
  expect((await call('GET /api/desk/conversations/{id}', liu, { id: second.id })).body).toMatchObject({
    history: expect.arrayContaining([expect.objectContaining({ what: 'lane-given', by: 'ding' })]) as object[],
  });
});

test('of twenty officers’ claims at once exactly one wins, and the others are told who has it', async () => {
  const { id } = await waiting();
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      call('POST /api/desk/conversations/{id}/claim', i % 2 === 0 ? liu : ding, { id }),
    ),
  );
  expect(claims.filter((c) => c.status === 200)).toHaveLength(1);
  const winner = (claims.find((c) => c.status === 200)?.body as { row: DeskRow }).row.officerName ?? '';
  const loser = winner === '刘一航' ? ding : liu;
  expect((await call('POST /api/desk/conversations/{id}/claim', loser, { id })).body['sentence']).toBe(
    `${winner}已经接了这位群众。`,
  );
});

test('while an officer has the talk the assistant is silent, and both sides see each other’s words in order', async () => {
  const { citizen, id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  const { lastSeq } = (await call('GET /api/desk/conversations/{id}', liu, { id })).body as OfficerView;
  await call('POST /api/desk/conversations/{id}/messages', liu, {
    id,
    delivery: delivery(),
    text: '您好，我是刘警官。',
    seen: lastSeq,
  });
  const answer = await say(citizen, '驾照丢了怎么补');
  const { lines } = answer.body as {
    lines: { from: string; content: { text?: string }; byName?: string; by?: string }[];
  };
  expect(lines.slice(-2).map((line) => [line.from, line.content.text])).toEqual([
    ['officer', '您好，我是刘警官。'],
    ['citizen', '驾照丢了怎么补'],
  ]);
  expect(lines.at(-2)).toMatchObject({ byName: '刘一航' });
  expect(lines.at(-2)).not.toHaveProperty('by');
});

test('an officer who does not hold the talk cannot answer it', async () => {
  const { id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  const answer = await call('POST /api/desk/conversations/{id}/messages', ding, {
    id,
    delivery: delivery(),
    text: '我来',
    seen: 99,
  });
  expect(answer).toMatchObject({ status: 403, body: { sentence: expect.stringContaining('别的同事手上') as string } });
});

test('a private note reaches colleagues and no path of the citizen', async () => {
  const { citizen, id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  const { conversation } = (await call('GET /api/chat', citizen, { after: 0 })).body as {
    conversation: { id: string };
  };
  const { wired } = await import('../../handlers/wiring.ts');
  await (await wired()).deps.conversations.listen(conversation.id as never, 'c:citizen-page');
  await call('POST /api/desk/conversations/{id}/notes', liu, {
    id,
    delivery: delivery(),
    text: '内部：此人要核实',
    mentions: ['ding'],
  });
  expect((await call('GET /api/desk/conversations/{id}', ding, { id })).body).toMatchObject({
    notes: [{ text: '内部：此人要核实', byName: '刘一航', mentions: ['ding'] }],
  });
  const seen =
    [await call('GET /api/chat', citizen, { after: 0 }), await say(citizen, '在吗')]
      .map((a) => JSON.stringify(a.body))
      .join('') + JSON.stringify(world.sent.get('citizen-page') ?? []);
  expect(seen).not.toContain('此人要核实');
});

test('of two answers that cross, the later is held back with the colleague’s words', async () => {
  const { id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  const { lastSeq } = (await call('GET /api/desk/conversations/{id}', liu, { id })).body as OfficerView;
  await call('POST /api/desk/conversations/{id}/messages', liu, {
    id,
    delivery: delivery(),
    text: '先回的',
    seen: lastSeq,
  });
  await call('POST /api/desk/conversations/{id}/transfer', liu, { id, reason: '换人', to: 'ding' });
  await call('POST /api/desk/conversations/{id}/claim', ding, { id });
  const crossed = await call('POST /api/desk/conversations/{id}/messages', ding, {
    id,
    delivery: delivery(),
    text: '后回的',
    seen: lastSeq,
  });
  expect(crossed).toMatchObject({ status: 409, body: { kind: 'stale' } });
  expect(JSON.stringify(crossed.body['lines'])).toContain('先回的');
});

test('the same reply sent twice is one line', async () => {
  const { id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  const reply = { id, delivery: delivery(), text: '只说一次', seen: 99 };
  await Promise.all([1, 2, 3].map(() => call('POST /api/desk/conversations/{id}/messages', liu, reply)));
  const { lines } = (await call('GET /api/desk/conversations/{id}', liu, { id })).body as OfficerView;
  expect(lines.filter((line) => line.content.type === 'text' && line.content.text === '只说一次')).toHaveLength(1);
});

test('handed back, the assistant sums up what the officer said and offers the five grades', async () => {
  const { citizen, id } = await waiting();
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  await call('POST /api/desk/conversations/{id}/messages', liu, {
    id,
    delivery: delivery(),
    text: '带身份证来补就行。',
    seen: 99,
  });
  expect((await call('POST /api/desk/conversations/{id}/back-to-bot', liu, { id })).status).toBe(200);
  const { lines, conversation } = (await call('GET /api/chat', citizen, { after: 0 })).body as {
    lines: { from: string; content: { say?: string; buttons?: { label: string }[] } }[];
    conversation: { state: { name: string } };
  };
  expect(conversation.state.name).toBe('with-bot');
  expect(lines.at(-1)?.content.say).toContain('身份证');
});

test('a phone number is shown masked, seeing it needs a reason, and the audit remembers who saw it', async () => {
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  const { id } = await waiting();
  const found = await deps.conversations.find(id as never);
  if (!found.ok) throw new Error('not there');
  await deps.conversations.commit(found.value.conversation, { ...found.value.conversation, phone: '13800138000' }, []);
  const view = await call('GET /api/desk/conversations/{id}', liu, { id });
  expect(JSON.stringify(view.body)).toContain('138****8000');
  expect(JSON.stringify(view.body)).not.toContain('13800138000');
  expect((await call('POST /api/desk/conversations/{id}/reveal', liu, { id, field: 'phone', reason: '' })).status).toBe(
    422,
  );
  expect(
    (await call('POST /api/desk/conversations/{id}/reveal', liu, { id, field: 'phone', reason: '回电话核实材料' }))
      .body,
  ).toEqual({ value: '13800138000' });
  expect((await call('GET /api/desk/conversations/{id}', liu, { id })).body['history']).toContainEqual(
    expect.objectContaining({ what: 'revealed', by: 'liu' }),
  );
  const byTail = (await call('GET /api/desk/search', liu, { q: '8000' })).body as { rows: DeskRow[] };
  expect(byTail.rows.map((row) => row.id)).toContain(id);
});

test('an officer of another office is told that there is no such conversation', async () => {
  const hai = await employ('hai', '海涛', 'officer', 'pingluo');
  const { id } = await waiting();
  for (const route of ['GET /api/desk/conversations/{id}', 'POST /api/desk/conversations/{id}/claim'])
    expect((await call(route, hai, { id })).status).toBe(404);
});
