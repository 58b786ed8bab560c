/** The officer's window to appointments: the day, other times, the queue of those who wait now, the desk's calendar. */
import { actOnBooking, officeSlots } from '../../functions/appointment/act-on-booking.ts';
import { callNext, endWait } from '../../functions/appointment/call-next.ts';
import { readDesk, setDesk } from '../../functions/appointment/keep-calendars.ts';
import { showDay } from '../../functions/appointment/show-day.ts';
import { ActOnBooking, ActOnTicket, OfDesk, OfficeSlots, SetDesk, ShowDay } from '../../models/appointment/requests.ts';
import { ticketRow } from '../../models/appointment/views.ts';
import { done } from '../../models/outcome.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ wire: wireFromEnvironment });

export const handler = openWindow({
  'GET /api/appointments': staffRoute('read-appointments', ShowDay, showDay),
  'GET /api/appointments/slots': staffRoute('read-appointments', OfficeSlots, officeSlots),
  'GET /api/appointments/calendar': staffRoute('read-appointments', OfDesk, (deps, by, { kind }) =>
    readDesk(deps, by, kind),
  ),
  'PUT /api/appointments/calendar': staffRoute('set-calendars', SetDesk, setDesk),
  'POST /api/appointments/queue/next': staffRoute('work-appointments', OfDesk, async (deps, by, { kind }) => {
    const called = await callNext(deps, by, kind);
    if (!called.ok) return called;
    return done(called.value === undefined ? {} : { called: ticketRow(called.value, 0, false) });
  }),
  'POST /api/appointments/queue/end': staffRoute('work-appointments', ActOnTicket, async (deps, by, input) => {
    const ended = await endWait(deps, by, input.reference, input.act);
    return ended.ok ? done({}) : ended;
  }),
  'POST /api/appointments/{id}/acts': staffRoute('work-appointments', ActOnBooking, actOnBooking),
});
