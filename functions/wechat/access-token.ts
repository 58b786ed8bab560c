/** One pass to the platform's interfaces for all functions: whoever finds it running out renews it, the others wait or go on with the old one. */
import type { AccessToken } from '../../models/wechat/account.ts';
import { MINUTE, msOf, plus, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** Asks the platform; `force` throws the running one away. Undefined: it did not answer. */
export type TokenSource = (force: boolean) => Promise<{ token: string; seconds: number } | undefined>;

/** Renewed this long before its end: the platform itself changes it five minutes before, and accepts both meanwhile. */
const EARLY_MS = 5 * MINUTE;
const LEASE_MS = 15_000;
const ROUNDS = 60;
const PAUSE_MS = 150;

/** `refused` is a pass that the platform no longer takes. Undefined: there is none to be had now. */
export async function accessToken(
  deps: Pick<Deps, 'weChatTokens' | 'now' | 'newId'>,
  source: TokenSource,
  refused?: string,
): Promise<string | undefined> {
  const holder = deps.newId();
  for (let round = 0; round < ROUNDS; round++) {
    const kept = await deps.weChatTokens.find();
    const usable = kept !== undefined && kept.token !== refused && kept.until > deps.now();
    if (usable && msOf(kept.until as Instant) - EARLY_MS > msOf(deps.now())) return kept.token;
    const nowMs = msOf(deps.now());
    if (await deps.weChatTokens.lease(holder, nowMs + LEASE_MS, nowMs)) {
      const renewed = await renew(deps, source, holder, refused);
      return renewed ?? (usable ? kept.token : undefined);
    }
    if (usable) return kept.token;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return undefined;
}

async function renew(
  deps: Pick<Deps, 'weChatTokens' | 'now'>,
  source: TokenSource,
  holder: string,
  refused: string | undefined,
): Promise<string | undefined> {
  // Somebody may have renewed it between the look and the lease.
  const kept = await deps.weChatTokens.find();
  if (kept !== undefined && kept.token !== refused && msOf(kept.until as Instant) - EARLY_MS > msOf(deps.now())) {
    await deps.weChatTokens.release(holder);
    return kept.token;
  }
  const got = await source(refused !== undefined && kept?.token === refused);
  if (got === undefined) {
    await deps.weChatTokens.release(holder);
    return undefined;
  }
  const fresh: AccessToken = { token: got.token, until: plus(deps.now(), got.seconds * 1000) };
  await deps.weChatTokens.save(holder, fresh);
  return fresh.token;
}
