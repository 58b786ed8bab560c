import fc from 'fast-check';
import { ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { parties, type Party } from '../../models/release/parties.ts';
import { end, opened, turnTo } from '../../models/room/course.ts';
import { presenceIn } from '../../models/release/room-presence.ts';
import { admit, sit, unseat } from '../../models/room/seats.ts';
import { viewFor } from '../../models/room/views.ts';
import { isHeld, Room, roomRules, seatOn } from '../../models/room/room.ts';
import { MINUTE, plus, type Instant } from '../../models/time.ts';

const OPENED = '2026-11-18T02:20:00.000Z' as Instant;
const liu = { id: StaffId.parse('liu'), name: '刘一航' };
const ding = { id: StaffId.parse('ding'), name: '丁晓雯' };
const officers = [liu, ding];
const zhou = { id: StaffId.parse('zhou'), name: '周*鹏' };

const someRoom = (): Room =>
  opened(
    {
      id: RoomId.parse('01JCR00M000000000000000001'),
      subject: { kind: 'release', id: ReleaseId.parse('01JCRE1EASE000000000000001') },
      office: 'yinchuan',
      names: { owner: '李*芳', helper: '李*强' },
    },
    OPENED,
  );

type Deed =
  | { do: 'sit'; party: Party; tab: number; officer: number; takeOver: boolean; consent: boolean }
  | { do: 'unseat'; party: Party; tab: number; what: 'left' | 'lost' }
  | { do: 'admit'; party: Party; officer: number; admitted: boolean }
  | { do: 'step'; officer: number }
  | { do: 'end' };
type Try = Deed & { after: number };

const party = fc.constantFrom(...parties);
const tab = fc.nat(2);
const officer = fc.nat(1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sit' as const),
      party,
      tab,
      officer,
      takeOver: fc.boolean(),
      consent: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('unseat' as const),
      party,
      tab,
      what: fc.constantFrom('left' as const, 'lost' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('admit' as const), party, officer, admitted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('step' as const), officer }) },
  { weight: 1, arbitrary: fc.constant({ do: 'end' as const }) },
);
const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.tuple(deed, fc.constantFrom(1, 4, 9, 11)).map(([one, after]) => ({ ...one, after })),
  { maxLength: 30 },
);
const lineOf = (who: Party, n: number): string => `${who}-line-${String(n)}`;
const pageOf = (who: Party, n: number): string => `${who}-page-${String(n)}`;
const staffOf = (who: Party, n: number) => (who === 'officer' ? officers[n] : who === 'lender' ? zhou : undefined);

function doIt(room: Room, one: Deed, now: Instant): Outcome<Room> {
  const by = officers[('officer' in one ? one.officer : 0) % 2] ?? liu;
  switch (one.do) {
    case 'sit': {
      const staff = staffOf(one.party, one.officer);
      const seated = sit(
        room,
        {
          party: one.party,
          page: pageOf(one.party, one.tab),
          connection: lineOf(one.party, one.tab),
          takeOver: one.takeOver,
          ...(staff === undefined ? {} : { staff }),
          ...(one.consent ? { consent: '4' } : {}),
        },
        now,
      );
      return seated.ok ? { ok: true, value: seated.value.room } : seated;
    }
    case 'unseat':
      return unseat(room, one.party, lineOf(one.party, one.tab), one.what, now);
    case 'admit':
      return admit(room, by.id, one.party, one.admitted, now);
    case 'step':
      return turnTo(room, by.id, 'identity', 'owner', now);
    case 'end':
      return end(room, 'aborted', by.id, now);
  }
}

type Step = { before: Room; one: Try; after: Outcome<Room>; now: Instant };
function live(list: Try[]): Step[] {
  let room = someRoom();
  let now = OPENED;
  return list.map((one) => {
    now = plus(now, one.after * MINUTE);
    const before = room;
    const after = doIt(before, one, now);
    if (after.ok) room = after.value;
    return { before, one, after, now };
  });
}
const always = (check: (step: Step) => void): void => {
  fc.assert(
    fc.property(tries, (list) => {
      live(list).forEach(check);
    }),
    { numRuns: 500 },
  );
};

test('whatever is tried, what is filed is a room', () => {
  always(({ after }) => {
    if (after.ok) expect(Room.safeParse(after.value).error).toBeUndefined();
  });
});

