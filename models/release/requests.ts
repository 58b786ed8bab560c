/** What may be asked of the “视频办”: by the sides, by officers, by managers. */
import * as z from 'zod';
import { NoticeChoice } from '../aftermath/notice-choice.ts';
import { AttachmentId, DeliveryId, LenderId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { ConversationId } from '../ids.ts';
import { StartUpload } from '../conversation/requests.ts';
import { Phone } from '../complaint/complaint.ts';
import { Instant } from '../time.ts';
import { Basis, Side } from './parties.ts';
import { Defect, PaperKind } from './papers.ts';
import {
  cancelReasons,
  Comparison,
  Eligibility,
  OwnerSide,
  refusalGrounds,
  ReleaseNumber,
  Vehicle,
} from './release.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** An application as it is handed in. `id` is chosen with the draft, so that handing it in twice files it once. */
export const FileRelease = z.strictObject({
  id: ReleaseId,
  office: OfficeId,
  channel: z.enum(['chat', 'wechat', 'form', 'lender', 'counter']),
  language: z.enum(['zh', 'en']),
  basis: Basis,
  sides: z.array(Side).min(1).max(2),
  owner: OwnerSide,
  /** One that is enrolled; only whoever applies alone with a court document may leave it out. */
  lender: LenderId.optional(),
  mortgagee: words(60).optional(),
  vehicle: Vehicle,
  certificateWith: Side,
  notify: z.enum(['chat', 'sms', 'none']),
  talk: ConversationId.optional(),
  papers: z.array(z.strictObject({ kind: PaperKind, photos: z.array(AttachmentId).max(8) })).max(9),
});
export type FileRelease = z.infer<typeof FileRelease>;

/** Number and code from the receipt. */
export const FindRelease = z.strictObject({
  number: ReleaseNumber,
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{8}$/),
});
export type FindRelease = z.infer<typeof FindRelease>;

export const OneRelease = z.strictObject({ id: ReleaseId });
export type OneRelease = z.infer<typeof OneRelease>;
export const releaseViews = ['mine', 'to-check', 'waiting', 'to-finish'] as const;
export const ListReleases = z.strictObject({ view: z.enum(releaseViews) });
export type ListReleases = z.infer<typeof ListReleases>;
export const SearchReleases = z.strictObject({ q: z.string().trim().min(3).max(30) });
export type SearchReleases = z.infer<typeof SearchReleases>;

/** `party:step` as in `steps.ts`. */
export const CellName = z.string().regex(/^[a-z-]+:(?:case|owner|lender)$/);

/** What an officer or a manager does. */
export const ReleaseAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('claim') }),
  z.strictObject({ act: z.literal('transfer'), to: StaffId, reason: words(500) }),
  z.strictObject({
    act: z.literal('check-papers'),
    verdicts: z
      .array(
        z.strictObject({
          kind: PaperKind,
          good: z.boolean(),
          defects: z.array(Defect).max(7).default([]),
          words: z.string().trim().max(500).optional(),
        }),
      )
      .max(9),
  }),
  z.strictObject({ act: z.literal('eligibility'), found: Eligibility.omit({ at: true, by: true }) }),
  z.strictObject({ act: z.literal('open-session'), with: z.array(Side).min(1).max(2) }),
  z.strictObject({ act: z.literal('end-session'), how: z.enum(['done', 'aborted', 'no-show', 'technical']) }),
  /** The step is opened: from now until it is ticked whom it concerns must be in the recording. */
  z.strictObject({ act: z.literal('begin'), cell: CellName }),
  z.strictObject({ act: z.literal('tick'), cell: CellName }),
  z.strictObject({ act: z.literal('untick'), cell: CellName, why: z.enum(['gap', 'doubt']), words: words(500) }),
  z.strictObject({ act: z.literal('challenge'), side: Side }),
  z.strictObject({ act: z.literal('send-code'), side: Side }),
  z.strictObject({ act: z.literal('compare'), comparison: Comparison }),
  z.strictObject({ act: z.literal('approve') }),
  z.strictObject({ act: z.literal('refuse'), ground: z.enum(refusalGrounds), words: words(1000) }),
  z.strictObject({
    act: z.literal('to-counter'),
    why: z.enum(['suspicion', 'technical', 'wish']),
    words: words(1000),
  }),
  z.strictObject({ act: z.literal('register'), serial: words(40) }),
  z.strictObject({ act: z.literal('custody'), way: z.enum(['mail', 'counter']) }),
  z.strictObject({
    act: z.literal('certificate'),
    step: z.enum(['collected', 'annotated', 'sent', 'returned']),
    tracking: words(40).optional(),
  }),
  z.strictObject({ act: z.literal('cancel'), reason: z.enum(cancelReasons), words: words(500) }),
  /** In the owner's name, who was asked first; the link goes to this phone and the phone is not kept. */
  z.strictObject({ act: z.literal('invite-helper'), name: words(40), relation: words(20), phone: Phone }),
  z.strictObject({ act: z.literal('note'), text: words(4000) }),
]);
export type ReleaseAct = z.infer<typeof ReleaseAct>;

