/** Whether two reports of one person are likely about the same thing: the same plate, the same service, or much the same words. */

export type Likeness = { plate?: string | undefined; service?: string | undefined; what: string };

/** Of the shorter text's pairs of characters, so many are in the longer one. */
const ENOUGH = 0.4;

const pairs = (text: string): Set<string> => {
  const letters = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\p{P}\p{S}\s]/gu, ''),
  );
  return new Set(letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`));
};

export function wordsAlike(a: string, b: string): number {
  const [few, many] = [pairs(a), pairs(b)].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size === 0) return 0;
  return [...few].filter((pair) => many.has(pair)).length / few.size;
}

/** A guess shown to the person, who decides. Two different plates are two matters. */
export function looksSame(a: Likeness, b: Likeness): boolean {
  if (a.plate !== undefined && b.plate !== undefined) return a.plate === b.plate;
  if (a.service !== undefined && a.service === b.service) return true;
  return wordsAlike(a.what, b.what) >= ENOUGH;
}
