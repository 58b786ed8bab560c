/** The window of a call-back's own page: by the link that the talk and the short messages hold, somebody moves the call or calls it off. */
import { cancelBooking, rescheduleBooking } from '../../functions/appointment/book.ts';
import { callBackOf } from '../../functions/appointment/call-back-link.ts';
import { listSlots } from '../../functions/appointment/list-slots.ts';
import { DeliveryId } from '../../models/ids.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { callBackPageWords } from '../../models/phrasebook/call-back-page-words.ts';
import { Instant } from '../../models/time.ts';
import { callBackPage, goneLinkPage } from './call-back-pages/call-back-page.ts';
import { openPages, type Reply, type Visit } from './form-window.ts';

const slipOf = ({ event }: Visit): string => event.pathParameters?.['slip'] ?? '';
const gone = ({ page }: Visit, status = 410): Reply => ({ show: goneLinkPage(page), status });

async function show(visit: Visit, more: { trouble?: string; said?: string; status?: number } = {}): Promise<Reply> {
  const { deps, page } = visit;
  const id = callBackOf(deps, slipOf(visit));
  const found = id === undefined ? undefined : await deps.bookings.find(id);
  if (found?.ok !== true || found.value.kind !== 'call-back') return gone(visit);
  const booking = found.value;
  const listed = await listSlots(deps, { office: booking.office, kind: 'call-back', agents: [], wish: {} }, booking.id);
  const { slots, three } = listed.ok ? listed.value : { slots: [], three: [] };
  const others = (all: typeof slots): typeof slots => all.filter(({ start }) => start !== booking.start);
  const { status, ...said } = more;
  return {
    show: callBackPage({
      page,
      path: `/call-back/${slipOf(visit)}`,
      booking,
      slots: others(slots),
      three: others(three),
      delivery: () => deps.newId(),
      ...said,
    }),
    ...(status === undefined ? {} : { status }),
  };
}

async function act(visit: Visit): Promise<Reply> {
  const { deps, page, field } = visit;
  const words = callBackPageWords(page.lang);
  const id = callBackOf(deps, slipOf(visit));
  const delivery = DeliveryId.safeParse(field('delivery'));
  if (id === undefined || !delivery.success) return gone(visit);
  if (field('act') === 'cancel') {
    const off = await cancelBooking(deps, id, 'citizen', { delivery: delivery.data });
    return off.ok
      ? show(visit, { said: words.off })
      : show(visit, { trouble: refusalSentence(off.refusal, page.lang), status: 409 });
  }
  const start = Instant.safeParse(field('start'));
  if (!start.success) return show(visit);
  const moved = await rescheduleBooking(deps, { id, delivery: delivery.data, start: start.data });
  if (moved.ok) return show(visit, { said: words.moved });
  const trouble = moved.instead === undefined ? refusalSentence(moved.refusal, page.lang) : words.taken;
  return show(visit, { trouble, status: 409 });
}

export const handler = openPages(
  { 'GET /call-back/{slip}': (visit) => show(visit), 'POST /call-back/{slip}': act },
  (visit) => Promise.resolve(gone(visit, 403)),
);
