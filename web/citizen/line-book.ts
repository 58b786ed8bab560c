/** The lines this page holds, each number once; knows where one is missing. */
import type { CitizenLine } from '../../models/conversation/views.ts';

type LineBook = {
  add(lines: readonly CitizenLine[]): void;
  /** The last number up to which nothing is missing. */
  last(): number;
  /** True if a later line is here, or is known to exist, and one before it is not. */
  isMissing(upTo: number): boolean;
  /** What may be shown: everything before the first gap, in order. */
  shown(): readonly CitizenLine[];
  empty(): void;
};

export function createLineBook(): LineBook {
  const bySeq = new Map<number, CitizenLine>();
  let inOrder: CitizenLine[] = [];
  let highest = 0;
  return {
    add(lines) {
      for (const line of lines) {
        if (!bySeq.has(line.seq)) bySeq.set(line.seq, line);
        highest = Math.max(highest, line.seq);
      }
      const more: CitizenLine[] = [];
      for (let next = bySeq.get(inOrder.length + 1); next; next = bySeq.get(inOrder.length + more.length + 1))
        more.push(next);
      if (more.length > 0) inOrder = [...inOrder, ...more];
    },
    last: () => inOrder.length,
    isMissing: (upTo) => inOrder.length < Math.max(highest, upTo),
    shown: () => inOrder,
    empty() {
      bySeq.clear();
      inOrder = [];
      highest = 0;
    },
  };
}
