/** A work list: its views with their counts, always as the office has it. */
import { reactive, shallowRef, watch, type Ref } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayRead } from '../permissions.ts';

type Row = { id: string; version: number };
type Shelf<R> = { rows: R[]; more: boolean; status: 'loading' | 'ready' | 'failed'; problem?: Problem };

export function createWorkList<R extends Row, View extends string>(
  connection: DeskConnection,
  me: Me,
  /** `event`: what the office calls its changes. */
  of: { event: 'matter' | 'release'; path: (view: View) => string; first: View },
) {
  const view: Ref<View, View> = shallowRef(of.first);
  const counts = shallowRef<Record<View, number>>();
  const shelf = reactive({ rows: [], more: false, status: 'loading' }) as Shelf<R>;
  let turn = 0;
  let due: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    turn += 1;
    const mine = turn;
    const answer = await connection.request<{ rows: R[]; counts: Record<View, number>; more: boolean }>(
      'GET',
      of.path(view.value),
    );
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
  /** Something else is asked for: what was there says nothing about it. */
  const begin = (): void => {
    Object.assign(shelf, { rows: [], more: false, status: 'loading' });
    void refresh();
  };
  const stopView = watch(view, begin);
  const stop = connection.listen((event) => {
    if (!mayRead(me.role)) return;
    if (event.type === 'refresh' || (event.type === of.event && event.office === me.office)) refreshSoon();
  });
  // Time passes on every clock, and a message may get lost on its way.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible' && mayRead(me.role)) void refresh();
  }, 60_000);

  return {
    view,
    counts,
    shelf,
    begin,
    refresh,
    /** A row that is newer than the one on screen replaces it at once; the order follows with the next list. */
    replace(row: R): void {
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
