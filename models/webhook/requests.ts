/** What a manager may ask about webhooks, and how one is shown. */
import * as z from 'zod';
import { DeliveryId, WebhookId } from '../ids.ts';
import { Instant } from '../time.ts';
import type { Delivery } from './delivery.ts';
import { Webhook } from './webhook.ts';

export const RegisterWebhook = Webhook.pick({ name: true, url: true, areas: true });
export type RegisterWebhook = z.infer<typeof RegisterWebhook>;
export const OneWebhook = z.strictObject({ id: WebhookId });
export type OneWebhook = z.infer<typeof OneWebhook>;
export const ChangeWebhook = RegisterWebhook.extend({ id: WebhookId, version: z.int() });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;
export const ActOnWebhook = z.strictObject({
  id: WebhookId,
  version: z.int(),
  act: z.enum(['rotate', 'on', 'off', 'remove', 'try']),
});
export type ActOnWebhook = z.infer<typeof ActOnWebhook>;
export const ListDeliveries = z.strictObject({ id: WebhookId, start: z.string().max(2000).optional() });
export type ListDeliveries = z.infer<typeof ListDeliveries>;
/** `at`: when it happened; with the event's name it finds the delivery. */
export const ReplayDelivery = z.strictObject({ id: WebhookId, event: DeliveryId, at: Instant });
export type ReplayDelivery = z.infer<typeof ReplayDelivery>;

export type ShownWebhook = Omit<Webhook, 'secrets' | 'history'> & { bothUntil?: Instant };
export type ShownDelivery = Pick<Delivery, 'event' | 'body' | 'log' | 'state'>;

/** The secret is shown once, when it is made. */
export const shownWebhook = ({ secrets, history: _history, ...webhook }: Webhook, now: Instant): ShownWebhook => {
  const bothUntil = secrets[1]?.until;
  return { ...webhook, ...(bothUntil !== undefined && bothUntil > now ? { bothUntil } : {}) };
};
