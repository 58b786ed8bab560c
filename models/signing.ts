/** Small signed slips (cookies, socket tickets): what they say, until when, and a seal that only this office can make. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Shape: `<base64url JSON>.<base64url HMAC-SHA-256>`; `use` keeps a slip for one purpose from serving another. */
export type Signer = {
  sign(use: string, says: object, untilMs: number): string;
  /** What it says; undefined when forged, meant for something else, or expired. */
  check(use: string, slip: string, nowMs: number): Record<string, unknown> | undefined;
};

export function openSigner(key: Buffer): Signer {
  const seal = (use: string, body: string): Buffer => createHmac('sha256', key).update(`${use}.${body}`).digest();
  return {
    sign(use, says, untilMs) {
      const body = Buffer.from(JSON.stringify({ ...says, until: untilMs })).toString('base64url');
      return `${body}.${seal(use, body).toString('base64url')}`;
    },
    check(use, slip, nowMs) {
      const [body = '', given = ''] = slip.split('.');
      const wanted = seal(use, body);
      const got = Buffer.from(given, 'base64url');
      if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return undefined;
      const says = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
      return typeof says['until'] === 'number' && says['until'] > nowMs ? says : undefined;
    },
  };
}
