import { randomUUID } from 'node:crypto';
import { endRoom } from '../../functions/room/lead-room.ts';
import { partyTicket } from '../../handlers/socket/ticket.ts';
import { RoomRequest } from '../../models/room/requests.ts';
import { keys } from '../../models/store/keys.ts';
import { openSigner } from '../../models/signing.ts';
import { watchRequests } from '../../bench/watch-requests.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';
import {
  chat,
  hangUp,
  heard,
  join,
  knock,
  news,
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
} from './room-stage.ts';

let world: World;
let liu: Caller;
let ding: Caller;
beforeAll(async () => {
  Object.assign(process.env, {
    RELAY_URLS: 'stun:relay.test,turn:relay.test?transport=udp',
    RELAY_SECRET: 'for tests',
  });
  world = await openWorld('2026-11-18T02:20:00Z');
  [liu, ding] = [await employ('liu', '刘一航'), await employ('ding', '丁晓雯')];
});
afterAll(() => world.stop());

const offer = { description: { type: 'offer', sdp: 'v=0' } };
const found = async (room: string) => {
  const standing = await (await wiredOffice()).deps.rooms.find(room as never);
  if (standing === undefined) throw new Error('the room is gone');
  return standing;
};

test('a party waits until the officer lets them in; then the room is live and all see each other', async () => {
  const { room, subject } = await someRoom();
  const owner = await page('owner', room, await ticketOf({ room, subject, party: 'owner' }));
  await join(owner);
  expect(shown(world, owner)).toMatchObject({
    you: 'owner',
    state: { name: 'open' },
    seats: [{ party: 'owner', admitted: false }],
  });
  const officer = await page('officer', room, await staffTicketOf(liu));
  await join(officer);
  expect(shown(world, officer).seats).toMatchObject([
    { party: 'owner', here: true, name: '李*芳', consent: '4' },
    { party: 'officer', name: '刘一航' },
  ]);
  await say(owner, 'room-signal', { to: 'officer', page: officer.page, signal: offer });
  expect(refusals(world, owner)).toEqual(['not-allowed']);
  await say(owner, 'room-admit', { party: 'owner', admitted: true });
  expect(refusals(world, owner)).toEqual(['not-allowed', 'not-allowed']);
  await say(officer, 'room-admit', { party: 'owner', admitted: true });
  expect(shown(world, owner)).toMatchObject({
    state: { name: 'live' },
    seats: [{ party: 'owner', admitted: true }, { party: 'officer' }],
  });
});

test('nobody is let in who has not agreed to the recording', async () => {
  const { room, subject } = await someRoom();
  const owner = await page('owner', room, await ticketOf({ room, subject, party: 'owner' }));
  const officer = await page('officer', room, await staffTicketOf(liu));
  await join(owner, { consent: undefined });
  await join(officer);
  await say(officer, 'room-admit', { party: 'owner', admitted: true });
  expect(refusals(world, officer)).toEqual(['wrong-state']);
});

test('the right link for another room, another party, an old link and a forged one open nothing and leave no trace', async () => {
  const mine = await someRoom();
  const others = await someRoom();
  const { deps, signer } = await wiredOffice();
  const nowMs = Date.parse(deps.now());
  const holder = { ...mine, party: 'owner', language: 'zh' } as const;
  const thief = openSigner(Buffer.from('another office’s key'));
  for (const ticket of [partyTicket(thief, holder, nowMs), partyTicket(signer, holder, nowMs - 3 * 3_600_000)])
    expect(await knock(`stranger-${randomUUID()}`, ticket)).toBe(401);
  const before = await found(others.room);
  const guest = await page('owner', others.room, await ticketOf({ ...others, room: mine.room, party: 'owner' }));
  await join(guest);
  await join({ ...guest, room: mine.room });
  for (const action of RoomRequest.options.map((option) => option.shape.action.value))
    await say(guest, action, {
      ...offer,
      to: 'owner',
      signal: offer,
      page: guest.page,
      after: 0,
      version: 0,
      muted: true,
      cameraOff: true,
      ...chat('?'),
      party: 'owner',
      admitted: true,
      step: 'code',
    });
  expect(new Set(heard(world, guest).map((one) => one.type))).toEqual(new Set(['refused']));
  expect(await found(others.room)).toEqual(before);
  expect((await found(mine.room)).seats).toEqual({});
});

