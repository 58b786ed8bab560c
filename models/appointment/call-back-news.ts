/** What befalls a call-back and is told to the person who waits for it; what they did themselves they know. */
import type { AuditLine } from '../aftermath/audit.ts';

export const callBackNews = ['moved', 'called-off', 'day-before', 'soon', 'tried', 'missed'] as const;
export type CallBackNews = (typeof callBackNews)[number];

export function callBackWords(happened: AuditLine['happened']): { index: number; news: CallBackNews }[] {
  return happened.flatMap(({ what, reason, by }, index) => {
    const news = newsOf(what, reason, by !== undefined);
    return news === undefined ? [] : [{ index, news }];
  });
}

function newsOf(what: string, reason: string | undefined, byOffice: boolean): CallBackNews | undefined {
  switch (what) {
    case 'booking-moved':
      return byOffice ? 'moved' : undefined;
    case 'booking-cancelled':
      return byOffice && reason !== 'done-otherwise' ? 'called-off' : undefined;
    case 'booking-reminded':
      return reason === 'day-before' ? 'day-before' : 'soon';
    case 'booking-tried':
      return 'tried';
    case 'booking-missed':
      return 'missed';
    default:
      return undefined;
  }
}
