/** Every minute: events that are due go out to the other systems, signed; what is not taken comes again for twenty hours. */
import { afterTry, secretsOf } from '../../models/webhook/changes.ts';
import { claimDelivery, delivered, type Delivery, type Try } from '../../models/webhook/delivery.ts';
import { signedHeaders } from '../../models/webhook/signature.ts';
import type { Webhook } from '../../models/webhook/webhook.ts';
import type { WebhookId } from '../../models/ids.ts';
import { msOf } from '../../models/time.ts';
import { queueNotices } from '../aftermath/queue-notices.ts';
import type { Deps } from '../deps.ts';

/** Four rounds of five seconds are the longest that deaf receivers can hold up a sweep. */
const AT_ONCE = 64;
const SIDE_BY_SIDE = 16;
const ROUNDS = 8;

/** Answers how many were taken. What happened first goes out first, yet may be overtaken: each event says its record's version. */
export async function sendDueDeliveries(deps: Deps, chance: () => number = Math.random): Promise<number> {
  const due = await deps.deliveries.due(deps.now(), AT_ONCE);
  let taken = 0;
  for (let from = 0; from < due.length; from += SIDE_BY_SIDE) {
    const ends = await Promise.all(due.slice(from, from + SIDE_BY_SIDE).map((one) => send(deps, one, chance())));
    taken += ends.filter((end) => end === 'delivered').length;
  }
  return taken;
}

async function send(deps: Deps, delivery: Delivery, chance: number): Promise<Delivery['state']['name'] | undefined> {
  const claimed = claimDelivery(delivery, deps.now());
  // Of two sweeps at once one claims it.
  if (!claimed.ok || !(await deps.deliveries.save(claimed.value))) return undefined;
  if (claimed.value.state.name !== 'sending') return claimed.value.state.name;
  const webhook = await deps.webhooks.find(delivery.webhook);
  const tried = await post(deps, webhook, delivery);
  const end = delivered({ ...claimed.value, revision: delivery.revision + 1 }, tried, chance);
  await deps.deliveries.save(end);
  if (tried.fault !== 'off') await note(deps, delivery.webhook, tried.fault === undefined);
  return end.state.name;
}

async function post(deps: Deps, webhook: Webhook | undefined, { event, body }: Delivery): Promise<Try> {
  const at = deps.now();
  if (webhook?.state !== 'on') return { at, ms: 0, fault: 'off' };
  const text = JSON.stringify(body);
  const second = Math.floor(msOf(at) / 1000);
  const signed = signedHeaders(secretsOf(webhook, at), { id: event, second, body: text });
  return { at, ...(await deps.poster.post({ url: webhook.url, headers: signed, body: text })) };
}

/** Whether it answers is noted where it changes; who has been deaf for days is switched off, and the managers hear of it. */
async function note(deps: Deps, id: WebhookId, taken: boolean): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await deps.webhooks.find(id);
    if (before === undefined) return;
    const after = afterTry(before, taken, deps.now());
    if (after === before) return;
    if (!(await deps.webhooks.save(after))) continue;
    if (after.state !== 'given-up') return;
    await queueNotices(deps, [
      {
        about: { kind: 'webhook', id, to: 'desk', news: 'given-up' },
        version: before.version + 1,
        index: 0,
        office: before.office,
        at: deps.now(),
        channel: 'desk',
        urgent: false,
      },
    ]);
    return;
  }
}
