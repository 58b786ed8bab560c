/** What an officer has typed but not sent, per conversation and tab. Nothing typed is ever lost. */
import { reactive } from 'vue';
import { keep, recall, recallKeys } from './kept.ts';

export type DraftKind = 'reply' | 'note';
type Kept = { text: string; guide?: { id: string; name: string }; at: number };
const FORGET_AFTER = 30 * 24 * 3_600_000;

export function createDrafts(staff: string) {
  const drafts = reactive(new Map<string, Kept>());
  const prefix = `draft.${staff}.`;
  for (const key of recallKeys(prefix)) {
    const kept = recall<Kept | undefined>(key, undefined);
    // A month later nobody sends it any more, and it may hold what a citizen told.
    if (kept === undefined || Date.now() - kept.at > FORGET_AFTER) keep(key, undefined);
    else drafts.set(key.slice(prefix.length), kept);
  }
  const name = (conversation: string, kind: DraftKind): string => `${conversation}.${kind}`;
  function set(conversation: string, kind: DraftKind, to: Omit<Kept, 'at'>): void {
    const key = name(conversation, kind);
    if (to.text === '' && to.guide === undefined) {
      drafts.delete(key);
      keep(prefix + key, undefined);
      return;
    }
    const kept = { ...to, at: Date.now() };
    drafts.set(key, kept);
    keep(prefix + key, kept);
  }
  const get = (conversation: string, kind: DraftKind): Omit<Kept, 'at'> =>
    drafts.get(name(conversation, kind)) ?? { text: '' };
  return {
    get,
    set,
    /** Puts unsent words back before what was typed since. */
    giveBack(conversation: string, kind: DraftKind, unsent: Omit<Kept, 'at'>): void {
      const typed = get(conversation, kind);
      set(conversation, kind, {
        ...unsent,
        ...(typed.guide === undefined ? {} : { guide: typed.guide }),
        text: typed.text === '' || typed.text === unsent.text ? unsent.text : `${unsent.text}\n${typed.text}`,
      });
    },
  };
}
export type Drafts = ReturnType<typeof createDrafts>;
