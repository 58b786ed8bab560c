/** Whether the window is of a certain size right now. */
import { onScopeDispose, ref, type Ref } from 'vue';

export function useMedia(query: string): Ref<boolean> {
  const list = window.matchMedia(query);
  const fits = ref(list.matches);
  const change = (): void => {
    fits.value = list.matches;
  };
  list.addEventListener('change', change);
  onScopeDispose(() => {
    list.removeEventListener('change', change);
  });
  return fits;
}
