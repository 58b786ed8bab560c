/** Which question, if any, still changes the answer for this person: ours first, then the checklist's own. */
import type { Choice, FirstQuestion } from '../../models/guidance/answers/first-question.ts';
import { firstQuestionById, firstQuestionsOf } from '../../models/guidance/answers/first-questions.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { type Answers, type QuestionId, holds, questionIds, questionOf } from '../../models/guidance/questions.ts';

export type AskedQuestion = Pick<FirstQuestion, 'id' | 'ask' | 'choices' | 'age'>;

/** Whose car and who comes is taken from the words, or left to the checklist page: not worth a question in a chat. */
const left: ReadonlySet<QuestionId> = new Set([
  'owner',
  'who',
  'lostOrWorn',
  'mortgaged',
  'lender',
  'newCar',
  'holder',
  'translated',
  'retired',
  'busDriver',
  'numberChanged',
  'heavy',
]);

const ofChecklist = (id: string): AskedQuestion | undefined => {
  const known = questionIds.find((q) => q === id);
  if (known === undefined) return undefined;
  const { zh, en, options } = questionOf(known);
  const [first, second, ...more] = options.map((o): Choice => ({
    value: o.value,
    label: { zh: o.zh, en: o.en },
    words: wordsOf(o.zh),
    answers: { [known]: o.value },
  }));
  return first === undefined || second === undefined
    ? undefined
    : { id, ask: { zh: `${zh}？`, en: `${en}?` }, choices: [first, second, ...more] };
};

const wordsOf = (label: string): string[] => label.split(/[、，或]/).filter((w) => w.length > 1);

export const questionToAsk = (id: string): AskedQuestion | undefined => firstQuestionById(id) ?? ofChecklist(id);

/** Never one that was answered before. */
export function nextQuestion(
  service: string,
  told: Readonly<Record<string, string>>,
  plain: string,
): AskedQuestion | undefined {
  const own = firstQuestionsOf(service).find(
    (q) => told[q.id] === undefined && (q.onlyIf === undefined || q.onlyIf.some((w) => plain.includes(w))),
  );
  if (own !== undefined) return own;
  const guide = serviceById(service);
  const id = guide?.questions.find((q) => !left.has(q) && told[q] === undefined && holds(questionOf(q).when, told));
  return id === undefined ? undefined : ofChecklist(id);
}

/** What the checklist may take from everything that was told, in ours and in its own questions. */
export function answersTold(told: Readonly<Record<string, string>>): Answers {
  const answers: Partial<Record<QuestionId, string>> = {};
  for (const [id, value] of Object.entries(told)) {
    const choice = questionToAsk(id)?.choices.find((c) => c.value === value);
    Object.assign(answers, choice?.answers ?? {});
    const known = questionIds.find((q) => q === id);
    if (known !== undefined) answers[known] = value;
  }
  return answers;
}
