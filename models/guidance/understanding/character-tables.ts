/** For each Chinese sign: its simplified form and how it sounds, so that a misheard word is still heard. */

export type CharacterTables = {
  /** By character code; 0 where the sign is already simplified. */
  simplified: Uint16Array;
  /** By character code: the number of its toneless syllable, near sounds (zh/z, n/l, ing/in) sharing one; 0 for none. */
  sound: Uint16Array;
};

/** The syllables that sound alike to a tired ear or a phone's recogniser share one spelling. */
export const nearSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?!g|$)/, 'l')
    .replace(/([ie])ng$/, '$1n');
