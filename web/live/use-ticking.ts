/** How long something has lasted, minute and second, by the office's clock. */
import { computed, onScopeDispose, ref, type ComputedRef } from 'vue';

export function useTicking(since: () => string | undefined, aheadMs: () => number): ComputedRef<string> {
  const now = ref(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return computed(() => {
    const from = since();
    if (from === undefined) return '';
    const seconds = Math.max(0, Math.floor((now.value + aheadMs() - Date.parse(from)) / 1000));
    return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  });
}
