/** What may be asked about notices that could not be sent, and how one is shown. */
import { z } from 'zod';
import { matterNews } from '../complaint/news.ts';
import { DeliveryId } from '../ids.ts';
import { Instant } from '../time.ts';
import { noticeFaults } from './notice.ts';

export const ListNotices = z.strictObject({ start: z.string().max(2000).optional() });
export const OneNotice = z.strictObject({ id: DeliveryId });
const FailedNotice = z.strictObject({
  id: DeliveryId,
  number: z.string(),
  news: z.enum(matterNews),
  channel: z.enum(['chat', 'sms']),
  happenedAt: Instant,
  failedAt: Instant,
  why: z.enum(noticeFaults),
  tries: z.int().nonnegative(),
});
export type FailedNotice = z.infer<typeof FailedNotice>;
export const FailedNotices = z.strictObject({ notices: z.array(FailedNotice), next: z.string().optional() });
