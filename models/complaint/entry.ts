/** One entry of a matter's file: what the person and the office wrote to each other, and, filed apart, what staff noted among themselves. */
import * as z from 'zod';
import { AttachmentId, ComplaintId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';

/** What an entry is; the words are the person's or the officer's own, except for `event`, whose words the reader's phrasebook has. */
export const entryKinds = [
  /** The matter as it was reported. */
  'report',
  /** Words or papers added later. */
  'added',
  'message',
  'question',
  'answer',
  'decline',
  'extension',
  'objection',
  'rating-words',
  'rectification',
] as const;
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;

export const Entry = z.strictObject({
  complaint: ComplaintId,
  /** 1, 2, 3 … without a gap within one matter. */
  seq: z.int().positive(),
  at: Instant,
  from: z.enum(['citizen', 'helper', 'officer']),
  by: StaffId.optional(),
  byName: z.string().max(40).optional(),
  kind: EntryKind,
  /** Sealed. */
  text: z.string().max(6000),
  attachments: z.array(AttachmentId).max(12),
});
export type Entry = z.infer<typeof Entry>;

/** 协调记录: calls, visits, reasons for passing on, private notes. Never on a path to the citizen. */
export const memoKinds = [
  'note',
  'call',
  'visit',
  'transfer',
  'extension',
  'supervision',
  'report',
  'decline',
  'call-back',
  'merge',
  'reveal',
  'reveal-ask',
  'reveal-answer',
] as const;
export const Memo = z.strictObject({
  complaint: ComplaintId,
  id: z.string().min(1).max(64),
  at: Instant,
  by: StaffId,
  byName: z.string().max(40),
  kind: z.enum(memoKinds),
  /** Sealed. */
  text: z.string().trim().min(1).max(4000),
  mentions: z.array(StaffId).max(10),
});
export type Memo = z.infer<typeof Memo>;
