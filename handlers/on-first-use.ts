/** A part that is heavy to load and that most requests of its function never ask. */

/** Whoever is asked through this answers later, so that loading may come before. */
type AnswersLater<T> = { [Name in keyof T]: (...args: never[]) => Promise<unknown> };

/** Stands for the part until it is first asked; it is loaded then, and kept. A loading that failed is tried again. */
export function onFirstUse<T extends AnswersLater<T>>(load: () => Promise<T>): T {
  let loaded: Promise<T> | undefined;
  const part = (): Promise<T> => {
    loaded ??= load();
    loaded.catch(() => (loaded = undefined));
    return loaded;
  };
  return new Proxy({} as T, {
    // Without this exception, whoever awaits the stand-in would take it for a promise.
    get: (_none, name) =>
      name === 'then' ? undefined : async (...args: never[]) => (await part())[name as keyof T](...args),
  });
}
