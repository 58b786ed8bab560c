/** Ticks that go on when the officer looks at another tab: a browser slows the timers of pages behind, not those of workers. */
export function workerTicks(perSecond: number, run: () => void): () => void {
  const worker = new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = run;
  worker.postMessage(1000 / perSecond);
  return () => {
    worker.terminate();
  };
}
