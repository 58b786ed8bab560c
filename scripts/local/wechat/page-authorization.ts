/** How a page learns who reads it inside WeChat: the person's phone gives a code, the product exchanges it for the OpenID, once. */
import { randomBytes } from 'node:crypto';
import type { PeerAccount } from './account.ts';
import { PlatformRefusal } from './error-codes.ts';

const CODE_LIVES_MS = 5 * 60_000;

export type PageAuthorization = {
  /** Where the phone goes on to, with code and state. */
  go(openId: string, query: URLSearchParams): string;
  exchange(query: URLSearchParams): Record<string, string | number>;
};

export function openPageAuthorization(account: PeerAccount, now: () => number): PageAuthorization {
  const codes = new Map<string, { openId: string; until: number; used: boolean; scope: string }>();
  return {
    go(openId, query) {
      if (query.get('appid') !== account.appId) throw new PlatformRefusal(40013);
      const to = new URL(query.get('redirect_uri') ?? '');
      const code = randomBytes(24).toString('base64url');
      const scope = query.get('scope') ?? 'snsapi_base';
      codes.set(code, { openId, until: now() + CODE_LIVES_MS, used: false, scope });
      to.searchParams.set('code', code);
      to.searchParams.set('state', query.get('state') ?? '');
      return to.toString();
    },
    exchange(query) {
      if (query.get('appid') !== account.appId) throw new PlatformRefusal(40013);
      if (query.get('secret') !== account.secret) throw new PlatformRefusal(40125);
      const found = codes.get(query.get('code') ?? '');
      if (found === undefined) throw new PlatformRefusal(40029);
      if (found.used) throw new PlatformRefusal(40163);
      if (found.until < now()) throw new PlatformRefusal(42003);
      found.used = true;
      return {
        access_token: randomBytes(48).toString('base64url'),
        expires_in: 7200,
        refresh_token: randomBytes(48).toString('base64url'),
        openid: found.openId,
        scope: found.scope,
      };
    },
  };
}
