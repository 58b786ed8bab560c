/** What a notice is about: which record, what befell it, and whom of those who take part it is for. */
import * as z from 'zod';
import { callBackNews } from '../appointment/call-back-news.ts';
import { matterNews } from '../complaint/news.ts';
import { BroadcastId } from '../broadcast/broadcast-id.ts';
import { agentNews } from '../access/agent-news.ts';
import {
  BookingId,
  ComplaintId,
  DeliveryId,
  LenderId,
  LiveId,
  ReleaseId,
  SheetId,
  StaffId,
  WebhookId,
} from '../ids.ts';
import { liveNews } from '../live/news.ts';
import { lenderNewsNames } from '../release/lender-kinds.ts';
import { sheetNews } from '../sheet/news.ts';
import { bookingNews, releaseNews, releaseReaders } from '../release/news.ts';

/** Each kind names its own news; the words are in the phrasebook, the telling in `functions/aftermath/tell`. */
export const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('matter'), id: ComplaintId, to: z.literal('person'), news: z.enum(matterNews) }),
  z.strictObject({ kind: z.literal('lender'), id: LenderId, to: z.literal('contact'), news: z.enum(lenderNewsNames) }),
  z.strictObject({
    kind: z.literal('release'),
    id: ReleaseId,
    to: z.enum(releaseReaders),
    news: z.enum(releaseNews),
  }),
  z.strictObject({
    kind: z.literal('booking'),
    id: BookingId,
    to: z.enum(releaseReaders).exclude(['contact']),
    news: z.enum(bookingNews),
  }),
  z.strictObject({ kind: z.literal('call'), id: BookingId, to: z.literal('person'), news: z.enum(callBackNews) }),
  z.strictObject({ kind: z.literal('sheet'), id: SheetId, to: z.literal('person'), news: z.enum(sheetNews) }),
  z.strictObject({ kind: z.literal('live'), id: LiveId, to: z.literal('person'), news: z.enum(liveNews) }),
  z.strictObject({ kind: z.literal('webhook'), id: WebhookId, to: z.literal('desk'), news: z.literal('given-up') }),
  z.strictObject({
    kind: z.literal('broadcast'),
    id: BroadcastId,
    to: z.literal('desk'),
    news: z.literal('to-approve'),
  }),
  /** `desk`: the managers of the agent's office. */
  z.strictObject({ kind: z.literal('agent'), id: StaffId, to: z.enum(['self', 'desk']), news: z.enum(agentNews) }),
]);
export type About = z.infer<typeof About>;
export type AboutKind = About['kind'];
export type AboutA<Kind extends AboutKind> = Extract<About, { kind: Kind }>;

/** The version of the record in which it happened, and its place among what happened in it. */
export type NoticePlace = { about: Pick<About, 'kind' | 'id' | 'to'>; version: number; index: number };

/** The same for every repeat of the change: `matter-01J…-12-0-person`. A talk's delivery mark and a short message carry it. */
export const noticeId = ({ about, version, index }: NoticePlace): DeliveryId =>
  DeliveryId.parse(`${about.kind}-${about.id}-${String(version)}-${String(index)}-${about.to}`);

/** Undefined for a name that no notice has. */
export function placeOfNotice(
  id: DeliveryId,
): { kind: string; id: string; to: string; version: number; index: number } | undefined {
  const [, kind, of, version, index, to] = /^([a-z]+)-(.+)-(\d+)-(\d+)-([a-z]+)$/u.exec(id) ?? [];
  return kind === undefined || of === undefined || to === undefined
    ? undefined
    : { kind, id: of, to, version: Number(version), index: Number(index) };
}
