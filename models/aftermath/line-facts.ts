/** How a record stood before and after a change, as words beside the event in its audit line. */
export type Facts = Record<string, string>;

/** Only these are kept of the time before: they tell where the record stood. */
const standing = ['state', 'owner', 'contact', 'answer', 'rated', 'rectifying', 'asks'] as const;

/** How it stands now, and, with `was.` before the name, how it stood before. */
export function lineFacts(before: Facts | undefined, after: Facts): Facts {
  const was = standing.flatMap((name) => {
    const value = before?.[name];
    return value === undefined ? [] : [[`was.${name}`, value] as const];
  });
  return { ...after, ...Object.fromEntries(was) };
}

export function factsBefore(facts: Facts): Facts | undefined {
  const was = Object.entries(facts).flatMap(([name, value]) =>
    name.startsWith('was.') ? [[name.slice(4), value] as const] : [],
  );
  return was.length === 0 ? undefined : Object.fromEntries(was);
}

const openStates = new Set(['filed', 'accepted', 'assigned', 'working', 'waiting-for-citizen']);
export const isOpenState = (name: string | undefined): boolean => name !== undefined && openStates.has(name);
