/** What was learned from example lines, as it is kept while messages are read; and how a message is scored with it. */
import type { CharacterTables } from './character-tables.ts';
import type { Features } from './features.ts';

/** Vectors have this length before scoring: short enough to keep the weights modest, long enough to tell labels apart. */
export const STRETCH = 4;

/** How raw scores become probabilities that hold, and when they are enough. Set on lines that the scoring model had not seen. */
export type Calibration = {
  /** Scores are divided by this. */
  temperature: number;
  /** Added to the score of `none`, so that refusing is neither too easy nor too hard. */
  noneShift: number;
  /** From this probability on one answer is given; below it, a short choice. */
  answerFrom: number;
};

export type Model = {
  labels: readonly string[];
  tables: CharacterTables;
  /** The words of each idea, in plain form. */
  ideas: readonly (readonly string[])[];
  calibration: Calibration;
  bias: Float32Array;
  /** Of each mark in use: how rare it is (square root), and the stretch of `label` and `weight` that is its own. */
  rarity: Float32Array;
  start: Uint32Array;
  label: Uint8Array;
  weight: Float32Array;
  /** Where a mark's number stands; -1 for a stranger. */
  place: (hash: number) => number;
};

/** The marks of a message that the model knows, each with its share of the message. */
export type Reading = { places: number[]; values: number[]; marks: number[] };

export function readingOf(features: Features, model: Model): Reading {
  const reading: Reading = { places: [], values: [], marks: [] };
  let squares = 0;
  features.hash.forEach((hash, mark) => {
    const place = model.place(hash);
    if (place < 0) return;
    const value = (features.weight[mark] ?? 0) * (model.rarity[place] ?? 0);
    squares += value * value;
    reading.places.push(place);
    reading.values.push(value);
    reading.marks.push(mark);
  });
  const scale = squares > 0 ? STRETCH / Math.sqrt(squares) : 0;
  reading.values = reading.values.map((value) => value * scale);
  return reading;
}

/** One raw score per label. */
export function scoresOf({ places, values }: Reading, model: Model): Float32Array {
  const scores = Float32Array.from(model.bias);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    const value = values[i] as number;
    const end = model.start[place + 1] as number;
    for (let at = model.start[place] as number; at < end; at++)
      (scores[model.label[at] as number] as number) += (model.weight[at] as number) * value;
  }
  return scores;
}

/** Raw scores as probabilities that add up to one. */
export function probabilitiesOf(
  scores: Float32Array,
  { temperature, noneShift }: Calibration,
  none: number,
): Float32Array {
  const shifted = scores.map((score, label) => (label === none ? score + noneShift : score) / temperature);
  const most = shifted.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = shifted.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
