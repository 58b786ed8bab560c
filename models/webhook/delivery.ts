/** One event on its way to one other system: what it says, every try with its answer, when it is tried again. */
import * as z from 'zod';
import { DeliveryId, OfficeId, WebhookId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { HOUR, Instant, MINUTE, plus } from '../time.ts';

/** `address`: not a public one, or it sends elsewhere. `status`: it answered, but not with a yes. `off`: nobody listens any more. */
export const postFaults = ['address', 'unreachable', 'timeout', 'status', 'off'] as const;
const Try = z.strictObject({
  at: Instant,
  ms: z.int().nonnegative(),
  code: z.int().optional(),
  fault: z.enum(postFaults).optional(),
});
export type Try = z.infer<typeof Try>;

/** Ids and states, nothing else: whoever may know more asks for it with a key of their own. */
export const EventBody = z.strictObject({
  /** `matter.accepted`. */
  type: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  timestamp: Instant,
  data: z.strictObject({ id: z.string(), office: OfficeId, state: z.string(), version: z.int() }),
});
export type EventBody = z.infer<typeof EventBody>;

export const Delivery = z.strictObject({
  webhook: WebhookId,
  /** The same for every try and every repeat of the change. */
  event: DeliveryId,
  body: EventBody,
  revision: z.int().nonnegative(),
  /** Of this round: an operator's replay begins anew. */
  tries: z.int().nonnegative(),
  /** The newest last. */
  log: z.array(Try).max(20),
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('queued'), nextTry: Instant }),
    z.strictObject({ name: z.literal('sending'), until: Instant }),
    z.strictObject({ name: z.literal('delivered'), at: Instant }),
    z.strictObject({ name: z.literal('failed'), at: Instant }),
  ]),
});
export type Delivery = z.infer<typeof Delivery>;

/** Before the second try, the third …: six tries, the last twenty hours after the first. */
const WAITS_MS = [MINUTE, 15 * MINUTE, 105 * MINUTE, 6 * HOUR, 12 * HOUR] as const;
export const MOST_TRIES = WAITS_MS.length + 1;
/** Longer than a post may take: whoever claimed it before has ended by then. */
const CLAIM_MS = 2 * MINUTE;

export const newDelivery = (of: Pick<Delivery, 'webhook' | 'event' | 'body'>, now: Instant): Delivery => ({
  ...of,
  revision: 0,
  tries: 0,
  log: [],
  state: { name: 'queued', nextTry: now },
});

export function claimDelivery(delivery: Delivery, now: Instant): Outcome<Delivery> {
  const { state, tries } = delivery;
  if (state.name !== 'queued' && state.name !== 'sending')
    return refused('wrong-state', `a delivery that is ${state.name} is not sent again`);
  if (now < (state.name === 'queued' ? state.nextTry : state.until))
    return refused('wrong-state', 'it is not its time');
  // Every try ended in a crash: that ends, too.
  if (tries >= MOST_TRIES) return done({ ...delivery, state: { name: 'failed', at: now } });
  return done({ ...delivery, tries: tries + 1, state: { name: 'sending', until: plus(now, CLAIM_MS) } });
}

/** `chance`: from 0 to 1, so that what failed together does not come back together: a tenth sooner or later. */
export function delivered(delivery: Delivery, tried: Try, chance: number): Delivery {
  const log = [...delivery.log, tried].slice(-20);
  if (tried.fault === undefined) return { ...delivery, log, state: { name: 'delivered', at: tried.at } };
  const wait = tried.fault === 'off' ? undefined : WAITS_MS[delivery.tries - 1];
  return {
    ...delivery,
    log,
    state:
      wait === undefined
        ? { name: 'failed', at: tried.at }
        : { name: 'queued', nextTry: plus(tried.at, Math.round(wait * (0.9 + chance / 5))) },
  };
}

/** Also of what was delivered: the other system may have lost it. Its name stays, so that nothing is done twice. */
export const replay = (delivery: Delivery, now: Instant): Outcome<Delivery> =>
  delivery.state.name === 'delivered' || delivery.state.name === 'failed'
    ? done({ ...delivery, tries: 0, state: { name: 'queued', nextTry: now } })
    : refused('wrong-state', 'it is still on its way');

export interface Deliveries {
  /** The first of all repeats files it; `known` for every other. */
  add(delivery: Delivery): Promise<'added' | 'known'>;
  find(webhook: WebhookId, at: Instant, event: DeliveryId): Promise<Delivery | undefined>;
  /** Over the revision that was read; false when somebody else wrote first. */
  save(delivery: Delivery): Promise<boolean>;
  /** Those whose time has come: costs what is due, not what exists. */
  due(now: Instant, limit: number): Promise<Delivery[]>;
  /** Newest first; `next` continues the list. */
  log(webhook: WebhookId, limit: number, start?: string): Promise<{ deliveries: Delivery[]; next?: string }>;
}

/** What a post came to; it never throws. */
export interface Poster {
  post(to: { url: string; headers: Record<string, string>; body: string }): Promise<Pick<Try, 'ms' | 'code' | 'fault'>>;
}
