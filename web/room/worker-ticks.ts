/**
 * Ticks that go on when the officer looks at another tab: a browser slows the timers of pages behind, not those of workers. The next tick is
 * asked for when one is done, and after a rest at least as long as it took: on a slow machine there are fewer, and the page stays free for
 * the officer. Ticks that came by themselves would queue up there until nothing could be pressed.
 */
export function workerTicks(perSecond: number, run: () => void): () => void {
  return paced(new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' }), 1000 / perSecond, run);
}

/** What is used of a worker that waits so many milliseconds as it is told, and answers with the time at which they were over. */
export type TickWorker = {
  onmessage: ((event: MessageEvent<number>) => void) | null;
  postMessage(restMs: number): void;
  terminate(): void;
};

/** No rest is longer: a clock that was set anew must not stop a recording. */
const LONGEST_MS = 1_000;

export function paced(worker: TickWorker, periodMs: number, run: () => void, now = Date.now): () => void {
  worker.onmessage = ({ data: dueAt }) => {
    try {
      run();
    } finally {
      // Counted from when it was due: whatever else kept the page busy is a reason to rest as well. One picture that failed is not the last.
      const took = now() - dueAt;
      worker.postMessage(Math.min(LONGEST_MS, Math.max(periodMs - took, took, 0)));
    }
  };
  worker.postMessage(periodMs);
  return () => {
    worker.terminate();
  };
}
