/** Learns from example lines which marks speak for which label: multinomial logistic regression, always the same for the same lines. */
import { findEntities } from '../entities.ts';
import { featuresOf, type Reader } from '../features.ts';
import { normalise } from '../normalise.ts';
import { STRETCH } from '../model.ts';
import { RARITY_STEPS } from '../stored-model.ts';
import type { Line } from './line.ts';
import { misheard } from './mishear.ts';
import { seeded } from './randomness.ts';

/** Chosen by cross-validation over writers; see the README's figures. */
const EPOCHS = 5;
const RATE = 0.5;
const DECAY = 3e-3;
const COPY_WEIGHT = 1;
const RARE = 2;

/** As trained: every mark has a weight for every label, row by row. */
export type Trained = {
  labels: readonly string[];
  hashes: Uint32Array;
  rarity: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
};

export type Vector = { mark: Int32Array; value: Float32Array };
export type Example = { hash: Uint32Array; weight: Float32Array; label: number; original: boolean };

function read({ text, label }: Line, original: boolean, labels: readonly string[], reader: Reader): Example {
  const found = featuresOf(normalise(text, reader.tables), findEntities(text), reader);
  return {
    hash: Uint32Array.from(found.hash),
    weight: Float32Array.from(found.weight),
    label: labels.indexOf(label),
    original,
  };
}

/** Marks of at least two example lines, in order, with the square root of their rarity. */
export function vocabularyOf(examples: readonly Example[]): {
  place: Map<number, number>;
  hashes: Uint32Array;
  rarity: Float32Array;
} {
  const count = new Map<number, number>();
  const originals = examples.filter(({ original }) => original);
  for (const { hash } of originals) for (const mark of hash) count.set(mark, (count.get(mark) ?? 0) + 1);
  const kept = [...count].filter(([, n]) => n >= RARE).sort(([a], [b]) => a - b);
  return {
    place: new Map(kept.map(([mark], i) => [mark, i])),
    hashes: Uint32Array.from(kept, ([mark]) => mark),
    rarity: Float32Array.from(kept, ([, n]) => quantisedRarity(Math.sqrt(Math.log(1 + originals.length / n)))),
  };
}

/** Training sees rarity in the steps in which it is kept. */
const quantisedRarity = (rarity: number): number => Math.min(255, Math.round(rarity * RARITY_STEPS)) / RARITY_STEPS;

export function train(lines: readonly Line[], labels: readonly string[], common: string, reader: Reader): Trained {
  const examples = [
    ...lines.map((line) => read(line, true, labels, reader)),
    ...misheard(lines, common, reader.tables).map((line) => read(line, false, labels, reader)),
  ];
  const { place, hashes, rarity } = vocabularyOf(examples);
  const vectors = examples.map(({ hash, weight }) => vectorOf(hash, weight, place, rarity));
  const weights = new Float32Array(hashes.length * labels.length);
  const bias = new Float32Array(labels.length);
  descend(vectors, examples, weights, bias);
  return { labels, hashes, rarity, weights, bias };
}

export function vectorOf(
  hash: Uint32Array,
  weight: Float32Array,
  place: Map<number, number>,
  rarity: Float32Array,
): Vector {
  const mark = new Int32Array(hash.length);
  const heavy = new Float64Array(hash.length);
  let [count, squares] = [0, 0];
  for (const [i, one] of hash.entries()) {
    const at = place.get(one);
    if (at === undefined) continue;
    const x = (weight[i] ?? 0) * (rarity[at] ?? 0);
    mark[count] = at;
    heavy[count++] = x;
    squares += x * x;
  }
  const length = Math.sqrt(squares) || 1;
  return {
    mark: mark.slice(0, count),
    value: Float32Array.from(heavy.subarray(0, count), (x) => (x * STRETCH) / length),
  };
}

/** Stochastic gradient descent with a falling rate; marks with next to no error are left alone, which keeps weights few. */
export function descend(
  vectors: readonly Vector[],
  examples: readonly Pick<Example, 'label' | 'original'>[],
  weights: Float32Array,
  bias: Float32Array,
  { epochs, decay } = { epochs: EPOCHS, decay: DECAY },
): void {
  const labels = bias.length;
  const random = seeded(1);
  const order = Int32Array.from(vectors.keys());
  const error = new Float32Array(labels);
  // Few labels are wrong enough to be learned from: they are found once for all marks of a line.
  const wrong = new Int32Array(labels);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const kept = order[i] as number;
      order[i] = order[j] as number;
      order[j] = kept;
    }
    const rate = RATE * (1 - (0.9 * epoch) / epochs);
    for (const index of order) {
      const { mark, value } = vectors[index] as Vector;
      const { label, original } = examples[index] as Example;
      error.set(bias);
      for (let k = 0; k < mark.length; k++) {
        const row = (mark[k] as number) * labels;
        const x = value[k] as number;
        for (let c = 0; c < labels; c++) (error[c] as number) += (weights[row + c] as number) * x;
      }
      toProbabilities(error);
      (error[label] as number) -= 1;
      if (!original) for (let c = 0; c < labels; c++) (error[c] as number) *= COPY_WEIGHT;
      for (let c = 0; c < labels; c++) (bias[c] as number) -= 0.01 * rate * (error[c] as number);
      let count = 0;
      for (let c = 0; c < labels; c++) if (Math.abs(error[c] as number) >= 0.002) wrong[count++] = c;
      for (let k = 0; k < mark.length; k++) {
        const row = (mark[k] as number) * labels;
        const x = value[k] as number;
        for (let n = 0; n < count; n++) {
          const c = wrong[n] as number;
          const at = row + c;
          (weights[at] as number) -= rate * ((error[c] as number) * x + decay * (weights[at] as number));
        }
      }
    }
  }
}

function toProbabilities(scores: Float32Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp((scores[c] as number) - most);
  for (let c = 0; c < scores.length; c++) (scores[c] as number) /= sum;
}
