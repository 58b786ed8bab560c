/** Choosing, keeping, moving and giving back a time; waiting in line now; the calendar file. */
import {
  confirmOwnSlot,
  giveBackOwnSlot,
  holdOwnSlot,
  moveOwnSlot,
  ownBookings,
  ownSlots,
} from '../../../functions/release/own-appointment.ts';
import {
  comeFirstInOwnQueue,
  joinOwnQueue,
  leaveOwnQueue,
  stayInOwnQueue,
} from '../../../functions/release/own-queue.ts';
import type { Booking } from '../../../models/appointment/booking.ts';
import { calendarFile } from '../../../models/appointment/calendar-file.ts';
import { BookingId, type ReleaseId } from '../../../models/ids.ts';
import { officeOf } from '../../../models/office/offices.ts';
import type { Refusal } from '../../../models/outcome.ts';
import { trackReleaseWords } from '../../../models/phrasebook/release-own-words.ts';
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import type { OwnRelease } from '../../../models/release/views.ts';
import { Instant } from '../../../models/time.ts';
import type { Reply, Visit } from '../form-window.ts';
import { floods } from '../report-pages/reporting.ts';
import { heldPage, queuePage, timesPage, type QueueShown } from './times-pages.ts';
import { caseShown, deliveryOf, withOwn } from './tracking.ts';

const confirmed = (bookings: readonly Booking[]): Booking | undefined =>
  bookings.find(({ state }) => state.name === 'confirmed');

async function timesShown(
  visit: Visit,
  id: ReleaseId,
  own: OwnRelease,
  more: { alone: boolean; move: boolean; trouble?: string; status?: number },
): Promise<Reply> {
  const { deps, page } = visit;
  const words = trackReleaseWords(page.lang);
  const moving = more.move ? confirmed(await ownBookings(deps, id)) : undefined;
  const together = moving === undefined ? !more.alone : moving.comes.length === 2;
  const found = await ownSlots(deps, id, together, moving?.id);
  if (!found.ok) return caseShown(visit, { trouble: words.moved, status: 409 });
  const show = timesPage({
    page,
    own,
    ...found.value,
    moving,
    delivery: () => deps.newId(),
    trouble: more.trouble,
  });
  return { show, status: more.status ?? 200 };
}

export const showTimes = (visit: Visit): Promise<Reply> =>
  withOwn(visit, (id, own) => {
    const { query } = visit;
    return timesShown(visit, id, own, { alone: query['alone'] === '1', move: query['move'] === '1' });
  });

/** Somebody was quicker: said above what is still free. */
const sayTaken = ({ page }: Visit, refusal: Refusal): string =>
  refusal.detail.startsWith('this time is taken')
    ? trackReleaseWords(page.lang).taken
    : refusalSentence(refusal, page.lang);

export const takeTime = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { deps, field, page } = visit;
    const words = trackReleaseWords(page.lang);
    const start = Instant.safeParse(field('start'));
    const alone = field('together') !== '1';
    const moving = BookingId.safeParse(field('booking'));
    const again = (trouble: string, status: number): Promise<Reply> =>
      timesShown(visit, id, own, { alone, move: moving.success, trouble, status });
    if (await floods(visit, 'release-times')) return again(words.tooOften, 429);
    if (!start.success) return again(words.refusedGeneral, 422);
    if (moving.success) {
      const wish = { booking: moving.data, start: start.data, delivery: deliveryOf(visit) };
      const moved = await moveOwnSlot(deps, id, wish);
      return moved.ok ? { go: '/release/track/case?done=moved' } : again(sayTaken(visit, moved.refusal), 409);
    }
    // The delivery names the appointment: the same press twice keeps one time.
    const booking = BookingId.safeParse(field('delivery')).data ?? BookingId.parse(deps.newId());
    const held = await holdOwnSlot(deps, id, { booking, start: start.data, together: !alone });
    return held.ok ? { go: `/release/track/times/held?b=${held.value.id}` } : again(sayTaken(visit, held.refusal), 409);
  });

async function bookingAsked(visit: Visit, id: ReleaseId, text: string | undefined): Promise<Booking | undefined> {
  return (await ownBookings(visit.deps, id)).find((one) => one.id === text);
}

