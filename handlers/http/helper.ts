/** The helper's window: in by the person's link, out again to the own talk. */
import { enterAsHelper, helperStands, seatIn, type HelperSeat } from '../../functions/conversation/helper-of-talk.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { wireWith } from '../wiring.ts';
import { HELP, helpCookie, noCookie, visitorOf } from './cookies.ts';
import { openPages, type Reply, type Visit } from './form-window.ts';
import { closedDoorPage, doorPage, sharePage } from './helper-pages/door-page.ts';

wireWith({ wire: wireFromEnvironment });

const slipOf = ({ event }: Visit): string => event.pathParameters?.['slip'] ?? '';
/** The person of the talk, on the device they talk with. */
const isOwn = ({ signer, event, nowMs }: Visit, seat: HelperSeat): boolean =>
  visitorOf(signer, event.cookies, nowMs)?.conversation === seat.conversation;
/** Nothing is told of what it once opened. */
const closed = ({ page }: Visit, status = 410): Reply => ({ show: closedDoorPage(page), status });

async function door(visit: Visit): Promise<Reply> {
  const seat = seatIn(visit.deps, slipOf(visit));
  const stands = seat === undefined ? undefined : await helperStands(visit.deps, seat);
  if (seat === undefined || stands === undefined) return closed(visit);
  return isOwn(visit, seat)
    ? { show: sharePage(visit.page, `${visit.deps.origin}/helper/${slipOf(visit)}`, stands.helper.name) }
    : { show: doorPage(visit.page, `/helper/${slipOf(visit)}`, stands.helper.name) };
}

async function enter(visit: Visit): Promise<Reply> {
  const seat = seatIn(visit.deps, slipOf(visit));
  if (seat !== undefined && isOwn(visit, seat)) return door(visit);
  const entered = seat === undefined ? undefined : await enterAsHelper(visit.deps, seat);
  return seat === undefined || entered?.ok !== true
    ? closed(visit)
    : { go: '/', cookies: [helpCookie(visit.signer, seat, visit.nowMs)] };
}

export const handler = openPages(
  {
    'GET /helper/{slip}': door,
    'POST /helper/{slip}': enter,
    'POST /helper-leave': () => Promise.resolve({ go: '/', cookies: [noCookie(HELP)] }),
  },
  (visit) => closed(visit, 403),
);
