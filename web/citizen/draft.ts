/** The words in the field, kept for this tab: a look at a guide and back does not cost them. */
import { ref, watch } from 'vue';
import { browserStorage } from './connect.ts';

const KEY = 'bancheng:draft';
const box = browserStorage('sessionStorage');

export const draft = ref(box?.getItem(KEY) ?? '');
watch(draft, (words) => {
  try {
    box?.setItem(KEY, words);
  } catch {
    // A full storage costs the copy only.
  }
});
