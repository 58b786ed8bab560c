/** Measures understanding on lines whose labels are known: how often it is right, and how often it rightly refuses. */
import { NONE } from './labels.ts';
import type { Understand, Understanding } from './understander.ts';

/** `labels`: the best first, then others that are acceptable. */
export type LabelledLine = { text: string; labels: readonly string[] };

/** The first three over lines whose first label is not `none`, `noneRefused` over the others; null where there are no such lines. */
export type Figures = {
  lines: number;
  top1Strict: number | null;
  top1Lenient: number | null;
  top3: number | null;
  noneRefused: number | null;
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const answerOf = ({ decision, candidates }: Pick<Understanding, 'decision' | 'candidates'>): string =>
  decision === NONE ? NONE : (candidates[0]?.label ?? NONE);

export function figuresOf(lines: readonly LabelledLine[], understand: Understand): Figures {
  const judged = lines.map(({ text, labels }) => {
    const understood = understand(text);
    return { labels, answer: answerOf(understood), top: understood.candidates.map(({ label }) => label) };
  });
  const needs = judged.filter(({ labels }) => labels[0] !== NONE);
  const strangers = judged.filter(({ labels }) => labels[0] === NONE);
  return {
    lines: lines.length,
    top1Strict: share(needs.filter(({ labels, answer }) => answer === labels[0]).length, needs.length),
    top1Lenient: share(needs.filter(({ labels, answer }) => labels.includes(answer)).length, needs.length),
    top3: share(needs.filter(({ labels, top }) => top.some((label) => labels.includes(label))).length, needs.length),
    noneRefused: share(strangers.filter(({ answer }) => answer === NONE).length, strangers.length),
  };
}
