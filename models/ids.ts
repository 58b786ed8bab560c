/** The names under which things are filed: sortable by time of birth, never reused, telling nothing about a person. */
import * as z from 'zod';

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

export const ConversationId = ulid.brand('ConversationId');
export type ConversationId = z.infer<typeof ConversationId>;
export const ComplaintId = ulid.brand('ComplaintId');
export type ComplaintId = z.infer<typeof ComplaintId>;
export const StaffId = z
  .string()
  .regex(/^[a-z0-9-]{2,40}$/)
  .brand('StaffId');
export type StaffId = z.infer<typeof StaffId>;
export const OfficeId = z.enum(['yinchuan', 'yanchi', 'pingluo', 'zhongning']);
export type OfficeId = z.infer<typeof OfficeId>;
export const AttachmentId = ulid.brand('AttachmentId');
export type AttachmentId = z.infer<typeof AttachmentId>;
/** Chosen by the sender's device, so that a repeated delivery is recognised. */
export const DeliveryId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand('DeliveryId');
export type DeliveryId = z.infer<typeof DeliveryId>;
/** A follower of the WeChat account: a keyed digest of the platform's name for them, which nobody can turn back. */
export const FollowerId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{32}$/)
  .brand('FollowerId');
export type FollowerId = z.infer<typeof FollowerId>;
export const ReleaseId = ulid.brand('ReleaseId');
export type ReleaseId = z.infer<typeof ReleaseId>;
export const LiveId = ulid.brand('LiveId');
export type LiveId = z.infer<typeof LiveId>;

export const RoomId = ulid.brand('RoomId');
export type RoomId = z.infer<typeof RoomId>;
export const BookingId = ulid.brand('BookingId');
export type BookingId = z.infer<typeof BookingId>;
export const WebhookId = ulid.brand('WebhookId');
export type WebhookId = z.infer<typeof WebhookId>;
export const LenderId = ulid.brand('LenderId');
export type LenderId = z.infer<typeof LenderId>;
export const SheetId = ulid.brand('SheetId');
export type SheetId = z.infer<typeof SheetId>;
