/** Before an answer is published: would other people's lines be understood worse with it? */
import { regressionLines } from '../../.build/understanding/regression-lines.ts';
import { understand } from '../../models/guidance/understanding/understand.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import type { Evaluate, Worse } from './knowledge.ts';

type Example = { text: string; label: string };

const examplesOf = (answers: readonly PublishedAnswer[]): Example[] =>
  answers.flatMap(({ questions, label }) => questions.map((text) => ({ text, label })));

function labelOf(text: string, extra: readonly Example[]): string {
  const { decision, candidates } = understand(text, extra);
  return decision === 'none' ? 'none' : (candidates[0]?.label ?? 'none');
}

/** Shares of lines answered right before and after; a line is worse when it was right and no longer is. */
export const evaluateCandidate: Evaluate = (published, candidate) => {
  const now = examplesOf(published);
  const then = [...now, ...examplesOf([candidate])];
  let rightBefore = 0;
  let rightAfter = 0;
  const worse: Worse[] = [];
  for (const { text, label } of regressionLines) {
    const before = labelOf(text, now);
    const after = labelOf(text, then);
    if (before === label) rightBefore += 1;
    if (after === label) rightAfter += 1;
    else if (before === label) worse.push({ text, before, after });
  }
  const lines = Math.max(1, regressionLines.length);
  return { before: rightBefore / lines, after: rightAfter / lines, worse };
};
