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

export interface Sms {
  /** `failed`: it was not taken; sending it again is for whoever asked. Never throws. */
  send(message: SmsMessage): Promise<'sent' | 'failed'>;
}
