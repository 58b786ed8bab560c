/** A manager reads what went out to another system and what it answered, and has something sent again. */
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { replay } from '../../models/webhook/delivery.ts';
import type { ListDeliveries, ReplayDelivery, ShownDelivery } from '../../models/webhook/requests.ts';
import type { Deps } from '../deps.ts';
import { findWebhookFor } from './keep-webhooks.ts';

const PAGE = 50;

export async function listDeliveries(
  deps: Deps,
  by: Officer,
  { id, start }: ListDeliveries,
): Promise<Outcome<{ deliveries: ShownDelivery[]; next?: string }>> {
  const found = await findWebhookFor(deps, by, id);
  if (!found.ok) return found;
  const { deliveries, next } = await deps.deliveries.log(id, PAGE, start);
  return done({
    deliveries: deliveries.map(({ event, body, log, state }) => ({ event, body, log, state })),
    ...(next === undefined ? {} : { next }),
  });
}

/** The next sweep sends it, under its old name. */
export async function replayDelivery(
  deps: Deps,
  by: Officer,
  { id, event, at }: ReplayDelivery,
): Promise<Outcome<void>> {
  const found = await findWebhookFor(deps, by, id);
  if (!found.ok) return found;
  if (found.value.state !== 'on') return refused('wrong-state', 'this webhook is off');
  const delivery = await deps.deliveries.find(id, at, event);
  if (delivery === undefined) return refused('not-found', 'no such delivery');
  const again = replay(delivery, deps.now());
  if (!again.ok) return again;
  return (await deps.deliveries.save(again.value)) ? done(undefined) : refused('stale', 'somebody else was first');
}
