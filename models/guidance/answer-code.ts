/** The answers to a checklist's questions as a short code in a link: `o1w0` says the owner is a company and comes in person. */
import { type Answers, type Question, type QuestionId, questionOf } from './questions.ts';
import type { Service } from './service.ts';

type Asking = Service | readonly Service[];

/** The questions of one matter, or of several in one visit, each once. */
const questionsOf = (asking: Asking): Question[] => {
  const services = 'id' in asking ? [asking] : asking;
  return [...new Set(services.flatMap((s) => s.questions))].map(questionOf);
};

/** Only real answers to questions that the service asks; everything else is dropped. */
export function answersAmong(asking: Asking, given: Readonly<Record<string, string | undefined>>): Answers {
  const answers: Partial<Record<QuestionId, string>> = {};
  for (const q of questionsOf(asking)) {
    const value = given[q.id];
    if (value !== undefined && q.options.some((option) => option.value === value)) answers[q.id] = value;
  }
  return answers;
}

export const encodeAnswers = (asking: Asking, answers: Answers): string =>
  questionsOf(asking)
    .flatMap((q) => {
      const index = q.options.findIndex((option) => option.value === answers[q.id]);
      return index < 0 ? [] : [`${q.letter}${String(index)}`];
    })
    .join('');

export function decodeAnswers(asking: Asking, code: string): Answers {
  const answers: Partial<Record<QuestionId, string>> = {};
  for (const q of questionsOf(asking)) {
    const index = new RegExp(`${q.letter}(\\d)`).exec(code)?.[1];
    const option = index === undefined ? undefined : q.options[Number(index)];
    if (option !== undefined) answers[q.id] = option.value;
  }
  return answers;
}

/** From a page's address: a code in `a`, or the fields of the form as a browser without script sends them. */
export const answersFromQuery = (asking: Asking, query: Readonly<Record<string, string | undefined>>): Answers => ({
  ...decodeAnswers(asking, query['a'] ?? ''),
  ...answersAmong(asking, query),
});
