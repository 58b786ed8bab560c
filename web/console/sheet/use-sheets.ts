/** The guidance sheets of the open talk, as they stand now, and what an officer does on them. */
import { ulid } from 'ulid';
import { computed, onUnmounted, ref, shallowRef } from 'vue';
import type { ActOnSheet } from '../../../models/sheet/requests.ts';
import type { StaffSheet } from '../../../models/sheet/views.ts';
import { useWorkplace } from '../state/workplace.ts';

type Acts<A = ActOnSheet> = A extends { act: string } ? Omit<A, 'id' | 'delivery' | 'seen'> : never;
export type SheetAct = Acts;

export function useSheets(talk: string) {
  const { connection, complain } = useWorkplace();
  const sheets = shallowRef<readonly StaffSheet[]>([]);
  const status = ref<'loading' | 'ready' | 'failed'>('loading');
  const chosen = ref<string>();
  const busy = ref(false);
  let closed = false;

  /** Answers and news overtake each other; the newest counts. */
  function take(sheet: StaffSheet): void {
    const known = sheets.value.find(({ id }) => id === sheet.id);
    if (known !== undefined && known.version > sheet.version) return;
    sheets.value =
      known === undefined ? [...sheets.value, sheet] : sheets.value.map((one) => (one === known ? sheet : one));
  }
  async function load(): Promise<void> {
    const answer = await connection.request<{ sheets: StaffSheet[] }>('GET', `/api/sheets?conversation=${talk}`);
    if (closed) return;
    if (answer.ok) for (const sheet of answer.value.sheets) take(sheet);
    if (answer.ok || status.value === 'loading') status.value = answer.ok ? 'ready' : 'failed';
  }
  const stop = connection.listen((event) => {
    if (event.type === 'sheet' && event.id === talk) take(event.sheet);
    else if (event.type === 'refresh') void load();
  });
  onUnmounted(() => {
    closed = true;
    stop();
  });
  void load();

  /** One that is over makes room for a newer one. */
  const current = computed(
    () =>
      sheets.value.find(({ id }) => id === chosen.value) ??
      sheets.value.findLast(({ state }) => state === 'open' || state === 'handed-over') ??
      sheets.value.at(-1),
  );

  async function post(path: string, body: object): Promise<boolean> {
    busy.value = true;
    const answer = await connection.request<{ sheet: StaffSheet }>('POST', path, body);
    busy.value = false;
    if (closed) return false;
    if (answer.ok) {
      take(answer.value.sheet);
      return true;
    }
    complain(answer.problem);
    if (answer.problem.kind === 'stale' || answer.problem.kind === 'wrong-state') void load();
    return false;
  }

  return {
    sheets,
    status,
    current,
    chosen,
    busy,
    load,
    async begin(service: string): Promise<boolean> {
      const begun = await post('/api/sheets', { id: ulid(), conversation: talk, service });
      chosen.value = undefined;
      return begun;
    },
    act: (sheet: StaffSheet, what: SheetAct): Promise<boolean> =>
      post(`/api/sheets/${sheet.id}/acts`, { ...what, seen: sheet.version, delivery: crypto.randomUUID() }),
  };
}