test('a second officer sees who has the room, and has it only after saying so; the first is told by whom', async () => {
  const { officer } = await threeInARoom(liu);
  const second = await page('officer', officer.room, await staffTicketOf(ding));
  await join(second);
  expect(news(world, second, 'refused')).toMatchObject([
    { kind: 'stale', heldBy: '刘一航', sentence: expect.stringContaining('刘一航') as string },
  ]);
  await say(second, 'room-chat', chat('我来'));
  expect(refusals(world, second)).toEqual(['stale', 'wrong-state']);
  await join(second, { takeOver: true });
  expect(news(world, second, 'room-joined')).toHaveLength(1);
  expect(news(world, officer, 'room-out')).toEqual([{ type: 'room-out', why: 'taken-over', by: '丁晓雯' }]);
  await say(officer, 'room-admit', { party: 'owner', admitted: false });
  expect(refusals(world, officer)).toEqual(['not-allowed']);
});

test('of two officers who open an empty room at once exactly one has it', async () => {
  for (let round = 0; round < 10; round++) {
    const { room } = await someRoom();
    const both = [
      await page('officer', room, await staffTicketOf(liu)),
      await page('officer', room, await staffTicketOf(ding)),
    ];
    await Promise.all(both.map((one) => join(one)));
    expect(both.filter((one) => news(world, one, 'room-joined').length === 1)).toHaveLength(1);
    expect(both.flatMap((one) => refusals(world, one))).toEqual(['stale']);
  }
});

test('four people who come and are let in at the same moment all get their seats', async () => {
  for (let round = 0; round < 5; round++) {
    const { room, subject } = await someRoom();
    const officer = await page('officer', room, await staffTicketOf(liu));
    await join(officer);
    const guests = await Promise.all(
      (['owner', 'lender', 'helper'] as const).map(async (party) =>
        page(party, room, await ticketOf({ room, subject, party })),
      ),
    );
    await Promise.all(guests.map((one) => join(one)));
    await Promise.all(guests.map(({ who }) => say(officer, 'room-admit', { party: who, admitted: true })));
    const { seats } = await found(room);
    expect(Object.values(seats).map((seat) => [seat.admitted, seat.connection === undefined])).toEqual(
      Array(4).fill([true, false]),
    );
  }
});

test('two tabs of one party: the newer wins, the older is told and speaks for nobody', async () => {
  const { owner, officer } = await threeInARoom(liu);
  const tab = { ...owner, ...(await page('owner', owner.room, owner.ticket)) };
  await join(tab);
  expect(news(world, owner, 'room-out')).toEqual([{ type: 'room-out', why: 'replaced' }]);
  expect(shown(world, tab).seats).toContainEqual(
    expect.objectContaining({ party: 'owner', admitted: true, page: tab.page }),
  );
  await say(owner, 'room-signal', { to: 'officer', page: officer.page, signal: offer });
  await hangUp(owner.socket);
  expect(news(world, officer, 'room-signal')).toEqual([]);
  expect((await found(owner.room)).seats.owner).toMatchObject({ connection: tab.socket });
});

