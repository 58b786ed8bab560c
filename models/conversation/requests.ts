/** What may be asked of a conversation, by the citizen's page, by the socket and by the officer's console. */
import * as z from 'zod';
import { AttachmentId, ConversationId, DeliveryId, OfficeId, StaffId } from '../ids.ts';
import { CitizenContent } from './content.ts';
import { StepCard, stepLimits } from '../guidance/step-cards/step-card.ts';
import { ShowDrawing } from './drawing.ts';

const Seq = z.coerce.number().int().nonnegative();

export const OpenChat = z.strictObject({
  after: Seq.default(0),
  office: OfficeId.optional(),
  lang: z.enum(['zh', 'en']).optional(),
  elder: z.stringbool().optional(),
});
export type OpenChat = z.infer<typeof OpenChat>;

/** `after` is the last line the sender holds; the answer brings everything behind it. */
export const Say = z.strictObject({ delivery: DeliveryId, content: CitizenContent, after: Seq });
export type Say = z.infer<typeof Say>;
export const MarkRead = z.strictObject({ seq: Seq });
export type MarkRead = z.infer<typeof MarkRead>;
export const ChangeSettings = z.strictObject({
  office: OfficeId.optional(),
  language: z.enum(['zh', 'en']).optional(),
  elder: z.boolean().optional(),
});
export type ChangeSettings = z.infer<typeof ChangeSettings>;

export const photoLimits = { bytes: 8 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/webp'] } as const;
export const StartUpload = z.strictObject({
  mime: z.enum(photoLimits.types),
  bytes: z.int().positive().max(photoLimits.bytes),
  /** SHA-256 of the file, base64. */
  sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  width: z.int().positive().max(20_000),
  height: z.int().positive().max(20_000),
});
export type StartUpload = z.infer<typeof StartUpload>;
export const OneAttachment = z.strictObject({ id: AttachmentId });

/** Messages a citizen's page sends over the socket; each carries its ticket, so that nothing has to be looked up. */
export const SocketRequest = z.discriminatedUnion('action', [
  Say.extend({ action: z.literal('say'), ticket: z.string() }),
  z.strictObject({ action: z.literal('after'), ticket: z.string(), after: Seq }),
  z.strictObject({ action: z.literal('read'), ticket: z.string(), seq: Seq }),
  z.strictObject({ action: z.literal('typing'), ticket: z.string() }),
  z.strictObject({ action: z.literal('watch'), ticket: z.string(), conversation: ConversationId }),
  z.strictObject({ action: z.literal('unwatch'), ticket: z.string(), conversation: ConversationId }),
  ShowDrawing,
  z.strictObject({ action: z.literal('ping') }),
]);
export type SocketRequest = z.infer<typeof SocketRequest>;

export const deskLists = ['waiting', 'mine', 'all', 'closed'] as const;
export type DeskList = (typeof deskLists)[number];
export const ListDesk = z.strictObject({
  list: z.enum(deskLists),
  office: OfficeId.optional(),
  cursor: z.string().max(500).optional(),
});
export type ListDesk = z.infer<typeof ListDesk>;
export const OneConversation = z.strictObject({ id: ConversationId });
export type OneConversation = z.infer<typeof OneConversation>;
export const OpenCase = z.strictObject({ id: ConversationId, after: Seq.default(0) });
/** `seen` is the last line the officer had on screen: an answer that would cross a colleague's is held back. */
export const ReplyToCitizen = z.strictObject({
  id: ConversationId,
  delivery: DeliveryId,
  text: z.string().trim().min(1).max(4000),
  /** A guide to put under the words. */
  guide: z.string().max(60).optional(),
  seen: Seq,
});
export type ReplyToCitizen = z.infer<typeof ReplyToCitizen>;
/** Steps written for this one person, or taken from a card and changed for them. */
export const SendSteps = ReplyToCitizen.pick({ id: true, delivery: true, seen: true }).extend({
  card: StepCard.shape.id.optional(),
  where: StepCard.shape.where,
  title: z.string().trim().min(2).max(80),
  steps: z.array(z.string().trim().min(1).max(160)).min(stepLimits.steps.least).max(stepLimits.steps.most),
});
export type SendSteps = z.infer<typeof SendSteps>;
export const WriteNote = z.strictObject({
  id: ConversationId,
  delivery: DeliveryId,
  text: z.string().trim().min(1).max(4000),
  mentions: z.array(StaffId).max(10).default([]),
});
export type WriteNote = z.infer<typeof WriteNote>;
export const TransferConversation = z.strictObject({
  id: ConversationId,
  reason: z.string().trim().min(1).max(200),
  to: StaffId.optional(),
});
export type TransferConversation = z.infer<typeof TransferConversation>;
export const SetGreenLane = z.strictObject({ id: ConversationId, on: z.boolean() });
export type SetGreenLane = z.infer<typeof SetGreenLane>;
export const MarkCaseRead = z.strictObject({ id: ConversationId, seq: Seq });
export const ShowPresence = z.strictObject({ id: ConversationId, typing: z.boolean() });
export type ShowPresence = z.infer<typeof ShowPresence>;
export const RevealField = z.strictObject({
  id: ConversationId,
  field: z.literal('phone'),
  reason: z.string().trim().min(4).max(200),
});
export type RevealField = z.infer<typeof RevealField>;
export const SearchDesk = z.strictObject({ q: z.string().trim().min(2).max(60) });
export type SearchDesk = z.infer<typeof SearchDesk>;
export const CannedReply = z.strictObject({
  /** Typed after a slash, `/补证材料`. */
  code: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .regex(/^[^\s/#]+$/u),
  title: z.string().trim().min(1).max(40),
  /** `{称呼}`, `{我}`, `{单位}`, `{编号}` are filled in. */
  text: z.string().trim().min(1).max(1000),
});
export type CannedReply = z.infer<typeof CannedReply>;
