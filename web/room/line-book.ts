/** The lines written beside the video, each once and in order, however they came. */
import type { LineView } from '../../models/room/views.ts';

export type LineBook = {
  add(lines: readonly LineView[]): void;
  /** The last one before the first hole. */
  last(): number;
  highest(): number;
  shown(): readonly LineView[];
};

export function createLineBook(): LineBook {
  const bySeq = new Map<number, LineView>();
  let last = 0;
  let highest = 0;
  let shown: readonly LineView[] = [];
  return {
    add(lines) {
      for (const line of lines) {
        bySeq.set(line.seq, line);
        highest = Math.max(highest, line.seq);
      }
      while (bySeq.has(last + 1)) last += 1;
      shown = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
    },
    last: () => last,
    highest: () => highest,
    shown: () => shown,
  };
}
