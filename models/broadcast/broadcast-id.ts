/** Names a radio script. */
import * as z from 'zod';
import type { OfficeId } from '../ids.ts';
import type { Day } from '../time.ts';

/** Office and the Monday of the week that was asked about: by its very name an office has one script a week. */
export const BroadcastId = z
  .string()
  .regex(/^(?:yinchuan|yanchi|pingluo|zhongning)-\d{4}-\d{2}-\d{2}$/)
  .brand('BroadcastId');
export type BroadcastId = z.infer<typeof BroadcastId>;
export const broadcastIdOf = (office: OfficeId, week: Day): BroadcastId => BroadcastId.parse(`${office}-${week}`);
