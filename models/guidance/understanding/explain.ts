/** Finds the person's own words that speak for a label, to say “because you said …”. */
import type { Features } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Model, Reading } from './model.ts';
import type { Normalised } from './normalise.ts';

const MOST = 3;
/** Words weaker than this share of the strongest are not worth naming. */
const WORTH_NAMING = 0.35;
const LONGEST = 8;

/** At most three stretches of the original message, in the order in which they stand there. */
export function wordsFor(
  label: number,
  message: string,
  normalised: Normalised,
  features: Features,
  reading: Reading,
  model: Model,
  lexicon: Lexicon,
): string[] {
  const worth = worthOfSigns(label, normalised.text.length, features, reading, model);
  const stretches = stretchesOf(worth, normalised.text);
  const best = stretches.reduce((most, { sum }) => Math.max(most, sum), 0);
  const named = stretches
    .filter(({ sum }) => sum >= best * WORTH_NAMING)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST)
    .map((stretch) => wholeWords(stretch, normalised.text, lexicon))
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => message.slice(normalised.from[from] ?? 0, normalised.to[to - 1] ?? 0).trim());
  return [...new Set(named)].filter((words) => words !== '');
}

/** Each mark's say is shared among the signs it covers. */
function worthOfSigns(label: number, length: number, features: Features, reading: Reading, model: Model): Float32Array {
  const worth = new Float32Array(length);
  reading.places.forEach((place, i) => {
    const mark = reading.marks[i] ?? 0;
    const [from, to] = [features.from[mark] ?? 0, features.to[mark] ?? 0];
    if (to <= from) return;
    for (let at = model.start[place] ?? 0; at < (model.start[place + 1] ?? 0); at++)
      if (model.label[at] === label)
        for (let sign = from; sign < to; sign++)
          (worth[sign] as number) += ((model.weight[at] ?? 0) * (reading.values[i] ?? 0)) / (to - from);
  });
  return worth;
}

type Stretch = { from: number; to: number; sum: number };

/** Runs of signs that all speak for the label more than the average sign does. */
function stretchesOf(worth: Float32Array, text: string): Stretch[] {
  const speaking = worth.filter((value) => value > 0);
  const enough = speaking.length === 0 ? Infinity : speaking.reduce((a, b) => a + b, 0) / speaking.length / 2;
  const found: Stretch[] = [];
  for (let from = 0; from < worth.length; from++) {
    let to = from;
    let sum = 0;
    while (to < worth.length && to - from < LONGEST && text.charAt(to) !== ' ' && (worth[to] ?? 0) >= enough)
      sum += worth[to++] ?? 0;
    if (to - from >= 2) found.push({ from, to, sum });
    if (to > from) from = to - 1;
  }
  return found;
}

const LONGEST_WORD = 5;
/** Signs that say nothing at the edge of what is quoted. */
const IDLE_START = /^[么把个的了那这给就也都吗呢]+(?=..)/;
const IDLE_END = /(?<=..)[把的给我吗呢]+$/;

/** Quoted words are whole words: a word of the lexicon that the stretch cuts through is taken in, idle signs at its edges are left out. */
function wholeWords(stretch: Stretch, text: string, { written }: Lexicon): Stretch {
  const wordAcross = (edge: number): { from: number; to: number } | undefined => {
    for (let length = LONGEST_WORD; length >= 2; length--)
      for (let from = Math.max(0, edge - length + 1); from < edge; from++)
        if (from + length <= text.length && written.has(text.slice(from, from + length)))
          return { from, to: from + length };
    return undefined;
  };
  const from = wordAcross(stretch.from)?.from ?? stretch.from;
  const to = wordAcross(stretch.to)?.to ?? stretch.to;
  const words = text.slice(from, to + (text.charAt(to) === '了' ? 1 : 0));
  const start = from + (IDLE_START.exec(words)?.[0].length ?? 0);
  return { ...stretch, from: start, to: from + words.length - (IDLE_END.exec(words)?.[0].length ?? 0) };
}
