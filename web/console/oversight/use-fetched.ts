/** Something the office is asked for: shown as it was last heard, asked for again when the network is back or something happened. */
import { onScopeDispose, reactive, shallowRef, watch } from 'vue';
import type { Problem } from '../desk-requests.ts';
import { useWorkplace } from '../state/workplace.ts';

/** What changed becomes figures a moment later, and many changes at once are one question. */
const SETTLED = 2_500;
const LONG = 3_000;

export function useFetched<T>(path: () => string | undefined) {
  const { connection } = useWorkplace();
  const value = shallowRef<T>();
  const state = reactive<{
    status: 'loading' | 'ready' | 'failed';
    slow: boolean;
    problem: Problem | undefined;
    at: number;
  }>({ status: 'loading', slow: false, problem: undefined, at: 0 });
  let turn = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const asked = path();
    if (asked === undefined) return;
    turn += 1;
    const mine = turn;
    clearTimeout(slow);
    slow = setTimeout(() => (state.slow = true), LONG);
    const answer = await connection.request<T>('GET', asked);
    if (mine !== turn) return;
    clearTimeout(slow);
    state.slow = false;
    if (answer.ok) {
      value.value = answer.value;
      Object.assign(state, { status: 'ready', problem: undefined, at: connection.now() });
    } else Object.assign(state, { status: state.status === 'ready' ? 'ready' : 'failed', problem: answer.problem });
  }
  watch(
    path,
    () => {
      value.value = undefined;
      state.status = 'loading';
      void load();
    },
    { immediate: true },
  );
  const stop = connection.listen((event) => {
    if (event.type === 'refresh') void load();
    else if (event.type === 'matter')
      soon ??= setTimeout(() => {
        soon = undefined;
        void load();
      }, SETTLED);
  });
  onScopeDispose(() => {
    turn += 1;
    stop();
    clearTimeout(soon);
    clearTimeout(slow);
  });
  return { value, state, load };
}
