/** Finds the one service that a long letter is about, by asking the understanding about the sentences that sound most like the office's business. */
import { services } from '../../guidance/catalogue.ts';
import { NONE } from '../../guidance/understanding/labels.ts';
import type { Understand } from '../../guidance/understanding/understander.ts';
import type { Letter } from './read-letter.ts';

/** A title names the matter more often than a sentence does. */
const TITLE_SAYS = 2;
const MOST_SENTENCES = 2;
const LONGEST_SENTENCE = 60;
/** Of an endless letter only the first sentences are weighed. */
const MOST_WEIGHED = 12;
const SHORTEST_SENTENCE = 6;
/** A service is named when it holds this share of everything that the sentences could mean. */
const CLEAR_FROM = 0.35;

const known = new Set<string>(services.map(({ id }) => id));

/** `leaning`: how much a sentence sounds like the office's business; only the foremost are asked about, which keeps long letters quick. */
export function serviceIn(
  { title = '', body }: Letter,
  understand: Understand,
  leaning: (sentence: string) => number,
): string | undefined {
  const sentences = body
    .split(/[。！？!?；;\n]+/u)
    .map((sentence) => sentence.trim().slice(0, LONGEST_SENTENCE))
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE)
    .slice(0, MOST_WEIGHED);
  const foremost =
    sentences.length <= MOST_SENTENCES
      ? sentences
      : sentences
          .map((text) => ({ text, leans: leaning(text) }))
          .sort((a, b) => b.leans - a.leans)
          .slice(0, MOST_SENTENCES)
          .map(({ text }) => text);
  const pieces = [
    ...(title.trim() === '' ? [] : [{ text: title, says: TITLE_SAYS }]),
    ...foremost.map((text) => ({ text, says: 1 })),
  ];
  const shares = new Map<string, number>();
  let all = 0;
  for (const { text, says } of pieces) {
    // Without commas: a sentence is one matter here, and looking for a second need in it takes several times as long.
    const { decision, candidates } = understand(text.replace(/[，,、：:\s]+/gu, ''));
    if (decision === NONE) continue;
    for (const { label, score } of candidates) {
      all += says * score;
      if (known.has(label)) shares.set(label, (shares.get(label) ?? 0) + says * score);
    }
  }
  const [best] = [...shares].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] / all >= CLEAR_FROM ? best[0] : undefined;
}
