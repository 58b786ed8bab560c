/** The day on screen: fetched, fetched again now and then, and after every deed. */
import { computed, onScopeDispose, ref, type ComputedRef, type InjectionKey, type Ref, inject, provide } from 'vue';
import type { BookingRow, OfficeDay } from '../../../models/appointment/views.ts';
import { dayOf, instantOf, type Day } from '../../../models/time.ts';
import { useFetched } from '../oversight/use-fetched.ts';
import { useWorkplace } from '../state/workplace.ts';

const AGAIN_MS = 15_000;
/** What people can book here; what is chosen is kept with the page. */
export const dayKinds = ['video-release', 'call-back'] as const;
export type DayKind = (typeof dayKinds)[number];

export function createOfficeDay() {
  const { connection, now, complain, say } = useWorkplace();
  const today = computed(() => dayOf(instantOf(now.value)));
  const kind = ref<DayKind>('video-release');
  const asked = ref<Day>();
  const day = computed(() => asked.value ?? today.value);
  const fetched = useFetched<OfficeDay>(() => `/api/appointments?kind=${kind.value}&day=${day.value}`);
  const busy = ref<string>();
  const again = setInterval(() => {
    if (document.visibilityState === 'visible') void fetched.load();
  }, AGAIN_MS);
  onScopeDispose(() => {
    clearInterval(again);
  });
  /** A press keeps its id until it was answered: what was lost on the way is not done twice. */
  const deliveries = new Map<string, string>();

  /** True when it was done. */
  async function act(row: BookingRow, what: { act: string; [more: string]: unknown }, done: string): Promise<boolean> {
    const key = JSON.stringify([row.id, what]);
    const delivery = deliveries.get(key) ?? crypto.randomUUID();
    deliveries.set(key, delivery);
    busy.value = row.id;
    const answer = await connection.request<BookingRow>('POST', `/api/appointments/${row.id}/acts`, { delivery, what });
    busy.value = undefined;
    if (answer.ok || answer.problem.kind !== 'offline') deliveries.delete(key);
    if (answer.ok) say(done);
    else complain(answer.problem);
    void fetched.load();
    return answer.ok;
  }
  const show = (chosen: Day | undefined): void => {
    asked.value = chosen === today.value ? undefined : chosen;
  };
  return { today, day, kind, show, busy, act, ...fetched };
}
export type OfficeDayState = ReturnType<typeof createOfficeDay> & {
  today: ComputedRef<Day>;
  busy: Ref<string | undefined>;
};

const key: InjectionKey<OfficeDayState> = Symbol('office-day');
export function provideOfficeDay(state: OfficeDayState): void {
  provide(key, state);
}
export function useOfficeDay(): OfficeDayState {
  const state = inject(key);
  if (state === undefined) throw new Error('no day is shown here');
  return state;
}
