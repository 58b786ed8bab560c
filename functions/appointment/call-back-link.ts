/** The link to a call-back's own page: whoever holds it may move the call or call it off, and learns nothing else. */
import { BookingId } from '../../models/ids.ts';
import { DAY, msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

const USE = 'call-back';
/** Longer than anybody can book ahead. */
const LINK_MS = 14 * DAY;

/** The same within a day, so that a message tried again reads the same. */
export function callBackLink(deps: Pick<Deps, 'signer' | 'origin' | 'now'>, id: BookingId): string {
  const today = Math.floor(msOf(deps.now()) / DAY) * DAY;
  return `${deps.origin}/call-back/${deps.signer.sign(USE, { b: id }, today + LINK_MS)}`;
}

export function callBackOf(deps: Pick<Deps, 'signer' | 'now'>, slip: string): BookingId | undefined {
  const says = deps.signer.check(USE, slip, msOf(deps.now()));
  return BookingId.safeParse(says?.['b']).data;
}
