/** Why no code was sent, as a word in the address; the sentence is the phrasebook's. */
import { refusalSentence } from '../../../models/phrasebook/refusals.ts';
import type { PageContext } from '../guide-pages/context.ts';

const unsent = {
  wait: 'phone codes come a minute apart',
  day: 'no more phone codes today',
  place: 'too many phone codes from one place',
  failed: 'phone code was not sent',
} as const;

export const unsentWord = (why: string): string =>
  Object.entries(unsent).find(([, detail]) => detail === why)?.[0] ?? 'failed';

export function unsentSentence(page: PageContext, word: string | undefined): string | undefined {
  const detail = Object.entries(unsent).find(([known]) => known === word)?.[1];
  return detail === undefined ? undefined : refusalSentence({ kind: 'too-many', detail }, page.lang);
}
