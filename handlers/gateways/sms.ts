/** The way out to phones. No company carries our messages yet: on one machine they go to the development inbox, elsewhere they fail and say so. */
import type { Sms, SmsMessage } from '../../models/access/sms.ts';
import { errorCode, log } from '../log.ts';

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

/** Stands where a company's interface will be; whoever waits for a message is told that it did not go. */
export const openNoCarrier = (): Sms => ({
  send: (message) => Promise.resolve(failed(message, 'no-carrier')),
});

/** Template and trouble only: neither number nor values are ever logged. */
function failed({ template }: SmsMessage, error: string): 'failed' {
  log('sms-failed', { code: template, error });
  return 'failed';
}

export function smsFromEnvironment(): Sms {
  const inbox = process.env['SMS_INBOX'];
  return inbox === undefined ? openNoCarrier() : openInbox(inbox);
}
