/** Tells colleagues that somebody looks here, and whether they write. One word at a time, so that a later one is never overtaken by an earlier one. */

/** Without a key for so long, somebody no longer writes. */
const STILL_WRITES = 5_000;
/** Who writes on says so again: a colleague may have come only now, and a word may have been lost. */
const SAY_AGAIN = 2_000;

/** `tell` is asked at most once at a time; `every` is how often to say that somebody is still here, in milliseconds. */
export function createPresence(
  tell: (typing: boolean) => Promise<void>,
  now: () => number,
  every: number,
  page: Pick<Document, 'addEventListener' | 'removeEventListener'> = document,
) {
  let typing = false;
  let saidAt = 0;
  let telling = false;
  let again = false;
  let ended = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  async function show(): Promise<void> {
    again = true;
    if (telling) return;
    telling = true;
    while (again && !ended) {
      again = false;
      saidAt = now();
      await tell(typing);
    }
    telling = false;
  }
  const onVisible = (): void => void show();
  page.addEventListener('visibilitychange', onVisible);
  const beat = setInterval(() => void show(), every);

  return {
    show,
    writes(): void {
      clearTimeout(silence);
      silence = setTimeout(() => {
        typing = false;
        void show();
      }, STILL_WRITES);
      if (typing && now() - saidAt < SAY_AGAIN) return;
      typing = true;
      void show();
    },
    end(): void {
      ended = true;
      clearTimeout(silence);
      clearInterval(beat);
      page.removeEventListener('visibilitychange', onVisible);
    },
  };
}
