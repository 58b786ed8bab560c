/** One clock for the whole page, corrected by the server's time. */
import { ref, type Ref } from 'vue';
import type { DeskConnection } from '../desk-connection.ts';

export function createTicking(connection: DeskConnection): Ref<number> {
  const now = ref(connection.now());
  setInterval(() => {
    now.value = connection.now();
  }, 1_000);
  return now;
}
