/** A personal field in the clear, for a reason, and masked again after a minute: the desk stands in a public hall. */
import { computed, onUnmounted, ref, watch, type Ref } from 'vue';
import type { Answer } from '../desk-requests.ts';
import { useWorkplace } from '../state/workplace.ts';

const SHOWN = 60_000;

export function useRevealed<Field extends string>(
  ask: (field: Field, reason: string) => Promise<Answer<{ value: string }>>,
) {
  const { now, connection, complain } = useWorkplace();
  const revealed: Ref<{ field: Field; value: string; until: number } | undefined> = ref();
  const secondsLeft = computed(() =>
    revealed.value === undefined ? 0 : Math.ceil((revealed.value.until - now.value) / 1_000),
  );
  watch(secondsLeft, (left) => {
    if (left <= 0) revealed.value = undefined;
  });
  onUnmounted(() => (revealed.value = undefined));
  async function reveal(field: Field, reason: string): Promise<void> {
    const answer = await ask(field, reason);
    if (answer.ok) revealed.value = { field, value: answer.value.value, until: connection.now() + SHOWN };
    else complain(answer.problem);
  }
  return { revealed, secondsLeft, reveal };
}
