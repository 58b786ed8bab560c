/** In a row of tabs the arrow keys go round, and the focus goes along. */
import { nextTick, type Ref } from 'vue';

export const turnTabs =
  <Tab>(tabs: () => readonly Tab[], chosen: Ref<Tab>) =>
  (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = tabs();
    const next = all[(all.indexOf(chosen.value) + step + all.length) % all.length];
    if (next === undefined) return;
    chosen.value = next;
    const strip = event.currentTarget as HTMLElement;
    void nextTick(() => strip.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
