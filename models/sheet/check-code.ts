/** The code under which any window finds what was checked on photos: eight letters that nobody mistakes on the phone, the last one a check. */

/** Without 0 O, 1 I L, 2's Z and V's U: as many as a prime, so that every single slip and every swap of two is noticed. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXY';
const PRIME = ALPHABET.length;
const LENGTH = 8;
/** 8 × 11 = 3 × 29 + 1: undoes the weight of the last letter. */
const LAST_UNDONE = 11;

const weighed = (values: readonly number[]): number =>
  values.reduce((sum, value, i) => (sum + (i + 1) * value) % PRIME, 0);

/** `pick` answers a number from 0 up to, but not, the one it is given. */
export function newCheckCode(pick: (below: number) => number): string {
  const values = Array.from({ length: LENGTH - 1 }, () => pick(PRIME));
  const last = ((PRIME - weighed(values)) * LAST_UNDONE) % PRIME;
  return [...values, last].map((value) => ALPHABET[value] ?? '').join('');
}

/** As it was typed or read out: spaces, dashes, full width and small letters do not matter. Undefined when it cannot be one of ours. */
export function readCheckCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·—–-]/gu, '');
  const values = Array.from(code, (letter) => ALPHABET.indexOf(letter));
  return values.length === LENGTH && !values.includes(-1) && weighed(values) === 0 ? code : undefined;
}

/** 7KM2 P4XQ: in two halves, as people read it out. */
export const spacedCode = (code: string): string => `${code.slice(0, LENGTH / 2)} ${code.slice(LENGTH / 2)}`;
