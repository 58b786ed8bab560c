/** What an officer is marking on the person's screenshot at this moment; it goes away when the drawing is sent. */
import type { Drawing } from '../../models/conversation/drawing.ts';

export type LiveDrawing = Pick<Drawing, 'on' | 'width' | 'height' | 'marks'>;

/** Undefined: nothing is being drawn any more. */
export function drawingIn(message: unknown): LiveDrawing | undefined {
  const { on, width, height, marks } = message as Partial<LiveDrawing>;
  if (on === undefined || width === undefined || height === undefined || !Array.isArray(marks)) return undefined;
  return marks.length === 0 ? undefined : { on, width, height, marks };
}
