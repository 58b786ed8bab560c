/** Measures triage on letters whose right answers are known: how often each answer is right, and as evenly over all answers. */
import type { Triage } from './proposal.ts';

/** `service`: an id of the catalogue, or null where none is meant, which counts as an answer like any other. */
export type LabelledLetter = {
  title: string;
  body: string;
  label: { mine: boolean; window: string; problem: string; service: string | null };
};

type Measured = 'mine' | 'window' | 'problem' | 'service';
export type TriageFigures = { lines: number } & Record<Measured, number> & { macroF1: Record<Measured, number> };

export function figuresOf(letters: readonly (LabelledLetter & { proposed: Triage })[]): TriageFigures {
  const of = (key: Measured): { right: string; said: string }[] =>
    letters.map(({ label, proposed }) => ({ right: String(label[key]), said: String(proposed[key] ?? null) }));
  const answers = { mine: of('mine'), window: of('window'), problem: of('problem'), service: of('service') };
  return {
    lines: letters.length,
    mine: accuracy(answers.mine),
    window: accuracy(answers.window),
    problem: accuracy(answers.problem),
    service: accuracy(answers.service),
    macroF1: {
      mine: macroF1(answers.mine),
      window: macroF1(answers.window),
      problem: macroF1(answers.problem),
      service: macroF1(answers.service),
    },
  };
}

type Answer = { right: string; said: string };

const accuracy = (answers: readonly Answer[]): number =>
  answers.filter(({ right, said }) => right === said).length / Math.max(1, answers.length);

/** The mean, over every answer that was right or was given, of 2·hits / (given + right). */
function macroF1(answers: readonly Answer[]): number {
  const kinds = [...new Set(answers.flatMap(({ right, said }) => [right, said]))];
  const each = kinds.map((kind) => {
    const given = answers.filter(({ said }) => said === kind).length;
    const due = answers.filter(({ right }) => right === kind).length;
    const hits = answers.filter(({ right, said }) => right === kind && said === kind).length;
    return (2 * hits) / (given + due);
  });
  return each.reduce((a, b) => a + b, 0) / Math.max(1, each.length);
}
