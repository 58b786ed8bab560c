/** Which ready replies an office has: the shipped ones, those it changed or does without, and its own. */
import * as z from 'zod';
import { CannedReply } from './requests.ts';
import { shippedReplies } from './shipped-replies.ts';

/** What one office filed under a code: its own words, or that it does without the shipped ones. */
export const OwnReply = z.union([CannedReply, CannedReply.pick({ code: true }).extend({ removed: z.literal(true) })]);
export type OwnReply = z.infer<typeof OwnReply>;

/** `shipped` as it came, `changed` from what came, `own` made here. */
export type ReplyOrigin = 'shipped' | 'changed' | 'own';
export type ShownReply = CannedReply & { origin: ReplyOrigin };
/** `removed`: shipped replies the office does without, to be taken back on purpose. */
export type OfficeReplies = { replies: ShownReply[]; removed: CannedReply[] };

const shipped = new Map<string, CannedReply>(shippedReplies.map((reply) => [reply.code, reply]));
export const shippedReply = (code: string): CannedReply | undefined => shipped.get(code);

export const asShipped = (reply: CannedReply): boolean => {
  const first = shipped.get(reply.code);
  return first?.title === reply.title && first.text === reply.text;
};

/** Sorted by code as Chinese is sorted. */
export function repliesOf(own: readonly OwnReply[]): OfficeReplies {
  const filed = new Map(own.map((reply) => [reply.code, reply]));
  const replies: ShownReply[] = [];
  for (const reply of own)
    if (!('removed' in reply)) replies.push({ ...reply, origin: shipped.has(reply.code) ? 'changed' : 'own' });
  for (const reply of shipped.values()) if (!filed.has(reply.code)) replies.push({ ...reply, origin: 'shipped' });
  return {
    replies: replies.sort(byCode),
    removed: [...shipped.values()].filter(({ code }) => 'removed' in (filed.get(code) ?? {})).sort(byCode),
  };
}

const byCode = (a: CannedReply, b: CannedReply): number => a.code.localeCompare(b.code, 'zh-CN');
