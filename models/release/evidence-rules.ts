/** How strict the record of a call is: what counts as a break in it. Configuration, not law. */
import * as z from 'zod';

export const EvidenceRules = z.strictObject({
  /** Between two chunks of a take so much may be missing: an encoder's own rounding. */
  jumpMs: z.int().nonnegative(),
  /** So long may somebody be out of picture and sound while a step of theirs is being done. */
  absentMs: z.int().nonnegative(),
  /** Clocks of the recorder and of the office may differ by so much when a step is laid over the recording. */
  coverMs: z.int().nonnegative(),
});
export type EvidenceRules = z.infer<typeof EvidenceRules>;

/** `example`: not confirmed by any office yet. */
const configured: { rules: EvidenceRules; example: boolean } = {
  rules: { jumpMs: 500, absentMs: 1500, coverMs: 4000 },
  example: true,
};
export const strictness = (): EvidenceRules => configured.rules;

/** No chunk for so long: the light says that nothing is being recorded. */
export const SILENT_MS = 20_000;
/** Seven hours of five-second chunks; a manifest of more would not fit into one item. */
export const MOST_LINES = 5_000;
export const MOST_CHUNK_BYTES = 16 * 1024 * 1024;
export const MOST_SNAPSHOT_BYTES = 8 * 1024 * 1024;
/** What the browsers of officers record; the codecs behind it are told apart by the player. */
export const RecordingMime = z.string().regex(/^video\/(?:webm|mp4)(?:;codecs=[\w.,"-]{1,40})?$/);
export const SnapshotMime = z.enum(['image/jpeg', 'image/png', 'image/webp']);
