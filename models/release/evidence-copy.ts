/** A copy of a closed record for a court or an auditor: asked for with a reason, packed in the background, handed to whoever asked, gone after a day. */
import * as z from 'zod';
import { DeliveryId, OfficeId, ReleaseId, StaffId } from '../ids.ts';
import { DAY, Instant, MINUTE, plus } from '../time.ts';

export const EvidenceCopy = z.strictObject({
  /** Chosen by the page: asking twice makes one copy. */
  id: DeliveryId,
  release: ReleaseId,
  office: OfficeId,
  by: StaffId,
  at: Instant,
  /** Lies in the store. */
  ready: z.strictObject({ at: Instant, bytes: z.int().positive() }).optional(),
});
export type EvidenceCopy = z.infer<typeof EvidenceCopy>;

/** Packing takes at most a quarter of an hour; what is not there then will not come. */
const PATIENCE_MS = 16 * MINUTE;
const LIVES_MS = DAY;
export const copyEnds = ({ at }: Pick<EvidenceCopy, 'at'>): Instant => plus(at, LIVES_MS);

export const copyState = ({ at, ready }: EvidenceCopy, now: Instant): 'preparing' | 'ready' | 'failed' =>
  ready !== undefined ? 'ready' : now > plus(at, PATIENCE_MS) ? 'failed' : 'preparing';

/** Its name in the store. */
export const copyPlace = ({ office, id, release }: EvidenceCopy): string =>
  `${office}/${id}/${copyName({ release })}.zip`;
export const copyName = ({ release }: Pick<EvidenceCopy, 'release'>): string => `evidence-${release}`;

/** What the page of whoever asked is told; `url` for some minutes. */
export type ShownCopy = { state: ReturnType<typeof copyState>; bytes?: number; url?: string };

export interface EvidenceCopies {
  /** The one that is filed under this name, whoever was first. */
  add(copy: EvidenceCopy): Promise<EvidenceCopy>;
  find(release: ReleaseId, id: DeliveryId): Promise<EvidenceCopy | undefined>;
  /** Once; a second packing of the same copy changes nothing. */
  ready(copy: EvidenceCopy, ready: NonNullable<EvidenceCopy['ready']>): Promise<void>;
}
