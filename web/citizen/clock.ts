/** Time as the page's machinery sees it: passed in, so that tests can turn the hands. */
export type Clock = {
  now(): number;
  /** Runs once after so many milliseconds; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
};

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
