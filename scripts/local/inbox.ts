/** The phones of this machine: short messages that the functions sent, newest first, kept while the product runs and never on disk. */
import type { SmsMessage } from '../../models/access/sms.ts';

const KEPT = 200;

export type Inbox = { take(body: string): void; page(): string; json(): string };

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export function openInbox(now: () => number = Date.now): Inbox {
  const messages: (SmsMessage & { at: string })[] = [];
  return {
    take(body) {
      const message = JSON.parse(body) as SmsMessage;
      // As a carrier does: what was handed over before is not delivered again.
      if (message.id !== undefined && messages.some(({ id }) => id === message.id)) return;
      messages.unshift({ ...message, at: new Date(now()).toISOString() });
      messages.length = Math.min(messages.length, KEPT);
    },
    json: () => JSON.stringify(messages),
    page: () => {
      const rows = messages
        .map(
          ({ at, to, template, values }) =>
            `<tr><td>${at.slice(11, 19)}</td><td>${escape(to)}</td><td>${escape(template)}</td><td>${Object.entries(
              values,
            )
              .map(([name, value]) => `${escape(name)} <strong>${escape(value)}</strong>`)
              .join(', ')}</td></tr>`,
        )
        .join('');
      return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Inbox</title>
<style>body{font:16px/1.6 system-ui;margin:2rem}td,th{padding:.3rem 1rem;text-align:left;border-bottom:1px solid #ccc}</style>
<h1>Messages to phones (this machine only)</h1><table><tr><th>at (UTC)</th><th>to</th><th>template</th><th>values</th></tr>${rows}</table>`;
    },
  };
}
