/** The one question that changes the answer, and what each reply to it means; asked after the answer, never before it. */
import type { Answers } from '../questions.ts';
import type { Text } from '../service.ts';

export type Choice = {
  value: string;
  label: Text;
  /** Words that mean this choice when the person does not tap: compared with the normalised message. */
  words: readonly string[];
  /** What this choice means, said first. */
  say?: Text;
  /** Another matter that it really is. */
  instead?: string;
  /** Several matters in this order: first this, then that. */
  steps?: readonly string[];
  /** What it answers in the checklist. */
  answers?: Answers;
  /** False: no list of papers, because this way is not open; `next` says which is. */
  list?: false;
  next?: readonly string[];
  /** Lines under the list. */
  notes?: readonly Text[];
  /** Rule articles for this choice, instead of the guide's. */
  cites?: readonly (readonly [string, ...number[]])[];
};

export type FirstQuestion = {
  id: string;
  of: readonly string[];
  ask: Text;
  choices: readonly [Choice, Choice, ...Choice[]];
  /** A number of years decides: below `limit` the first choice, from it on the second. */
  age?: { limit: number };
  /** Asked of everybody, or only of people who said these words. */
  onlyIf?: readonly string[];
};