/** `seen`: the version on screen; whoever decides has seen what is decided about. */
export const ActOnRelease = z.strictObject({
  id: ReleaseId,
  delivery: DeliveryId,
  seen: z.int().nonnegative(),
  what: ReleaseAct,
});
export type ActOnRelease = z.infer<typeof ActOnRelease>;

/** What a side does with its own release. */
const AddPhotos = z.strictObject({
  act: z.literal('add-photos'),
  kind: PaperKind,
  photos: z.array(AttachmentId).min(1).max(8),
});
const Cancel = z.strictObject({ act: z.literal('cancel') });
export const OwnReleaseAct = z.discriminatedUnion('act', [
  AddPhotos,
  Cancel,
  z.strictObject({ act: z.literal('notices'), choice: NoticeChoice }),
]);
export type OwnReleaseAct = z.infer<typeof OwnReleaseAct>;

/** The code that was sent to the side's own phone, typed during the call. */
export const TypeReleaseCode = z.strictObject({ code: z.string().trim().max(12) });

/** What a lender's agent asks of the own lender's releases. `office`: the agent's own unless told. */
export const ListLenderReleases = z.strictObject({ office: OfficeId.optional(), start: ReleaseId.optional() });
export type ListLenderReleases = z.infer<typeof ListLenderReleases>;
export const TakeRelease = z.strictObject({ id: ReleaseId, delivery: DeliveryId, seen: z.int().nonnegative() });
export type TakeRelease = z.infer<typeof TakeRelease>;

/** What an agent does with a release that they have; taking it back is only for a lender that applies alone. */
export const ActForLender = z.strictObject({
  id: ReleaseId,
  delivery: DeliveryId,
  what: z.discriminatedUnion('act', [AddPhotos, Cancel]),
});
export type ActForLender = z.infer<typeof ActForLender>;
export const AddLenderPaper = StartUpload.extend({ id: ReleaseId });
export type AddLenderPaper = z.infer<typeof AddLenderPaper>;
export const OneLenderPaper = z.strictObject({ id: ReleaseId, photo: AttachmentId });
export type OneLenderPaper = z.infer<typeof OneLenderPaper>;

/** `from`: the time on screen; none where no time was chosen yet. */
export const ChooseLenderTime = z.strictObject({
  id: ReleaseId,
  delivery: DeliveryId,
  from: Instant.optional(),
  start: Instant,
});
export type ChooseLenderTime = z.infer<typeof ChooseLenderTime>;

export const RevealOnRelease = z.strictObject({
  id: ReleaseId,
  field: z.enum(['phone', 'owner', 'proxy']),
  reason: words(300),
});
export type RevealOnRelease = z.infer<typeof RevealOnRelease>;
