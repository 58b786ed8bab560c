/** What a manager does with a webhook, and what its failing does. */
import type { StaffId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { DAY, plus, type Instant } from '../time.ts';
import { isGivenUp, noted, type Webhook } from './webhook.ts';

type By = { by: StaffId; at: Instant };

/** The former secret signs along until every receiver can have the new one. */
const BOTH_MS = DAY;

export function rotate(webhook: Webhook, secret: string, { by, at }: By): Webhook {
  const [former] = webhook.secrets;
  const secrets = [{ secret }, ...(former === undefined ? [] : [{ secret: former.secret, until: plus(at, BOTH_MS) }])];
  return noted({ ...webhook, secrets }, at, 'webhook-secret-rotated', by);
}

export const secretsOf = ({ secrets }: Pick<Webhook, 'secrets'>, now: Instant): string[] =>
  secrets.filter(({ until }) => until === undefined || until > now).map(({ secret }) => secret);

export function switchTo(webhook: Webhook, to: 'on' | 'off', { by, at }: By): Outcome<Webhook> {
  if (webhook.state === to) return done(webhook);
  if (webhook.state === 'removed') return refused('wrong-state', 'this webhook was removed');
  const { failingSince: _before, ...fresh } = webhook;
  return done(noted({ ...fresh, state: to }, at, to === 'on' ? 'webhook-switched-on' : 'webhook-switched-off', by));
}

export const remove = (webhook: Webhook, { by, at }: By): Webhook =>
  noted({ ...webhook, state: 'removed' }, at, 'webhook-removed', by);

/** The same when nothing about it changed: every delivery asks, few write. */
export function afterTry(webhook: Webhook, taken: boolean, now: Instant): Webhook {
  if (webhook.state !== 'on') return webhook;
  if (taken) {
    const { failingSince, ...rest } = webhook;
    return failingSince === undefined ? webhook : rest;
  }
  if (webhook.failingSince === undefined) return { ...webhook, failingSince: now };
  return isGivenUp(webhook, now) ? noted({ ...webhook, state: 'given-up' }, now, 'webhook-given-up') : webhook;
}
