/** The six digits that an officer's phone shows and that change every half minute (RFC 6238). */
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

const generator = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Bancheng',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** What an authenticator app reads from the QR code (otpauth key URI). */
export const codeAddress = (secret: string, label: string): string => generator(secret, label).toString();

export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/** The time step that the code belongs to, one step either side allowed; undefined for a wrong code. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | undefined {
  const delta = generator(secret, '').validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? undefined : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}

export const codeAt = (secret: string, nowMs: number): string => generator(secret, '').generate({ timestamp: nowMs });
