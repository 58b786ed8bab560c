/** Waits until what a page shows is what it should be; the last disagreement is the failure. */
export async function eventually<T>(look: () => Promise<T>, agree: (now: T) => void, within = 8000): Promise<void> {
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
