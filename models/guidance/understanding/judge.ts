/** Weighs a message: every label with its chance, by the model and by what officers have corrected. */
import { pullsOf, type Correction } from './corrections.ts';
import type { Entity } from './entities.ts';
import { featuresOf, type Features, type Reader } from './features.ts';
import { NONE } from './labels.ts';
import { buildLexicon } from './lexicon.ts';
import { probabilitiesOf, readingOf, scoresOf, type Model, type Reading } from './model.ts';
import { normalise, type Normalised } from './normalise.ts';
import { unpack } from './stored-model.ts';

export type Learned = { model: Model; reader: Reader; none: number };

export function learn(stored: string): Learned {
  const model = unpack(stored);
  const reader = { tables: model.tables, lexicon: buildLexicon(model.ideas, model.tables) };
  return { model, reader, none: model.labels.indexOf(NONE) };
}

export type Judged = { label: string; index: number; score: number };
export type Weighed = { normalised: Normalised; features: Features; reading: Reading; judged: Judged[] };

/** Every label with its chance, in no order. */
export function weigh(
  message: string,
  entities: readonly Entity[],
  corrections: readonly Correction[],
  { model, reader, none }: Learned,
): Weighed {
  const normalised = normalise(message, reader.tables);
  const features = featuresOf(normalised, entities, reader);
  const reading = readingOf(features, model);
  const pulls = pullsOf(features, corrections, model, reader);
  const added = [...pulls.keys()].filter((label) => !model.labels.includes(label));
  const labels = [...model.labels, ...added];
  const scores = scoresOf(reading, model);
  const lowest = scores.reduce((a, b) => Math.min(a, b), Infinity);
  const pulled = pull(Float32Array.from([...scores, ...added.map(() => lowest)]), labels, pulls, model);
  const chances = probabilitiesOf(pulled, model.calibration, none);
  const judged = labels.map((label, index) => ({ label, index, score: chances[index] ?? 0 }));
  return { normalised, features, reading, judged };
}

export const likeliest = (judged: readonly Judged[]): Judged | undefined =>
  judged.reduce<Judged | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  );

/** A correction that decides lifts its label clearly above all others; a fainter one lifts it part of the way. */
function pull(
  scores: Float32Array,
  labels: readonly string[],
  pulls: ReadonlyMap<string, number>,
  { calibration }: Model,
): Float32Array {
  const shiftOf = (label: string): number => (label === NONE ? calibration.noneShift : 0);
  const best = scores.reduce((most, score, i) => Math.max(most, score + shiftOf(labels[i] ?? NONE)), -Infinity);
  for (const [label, strength] of pulls) {
    const at = labels.indexOf(label);
    const goal = best - shiftOf(label) + 4 * calibration.temperature;
    if (goal > (scores[at] ?? 0)) (scores[at] as number) += strength * (goal - (scores[at] ?? 0));
  }
  return scores;
}
