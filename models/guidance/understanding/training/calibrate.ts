/** Makes scores mean something: fits them to how often they were right on lines the model had not seen. */
import { probabilitiesOf, type Calibration } from '../model.ts';

/** The raw scores of a line that the scoring model had not seen, and its true label. */
export type Unseen = { scores: Float32Array; label: number };

/** Of the answers given without asking back, so many must be right. */
const RIGHT_ANSWERS = 0.97;

export function calibrate(unseen: readonly Unseen[], none: number): Calibration {
  const noneShift = balancedShift(unseen, none);
  const temperature = bestTemperature(unseen, noneShift, none);
  return { noneShift, temperature, answerFrom: answerFrom(unseen, { noneShift, temperature, answerFrom: 1 }, none) };
}

/** Strangers are more varied than any writer thinks of: on lines at hand they are refused this much more surely than needs are met. */
const LEAN = 0.01;

/** The shift at which needs are missed about as rarely as strangers are let in. */
function balancedShift(unseen: readonly Unseen[], none: number): number {
  const judged = unseen.map(({ scores, label }) => {
    const best = indexOfBest(scores, none);
    return { isNone: label === none, right: label === best, margin: (scores[none] ?? 0) - (scores[best] ?? 0) };
  });
  const strangers = judged.filter(({ isNone }) => isNone);
  const needs = judged.filter(({ isNone }) => !isNone);
  let shift = -6;
  for (; shift < 6; shift += 0.05) {
    const refused = strangers.filter(({ margin }) => margin + shift > 0).length / strangers.length;
    const met = needs.filter(({ right, margin }) => right && margin + shift <= 0).length / needs.length;
    if (refused >= met + LEAN) break;
  }
  return Math.round(shift * 100) / 100;
}

function indexOfBest(scores: Float32Array, none: number): number {
  let best = none === 0 ? 1 : 0;
  for (let i = 0; i < scores.length; i++) if (i !== none && (scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
  return best;
}

/** The temperature under which the true labels are least surprising. */
function bestTemperature(unseen: readonly Unseen[], noneShift: number, none: number): number {
  const surprise = (temperature: number): number =>
    unseen.reduce((sum, { scores, label }) => {
      const chance = probabilitiesOf(scores, { temperature, noneShift, answerFrom: 1 }, none)[label] ?? 0;
      return sum - Math.log(Math.max(chance, 1e-6));
    }, 0);
  const steps = Array.from({ length: 30 }, (_, i) => Math.round((0.3 + i * 0.05) * 100) / 100);
  return steps.map((step) => [surprise(step), step] as const).reduce((a, b) => (b[0] < a[0] ? b : a))[1];
}

/** The lowest probability from which answers are right often enough. */
function answerFrom(unseen: readonly Unseen[], calibration: Calibration, none: number): number {
  const judged = unseen.flatMap(({ scores, label }) => {
    const chances = probabilitiesOf(scores, calibration, none);
    const best = chances.reduce((at, chance, i) => (chance > (chances[at] ?? 0) ? i : at), 0);
    return best === none ? [] : [{ right: best === label, chance: chances[best] ?? 0 }];
  });
  judged.sort((a, b) => b.chance - a.chance);
  let right = 0;
  let lowest = 1;
  judged.forEach((one, i) => {
    if (one.right) right++;
    if (right / (i + 1) >= RIGHT_ANSWERS) lowest = one.chance;
  });
  return Math.round(lowest * 1000) / 1000;
}
