/** Waits until what a page shows is what it should be; the last disagreement is the failure. */
export async function eventually<T>(look: () => Promise<T>, agree: (now: T) => void, within = 30_000): Promise<void> {
  const until = Date.now() + within;
  for (;;) {
    const now = await look();
    try {
      agree(now);
      return;
    } catch (disagreement) {
      if (Date.now() > until) throw disagreement;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The same for a question with yes or no; also outside of tests. */
export const until = <T>(look: () => Promise<T>, holds: (now: T) => boolean, within = 60_000): Promise<void> =>
  eventually(
    look,
    (now) => {
      if (!holds(now)) throw new Error(`still ${JSON.stringify(now)}`);
    },
    within,
  );
