/** Lets published corrections speak: a message close to a corrected one is pulled towards what the officers said it means. */
import { findEntities } from './entities.ts';
import { featuresOf, type Features, type Reader } from './features.ts';
import type { Model } from './model.ts';
import { normalise } from './normalise.ts';

export type Correction = { text: string; label: string };

type Known = { label: string; weights: ReadonlyMap<number, number> };

/** Nearness from which a correction is heard at all, and from which it decides. */
const HEARD_FROM = 0.4;
const DECIDES_FROM = 0.8;
/** Marks the model does not know are as rare as marks get. */
const RARITY_OF_STRANGERS = 2.8;

const read = new WeakMap<readonly Correction[], readonly Known[]>();

function weightsOf(features: Features, model: Model): Map<number, number> {
  const weights = new Map<number, number>();
  let squares = 0;
  features.hash.forEach((hash, i) => {
    const place = model.place(hash);
    const weight = (features.weight[i] ?? 0) * (place < 0 ? RARITY_OF_STRANGERS : (model.rarity[place] ?? 0));
    weights.set(hash, weight);
    squares += weight * weight;
  });
  const length = Math.sqrt(squares) || 1;
  for (const [hash, weight] of weights) weights.set(hash, weight / length);
  return weights;
}

/** Each set of corrections is read once and kept as long as the set itself is. */
function knownOf(corrections: readonly Correction[], model: Model, reader: Reader): readonly Known[] {
  const known =
    read.get(corrections) ??
    corrections.map(({ text, label }) => ({
      label,
      weights: weightsOf(featuresOf(normalise(text, reader.tables), findEntities(text), reader), model),
    }));
  read.set(corrections, known);
  return known;
}

/** How strongly (0 to 1) the nearest correction of each label pulls. */
export function pullsOf(
  features: Features,
  corrections: readonly Correction[],
  model: Model,
  reader: Reader,
): ReadonlyMap<string, number> {
  const pulls = new Map<string, number>();
  if (corrections.length === 0) return pulls;
  const own = weightsOf(features, model);
  for (const { label, weights } of knownOf(corrections, model, reader)) {
    let nearness = 0;
    for (const [hash, weight] of weights) nearness += weight * (own.get(hash) ?? 0);
    const pull = Math.min(1, (nearness - HEARD_FROM) / (DECIDES_FROM - HEARD_FROM));
    if (pull > (pulls.get(label) ?? 0)) pulls.set(label, pull);
  }
  return pulls;
}
