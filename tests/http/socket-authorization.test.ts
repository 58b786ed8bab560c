import { randomUUID } from 'node:crypto';
import { citizenTicket, staffTicket } from '../../handlers/socket/ticket.ts';
import { SocketRequest } from '../../models/conversation/requests.ts';
import type { ConversationId } from '../../models/ids.ts';
import { openSigner } from '../../models/signing.ts';
import { dayFrom, employAgent, enrolLender, setMandate } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type World } from '../world.ts';

/**
 * What each actor gets for each action. `does`: the conversation of the table is reached. `own`: only the actor's own conversation is
 * reached, whatever the message says. `pong`: nothing is touched. Everything else is refused with that kind.
 */
type Cell = 'does' | 'own' | 'pong' | 'bad-input' | 'not-allowed' | 'not-found';
type Action = SocketRequest['action'];

const signedOut = {
  say: 'not-allowed',
  after: 'not-allowed',
  read: 'not-allowed',
  typing: 'not-allowed',
  watch: 'not-allowed',
  unwatch: 'not-allowed',
  draw: 'not-allowed',
  ping: 'pong',
} as const satisfies Record<Action, Cell>;
/** A citizen's ticket names one conversation; staff's actions are closed to it. */
const citizen = (reached: 'does' | 'own') =>
  ({
    say: reached,
    after: reached,
    read: reached,
    typing: reached,
    watch: 'not-allowed',
    unwatch: 'not-allowed',
    draw: 'not-allowed',
    ping: 'pong',
  }) as const satisfies Record<Action, Cell>;
/** Staff look on over the socket; they answer through the desk's window. */
const staff = (watching: Cell) =>
  ({
    say: 'not-allowed',
    after: 'not-allowed',
    read: 'not-allowed',
    typing: 'not-allowed',
    watch: watching,
    unwatch: watching,
    // Only whoever has the conversation draws in it, and here nobody has.
    draw: watching === 'not-found' ? 'not-found' : 'not-allowed',
    ping: 'pong',
  }) as const satisfies Record<Action, Cell>;

/** The door (`$connect`), then each action. */
const table: Record<string, { door: 200 | 401; cells: Record<Action, Cell> }> = {
  nobody: { door: 401, cells: signedOut },
  citizen: { door: 200, cells: citizen('does') },
  'other citizen': { door: 200, cells: citizen('own') },
  'officer, same office': { door: 200, cells: staff('does') },
  'officer, other office': { door: 200, cells: staff('not-found') },
  manager: { door: 200, cells: staff('does') },
  auditor: { door: 200, cells: staff('does') },
  operator: { door: 401, cells: staff('not-allowed') },
  'lender’s agent': { door: 401, cells: staff('not-allowed') },
  'lender’s agent whose mandate ended': { door: 401, cells: signedOut },
  'officer whose session was revoked': { door: 401, cells: signedOut },
  'officer whose account was closed': { door: 401, cells: signedOut },
  'citizen with an expired ticket': { door: 401, cells: signedOut },
  'officer with an expired ticket': { door: 401, cells: signedOut },
  'citizen with a forged ticket': { door: 401, cells: signedOut },
  'officer with a forged ticket': { door: 401, cells: signedOut },
  'citizen whose ticket was relabelled as an officer’s': { door: 401, cells: signedOut },
  'officer whose ticket was relabelled as a citizen’s': { door: 401, cells: signedOut },
  'officer with the cookie instead of a ticket': { door: 401, cells: signedOut },
};

