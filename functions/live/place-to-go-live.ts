/** How many come before somebody who would go live at an office, and about how long that takes. */
import type { LiveSession } from '../../models/live/live-session.ts';
import { openingAt } from '../../models/office/opening.ts';
import { officeOf } from '../../models/office/offices.ts';
import { officersOnDuty } from '../conversation/place-in-line.ts';
import type { Deps } from '../deps.ts';

/** Null when nobody is on duty. */
export async function placeToGoLive(
  deps: Deps,
  of: Pick<LiveSession, 'office' | 'first' | 'askedAt'>,
): Promise<{ ahead: number; minutes: number } | null> {
  const office = officeOf(of.office);
  const onDuty = openingAt(office, deps.now()).open ? await officersOnDuty(deps, of.office) : 0;
  if (onDuty === 0) return null;
  const ahead = await deps.live.countAhead(of);
  return { ahead, minutes: Math.max(1, Math.ceil((ahead * office.expectedHandlingMinutes) / onDuty)) };
}
