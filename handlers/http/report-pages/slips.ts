/** What a browser may carry between the window's pages: which report is being written, whose receipt may be seen, which matter is open. */
import { ComplaintId } from '../../../models/ids.ts';
import { DAY, HOUR } from '../../../models/time.ts';
import { noCookie, slipCookie, slipOf } from '../cookies.ts';
import type { Visit } from '../form-window.ts';

/** Shared computers stand in every hall: what opens somebody's matter is forgotten after two hours. */
const kinds = { report: DAY, receipt: 2 * HOUR, track: 2 * HOUR } as const;
type SlipKind = keyof typeof kinds;

const nameOf = (kind: SlipKind): string => `bc_${kind}`;

export const giveSlip = ({ signer, nowMs }: Visit, kind: SlipKind, id: ComplaintId): string =>
  slipCookie(signer, nameOf(kind), { m: id }, kinds[kind], nowMs);

export function onSlip({ signer, event, nowMs }: Visit, kind: SlipKind): ComplaintId | undefined {
  const id = ComplaintId.safeParse(slipOf(signer, event.cookies, nameOf(kind), nowMs)?.['m']);
  return id.data;
}

export const takeSlip = (kind: SlipKind): string => noCookie(nameOf(kind));
