/** What a paper looks like, so that the page can draw an outline of the same shape over the camera; undefined where there is nothing to photograph. */
import type { ChecklistItem } from '../guidance/checklist.ts';

/** Width by height; a card lies, a page and a booklet stand. */
export const paperShapes = {
  card: { width: 85.6, height: 54 },
  booklet: { width: 125, height: 176 },
  page: { width: 210, height: 297 },
} as const;
export type PaperShape = keyof typeof paperShapes;

const cards = /identity|licence$|licences$/u;
const booklets: readonly string[] = ['registration-certificate', 'both-certificates', 'marriage'];

export function shapeOf({ id, kind }: Pick<ChecklistItem, 'id' | 'kind'>): PaperShape | undefined {
  if (kind !== 'paper') return undefined;
  if (booklets.includes(id)) return 'booklet';
  return cards.test(id) ? 'card' : 'page';
}
