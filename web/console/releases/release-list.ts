/** The work list of releases: its views with their counts, always as the office has it. */
import { reactive, ref, watch } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { releaseViews } from '../../../models/release/requests.ts';
import type { ReleaseRow } from '../../../models/release/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayAct, mayRead } from '../permissions.ts';

export type ReleaseView = (typeof releaseViews)[number];
type Counts = Record<ReleaseView, number>;
type Listing = { rows: ReleaseRow[]; counts: Counts; more: boolean };
type Shelf = { rows: ReleaseRow[]; more: boolean; status: 'loading' | 'ready' | 'failed'; problem?: Problem };

export function createReleaseList(connection: DeskConnection, me: Me) {
  const view = ref<ReleaseView>(mayAct(me.role) ? 'mine' : 'to-check');
  const counts = ref<Counts>();
  const shelf = reactive<Shelf>({ rows: [], more: false, status: 'loading' });
  let turn = 0;
  let due: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    turn += 1;
    const mine = turn;
    const answer = await connection.request<Listing>('GET', `/api/releases?view=${view.value}`);
    if (mine !== turn) return;
    if (!answer.ok) {
      if (shelf.status !== 'ready') shelf.status = 'failed';
      shelf.problem = answer.problem;
      return;
    }
    Object.assign(shelf, { rows: answer.value.rows, more: answer.value.more, status: 'ready' });
    delete shelf.problem;
    counts.value = answer.value.counts;
  }
  /** Many changes at once are one question. */
  const refreshSoon = (): void => {
    due ??= setTimeout(() => {
      due = undefined;
      void refresh();
    }, 250);
  };
  const stopView = watch(view, () => {
    Object.assign(shelf, { rows: [], more: false, status: 'loading' });
    void refresh();
  });
  const stop = connection.listen((event) => {
    if (!mayRead(me.role)) return;
    if (event.type === 'refresh' || (event.type === 'release' && event.office === me.office)) refreshSoon();
  });
  // Time passes on every clock, and a message may get lost on its way.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible' && mayRead(me.role)) void refresh();
  }, 60_000);

  return {
    view,
    counts,
    shelf,
    refresh,
    refreshSoon,
    /** A row that is newer than the one on screen replaces it at once; the order follows with the next list. */
    replace(row: ReleaseRow): void {
      const index = shelf.rows.findIndex((r) => r.id === row.id);
      if (index >= 0 && (shelf.rows[index]?.version ?? 0) <= row.version) shelf.rows[index] = row;
    },
    end(): void {
      stop();
      stopView();
      clearTimeout(due);
      clearInterval(safety);
    },
  };
}
