import type { DynamoDBStreamEvent } from 'aws-lambda';
import { joinQueue } from '../../functions/appointment/wait-now.ts';
import { handler as sweep } from '../../handlers/events/deadline-sweep.ts';
import { wired } from '../../handlers/wiring.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import type { DeskSettings, OfficeDay } from '../../models/appointment/views.ts';
import { ReleaseId } from '../../models/ids.ts';
import { book, takersAt } from '../appointment/office-of-bookings.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let chen: Caller;
let far: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  liu = await employ('liu', '刘一航');
  chen = await employ('chen', '陈思远', 'manager');
  far = await employ('ma', '马强', 'officer', 'pingluo');
});
afterAll(() => world.stop());

const day = async (who: Caller, over: object = {}): Promise<OfficeDay> =>
  (await call('GET /api/appointments', who, { day: '2026-11-20', ...over })).body as unknown as OfficeDay;
const act = (who: Caller, { id }: Pick<Booking, 'id'>, what: object): Promise<Answer> =>
  call('POST /api/appointments/{id}/acts', who, { id, delivery: delivery(), what });

test('the day shows appointments by time, moves them to what is free, and tells what is free when it is not', async () => {
  const { deps } = await wired();
  const late = await book(deps, '2026-11-20T06:00:00.000Z');
  const early = await book(deps, '2026-11-20T02:00:00.000Z');
  const shown = await day(liu);
  expect(shown.bookings.map((b) => [b.id, b.state])).toEqual([
    [early.id, 'confirmed'],
    [late.id, 'confirmed'],
  ]);
  expect(shown.desk).toMatchObject({ closed: false, places: 3, bookable: 2 });
  const slots = await call('GET /api/appointments/slots', liu, {
    booking: early.id,
    from: '2026-11-20',
    to: '2026-11-20',
  });
  const to = (slots.body['slots'] as { start: string }[])[3]?.start ?? '';
  const moved = await act(liu, early, { act: 'move', start: to });
  expect(moved).toMatchObject({ status: 200, body: { start: to } });
  expect(await takersAt(deps, '2026-11-20T02:00:00.000Z')).toBe(0);
  const no = await act(liu, early, { act: 'move', start: '2026-11-20T04:30:00.000Z' });
  expect(no.status).toBe(409);
  expect(no.body['sentence']).toContain('原来约好的还给您留着');
  expect(no.body['instead']).toHaveLength(3);
});

test('another office neither sees an appointment nor touches it', async () => {
  const { deps } = await wired();
  const b = await book(deps, '2026-11-20T07:00:00.000Z');
  expect((await act(far, b, { act: 'cancel', reason: 'office' })).status).toBe(404);
  expect((await call('GET /api/appointments/slots', far, { booking: b.id })).status).toBe(404);
  expect(JSON.stringify(await day(far))).not.toContain(b.id);
});

test('the next in line is called, comes, and is out of the line', async () => {
  const { deps } = await wired();
  const reference = { kind: 'release' as const, id: ReleaseId.parse(deps.newId()) };
  await joinQueue(deps, {
    office: 'yinchuan',
    kind: 'video-release',
    reference,
    number: 'YC-1118-J009',
    comes: ['citizen'],
  });
  expect((await day(liu)).queue).toMatchObject([{ number: 'YC-1118-J009', state: 'waiting', wait: 0 }]);
  const called = await call('POST /api/appointments/queue/next', liu);
  expect(called.body).toMatchObject({ called: { number: 'YC-1118-J009', calledBy: 'liu' } });
  expect((await call('POST /api/appointments/queue/next', liu)).body).toEqual({});
  expect((await day(liu)).queue).toMatchObject([{ state: 'called' }]);
  expect((await call('POST /api/appointments/queue/end', far, { reference, act: 'met' })).status).toBe(404);
  expect((await call('POST /api/appointments/queue/end', liu, { reference, act: 'met' })).status).toBe(200);
  expect((await day(liu)).queue).toEqual([]);
});

test('a manager sets closed days and officers; who had the old calendar on screen is told', async () => {
  const read = (await call('GET /api/appointments/calendar', chen)).body as unknown as DeskSettings;
  expect(read).toMatchObject({ version: 0, usualPlaces: 3, example: true });
  const set = { version: 0, closed: ['2026-11-24'], placesOn: { '2026-11-25': 1 } };
  expect((await call('PUT /api/appointments/calendar', chen, set)).body).toMatchObject({
    version: 1,
    closed: ['2026-11-24'],
  });
  expect((await call('PUT /api/appointments/calendar', chen, set)).status).toBe(409);
  expect((await day(liu, { day: '2026-11-24' })).desk).toMatchObject({ closed: true, windows: [] });
  expect((await day(liu, { day: '2026-11-25' })).desk).toMatchObject({ places: 1, bookable: 1 });
});

test('the minute’s sweep takes its steps in appointments too', async () => {
  const { deps } = await wired();
  const b = await book(deps, '2026-11-20T08:00:00.000Z');
  process.env['CLOCK_AHEAD_MS'] = String(Date.parse('2026-11-19T10:01:00.000Z') - Date.now());
  await sweepAnew();
  const found = await deps.bookings.find(b.id);
  expect(found).toMatchObject({ value: { reminded: ['day-before'] } });
});

/** With the clock as it stands now. */
async function sweepAnew(): Promise<void> {
  const { wireWith } = await import('../../handlers/wiring.ts');
  wireWith({});
  await sweep();
}

test('what befalls an appointment becomes its audit lines', async () => {
  const { marshall } = await import('@aws-sdk/util-dynamodb');
  const { handler } = await import('../../handlers/events/record-stream.ts');
  const { deps } = await wired();
  const b = await book(deps, '2026-11-27T08:00:00.000Z');
  const NewImage = marshall(
    { pk: `BOOKING#${b.id}`, sk: 'RECORD', kind: 'booking', record: b },
    { removeUndefinedValues: true },
  );
  const event = { Records: [{ eventID: '1', dynamodb: { NewImage, SequenceNumber: '1' } }] };
  expect(await handler(event as unknown as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
  const lines = await deps.audit.of(`BOOKING#${b.id}`);
  expect(lines.flatMap((line) => line.happened.map((h) => h.what))).toEqual(['booking-held', 'booking-confirmed']);
});
