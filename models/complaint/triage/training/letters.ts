/** Example letters, each with what a window officer would note: `topic TAB problem TAB cause TAB urgency TAB service TAB title TAB body`. */
import { CauseCode, ProblemKind, Urgency } from '../../kinds.ts';
import { topics, type Topic } from '../doors.ts';

export type ExampleLetter = {
  topic: Topic;
  problem: ProblemKind;
  cause: CauseCode;
  urgency: Urgency;
  /** An id of the catalogue, or none. */
  service?: string;
  title: string;
  body: string;
};
/** Sentences that say nothing about the matter: how people begin, end and digress. */
export type Manners = { open: string[]; close: string[]; aside: string[] };

/** Throws at the first row that is not as it should be. */
export function lettersOf(file: string): ExampleLetter[] {
  return rowsOf(file).map((row, i) => {
    const [topic = '', problem, cause, urgency, service, title, body, ...more] = row.split('\t');
    const known = topics.find((one) => one === topic);
    if (!known || !service || !title || !body || more.length > 0) throw new Error(`letter ${i + 1} is not complete`);
    return {
      topic: known,
      problem: ProblemKind.parse(problem),
      cause: CauseCode.parse(cause),
      urgency: Urgency.parse(urgency),
      ...(service === '-' ? {} : { service }),
      title,
      body,
    };
  });
}

export function mannersOf(file: string): Manners {
  const rows = rowsOf(file).map((row) => row.split('\t'));
  const of = (kind: string): string[] => rows.filter(([one]) => one === kind).map(([, sentence = '']) => sentence);
  return { open: of('open'), close: of('close'), aside: of('aside') };
}

const rowsOf = (file: string): string[] => file.split(/\r?\n/).filter((row) => row.trim() !== '');
