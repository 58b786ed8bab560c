/** One line of a conversation: numbered, dated, never changed afterwards. */
import * as z from 'zod';
import { ConversationId, DeliveryId, StaffId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Content } from './content.ts';

export const Line = z.strictObject({
  conversation: ConversationId,
  /** 1, 2, 3 … without a gap within one conversation. */
  seq: z.int().positive(),
  at: Instant,
  from: z.enum(['citizen', 'bot', 'officer', 'system']),
  /** The officer who wrote it. */
  by: StaffId.optional(),
  byName: z.string().max(40).optional(),
  /** The helper who wrote it in the person's talk, by name; sealed. */
  writer: z.string().max(70).optional(),
  /** The sender's own number for it. */
  delivery: DeliveryId.optional(),
  content: Content,
});
export type Line = z.infer<typeof Line>;

/** A private note among staff. It is filed apart from the lines, so that no path to a citizen can meet it. */
export const Note = z.strictObject({
  conversation: ConversationId,
  id: z.string().min(1),
  at: Instant,
  by: StaffId,
  byName: z.string().max(40),
  text: z.string().trim().min(1).max(4000),
  mentions: z.array(StaffId).max(10),
});
export type Note = z.infer<typeof Note>;
