/** The keys to the platform's interface: given for two hours, and what happens to the former one when a new one is given. */
import { randomBytes } from 'node:crypto';

const MINUTE = 60_000;
export const TOKEN_LIVES_MS = 120 * MINUTE;
const OVERLAP_MS = 5 * MINUTE;

type Token = { value: string; until: number; latest: boolean };
export type Given = { access_token: string; expires_in: number };
export type AccessTokens = {
  /** `/cgi-bin/token`: a new one each time; the former one still works for five minutes. */
  ordinary(): Given;
  /** `/cgi-bin/stable_token`: the same one until five minutes before its end; kept apart from the ordinary ones. */
  stable(force: boolean): Given;
  check(value: string): 'good' | 'expired' | 'unknown';
  /** As when somebody else has asked for a token, or the platform forgot it. */
  forget(): void;
};

export function openAccessTokens(now: () => number): AccessTokens {
  let known: Token[] = [];
  let [ordinary, stable]: (Token | undefined)[] = [];
  const issue = (former: Token | undefined, overlap: number): Token => {
    if (former !== undefined) {
      former.until = Math.min(former.until, now() + overlap);
      former.latest = false;
    }
    const token = { value: `88_${randomBytes(48).toString('base64url')}`, until: now() + TOKEN_LIVES_MS, latest: true };
    known = [...known.slice(-20), token];
    return token;
  };
  const given = ({ value, until }: Token): Given => ({
    access_token: value,
    expires_in: Math.floor((until - now()) / 1000),
  });
  return {
    ordinary: () => given((ordinary = issue(ordinary, OVERLAP_MS))),
    stable(force) {
      // The strict reading of the documentation: by force, the former one ends at once.
      if (force) stable = issue(stable, 0);
      else if (stable === undefined || stable.until - now() < OVERLAP_MS) stable = issue(stable, OVERLAP_MS);
      return given(stable);
    },
    check(value) {
      const token = known.find((one) => one.value === value);
      if (token === undefined) return 'unknown';
      if (token.until > now()) return 'good';
      return token.latest ? 'expired' : 'unknown';
    },
    forget() {
      known = [];
      ordinary = stable = undefined;
    },
  };
}
