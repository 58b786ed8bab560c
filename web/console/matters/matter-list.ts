/** The work list of matters: its views with their counts, filters, and what is chosen for doing together. Always as the office has it. */
import { computed, reactive, ref, watch } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { MatterView } from '../../../models/complaint/requests.ts';
import type { MatterRow } from '../../../models/complaint/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayAct, mayRead } from '../permissions.ts';

type Counts = Record<MatterView, number>;
type Listing = { rows: MatterRow[]; counts: Counts; more: boolean };
type Shelf = { rows: MatterRow[]; more: boolean; status: 'loading' | 'ready' | 'failed'; problem?: Problem };

export function createMatterList(connection: DeskConnection, me: Me) {
  const acts = mayAct(me.role);
  const view = ref<MatterView>(acts ? 'mine' : 'all');
  const filter = reactive({ problem: '', service: '' });
  const counts = ref<Counts>();
  const shelf = reactive<Shelf>({ rows: [], more: false, status: 'loading' });
  const chosen = reactive(new Set<string>());
  const choosing = ref(false);
  let turn = 0;
  let due: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    turn += 1;
    const mine = turn;
    const query = new URLSearchParams({ view: view.value });
    if (filter.problem !== '') query.set('problem', filter.problem);
    if (filter.service !== '') query.set('service', filter.service);
    const answer = await connection.request<Listing>('GET', `/api/matters?${query.toString()}`);
    if (mine !== turn) return;
    if (!answer.ok) {
      if (shelf.status !== 'ready') shelf.status = 'failed';
      shelf.problem = answer.problem;
      return;
    }
    Object.assign(shelf, { rows: answer.value.rows, more: answer.value.more, status: 'ready' });
    delete shelf.problem;
    counts.value = answer.value.counts;
    for (const id of [...chosen]) if (!answer.value.rows.some((row) => row.id === id)) chosen.delete(id);
  }
  /** Many changes at once are one question. */
  const refreshSoon = (): void => {
    due ??= setTimeout(() => {
      due = undefined;
      void refresh();
    }, 250);
  };
  const begin = (): void => {
    Object.assign(shelf, { rows: [], more: false, status: 'loading' });
    chosen.clear();
    void refresh();
  };
  watch(view, begin);
  watch(filter, begin);
  const stop = connection.listen((event) => {
    if (!mayRead(me.role)) return;
    if (event.type === 'refresh' || (event.type === 'matter' && event.office === me.office)) refreshSoon();
  });
  // Time passes on every clock, and a message may get lost on its way.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible' && mayRead(me.role)) void refresh();
  }, 60_000);

  return {
    view,
    filter,
    filters: computed(() => Number(filter.problem !== '') + Number(filter.service !== '')),
    counts,
    shelf,
    chosen,
    choosing,
    refresh,
    refreshSoon,
    /** A row that is newer than the one on screen replaces it at once; the order follows with the next list. */
    replace(row: MatterRow): void {
      const index = shelf.rows.findIndex((r) => r.id === row.id);
      if (index >= 0 && (shelf.rows[index]?.version ?? 0) <= row.version) shelf.rows[index] = row;
    },
    end(): void {
      stop();
      clearTimeout(due);
      clearInterval(safety);
    },
  };
}