let world: World;
let conversation: ConversationId;
const tickets = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  const [one, other] = [await page(), await page()];
  conversation = one.id;
  const people = {
    'officer, same office': await employ('liu', '刘一航'),
    'officer, other office': await employ('hai', '海涛', 'officer', 'pingluo'),
    manager: await employ('chen', '陈思远', 'manager'),
    auditor: await employ('zhao', '赵文清', 'auditor'),
    'officer whose session was revoked': await employ('out', '退出'),
    'officer whose account was closed': await employ('closed', '停用'),
  };
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps, signer } = await wired();
  tickets.set('nobody', '').set('citizen', one.ticket).set('other citizen', other.ticket);
  for (const [who, caller] of Object.entries(people))
    tickets.set(who, (await call('POST /api/staff/socket', caller)).body['ticket'] as string);

  await call('POST /api/staff/sign-out', people['officer whose session was revoked']);
  const wu = await employ('wu', '吴建国', 'operator');
  await call('POST /api/staff/accounts/{id}/deactivate', wu, { id: 'closed' });
  // The office hands operators no ticket; if one came by it, it would still be good for nothing.
  expect((await call('POST /api/staff/socket', wu)).status).toBe(403);
  const sessionOf = async (id: string) => ({
    id: id as never,
    session: (await deps.sessions.of(id as never))[0]?.id ?? '',
  });
  const nowMs = Date.parse(deps.now());
  tickets.set('operator', staffTicket(signer, await sessionOf('wu'), nowMs));
  const lender = await enrolLender(deps, 1);
  for (const id of ['zhou', 'ended']) await employAgent(deps, lender, id);
  tickets
    .set('lender’s agent', staffTicket(signer, await sessionOf('zhou'), nowMs))
    .set('lender’s agent whose mandate ended', staffTicket(signer, await sessionOf('ended'), nowMs));
  await setMandate(deps, 'ended', { until: dayFrom(deps.now(), -1) });

  const visitor = { conversation, office: 'yinchuan', language: 'zh', elder: false } as const;
  const longAgo = nowMs - 3 * 3_600_000;
  const thief = openSigner(Buffer.from('another office’s key'));
  tickets
    .set('citizen with an expired ticket', citizenTicket(signer, visitor, { sameDevice: false }, longAgo))
    .set('officer with an expired ticket', staffTicket(signer, await sessionOf('liu'), longAgo))
    .set('citizen with a forged ticket', citizenTicket(thief, visitor, { sameDevice: false }, nowMs))
    .set('officer with a forged ticket', staffTicket(thief, await sessionOf('liu'), nowMs))
    .set(
      'citizen whose ticket was relabelled as an officer’s',
      relabelled(one.ticket, { s: 'liu', i: (await sessionOf('liu')).session }),
    )
    .set(
      'officer whose ticket was relabelled as a citizen’s',
      relabelled(tickets.get('manager') ?? '', { s: undefined, c: conversation, o: 'yinchuan' }),
    )
    .set(
      'officer with the cookie instead of a ticket',
      (people['officer, same office'].cookies[0] ?? '').replace('bc_staff=', ''),
    );
}, 120_000);
afterAll(() => world.stop());

/** Another text under the old seal. */
function relabelled(ticket: string, says: object): string {
  const [body = '', seal = ''] = ticket.split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  return `${Buffer.from(JSON.stringify({ ...said, ...says })).toString('base64url')}.${seal}`;
}
async function page(): Promise<{ id: ConversationId; ticket: string }> {
  const caller = somebody();
  await call('POST /api/chat/messages', caller, {
    delivery: delivery(),
    content: { type: 'text', text: '驾照丢了怎么补' },
    after: 0,
  });
  const { body } = await call('GET /api/chat', caller);
  return {
    id: (body['conversation'] as { id: ConversationId }).id,
    ticket: (body['socket'] as { ticket: string }).ticket,
  };
}

const event = (socket: string, routeKey: string, more: object) =>
  ({
    requestContext: { connectionId: socket, routeKey, requestId: randomUUID() },
    isBase64Encoded: false,
    ...more,
  }) as never;
const knock = async (socket: string, ticket: string): Promise<number> => {
  const { connect } = await import('../../handlers/socket/doors.ts');
  return ((await connect(event(socket, '$connect', { queryStringParameters: { ticket } }))) as { statusCode: number })
    .statusCode;
};
const speak = async (socket: string, message: object): Promise<void> => {
  const { message: hear } = await import('../../handlers/socket/message.ts');
  expect(await hear(event(socket, '$default', { body: JSON.stringify(message) }))).toMatchObject({ statusCode: 200 });
};
const opened = async () => {
  const { wired } = await import('../../handlers/wiring.ts');
  const found = await (await wired()).deps.conversations.find(conversation);
  if (!found.ok) throw new Error('the conversation is gone');
  return found.value;
};

/** The message of each action, and how it shows that the conversation of the table was reached. */
const actions: Record<
  Action,
  { message(): object; before?(socket: string): Promise<unknown>; reached(socket: string): Promise<boolean> }
