/** What was done once for one message is answered from memory: a turn that lost a race is run again, and must not do it twice. */

export type Once = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** `what` names the deed with all that it depends on. */
export function remembering(): Once {
  const known = new Map<string, Promise<unknown>>();
  return <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = known.get(what);
    if (before !== undefined) return before as Promise<T>;
    const now = work();
    known.set(what, now);
    return now;
  };
}
