/** What somebody drew over a photo of a talk to show where: marks beside the photo, which itself is never changed. */
import * as z from 'zod';
import { AttachmentId, ConversationId, DeliveryId } from '../ids.ts';

/** A drawing fits into one socket frame and one line of the record, however fast somebody scribbles. */
export const drawingLimits = { marks: 30, places: 800, words: 40, stroke: 160, points: 9 } as const;

/** Shares of the picture's width and height, from its upper left corner. */
const Share = z.number().min(0).max(1);
export const At = z.tuple([Share, Share]);
export type At = z.infer<typeof At>;
const Words = z.string().trim().min(1).max(drawingLimits.words);

/** A numbered place; its number is its order among the points. */
const PointMark = z.strictObject({ kind: z.literal('point'), at: At, says: Words.optional() });
export const Mark = z.discriminatedUnion('kind', [
  PointMark,
  z.strictObject({ kind: z.literal('arrow'), from: At, to: At }),
  z.strictObject({ kind: z.literal('box'), from: At, to: At }),
  z.strictObject({ kind: z.literal('circle'), from: At, to: At }),
  z.strictObject({ kind: z.literal('line'), through: z.array(At).min(2).max(drawingLimits.stroke) }),
  z.strictObject({ kind: z.literal('text'), at: At, says: Words }),
]);
export type Mark = z.infer<typeof Mark>;

const placesIn = (mark: Mark): number => (mark.kind === 'line' ? mark.through.length : 2);
export const Marks = z
  .array(Mark)
  .max(drawingLimits.marks)
  .refine((marks) => marks.reduce((sum, mark) => sum + placesIn(mark), 0) <= drawingLimits.places, 'too many places');

const Side = z.int().positive().max(20_000);
export const Drawing = z.strictObject({
  type: z.literal('drawing'),
  /** The photo, and its hash when it was drawn on. */
  on: AttachmentId,
  sha256: z.string().length(44),
  width: Side,
  height: Side,
  marks: Marks.min(1),
  /** Photo and marks as one picture, for readers who have no page. */
  picture: AttachmentId.optional(),
});
export type Drawing = z.infer<typeof Drawing>;

/** 这儿不会: a citizen points at places of their own photo; words they write as words, where they are masked. */
export const Pointing = Drawing.pick({ type: true, on: true, width: true, height: true }).extend({
  marks: z
    .array(PointMark.omit({ says: true }))
    .min(1)
    .max(drawingLimits.points),
});
export type Pointing = z.infer<typeof Pointing>;

/** `seen` is the last line the officer had on screen: a drawing that would cross a colleague's answer is held back. */
export const SendDrawing = Drawing.omit({ type: true, sha256: true }).extend({
  id: ConversationId,
  delivery: DeliveryId,
  seen: z.coerce.number().int().nonnegative(),
});
export type SendDrawing = z.infer<typeof SendDrawing>;

/** While the officer draws: what an open page shows until the drawing is sent. No marks: nothing is shown any more. */
export const ShowDrawing = z.strictObject({
  action: z.literal('draw'),
  ticket: z.string(),
  conversation: ConversationId,
  on: AttachmentId,
  width: Side,
  height: Side,
  marks: Marks,
});
export type ShowDrawing = z.infer<typeof ShowDrawing>;
