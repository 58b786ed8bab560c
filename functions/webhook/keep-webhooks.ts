/** A manager registers another system, changes what it hears, gives it a new secret, switches it off and on. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { DeliveryId, WebhookId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { goodAddress } from '../../models/webhook/address.ts';
import { remove, rotate, switchTo } from '../../models/webhook/changes.ts';
import { newDelivery } from '../../models/webhook/delivery.ts';
import {
  shownWebhook,
  type ActOnWebhook,
  type ChangeWebhook,
  type RegisterWebhook,
  type ShownWebhook,
} from '../../models/webhook/requests.ts';
import { newSecret } from '../../models/webhook/signature.ts';
import { noted, type Webhook } from '../../models/webhook/webhook.ts';
import type { Deps } from '../deps.ts';

/** An office has a handful; more would be a fault of somebody's program. */
const MOST = 20;

export async function listWebhooks(deps: Deps, by: Officer): Promise<Outcome<{ webhooks: ShownWebhook[] }>> {
  const webhooks = await deps.webhooks.ofOffice(by.office);
  return done({ webhooks: webhooks.map((one) => shownWebhook(one, deps.now())) });
}

/** `secret` is shown this once. */
type WithSecret = { webhook: ShownWebhook; secret?: string };

export async function registerWebhook(
  deps: Deps,
  by: Officer,
  { name, url, areas }: RegisterWebhook,
): Promise<Outcome<WithSecret>> {
  const address = goodAddress(url);
  if (!address.ok) return address;
  if ((await deps.webhooks.ofOffice(by.office)).length >= MOST) return refused('too-many', 'webhooks enough');
  const now = deps.now();
  const secret = newSecret();
  const webhook = noted(
    {
      id: WebhookId.parse(deps.newId()),
      version: 0,
      office: by.office,
      name,
      url: address.value.href,
      areas,
      secrets: [{ secret }],
      state: 'on',
      registeredAt: now,
      history: [],
    },
    now,
    'webhook-registered',
    by.id,
  );
  return saved(deps, webhook, secret);
}

export async function changeWebhook(
  deps: Deps,
  by: Officer,
  { id, version, name, url, areas }: ChangeWebhook,
): Promise<Outcome<WithSecret>> {
  const found = await asSeen(deps, by, { id, version });
  if (!found.ok) return found;
  const address = goodAddress(url);
  if (!address.ok) return address;
  const changed = { ...found.value, name, url: address.value.href, areas };
  return saved(deps, noted(changed, deps.now(), 'webhook-changed', by.id));
}

export async function actOnWebhook(
  deps: Deps,
  by: Officer,
  { id, version, act }: ActOnWebhook,
): Promise<Outcome<WithSecret>> {
  const found = await asSeen(deps, by, { id, version });
  if (!found.ok) return found;
  const deed = { by: by.id, at: deps.now() };
  switch (act) {
    case 'rotate': {
      const secret = newSecret();
      return saved(deps, rotate(found.value, secret, deed), secret);
    }
    case 'remove':
      return saved(deps, remove(found.value, deed));
    case 'try':
      return tryOut(deps, found.value);
    case 'on':
    case 'off': {
      const switched = switchTo(found.value, act, deed);
      if (!switched.ok) return switched;
      return switched.value === found.value
        ? done({ webhook: shownWebhook(found.value, deed.at) })
        : saved(deps, switched.value);
    }
  }
}

/** Something that happened to nobody, so that the other side can be tried without waiting for a case. */
async function tryOut(deps: Deps, webhook: Webhook): Promise<Outcome<WithSecret>> {
  if (webhook.state !== 'on') return refused('wrong-state', 'this webhook is off');
  const now = deps.now();
  const event = DeliveryId.parse(`trial-${deps.newId()}`);
  const data = { id: webhook.id, office: webhook.office, state: webhook.state, version: webhook.version };
  await deps.deliveries.add(
    newDelivery({ webhook: webhook.id, event, body: { type: 'webhook.trial', timestamp: now, data } }, now),
  );
  return done({ webhook: shownWebhook(webhook, now) });
}

async function asSeen(
  deps: Deps,
  by: Officer,
  { id, version }: { id: WebhookId; version: number },
): Promise<Outcome<Webhook>> {
  const found = await findWebhookFor(deps, by, id);
  if (!found.ok) return found;
  return found.value.version === version ? found : refused('stale', 'somebody else changed this webhook first');
}

export async function findWebhookFor(deps: Deps, by: Officer, id: WebhookId): Promise<Outcome<Webhook>> {
  const webhook = await deps.webhooks.find(id);
  return webhook === undefined || webhook.state === 'removed' || !maySee(by, webhook.office)
    ? refused('not-found', 'no such webhook')
    : done(webhook);
}

async function saved(deps: Deps, webhook: Webhook, secret?: string): Promise<Outcome<WithSecret>> {
  if (!(await deps.webhooks.save(webhook))) return refused('stale', 'somebody else changed this webhook first');
  const shown = shownWebhook({ ...webhook, version: webhook.version + 1 }, deps.now());
  return done({ webhook: shown, ...(secret === undefined ? {} : { secret }) });
}
