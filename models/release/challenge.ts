/** Movements asked of a person in the call, drawn by chance: a recording made beforehand cannot know them. */
export const movements = [
  'turn-left',
  'turn-right',
  'nod',
  'raise-left-hand',
  'raise-right-hand',
  'document-close',
  'document-tilt',
  'finger-over-document',
  'say-date',
  'say-number',
] as const;
export type Movement = (typeof movements)[number];

/** `random` gives a whole number below its argument. No movement twice, any order. */
export function drawChallenge(many: number, random: (below: number) => number): Movement[] {
  const left: Movement[] = [...movements];
  return Array.from({ length: Math.min(many, left.length) }, () => left.splice(random(left.length), 1)[0]).filter(
    (one) => one !== undefined,
  );
}
