/** An office's day for its people: appointments by time, whom to call, the queue, and what the desk can take. */
import type { Officer } from '../../models/access/staff.ts';
import { expectedWait, isSilent } from '../../models/appointment/queue.ts';
import type { ShowDay } from '../../models/appointment/requests.ts';
import { deskResource } from '../../models/appointment/resource.ts';
import { slotRulesOf } from '../../models/appointment/rules.ts';
import { ticketRow, type OfficeDay } from '../../models/appointment/views.ts';
import { calendarDay } from '../../models/office/calendar.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { callRow } from './call-row.ts';
import { officersAtDesk } from './wait-now.ts';

const SHOWN = 100;

export async function showDay(
  deps: Pick<Deps, 'bookings' | 'queue' | 'calendars' | 'conversations' | 'now'>,
  by: Pick<Officer, 'office'>,
  { day: asked, kind }: ShowDay,
): Promise<Outcome<OfficeDay>> {
  const rules = slotRulesOf(by.office, kind);
  if (rules === undefined) return refused('wrong-state', 'this office does not offer it');
  const now = deps.now();
  const day = asked ?? dayOf(now);
  const [bookings, toCall, waiting, called, calendar, officers] = await Promise.all([
    deps.bookings.onDay(by.office, day),
    deps.bookings.toCall(by.office, kind, SHOWN),
    deps.queue.waiting(by.office, kind, SHOWN),
    deps.queue.called(by.office, kind),
    deps.calendars.desk(by.office, kind),
    officersAtDesk(deps, by.office, kind, rules),
  ]);
  const desk = deskResource(by.office, kind, rules, calendar);
  const { holiday } = calendarDay(day);
  return done({
    day,
    now,
    bookings: await Promise.all(bookings.filter((b) => b.kind === kind).map((b) => callRow(deps, b))),
    toCall: await Promise.all(toCall.map((b) => callRow(deps, b))),
    queue: [
      ...called.map((t) => ticketRow(t, 0, false)),
      ...waiting.map((t, i) => ticketRow(t, expectedWait(i, officers, rules), isSilent(t, rules, now))),
    ],
    desk: {
      windows: desk.windows(day),
      closed: calendar.closed.includes(day),
      places: calendar.placesOn[day] ?? calendar.places ?? rules.places,
      bookable: desk.places(day),
      ...(holiday === undefined ? {} : { holiday: holiday.zh }),
    },
    rules: {
      slotMinutes: rules.slotMinutes,
      waitMinutes: rules.waitMinutes,
      aheadDays: rules.aheadDays,
      example: rules.example,
    },
  });
}
