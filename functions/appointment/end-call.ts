/** An officer has called: what was said goes into the talk, so that it is the same for everybody; or nobody answered. */
import type { Officer } from '../../models/access/staff.ts';
import { tryInVain } from '../../models/appointment/call-back.ts';
import { meet } from '../../models/appointment/changes.ts';
import type { BookingId, DeliveryId } from '../../models/ids.ts';
import { done, refused } from '../../models/outcome.ts';
import { changeConversation } from '../conversation/change-conversation.ts';
import type { Deps } from '../deps.ts';
import { changeBooking, type Booked } from './change-booking.ts';

type By = Pick<Officer, 'id' | 'name'>;

/** Done twice under one delivery it is one call and one line. */
export async function reachedByCall(
  deps: Deps,
  by: By,
  { id, delivery, words }: { id: BookingId; delivery: DeliveryId; words: string },
): Promise<Booked> {
  const met = await changeBooking(
    deps,
    id,
    (b, now) =>
      b.reference.kind === 'conversation' ? meet(b, by.id, now) : refused('wrong-state', 'nobody is called here'),
    delivery,
  );
  if (!met.ok || met.value.reference.kind !== 'conversation') return met;
  const line = {
    from: 'officer',
    by: by.id,
    byName: by.name,
    delivery,
    content: { type: 'text', text: words },
  } as const;
  const told = await changeConversation(
    deps,
    met.value.reference.id,
    (conversation) => done({ conversation, lines: [line] }),
    { delivery },
  );
  return told.ok ? met : told;
}

export const calledInVain = (deps: Deps, by: By, id: BookingId, delivery: DeliveryId): Promise<Booked> =>
  changeBooking(deps, id, (b, now) => tryInVain(b, by.id, now), delivery);
