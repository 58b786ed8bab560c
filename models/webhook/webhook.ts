/** Another system that wants to hear what happens: where it listens, of what, with which secret, and whether it still answers. */
import * as z from 'zod';
import { OfficeId, StaffId, WebhookId } from '../ids.ts';
import { DAY, Instant, msOf } from '../time.ts';

/** What it may listen to; each event's name begins with one of them. */
export const eventAreas = ['matter', 'release', 'guidance'] as const;
export const EventArea = z.enum(eventAreas);
export type EventArea = z.infer<typeof EventArea>;

/** `until`: while it is being replaced both are good. */
const Secret = z.strictObject({ secret: z.string().startsWith('whsec_'), until: Instant.optional() });

export const webhookHappenings = [
  'webhook-registered',
  'webhook-changed',
  'webhook-secret-rotated',
  'webhook-switched-on',
  'webhook-switched-off',
  'webhook-given-up',
  'webhook-removed',
] as const;
const Happened = z.strictObject({ at: Instant, what: z.enum(webhookHappenings), by: StaffId.optional() });
export type WebhookHappening = z.infer<typeof Happened>['what'];

export const Webhook = z.strictObject({
  id: WebhookId,
  version: z.int().nonnegative(),
  office: OfficeId,
  /** Whose system it is, in the manager's words. */
  name: z.string().trim().min(2).max(40),
  /** Sealed: addresses of other systems often hold a password of theirs. */
  url: z.string().max(500),
  areas: z.array(EventArea).min(1).max(eventAreas.length),
  /** Sealed; the newest first. */
  secrets: z.array(Secret).min(1).max(2),
  state: z.enum(['on', 'off', 'given-up', 'removed']),
  /** Since when nothing was taken. */
  failingSince: Instant.optional(),
  registeredAt: Instant,
  history: z.array(Happened).max(60),
});
export type Webhook = z.infer<typeof Webhook>;

/** So long nothing was taken: then it is switched off, and a manager hears of it. */
const GIVEN_UP_MS = 5 * DAY;
export const isGivenUp = ({ failingSince }: Webhook, now: Instant): boolean =>
  failingSince !== undefined && msOf(now) - msOf(failingSince) >= GIVEN_UP_MS;

export const noted = (webhook: Webhook, now: Instant, what: WebhookHappening, by?: StaffId): Webhook => ({
  ...webhook,
  history: [...webhook.history, { at: now, what, ...(by === undefined ? {} : { by }) }].slice(-60),
});

export interface Webhooks {
  find(id: WebhookId): Promise<Webhook | undefined>;
  /** Over the version that was read; false when somebody else wrote first. */
  save(webhook: Webhook): Promise<boolean>;
  /** Without those that were removed. */
  ofOffice(office: OfficeId): Promise<Webhook[]>;
}