test('an ended room refuses everybody and never changes again', () => {
  always(({ before, after, one }) => {
    if (before.state.name !== 'ended') return;
    if (one.do === 'sit' || one.do === 'admit' || one.do === 'step') expect(after.ok).toBe(false);
    else expect(after).toEqual({ ok: true, value: before });
    for (const who of parties) expect(seatOn(before, who, before.seats[who]?.connection ?? '')).toBeUndefined();
  });
});

test('nobody but the officer is in the room before the officer has let them in, and nobody who did not agree to the recording', () => {
  always(({ before, after, one }) => {
    if (!after.ok) return;
    for (const who of parties) {
      const was = before.seats[who]?.admitted === true;
      const is = after.value.seats[who]?.admitted === true;
      if (is && !was && who !== 'officer') {
        expect(one).toMatchObject({ do: 'admit', party: who, admitted: true });
        expect(after.value.seats[who]?.consent).toBeDefined();
      }
    }
  });
});

test('who comes back within ten minutes finds the seat as it was; later they wait again', () => {
  always(({ before, after, one, now }) => {
    if (one.do !== 'sit' || !after.ok) return;
    const was = before.seats[one.party];
    const is = after.value.seats[one.party];
    if (was === undefined || was.staff !== is?.staff) return;
    const within = plus(was.seenAt, roomRules.rejoinMs) > now;
    if (within) expect(is).toMatchObject({ admitted: was.admitted, joinedAt: was.joinedAt });
    else expect(is).toMatchObject({ admitted: one.party === 'officer', joinedAt: now });
    if (was.consent !== undefined) expect(is?.consent).toBeDefined();
  });
});

test('a seat that another officer holds is given only to one who says that they take it over', () => {
  always(({ before, after, one, now }) => {
    if (one.do !== 'sit' || one.party !== 'officer' || before.state.name === 'ended') return;
    const was = before.seats.officer;
    const other = was !== undefined && was.staff !== officers[one.officer]?.id && isHeld(was, now);
    expect(after.ok).toBe(!other || one.takeOver);
    if (other && !one.takeOver)
      expect(after).toMatchObject({ refusal: { detail: `the room is held by ${before.names.officer ?? ''}` } });
  });
});

test('of two pages of one party the newer one has the seat, and the older one speaks for nobody', () => {
  always(({ before, after, one }) => {
    if (one.do !== 'sit' || !after.ok) return;
    const older = before.seats[one.party]?.connection;
    expect(seatOn(after.value, one.party, lineOf(one.party, one.tab))).toBeDefined();
    if (older !== undefined && older !== lineOf(one.party, one.tab))
      expect(seatOn(after.value, one.party, older)).toBeUndefined();
  });
});

test('coming, going and being let in all stand in the history, with names of nobody', () => {
  always(({ before, after, one }) => {
    if (!after.ok || after.value === before) return;
    if (one.do === 'step') return;
    expect(after.value.history.length).toBeGreaterThan(before.history.length);
    expect(JSON.stringify(after.value.history)).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});

test('who waits at the door sees the officer and themselves, and nothing of what is done inside', () => {
  let { room } = { room: someRoom() };
  for (const [who, staff] of [
    ['officer', liu],
    ['owner', undefined],
    ['lender', zhou],
  ] as const) {
    const seated = sit(
      room,
      {
        party: who,
        page: pageOf(who, 0),
        connection: lineOf(who, 0),
        consent: '4',
        ...(staff === undefined ? {} : { staff }),
      },
      OPENED,
    );
    if (seated.ok) ({ room } = seated.value);
  }
  const led = turnTo(room, liu.id, 'statement', 'owner', OPENED);
  if (led.ok) room = { ...led.value, lastLine: 3 };
  const waiting = viewFor(room, 'owner');
  expect(waiting.seats.map((seat) => seat.party)).toEqual(['owner', 'officer']);
  expect(waiting).not.toHaveProperty('step');
  expect(waiting.lastLine).toBe(0);
  expect(JSON.stringify(waiting)).not.toContain('周');
  expect(viewFor(room, 'officer').seats.map((seat) => seat.party)).toEqual(['owner', 'lender', 'officer']);
});

test('whoever comes, is let in or goes is a line of the evidence, once', () => {
  always(({ before, after, one }) => {
    if (!after.ok) return;
    const lines = presenceIn(after.value.history.slice(before.history.length));
    if (one.do === 'sit') expect(lines).toMatchObject([{ party: one.party }]);
    if (one.do === 'step' || one.do === 'end') expect(lines).toEqual([]);
    if (one.do === 'admit' && after.value !== before)
      expect(lines).toEqual([{ kind: 'presence', party: one.party, what: one.admitted ? 'admitted' : 'left' }]);
  });
});
