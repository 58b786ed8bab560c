import { openRoom } from '../../functions/room/lead-room.ts';
import { partyTicket, staffTicket } from '../../handlers/socket/ticket.ts';
import { LiveId, RoomId } from '../../models/ids.ts';
import { RoomRequest, type RoomAction } from '../../models/room/requests.ts';
import type { RoomParty, RoomSubject } from '../../models/room/subject.ts';
import { openSigner } from '../../models/signing.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Caller, type World } from '../world.ts';
import {
  join,
  knock,
  page,
  refusals,
  say,
  shown,
  someRoom,
  speak,
  staffTicketOf,
  threeInARoom,
  ticketOf,
  wiredOffice,
  type Page,
} from './room-stage.ts';

/** What each actor gets for each action in a room where officer, owner and lender sit. `does`: it has its effect. Else: the refusal. */
type Cell = 'does' | 'not-allowed' | 'not-found' | 'wrong-state' | 'stale' | 'lost';
const every = (cell: Cell, but: Partial<Record<RoomAction, Cell>> = {}): Record<RoomAction, Cell> => ({
  'room-join': cell,
  'room-leave': cell,
  'room-signal': cell,
  'room-state': cell,
  'room-chat': cell,
  'room-beat': cell,
  'room-admit': cell,
  'room-step': cell,
  ...but,
});
/** Somebody whose socket has no seat: leaving changes nothing, a beat hears that there is none. */
const noSeat: Partial<Record<RoomAction, Cell>> = {
  'room-leave': 'does',
  'room-signal': 'wrong-state',
  'room-state': 'wrong-state',
  'room-chat': 'wrong-state',
  'room-beat': 'lost',
  'room-admit': 'not-allowed',
  'room-step': 'not-allowed',
};
const table: Record<string, Record<RoomAction, Cell>> = {
  'officer in the seat': every('does'),
  'owner, let in': every('does', { 'room-admit': 'not-allowed', 'room-step': 'not-allowed' }),
  'helper, waiting': every('does', {
    'room-signal': 'not-allowed',
    'room-chat': 'not-allowed',
    'room-admit': 'not-allowed',
    'room-step': 'not-allowed',
  }),
  'second officer': every('stale', noSeat),
  'officer of another office': every('not-found', noSeat),
  auditor: every('not-allowed', noSeat),
  'owner of another room': every('not-found'),
  'citizen of the chat': every('not-allowed'),
  'expired ticket': every('not-allowed'),
  'forged ticket': every('not-allowed'),
  'ticket relabelled as an officer’s': every('not-allowed'),
  nobody: every('not-allowed'),
};

let world: World;
let liu: Caller;
let tickets: Record<string, string>;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  const { deps, signer } = await wiredOffice();
  const nowMs = Date.parse(deps.now());
  const thief = openSigner(Buffer.from('another office’s key'));
  const holder = { ...(await someRoom()), party: 'owner', language: 'zh' } as const;
  const [body = '', seal = ''] = partyTicket(signer, holder, nowMs).split('.');
  const said = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), s: 'liu', i: 'x' };
  tickets = {
    'second officer': await staffTicketOf(await employ('ding', '丁晓雯')),
    'officer of another office': await staffTicketOf(await employ('hai', '海涛', 'officer', 'pingluo')),
    auditor: await staffTicketOf(await employ('zhao', '赵文清', 'auditor')),
    'citizen of the chat': ((await call('GET /api/chat', { cookies: [] })).body['socket'] as { ticket: string }).ticket,
    'expired ticket': staffTicket(signer, { id: 'liu' as never, session: 'x' }, nowMs - 3 * 3_600_000),
    'forged ticket': staffTicket(thief, { id: 'liu' as never, session: 'x' }, nowMs),
    'ticket relabelled as an officer’s': `${Buffer.from(JSON.stringify(said)).toString('base64url')}.${seal}`,
    nobody: '',
  };
});
afterAll(() => world.stop());