test('a page that dies is missed at once, and who comes back finds seat, step and every written line', async () => {
  const { owner, officer, lender } = await threeInARoom(liu);
  await say(officer, 'room-step', { step: 'statement', party: 'owner' });
  await say(owner, 'room-state', { muted: true, cameraOff: false });
  await say(owner, 'room-chat', chat('听得见吗'));
  await hangUp(owner.socket);
  expect(shown(world, officer).seats).toContainEqual(
    expect.objectContaining({ party: 'owner', here: false, admitted: true }),
  );
  await say(lender, 'room-chat', chat('她掉线了'));
  const back = { ...owner, ...(await page('owner', owner.room, owner.ticket)) };
  await join(back, { after: 1 });
  const [joined] = news(world, back, 'room-joined');
  expect(joined?.lines).toMatchObject([{ seq: 2, from: 'lender', text: '她掉线了' }]);
  expect(joined?.room).toMatchObject({ step: { step: 'statement', party: 'owner' }, lastLine: 2 });
  expect(joined?.room.seats).toContainEqual(expect.objectContaining({ party: 'owner', admitted: true, muted: true }));
  const { history } = await found(owner.room);
  expect(history.filter(({ reason }) => reason === 'owner').map(({ what }) => what)).toEqual([
    'room-joined',
    'room-admitted',
    'room-lost',
    'room-returned',
  ]);
});

test('a page that vanished without a word is missed with the first message for it', async () => {
  const { owner, officer } = await threeInARoom(liu);
  world.gone.add(owner.socket);
  await say(officer, 'room-signal', { to: 'owner', page: owner.page, signal: offer });
  expect(shown(world, officer).seats).toContainEqual(expect.objectContaining({ party: 'owner', here: false }));
});

test('signals go to the page they are meant for and to nobody else, for two requests to the table', async () => {
  const { owner, officer, lender } = await threeInARoom(liu);
  const watched = watchRequests();
  await say(owner, 'room-signal', { to: 'officer', page: officer.page, signal: offer });
  watched.stop();
  expect(watched.sent).toHaveLength(2);
  await say(owner, 'room-signal', { to: 'officer', page: 'a-page-of-long-ago', signal: offer });
  expect(news(world, officer, 'room-signal')).toEqual([
    { type: 'room-signal', from: 'owner', page: owner.page, signal: offer },
  ]);
  expect(news(world, lender, 'room-signal')).toEqual([]);
  expect(refusals(world, owner)).toEqual([]);
});

test('a line is kept once however often it is delivered, numbered without holes when all write at once, and sealed', async () => {
  const { owner, officer, lender } = await threeInARoom(liu);
  const twice = chat('编号在抵押合同第一页');
  await Promise.all([say(owner, 'room-chat', twice), say(owner, 'room-chat', twice)]);
  await Promise.all(
    [officer, owner, lender].flatMap((one) =>
      [1, 2, 3].map((n) => say(one, 'room-chat', chat(`${one.who} ${String(n)}`))),
    ),
  );
  const { deps, table } = await wiredOffice();
  const lines = await deps.rooms.linesAfter(owner.room, 0, 50);
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(JSON.stringify(await table.queryAll({ pk: `ROOM#${owner.room}` }))).not.toMatch(/合同|李\*芳|周\*鹏/u);
  await say(lender, 'room-beat', { version: 0, after: 4 });
  const [beat] = news(world, lender, 'room-beat');
  expect(beat?.lines?.map(({ seq }) => seq)).toEqual([5, 6, 7, 8, 9, 10]);
});

test('who was sent back to the waiting room neither hears nor is heard', async () => {
  const { owner, officer, lender } = await threeInARoom(liu);
  await say(officer, 'room-admit', { party: 'lender', admitted: false });
  await say(owner, 'room-chat', chat('只给警官看'));
  await say(lender, 'room-chat', chat('我还在'));
  await say(lender, 'room-signal', { to: 'owner', page: owner.page, signal: offer });
  await say(lender, 'room-beat', { version: 0, after: 0 });
  expect(refusals(world, lender)).toEqual(['not-allowed', 'not-allowed']);
  expect(JSON.stringify(heard(world, lender))).not.toContain('只给警官看');
  expect(news(world, owner, 'room-signal')).toEqual([]);
});

