/** The signature that other systems check (the scheme of Standard Webhooks): over id, second of sending and body, one for each good secret. */
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

export function signedHeaders(
  secrets: readonly string[],
  { id, second, body }: { id: string; second: number; body: string },
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key)
      .update(`${id}.${String(second)}.${body}`)
      .digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(second), 'webhook-signature': signatures.join(' ') };
}
