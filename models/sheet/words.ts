/** The names under which a sheet keeps what somebody wrote in their own words. */
import type { GuidanceSheet } from './sheet.ts';

export const explanationOf = (paper: string): string => `explain:${paper}`;
export const whereOf = (paper: string): string => `where:${paper}`;
export const aboutPhoto = (photo: string): string => `photo:${photo}`;

/** An empty text takes the words back. */
export function withWords(sheet: GuidanceSheet, said: Record<string, string | undefined>): GuidanceSheet {
  const words = { ...sheet.words };
  for (const [name, text] of Object.entries(said)) {
    if (text === undefined) continue;
    if (text.trim() === '') Reflect.deleteProperty(words, name);
    else words[name] = text.trim();
  }
  return { ...sheet, words };
}
