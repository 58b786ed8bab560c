/** The way out to phones: by a carrier where one is configured; on one machine to the development inbox; else they fail and say so. */
import type { Sms, SmsMessage } from '../../models/access/sms.ts';
import type { SmsTemplates } from '../../models/access/sms-templates.ts';
import type { KeyKeeper } from '../../models/store/key-ring.ts';
import { MINUTE } from '../../models/time.ts';
import { errorCode, log } from '../log.ts';
import type { TencentKeys } from './tencent-signature.ts';

/** `address` takes each message as JSON; it is the start script's own page and never part of a deployment. */
export const openInbox = (address: string): Sms => ({
  async send(message) {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(3000),
      });
      return answer.ok ? 'sent' : failed(message, String(answer.status));
    } catch (error) {
      return failed(message, errorCode(error));
    }
  },
});

/** No carrier is connected: whoever waits for a message is told that it did not go. */
export const openNoCarrier = (): Sms => ({
  send: (message) => Promise.resolve(failed(message, 'no-carrier')),
});

/** Template and trouble only: neither number nor values are ever logged. */
function failed({ template }: SmsMessage, error: string): 'failed' {
  log('sms-failed', { code: template, error });
  return 'failed';
}

/** New numbers of sentences are known after so long. */
const FRESH_MS = 5 * MINUTE;

/**
 * `SMS_INBOX` on one machine; `SMS_APP` where a carrier is connected. Its keys are never in the template: `SMS_KEYS_SEALED` is what KMS made
 * of `{"id","key"}`, base64, and only functions that may unseal open it; `SMS_KEYS` is for a trial on one machine.
 */
export function smsFromEnvironment(templates: Pick<SmsTemplates, 'read'>, keeper: KeyKeeper): Sms {
  const env = process.env;
  const inbox = env['SMS_INBOX'];
  const app = env['SMS_APP'] ?? '';
  if (app === '') return inbox === undefined ? openNoCarrier() : openInbox(inbox);
  const keys = kept(async () => {
    const sealed = env['SMS_KEYS_SEALED'] ?? '';
    const text = sealed === '' ? (env['SMS_KEYS'] ?? '{}') : (await keeper.unwrap(sealed)).toString('utf8');
    return JSON.parse(text) as TencentKeys;
  });
  const ids = kept(() => templates.read(), FRESH_MS);
  return {
    async send(message) {
      // Knows every sentence that may go out: loaded with the first message.
      const { openTencentSms } = await import('./tencent-sms.ts');
      return openTencentSms({
        endpoint: env['SMS_ENDPOINT'] ?? 'https://sms.tencentcloudapi.com',
        region: env['SMS_REGION'] ?? 'ap-beijing',
        app,
        sign: env['SMS_SIGN'] ?? '',
        links: env['SMS_LINKS'] === 'path' ? 'path' : 'whole',
        keys,
        templates: ids,
      }).send(message);
    },
  };
}

/** Asked once, or once in a while; what failed is asked again. */
function kept<T>(load: () => Promise<T>, freshMs = Infinity): () => Promise<T> {
  let value: Promise<T> | undefined;
  let at = 0;
  return () => {
    if (value === undefined || Date.now() - at > freshMs) {
      at = Date.now();
      value = load();
      value.catch(() => (value = undefined));
    }
    return value;
  };
}