export const showHeld = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const booking = await bookingAsked(visit, id, visit.query['b']);
    if (booking?.state.name === 'confirmed') return { go: '/release/track/case?done=booked' };
    if (booking?.state.name !== 'held') return { go: '/release/track/times' };
    return { show: heldPage(visit.page, own, booking, booking.state.until) };
  });

export const confirmTime = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { deps, field, page } = visit;
    const booking = await bookingAsked(visit, id, field('booking'));
    if (booking === undefined) return { go: '/release/track/times' };
    const alone = booking.comes.length === 1;
    const stands = await confirmOwnSlot(deps, id, booking.id);
    if (stands.ok) return { go: '/release/track/case?done=booked' };
    const over = booking.state.name === 'expired' || stands.refusal.detail.startsWith('this time is taken');
    const trouble = over ? trackReleaseWords(page.lang).heldOver : sayTaken(visit, stands.refusal);
    return timesShown(visit, id, own, { alone, move: false, trouble, status: 409 });
  });

export const giveBack = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id) => {
    const words = trackReleaseWords(visit.page.lang);
    const booking = BookingId.safeParse(visit.field('booking'));
    const back = booking.success ? await giveBackOwnSlot(visit.deps, id, booking.data, deliveryOf(visit)) : undefined;
    return back?.ok === true
      ? { go: '/release/track/case?done=gave-back' }
      : caseShown(visit, { trouble: words.moved, status: 409 });
  });

export const showCalendar = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { page, query } = visit;
    const words = trackReleaseWords(page.lang);
    const booking = await bookingAsked(visit, id, query['b']);
    if (booking === undefined) return { go: '/release/track/case' };
    const office = officeOf(own.office);
    const origin = process.env['PAGES_ORIGIN'] ?? '';
    const body = calendarFile(booking, {
      summary: words.calendarSummary,
      description: words.calendarDescription(own.number, `${origin}/release/track`),
      location: words.calendarLocation,
      url: `${origin}/release/track?number=${own.number}`,
      organizer: { name: page.lang === 'zh' ? office.nameZh : office.nameEn, address: origin },
      alarm: words.calendarAlarm,
    });
    return {
      send: {
        statusCode: 200,
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': `attachment; filename="${own.number}.ics"`,
          'cache-control': 'no-store',
        },
        body,
      },
    };
  });

async function queueShown(visit: Visit, id: ReleaseId, own: OwnRelease, trouble?: string): Promise<Reply> {
  const { deps, page } = visit;
  const office = officeOf(own.office);
  const stays = await stayInOwnQueue(deps, id);
  const show = queuePage({ ...page, office }, own, stateIn(stays), { trouble, delivery: () => deps.newId() });
  return { show, ...(trouble === undefined ? {} : { status: 409 }) };
}

function stateIn(stays: Awaited<ReturnType<typeof stayInOwnQueue>>): QueueShown {
  if (!stays.ok) return { at: 'out' };
  const { ticket, ahead, minutes } = stays.value;
  switch (ticket.state.name) {
    case 'waiting':
      return { at: 'waiting', ahead, minutes, first: ticket.greenLane === true };
    case 'called':
      return { at: 'called', until: ticket.state.until };
    case 'met':
      return { at: 'met' };
    case 'lost':
      return { at: 'lost' };
    case 'left':
      return { at: 'out' };
  }
}

export const showNow = (visit: Visit): Promise<Reply> => withOwn(visit, (id, own) => queueShown(visit, id, own));

export const actNow = (visit: Visit): Promise<Reply> =>
  withOwn(visit, async (id, own) => {
    const { deps, field, page } = visit;
    const words = trackReleaseWords(page.lang);
    if (field('act') === 'leave') {
      await leaveOwnQueue(deps, id);
      return { go: '/release/track/case' };
    }
    if (field('act') === 'first' || field('act') === 'in-order') {
      await comeFirstInOwnQueue(deps, id, field('act') === 'first');
      return { go: '/release/track/now' };
    }
    const joined = await joinOwnQueue(deps, id);
    if (joined.ok) return { go: '/release/track/now' };
    const notReady = joined.refusal.detail.startsWith('the papers have to be');
    return queueShown(visit, id, own, notReady ? words.queueNotReady : refusalSentence(joined.refusal, page.lang));
  });
