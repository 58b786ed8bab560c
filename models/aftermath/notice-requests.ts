/** What may be asked about notices that could not be sent, and how one is shown. */
import * as z from 'zod';
import { DeliveryId } from '../ids.ts';
import { Instant } from '../time.ts';
import { noticeChannels, noticeFaults } from './notice.ts';

export const ListNotices = z.strictObject({ start: z.string().max(2000).optional() });
export const OneNotice = z.strictObject({ id: DeliveryId });
const FailedNotice = z.strictObject({
  id: DeliveryId,
  kind: z.string(),
  to: z.string(),
  /** By which it is found: a matter's or a release's number, a lender's name, an agent's account. */
  number: z.string(),
  news: z.string(),
  channel: z.enum(noticeChannels),
  happenedAt: Instant,
  failedAt: Instant,
  why: z.enum(noticeFaults),
  tries: z.int().nonnegative(),
});
export type FailedNotice = z.infer<typeof FailedNotice>;
export const FailedNotices = z.strictObject({ notices: z.array(FailedNotice), next: z.string().optional() });
