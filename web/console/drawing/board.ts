/** Marks being drawn over one photo: each change can be undone, and what is not sent is there again after a reload. */
import { computed, shallowRef } from 'vue';
import { drawingLimits, type At, type Mark } from '../../../models/conversation/drawing.ts';
import { keep, recall } from '../state/kept.ts';

export type Tool = Mark['kind'];
export const tools = ['point', 'arrow', 'box', 'circle', 'line', 'text'] as const satisfies readonly Tool[];
/** A shorter drag was a click. */
const LEAST = 0.012;

const placesIn = (mark: Mark): number => (mark.kind === 'line' ? mark.through.length : 2);

/** What a tool draws between two places; undefined: too small to be anything. */
export function drawn(tool: Tool, through: readonly At[], textFirst: string): Mark | undefined {
  const [from, to] = [through[0], through.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  if (tool === 'point') return { kind: 'point', at: to };
  if (tool === 'text') return { kind: 'text', at: to, says: textFirst };
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) < LEAST && through.length < 4) return undefined;
  return tool === 'line' ? { kind: 'line', through: thinned(through) } : { kind: tool, from, to };
}

/** As many places of a stroke as are kept, evenly taken; its ends stay. */
function thinned(through: readonly At[]): At[] {
  const most = drawingLimits.stroke;
  if (through.length <= most) return [...through];
  return Array.from({ length: most }, (_, i) => through[Math.round((i * (through.length - 1)) / (most - 1))] ?? [0, 0]);
}

/** `place` is where unsent marks are kept: whose, in which talk, on which photo. */
export function createBoard(place: string) {
  const marks = shallowRef<readonly Mark[]>(recall<Mark[]>(place, []));
  const past = shallowRef<(readonly Mark[])[]>([]);
  const future = shallowRef<(readonly Mark[])[]>([]);

  function show(next: readonly Mark[]): void {
    marks.value = next;
    keep(place, next.length === 0 ? undefined : next);
  }
  function change(next: readonly Mark[]): void {
    past.value = [...past.value, marks.value];
    future.value = [];
    show(next);
  }
  const full = computed(
    () =>
      marks.value.length >= drawingLimits.marks ||
      marks.value.reduce((sum, mark) => sum + placesIn(mark), 0) > drawingLimits.places - drawingLimits.stroke,
  );
  return {
    marks,
    full,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    add(mark: Mark): void {
      if (!full.value) change([...marks.value, mark]);
    },
    remove(i: number): void {
      change(marks.value.filter((_, at) => at !== i));
    },
    clear(): void {
      if (marks.value.length > 0) change([]);
    },
    /** Typed words are one change with their mark: nobody undoes letter by letter. */
    say(i: number, says: string): void {
      show(
        marks.value.map((mark, at) => {
          if (at !== i || (mark.kind !== 'point' && mark.kind !== 'text')) return mark;
          const words = says.slice(0, drawingLimits.words);
          if (mark.kind === 'text') return { ...mark, says: words };
          return words.trim() === '' ? { kind: 'point', at: mark.at } : { ...mark, says: words };
        }),
      );
    },
    undo(): void {
      const before = past.value.at(-1);
      if (before === undefined) return;
      past.value = past.value.slice(0, -1);
      future.value = [marks.value, ...future.value];
      show(before);
    },
    redo(): void {
      const next = future.value[0];
      if (next === undefined) return;
      future.value = future.value.slice(1);
      past.value = [...past.value, marks.value];
      show(next);
    },
    /** Sent: nothing of it is left to be sent. */
    done(): void {
      [past.value, future.value] = [[], []];
      show([]);
    },
  };
}
export type Board = ReturnType<typeof createBoard>;
