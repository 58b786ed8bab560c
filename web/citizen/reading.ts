/** Which answer is being read out; at most one. */
import { ref } from 'vue';
import { languageOf } from './card-words.ts';
import { readAloud, stopReading } from './speech.ts';

/** The number of the line. */
export const reading = ref<number>();

export function turnReading(seq: number, text: string): void {
  if (reading.value === seq) {
    stopReading();
    reading.value = undefined;
    return;
  }
  reading.value = seq;
  readAloud(text, languageOf(text), () => {
    if (reading.value === seq) reading.value = undefined;
  });
}