async function actor(who: string, seated: Record<'officer' | 'owner' | 'lender', Page>): Promise<Page> {
  const { room } = seated.officer;
  const subject = (await (await wiredOffice()).deps.rooms.find(room))?.subject as never;
  if (who === 'officer in the seat') return seated.officer;
  if (who === 'owner, let in') return seated.owner;
  const ticket =
    who === 'helper, waiting'
      ? await ticketOf({ room, subject, party: 'helper' })
      : who === 'owner of another room'
        ? await ticketOf({ ...(await someRoom()), party: 'owner' })
        : (tickets[who] ?? '');
  const page: Page = { socket: `socket ${who} ${room}`, page: delivery(), ticket, room, who: 'helper' };
  await knock(page.socket, ticket);
  if (who === 'helper, waiting') await join(page);
  return page;
}
const messages = (to: Page): Record<RoomAction, object> => ({
  'room-join': { page: delivery(), after: 0 },
  'room-leave': {},
  'room-signal': { to: 'lender', page: to.page, signal: { candidates: [{ candidate: 'x' }] } },
  'room-state': { muted: true, cameraOff: true },
  'room-chat': { delivery: delivery(), text: '一句' },
  'room-beat': { version: 0, after: 0 },
  'room-admit': { party: 'lender', admitted: false },
  'room-step': { step: 'code', party: 'owner' },
});
/** The room without when it was seen, and every page that heard of something. */
async function trace({ room, socket: _own }: Page): Promise<string> {
  const { deps } = await wiredOffice();
  return JSON.stringify([await deps.rooms.find(room), await deps.rooms.linesAfter(room, 0, 10)]);
}

test('the table names every action of a room', () => {
  const known = RoomRequest.options.map((option) => option.shape.action.value).sort();
  for (const [who, cells] of Object.entries(table)) expect([who, Object.keys(cells).sort()]).toEqual([who, known]);
});

test.each(Object.entries(table))(
  '%s',
  async (who, cells) => {
    for (const [action, expected] of Object.entries(cells) as [RoomAction, Cell][]) {
      const seated = await threeInARoom(liu);
      const page = await actor(who, seated);
      const before = await trace(page);
      world.sent.set(page.socket, []);
      world.sent.set(seated.lender.socket, []);
      await say(page, action, messages(seated.lender)[action]);
      const out = (world.sent.get(page.socket) ?? []).some((one) => one['type'] === 'room-out');
      const got = refusals(world, page)[0] ?? (out ? 'lost' : 'does');
      expect([who, action, got]).toEqual([who, action, expected]);
      if (expected === 'does') continue;
      expect([who, action, await trace(page)]).toEqual([who, action, before]);
      expect(world.sent.get(seated.lender.socket)).toEqual([]);
    }
  },
  60_000,
);

test('a room’s ticket opens nothing of the chat', async () => {
  const { owner } = await threeInARoom(liu);
  await speak(owner.socket, {
    action: 'say',
    ticket: owner.ticket,
    delivery: delivery(),
    content: { type: 'text', text: '你好' },
    after: 0,
  });
  expect(refusals(world, owner)).toEqual(['not-allowed']);
});

test('in the room of a live guidance the citizen comes in by themselves, a helper waits, only the officer lets in, and there is no script', async () => {
  const { deps } = await wiredOffice();
  const room = RoomId.parse(deps.newId());
  const subject: RoomSubject = { kind: 'live', id: LiveId.parse(deps.newId()) };
  await openRoom(deps, { id: room, subject, office: 'yinchuan', names: {} });
  const sit = async (who: RoomParty, ticket: string): Promise<Page> => {
    const one = await page(who, room, ticket);
    await join(one, { consent: undefined });
    return one;
  };
  const seat = (party: Exclude<RoomParty, 'officer'>): Promise<string> => ticketOf({ room, subject, party });
  const officer = await sit('officer', await staffTicketOf(liu));
  const citizen = await sit('citizen', await seat('citizen'));
  const helper = await sit('helper', await seat('helper'));
  const owner = await sit('owner', await seat('owner'));
  const release = { room, subject: { kind: 'release', id: subject.id as never }, party: 'citizen' } as const;
  const other = await sit('citizen', await ticketOf(release));
  expect(shown(world, officer).seats.map(({ party, admitted }) => [party, admitted])).toEqual([
    ['officer', true],
    ['helper', false],
    ['citizen', true],
  ]);
  await say(citizen, 'room-admit', { party: 'helper', admitted: true });
  await say(helper, 'room-signal', messages(citizen)['room-signal']);
  await say(officer, 'room-step', { step: 'identity', party: 'owner' });
  const got = [officer, citizen, helper, owner, other].map((one) => refusals(world, one));
  expect(got).toEqual([['wrong-state'], ['not-allowed'], ['not-allowed'], ['not-found'], ['not-found']]);
  await say(officer, 'room-admit', { party: 'helper', admitted: true });
  expect(shown(world, helper).seats).toHaveLength(3);
});
