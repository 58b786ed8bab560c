/** Where colleagues named me in a note and I have not looked yet; kept in this browser until it is opened. */
import { reactive } from 'vue';
import type { DeskConnection, Mention } from '../desk-connection.ts';
import { keep, recall } from './kept.ts';

/** `tell` says it once, in the page and, if it is hidden, on the desktop. */
export function createMentions(
  staff: string,
  connection: Pick<DeskConnection, 'listen'>,
  how: { isOpen: (mention: Mention) => boolean; tell: (mention: Mention) => void },
) {
  const place = `mentions.${staff}`;
  const waiting = reactive(new Map<string, Mention>(recall<[string, Mention][]>(place, [])));
  const save = (): void => {
    keep(place, waiting.size === 0 ? undefined : [...waiting].slice(-50));
  };
  const stop = connection.listen((event) => {
    if (event.type !== 'mention') return;
    const { type: _type, ...mention } = event;
    how.tell(mention);
    // Whoever has it on screen sees the note come in.
    if (how.isOpen(mention) && document.visibilityState === 'visible') return;
    waiting.set(mention.id, mention);
    save();
  });
  return {
    has: (id: string): boolean => waiting.has(id),
    of: (what: Mention['of']): Mention[] => [...waiting.values()].filter((mention) => mention.of === what),
    opened(id: string | undefined): void {
      if (id !== undefined && waiting.delete(id)) save();
    },
    end: stop,
  };
}
