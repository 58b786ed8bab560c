/** A short message to a phone; which company carries it is for the gateway to know. */

/** Providers here send approved templates only: a name and its values, never free words. */
export type SmsMessage = {
  /** Names this message: a carrier that is handed the same one twice delivers it once. Without it every message stands for itself. */
  id?: string;
  /** Eleven digits. */
  to: string;
  template: string;
  values: Record<string, string>;
  language: 'zh' | 'en';
};

/** `later`: this phone, or we, had enough for now. `no-phone`: nothing will ever arrive at this number. */
export const smsEnds = ['sent', 'failed', 'later', 'no-phone'] as const;
export type SmsEnd = (typeof smsEnds)[number];

export interface Sms {
  /** Everything but `sent` was not taken; sending it again is for whoever asked. Never throws. */
  send(message: SmsMessage): Promise<SmsEnd>;
}
