/** The other side of `worker-ticks.ts`. */
addEventListener('message', ({ data: restMs }: MessageEvent<number>) => {
  setTimeout(() => {
    postMessage(Date.now());
  }, restMs);
});
