/** A photo that a citizen or an officer adds to a talk or a matter, or a lender's paper: announced with its type, size and hash, put into the store by the page itself, then checked. */
import * as z from 'zod';
import { AttachmentId, ComplaintId, ConversationId, ReleaseId, LenderId, SheetId } from '../ids.ts';
import { Instant } from '../time.ts';
import { photoLimits } from './requests.ts';

export const Attachment = z.strictObject({
  id: AttachmentId,
  /** The talk, the matter, the release, the lender or the guidance sheet that it was added to. */
  parent: z.union([ConversationId, ComplaintId, ReleaseId, LenderId, SheetId]),
  mime: z.enum(photoLimits.types),
  bytes: z.int().positive(),
  sha256: z.string(),
  at: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

export interface Attachments {
  save(attachment: Attachment): Promise<void>;
  find(id: AttachmentId): Promise<Attachment | undefined>;
}

/** Where the bytes lie. The page talks to it directly, by addresses that expire and name type, size and hash. */
export interface PhotoStore {
  uploadAddress(attachment: Attachment): Promise<{ url: string; headers: Record<string, string> }>;
  /** Puts what the office itself received; lying there already is as good. */
  put(attachment: Attachment, bytes: Buffer): Promise<void>;
  /** For what the office sends on. */
  read(attachment: Attachment): Promise<Buffer>;
  /** True when the object is there with this size. */
  isThere(attachment: Attachment): Promise<boolean>;
  viewAddress(attachment: Attachment): Promise<string>;
  /** Gone for good; gone already is as good. */
  remove(attachment: Pick<Attachment, 'id' | 'parent'>): Promise<void>;
}
