/** The applicant takes the release back: its times and its place in line are free again. */
import { cancelBooking } from '../appointment/book.ts';
import type { DeliveryId, ReleaseId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import type { Side } from '../../models/release/parties.ts';
import type { OwnRelease } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';
import { actOnOwnRelease } from './find-own-release.ts';
import { referenceOf } from './own-appointment.ts';
import { leaveOwnQueue } from './own-queue.ts';

export async function withdrawOwnRelease(
  deps: Deps,
  id: ReleaseId,
  delivery: DeliveryId,
  side: Side = 'owner',
): Promise<Outcome<OwnRelease>> {
  const withdrawn = await actOnOwnRelease(deps, id, side, { delivery, what: { act: 'cancel' } });
  if (!withdrawn.ok) return withdrawn;
  for (const { id: booking, state } of await deps.bookings.of(referenceOf(id)))
    if (state.name === 'confirmed' || state.name === 'held')
      await cancelBooking(deps, booking, side === 'owner' ? 'citizen' : 'agent');
  if (side === 'owner') await leaveOwnQueue(deps, id);
  return withdrawn;
}
