/** Files what happened for every other system that listens to it; each event once for each of them. */
import { newDelivery } from '../../models/webhook/delivery.ts';
import { eventsOf } from '../../models/webhook/events.ts';
import type { Deps } from '../deps.ts';

export async function queueEvents(
  deps: Pick<Deps, 'webhooks' | 'deliveries' | 'now'>,
  change: Parameters<typeof eventsOf>[0],
): Promise<void> {
  const events = eventsOf(change);
  if (events.length === 0) return;
  const listening = (await deps.webhooks.ofOffice(change.office)).filter(({ state }) => state === 'on');
  for (const webhook of listening)
    for (const { event, area, body } of events)
      if (webhook.areas.includes(area))
        await deps.deliveries.add(newDelivery({ webhook: webhook.id, event, body }, deps.now()));
}
