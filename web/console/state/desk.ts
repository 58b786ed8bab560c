/** The work lists: what waits, what is mine, everything, what has ended. Always as the office has them. */
import { computed, reactive, ref, watch } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { DeskList } from '../../../models/conversation/requests.ts';
import type { DeskRow } from '../../../models/conversation/views.ts';
import type { OfficeId } from '../../../models/ids.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { Problem } from '../desk-requests.ts';
import { mayAct } from '../permissions.ts';

type Counts = { waiting: number; mine: number; all: number };
type Listing = { rows: DeskRow[]; counts: Counts; next?: string };
type Shelf = { rows: DeskRow[]; next: string | undefined; status: 'loading' | 'ready' | 'failed'; problem?: Problem };

const emptyShelf = (): Shelf => ({ rows: [], next: undefined, status: 'loading' });

export function createDesk(connection: DeskConnection, me: Me) {
  const acts = mayAct(me.role);
  const list = ref<DeskList>(acts ? 'mine' : 'all');
  const office = ref<OfficeId>(me.office);
  const counts = ref<Counts>();
  const shelves = reactive<Record<DeskList, Shelf>>({
    waiting: emptyShelf(),
    mine: emptyShelf(),
    all: emptyShelf(),
    closed: emptyShelf(),
  });
  const asked: Record<DeskList, number> = { waiting: 0, mine: 0, all: 0, closed: 0 };
  const refreshedAt = ref(0);

  const path = (which: DeskList, cursor?: string): string =>
    `/api/desk?list=${which}&office=${office.value}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;

  /** Asks for as many pages as were on screen, so that nothing jumps away under the reader. */
  async function fetchList(which: DeskList): Promise<void> {
    const turn = ++asked[which];
    const shelf = shelves[which];
    const wanted = shelf.rows.length;
    const rows: DeskRow[] = [];
    let next: string | undefined;
    do {
      const answer = await connection.request<Listing>('GET', path(which, next));
      if (turn !== asked[which]) return;
      if (!answer.ok) {
        if (shelf.status !== 'ready') shelf.status = 'failed';
        shelf.problem = answer.problem;
        return;
      }
      rows.push(...answer.value.rows);
      counts.value = answer.value.counts;
      next = answer.value.next;
    } while (next !== undefined && rows.length < wanted);
    shelf.rows = unique(rows);
    shelf.next = next;
    shelf.status = 'ready';
    delete shelf.problem;
    refreshedAt.value += 1;
  }
  async function more(): Promise<void> {
    const which = list.value;
    const shelf = shelves[which];
    if (shelf.next === undefined) return;
    const turn = asked[which];
    const answer = await connection.request<Listing>('GET', path(which, shelf.next));
    if (!answer.ok || turn !== asked[which]) return;
    shelf.rows = unique([...shelf.rows, ...answer.value.rows]);
    shelf.next = answer.value.next;
  }

  async function refresh(): Promise<void> {
    const which = list.value;
    await Promise.all([fetchList(which), ...(acts && which !== 'mine' ? [fetchList('mine')] : [])]);
    // The empty desk says how long the first in line has waited.
    if (which === 'mine' && shelves.mine.rows.length === 0 && (counts.value?.waiting ?? 0) > 0)
      await fetchList('waiting');
  }

  let due: ReturnType<typeof setTimeout> | undefined;
  /** Many changes at once are one question. */
  const refreshSoon = (): void => {
    due ??= setTimeout(() => {
      due = undefined;
      void refresh();
    }, 250);
  };
  /** A row that is newer than the one on screen replaces it at once; the order follows with the next list. */
  function replace(row: DeskRow): void {
    for (const shelf of Object.values(shelves)) {
      const index = shelf.rows.findIndex((r) => r.id === row.id);
      if (index >= 0 && (shelf.rows[index]?.version ?? 0) <= row.version) shelf.rows[index] = row;
    }
  }
  const stopListening = connection.listen((event) => {
    if (event.type === 'refresh') void refresh();
    else if (event.type === 'desk') {
      if (event.office === office.value) refreshSoon();
    } else if (event.type === 'lines') {
      replace(event.row);
      refreshSoon();
    }
  });
  // A message that got lost on its way is made good within a minute.
  const safety = setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, 60_000);
  watch(office, () => {
    for (const which of Object.keys(shelves) as DeskList[]) Object.assign(shelves[which], emptyShelf());
    counts.value = undefined;
    void refresh();
  });
  watch(list, () => void refresh());

  return {
    list,
    office,
    counts,
    shelves,
    shelf: computed(() => shelves[list.value]),
    refreshedAt,
    refresh,
    refreshSoon,
    replace,
    more,
    end(): void {
      stopListening();
      clearTimeout(due);
      clearInterval(safety);
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;

const unique = (rows: DeskRow[]): DeskRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];