> = (() => {
  let lastSeq = 0;
  const answeredFromIt = (socket: string) =>
    (world.sent.get(socket) ?? []).some((said) => said['type'] === 'lines' && said['id'] === conversation);
  return {
    say: {
      message: () => ({ delivery: delivery(), content: { type: 'text', text: '还有一句' }, after: 0 }),
      before: async () => (lastSeq = (await opened()).conversation.lastSeq),
      reached: async () => (await opened()).conversation.lastSeq > lastSeq,
    },
    after: { message: () => ({ after: 0 }), reached: (socket) => Promise.resolve(answeredFromIt(socket)) },
    read: {
      message: () => ({ seq: 2 }),
      before: markUnread,
      reached: async () => (await marks()) === 2,
    },
    typing: {
      message: () => ({}),
      before: async () => {
        const { wired } = await import('../../handlers/wiring.ts');
        await (await wired()).deps.conversations.listen(conversation, 's:looks-on');
        world.sent.delete('looks-on');
      },
      reached: () => Promise.resolve((world.sent.get('looks-on') ?? []).some((said) => said['type'] === 'typing')),
    },
    watch: {
      message: () => ({ conversation }),
      reached: async (socket) => (await opened()).listeners.includes(`s:${socket}`),
    },
    unwatch: {
      message: () => ({ conversation }),
      before: async (socket) => {
        const { wired } = await import('../../handlers/wiring.ts');
        await (await wired()).deps.conversations.listen(conversation, `s:${socket}`);
      },
      reached: async (socket) => !(await opened()).listeners.includes(`s:${socket}`),
    },
    draw: {
      message: () => ({ conversation, on: '01JABCDEFGHJKMNPQRSTVWXYZ0', width: 390, height: 844, marks: [] }),
      before: async () => {
        const { wired } = await import('../../handlers/wiring.ts');
        await (await wired()).deps.conversations.listen(conversation, 'c:the-page');
        world.sent.delete('the-page');
      },
      reached: () => Promise.resolve((world.sent.get('the-page') ?? []).some((said) => said['type'] === 'drawing')),
    },
    ping: { message: () => ({}), reached: () => Promise.resolve(false) },
  };
})();
async function recordKey() {
  const { wired } = await import('../../handlers/wiring.ts');
  return { table: (await wired()).table, key: { pk: `CONVERSATION#${conversation}`, sk: 'RECORD' } };
}
/** Unread again, whoever read it before. */
async function markUnread(): Promise<void> {
  const { table: filed, key } = await recordKey();
  await filed.update(key, { set: 'REMOVE #m', expression: '', names: { '#m': 'readByCitizen' } });
}
async function marks(): Promise<unknown> {
  const { table: filed, key } = await recordKey();
  return (await filed.get(key))?.['readByCitizen'];
}

test('the table names every action that the socket takes', () => {
  const known = SocketRequest.options.map((option) => option.shape.action.value).sort();
  expect(Object.keys(actions).sort()).toEqual(known);
  for (const [who, { cells }] of Object.entries(table)) expect([who, Object.keys(cells).sort()]).toEqual([who, known]);
});

test.each(Object.entries(table))('the door: %s', async (who, { door }) => {
  expect(await knock(`door-${who}`, tickets.get(who) ?? 'missing')).toBe(door);
});

const cells = Object.entries(table).flatMap(([who, row]) =>
  Object.entries(row.cells).map(([action, expected]) => [who, action as Action, expected] as const),
);
test.each(cells)('%s, %s: %s', async (who, action, expected) => {
  const socket = `${who}-${action}`;
  await actions[action].before?.(socket);
  await speak(socket, {
    action,
    ...(action === 'ping' ? {} : { ticket: tickets.get(who) ?? 'missing' }),
    ...actions[action].message(),
  });
  const said = world.sent.get(socket) ?? [];
  const refusal = said.find((one) => one['type'] === 'refused')?.['kind'];
  const reached = await actions[action].reached(socket);
  const got = refusal ?? (said.some((one) => one['type'] === 'pong') ? 'pong' : reached ? 'does' : 'own');
  expect([got, reached]).toEqual([expected, expected === 'does']);
});
