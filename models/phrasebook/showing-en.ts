/** What is said around step cards and marked screenshots, in English. */
import type { Showing } from './showing-zh.ts';

export const showingEn: Showing = {
  pointed: 'I cannot see the place you point at; an officer will look at it and tell you.',
  pointedNoted: 'The officer will see the place you point at.',
  here: 'Follow these steps and tick each one. If you are stuck, press “Stuck” behind that step.',
  stuck: (n) => `Stuck at step ${String(n)}. Send a screenshot of that page and an officer will point at it.`,
  caution: 'Names and places may differ: go by what your phone shows.',
  cautionMachine: 'Names and places may differ: go by what the machine shows.',
  steps: 'Where to tap, step by step',
  screenshot: 'Send a screenshot',
};
