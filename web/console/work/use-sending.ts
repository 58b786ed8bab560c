/** Sends one thing into a talk from a dialog, once however often it is pressed; what would cross a colleague's answer is read first. */
import { ref } from 'vue';
import type { Answer } from '../desk-requests.ts';
import { useWorkplace } from '../state/workplace.ts';

/** `send` gets the name of this delivery: the same as long as nobody knows whether it arrived. `sent` comes once it did. */
export function useSending(send: (delivery: string) => Promise<Answer<unknown>>, sent: () => void) {
  const { complain } = useWorkplace();
  const busy = ref(false);
  const crossed = ref(false);
  let delivery = crypto.randomUUID();
  return {
    busy,
    crossed,
    async press(): Promise<void> {
      if (busy.value) return;
      busy.value = true;
      const answer = await send(delivery);
      busy.value = false;
      if (answer.ok) {
        sent();
        return;
      }
      // Read what came in between, then it may be sent again, as another.
      crossed.value = answer.problem.kind === 'stale';
      if (answer.problem.kind !== 'offline') delivery = crypto.randomUUID();
      if (!crossed.value) complain(answer.problem);
    },
  };
}
