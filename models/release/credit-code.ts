/** The unified credit code of a body, eighteen characters (GB 32100). A doubt warns and never refuses: real codes exist whose check digit fails. */

/** No I, O, S, V, Z: the place of a character here is its value. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = new RegExp(`^[${characters}]{2}\\d{6}[${characters}]{10}$`, 'u');

export const creditCodeDoubts = ['shape', 'check-digit'] as const;
export type CreditCodeDoubt = (typeof creditCodeDoubts)[number];

/** However it was typed or copied: full width, small letters, blanks and hyphens between. */
export const tidyCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u00AD\u200B-\u200D\uFEFF-]/gu, '');

/** The last character that the first seventeen ask for; undefined when one of them cannot stand in a code. */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = characters.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31];
}

/** Expects a tidied code. */
export function creditCodeDoubt(code: string): CreditCodeDoubt | undefined {
  if (!shape.test(code)) return 'shape';
  return creditCodeCheck(code.slice(0, 17)) === code[17] ? undefined : 'check-digit';
}
