/** The other side of `worker-ticks.ts`. */
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => {
    postMessage('');
  }, data);
});
