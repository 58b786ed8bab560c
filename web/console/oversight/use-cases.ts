/** The cases behind a figure, page by page. */
import { reactive, ref, watch } from 'vue';
import type { CasePage } from '../../../models/aftermath/oversight-views.ts';
import type { Problem } from '../desk-requests.ts';
import { useWorkplace } from '../state/workplace.ts';

/** A narrowed list may come in pages with nothing on them; so many are turned without being asked. */
const EMPTY_PAGES = 12;

export function useCases(query: () => string) {
  const { connection } = useWorkplace();
  const rows = ref<CasePage['rows']>([]);
  const names = ref<CasePage['names']>({});
  const next = ref<string>();
  const state = reactive<{
    status: 'loading' | 'ready' | 'failed';
    slow: boolean;
    more: boolean;
    problem: Problem | undefined;
  }>({
    status: 'loading',
    slow: false,
    more: false,
    problem: undefined,
  });
  let turn = 0;

  async function load(): Promise<void> {
    turn += 1;
    const mine = turn;
    let cursor = next.value;
    state.more = rows.value.length > 0;
    for (let page = 0; page < EMPTY_PAGES; page++) {
      const answer = await connection.request<CasePage>(
        'GET',
        `/api/oversight/cases?${query()}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      if (mine !== turn) return;
      state.more = false;
      if (!answer.ok) {
        state.problem = answer.problem;
        if (rows.value.length === 0) state.status = 'failed';
        return;
      }
      Object.assign(names.value, answer.value.names);
      rows.value = [...rows.value, ...answer.value.rows];
      cursor = answer.value.next;
      next.value = cursor;
      if (cursor === undefined || answer.value.rows.length > 0) break;
    }
    Object.assign(state, { status: 'ready', problem: undefined });
  }
  function again(): void {
    rows.value = [];
    next.value = undefined;
    state.status = 'loading';
    void load();
  }
  watch(query, again, { immediate: true });
  return { rows, names, next, state, load, again };
}