test('an officer whose session is ended loses the seat at once', async () => {
  const ma = await employ('ma', '马建国');
  const { officer, owner } = await threeInARoom(ma);
  await call('POST /api/staff/sign-out', ma);
  await say(officer, 'room-signal', { to: 'owner', page: owner.page, signal: offer });
  await join(officer);
  expect(news(world, owner, 'room-signal')).toEqual([]);
  expect(refusals(world, officer)).toEqual(['wrong-state', 'not-allowed']);
  expect(shown(world, owner).seats).toContainEqual(expect.objectContaining({ party: 'officer', here: false }));
});

test('an officer of another office, an auditor and a citizen of the chat find no seat', async () => {
  const { room } = await someRoom();
  for (const [who, kind] of [
    [await employ('hai', '海涛', 'officer', 'pingluo'), 'not-found'],
    [await employ('zhao', '赵文清', 'auditor'), 'not-allowed'],
  ] as const) {
    const stranger = await page('officer', room, await staffTicketOf(who));
    await join(stranger);
    expect(refusals(world, stranger)).toEqual([kind]);
  }
  const { body } = await call('GET /api/chat', { cookies: [] });
  const talker = await page('owner', room, (body['socket'] as { ticket: string }).ticket);
  await join(talker);
  expect(refusals(world, talker)).toEqual(['not-allowed']);
  expect((await found(room)).seats).toEqual({});
});

test('an ended room tells everybody and takes nobody', async () => {
  const { owner, officer } = await threeInARoom(liu);
  await endRoom((await wiredOffice()).deps, owner.room, 'decided');
  for (const one of [owner, officer])
    expect(news(world, one, 'room-out')).toEqual([{ type: 'room-out', why: 'ended' }]);
  await join(owner);
  await say(owner, 'room-chat', chat('还在吗'));
  await say(owner, 'room-beat', { version: 0, after: 0 });
  expect(refusals(world, owner)).toEqual(['wrong-state', 'wrong-state']);
  expect(news(world, owner, 'room-out')).toHaveLength(2);
});

test('every page gets relay servers with a password of its own that runs out', async () => {
  const { owner, officer } = await threeInARoom(liu);
  const [mine, theirs] = [owner, officer].map((one) => news(world, one, 'room-joined')[0]?.relays);
  expect(mine).toMatchObject([{ urls: ['stun:relay.test'] }, { urls: ['turn:relay.test?transport=udp'] }]);
  expect(mine?.[1]?.username).toMatch(new RegExp(`^\\d{10}:${owner.room}-owner$`, 'u'));
  expect(mine?.[1]?.credential).not.toBe(theirs?.[1]?.credential);
});

test('nobody floods a room, and what is no message changes nothing', async () => {
  const { owner } = await threeInARoom(liu);
  const version = (await found(owner.room)).version;
  for (const body of [
    '{"action":"room-join"}',
    JSON.stringify({ action: 'room-fly', ticket: owner.ticket, room: owner.room }),
    JSON.stringify({ action: 'room-chat', ticket: owner.ticket, room: owner.room, ...chat('x'.repeat(40_000)) }),
  ])
    await speak(owner.socket, body);
  expect(refusals(world, owner)).toEqual(['bad-input', 'bad-input', 'bad-input']);
  expect((await found(owner.room)).version).toBe(version);
  process.env['RATE_FACTOR'] = '0.1';
  for (let n = 0; n < 30; n++) await say(owner, 'room-beat', { version, after: 0 });
  process.env['RATE_FACTOR'] = '1000';
  expect(refusals(world, owner)).toContain('too-many');
});

test('a room that was filed when every room was a release’s opens as it did', async () => {
  const { room, subject } = await someRoom();
  const { deps, table } = await wiredOffice();
  const item = (await table.get(keys.room(room))) as { record: Record<string, unknown> };
  const { subject: _subject, ...rest } = item.record;
  await table.put({ ...item, ...keys.room(room), record: { ...rest, release: subject.id } });
  expect((await deps.rooms.find(room))?.subject).toEqual(subject);
  const owner = await page('owner', room, await ticketOf({ room, subject, party: 'owner' }));
  await join(owner);
  expect(shown(world, owner).seats.map(({ party }) => party)).toEqual(['owner']);
});
