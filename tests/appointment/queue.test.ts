import { callNext, endWait } from '../../functions/appointment/call-next.ts';
import { sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import { comeFirst, joinQueue, leaveQueue, stayInQueue, type InLine } from '../../functions/appointment/wait-now.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Reference } from '../../models/appointment/booking.ts';
import { call, join, leave, meetCalled } from '../../models/appointment/queue.ts';
import { slotRulesOf, type SlotRules } from '../../models/appointment/rules.ts';
import type { Instant } from '../../models/time.ts';
import { ReleaseId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { officeAt } from '../office-of-matters.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.stop());

const at = (clock: string): Promise<Deps> => officeAt(`2026-11-18T${clock}.000Z`);
const officer = (id: string) => ({ id: StaffId.parse(id), office: 'yinchuan' }) as const;
const somebody = (deps: Deps): Reference => ({ kind: 'release', id: ReleaseId.parse(deps.newId()) });
const joins = (deps: Deps, reference: Reference): Promise<Outcome<InLine>> =>
  joinQueue(deps, { office: 'yinchuan', kind: 'video-release', reference, number: 'YC-1118-J001', comes: ['citizen'] });
const inLine = (joined: Outcome<InLine>): InLine => {
  if (!joined.ok) throw new Error(joined.refusal.detail);
  return joined.value;
};
const calls = async (deps: Deps, id: string): Promise<string | undefined> => {
  const called = await callNext(deps, officer(id), 'video-release');
  return called.ok ? called.value?.reference.id : called.refusal.detail;
};

test('people are called in the order in which they came, and everybody knows the place and the wait', async () => {
  const people: Reference[] = [];
  for (const second of ['00', '01', '02', '03']) {
    const deps = await at(`02:00:${second}`);
    people.push(somebody(deps));
    inLine(await joins(deps, people.at(-1) as Reference));
  }
  const deps = await at('02:00:10');
  expect(inLine(await stayInQueue(deps, people[3] as Reference))).toMatchObject({ ahead: 3, minutes: 20 });
  expect(await calls(deps, 'liu')).toBe(people[0]?.id);
  expect(inLine(await stayInQueue(deps, people[3] as Reference))).toMatchObject({ ahead: 2, minutes: 14 });
  await leaveQueue(deps, people[1] as Reference);
  expect(await calls(deps, 'ding')).toBe(people[2]?.id);
  expect(await calls(deps, 'liu')).toBe(people[3]?.id);
  expect(await calls(deps, 'liu')).toBeUndefined();
  expect(await endWait(deps, officer('ding'), people[2] as Reference, 'met')).toMatchObject({
    value: { state: { by: 'ding' } },
  });
});

test('whoever comes first is called before those who came earlier, but never before somebody who has waited half an hour longer', async () => {
  const early = await at('02:00:00');
  const [patient, other, old] = [somebody(early), somebody(early), somebody(early)];
  inLine(await joins(early, patient));
  inLine(await joins(await at('02:29:00'), other));
  const deps = await at('02:31:00');
  inLine(await joins(deps, old));
  await Promise.all([patient, other].map((one) => stayInQueue(deps, one)));
  await comeFirst(deps, old, true);
  expect(inLine(await stayInQueue(deps, old)).ahead).toBe(1);
  expect(inLine(await stayInQueue(deps, other)).ahead).toBe(2);
  expect([await calls(deps, 'liu'), await calls(deps, 'liu'), await calls(deps, 'liu')]).toEqual(
    [patient, old, other].map(({ id }) => id),
  );
});

test('of many officers who call at once each gets somebody else, and nobody is called twice', async () => {
  const deps = await at('02:00:00');
  const people = Array.from({ length: 8 }, () => somebody(deps));
  await Promise.all(people.map((one) => joins(deps, one)));
  const called = await Promise.all(Array.from({ length: 12 }, (_, i) => calls(deps, `officer-${String(i)}`)));
  expect(called.filter((id) => id !== undefined).sort()).toEqual(people.map((p) => p.id).sort());
}, 60_000);

test('who was called, met or gone is not called', () => {
  const rules = slotRulesOf('yinchuan', 'video-release') as SlotRules;
  const now = '2026-11-18T02:00:00.000Z' as Instant;
  const reference: Reference = { kind: 'release', id: ReleaseId.parse('01JABCDEFGHJKMNPQRSTVWXYZ1') };
  const joining = {
    office: 'yinchuan',
    kind: 'video-release',
    reference,
    number: 'YC-1118-J001',
    comes: ['citizen'],
  } as const;
  const waiting = join(undefined, { ...joining, comes: [...joining.comes] }, rules, now);
  const called = call(waiting, officer('liu').id, rules, now);
  const [met, gone] = [called.ok ? meetCalled(called.value, officer('liu').id, now) : called, leave(waiting, now)];
  for (const one of [called, met, gone])
    expect(one.ok && call(one.value, officer('ding').id, rules, now)).toMatchObject({
      refusal: { kind: 'wrong-state' },
    });
});

test('joining many times is one place; of a call and a leaving at once one counts', async () => {
  const deps = await at('02:00:00');
  const one = somebody(deps);
  const joined = await Promise.all(Array.from({ length: 6 }, () => joins(deps, one)));
  expect(new Set(joined.map((j) => inLine(j).ticket.joinedAt)).size).toBe(1);
  expect(await deps.queue.waiting('yinchuan', 'video-release', 10)).toHaveLength(1);
  const [called, left] = await Promise.all([calls(deps, 'liu'), leaveQueue(deps, one)]);
  const ticket = await deps.queue.find(one);
  expect(left.ok).toBe(true);
  // Called first and gone then, or gone first and nobody called.
  expect([one.id, undefined]).toContain(called);
  expect(ticket?.state.name).toBe('left');
});

test('who falls silent is passed over, and who comes back in time has the old place', async () => {
  const start = await at('02:00:00');
  const [silent, alive] = [somebody(start), somebody(start)];
  await joins(start, silent);
  await joins(await at('02:00:01'), alive);
  await stayInQueue(await at('02:03:30'), alive);
  const later = await at('02:04:00');
  expect(await calls(later, 'liu')).toBe(alive.id);
  expect(await later.queue.find(silent)).toMatchObject({ state: { name: 'lost', why: 'silent' } });
  await joins(await at('02:06:00'), somebody(start));
  expect(inLine(await joins(await at('02:08:00'), silent))).toMatchObject({ ahead: 0 });
  expect(inLine(await joins(await at('02:08:00'), silent)).ticket.joinedAt).toBe('2026-11-18T02:00:00.000Z');
});

test('the sweep takes out who is silent or does not answer the call, and leaves whoever shows life', async () => {
  const start = await at('02:00:00');
  const [silent, alive, called] = [somebody(start), somebody(start), somebody(start)];
  await joins(start, called);
  expect(await calls(start, 'liu')).toBe(called.id);
  await Promise.all([joins(start, silent), joins(start, alive)]);
  await stayInQueue(await at('02:03:00'), alive);
  for (const clock of ['02:03:10', '02:03:20']) await sweepBookings(await at(clock));
  const state = async (one: Reference): Promise<object | undefined> => (await start.queue.find(one))?.state;
  expect(await state(silent)).toMatchObject({ name: 'lost', why: 'silent' });
  expect(await state(called)).toMatchObject({ name: 'lost', why: 'no-answer' });
  expect(await state(alive)).toMatchObject({ name: 'waiting' });
  // Nothing is due before the next silence is too long.
  expect(await start.queue.due('2026-11-18T02:05:59.000Z' as never, 10)).toEqual([]);
  await sweepBookings(await at('02:06:01'));
  expect(await state(alive)).toMatchObject({ name: 'lost', why: 'silent' });
});

test('nobody is let into a line that does not end before closing', async () => {
  expect(await joins(await at('04:30:00'), somebody(await at('04:30:00')))).toMatchObject({
    refusal: { detail: 'the queue is closed for today' },
  });
  const last = await at('08:33:00');
  inLine(await joins(last, somebody(last)));
  inLine(await joins(last, somebody(last)));
  // Whoever is third would be called at a quarter to five and still be there at five.
  expect(await joins(await at('08:33:01'), somebody(last))).toMatchObject({ ok: false });
});
