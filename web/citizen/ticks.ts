/** Which papers a person has ready: ticked on this device only, the same in the talk and beside it. */
import { reactive } from 'vue';

const KEY = 'bancheng:ticks';
/** Old talks' ticks need not be kept for ever. */
const KEPT = 400;

export type Ticks = { has(card: string, item: number): boolean; turn(card: string, item: number): void };

export function createTicks(box: Storage | undefined): Ticks {
  const ticked = reactive(new Set<string>(read(box)));
  const nameOf = (card: string, item: number): string => `${card}#${item}`;
  return {
    has: (card, item) => ticked.has(nameOf(card, item)),
    turn(card, item) {
      const name = nameOf(card, item);
      if (!ticked.delete(name)) ticked.add(name);
      try {
        box?.setItem(KEY, JSON.stringify([...ticked].slice(-KEPT)));
      } catch {
        // Then they last as long as the page.
      }
    },
  };
}

function read(box: Storage | undefined): string[] {
  try {
    const found: unknown = JSON.parse(box?.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
