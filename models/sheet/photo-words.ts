/** What can be wrong with a photo of a paper: what the page finds by itself, and what an officer finds. Closed lists; the words are in the phrasebook. */
import * as z from 'zod';

/** Found by the page before the photo is sent; the person may send it all the same. */
export const photoFindings = ['blurred', 'glare', 'dark', 'small', 'skewed'] as const;
export const PhotoFinding = z.enum(photoFindings);
export type PhotoFinding = z.infer<typeof PhotoFinding>;

/** `photo`: the same paper, photographed again, will do. `paper`: it is another paper that is needed. */
export const photoDefects = {
  unreadable: 'photo',
  reflecting: 'photo',
  'cut-off': 'photo',
  'side-missing': 'photo',
  'wrong-paper': 'paper',
  expired: 'paper',
  'seal-missing': 'paper',
  differs: 'paper',
  other: 'photo',
} as const;
export const photoDefectNames = [
  'unreadable',
  'reflecting',
  'cut-off',
  'side-missing',
  'wrong-paper',
  'expired',
  'seal-missing',
  'differs',
  'other',
] as const satisfies readonly (keyof typeof photoDefects)[];
export const PhotoDefect = z.enum(photoDefectNames);
export type PhotoDefect = z.infer<typeof PhotoDefect>;

export const isOfPaper = (defects: readonly PhotoDefect[]): boolean => defects.some((d) => photoDefects[d] === 'paper');
