/** What is typed into a matter's forms and not sent: kept in this browser field by field, until it was sent or a month has passed. */
import { computed, reactive, type WritableComputedRef } from 'vue';
import { keep, recall, recallKeys } from '../state/kept.ts';

type Kept = { text: string; at: number };
const FORGET_AFTER = 30 * 24 * 3_600_000;

export function createMatterDrafts(staff: string) {
  const prefix = `matter-draft.${staff}.`;
  const drafts = reactive(new Map<string, Kept>());
  for (const key of recallKeys(prefix)) {
    const kept = recall<Kept | undefined>(key, undefined);
    // A month later nobody sends it any more, and it may hold what a citizen told.
    if (kept === undefined || Date.now() - kept.at > FORGET_AFTER) keep(key, undefined);
    else drafts.set(key.slice(prefix.length), kept);
  }
  function set(matter: string, field: string, text: string): void {
    const key = `${matter}.${field}`;
    if (text === '') {
      drafts.delete(key);
      keep(prefix + key, undefined);
      return;
    }
    const kept = { text, at: Date.now() };
    drafts.set(key, kept);
    keep(prefix + key, kept);
  }
  const get = (matter: string, field: string): string => drafts.get(`${matter}.${field}`)?.text ?? '';
  return {
    get,
    set,
    field: (matter: string, field: string): WritableComputedRef<string> =>
      computed({
        get: () => get(matter, field),
        set: (text) => {
          set(matter, field, text);
        },
      }),
    /** Forgets what was sent: one form's fields, by the beginning of their names. */
    clear(matter: string, form: string): void {
      for (const key of [...drafts.keys()])
        if (key === `${matter}.${form}` || key.startsWith(`${matter}.${form}.`))
          set(matter, key.slice(matter.length + 1), '');
    },
    /** Something is being written in this form. */
    has: (matter: string, form: string): boolean =>
      [...drafts.keys()].some((key) => key.startsWith(`${matter}.${form}.`)),
    /** Something is being written on this matter. */
    writes: (matter: string): boolean => [...drafts.keys()].some((key) => key.startsWith(`${matter}.`)),
  };
}
export type MatterDrafts = ReturnType<typeof createMatterDrafts>;
