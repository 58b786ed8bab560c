/** Reads a message with a given model: the service or wish meant, what was named, how sure this is and why. */
import type { Correction } from './corrections.ts';
import { findEntities, type Entity } from './entities.ts';
import { wordsFor } from './explain.ts';
import { learn, likeliest, weigh, type Judged, type Learned } from './judge.ts';
import { NONE } from './labels.ts';
import { barred, refusalOf, type Refusal } from './refusals.ts';
import { twoNeeds } from './two-needs.ts';

/** A service id, `intent:…` or `none`. */
export type Label = string;
export type Candidate = {
  label: Label;
  /** How likely it is that this is meant, 0 to 1, as measured on lines the model had not seen. */
  score: number;
  /** The person's own words that speak for it. */
  because: string[];
};
export type Understanding = {
  /** Normalised. */
  text: string;
  entities: Entity[];
  decision: 'answer' | 'choose' | 'none';
  /** At most three, best first; for `none` what it would have been. */
  candidates: Candidate[];
  /** Another need in the same message. */
  second?: Candidate;
  refusal?: Refusal;
};

/** Nobody's need lies beyond this; an endless message must not keep the others waiting. */
const LONGEST = 1000;
const MOST_CANDIDATES = 3;

export type Understand = (text: string, extra?: readonly Correction[]) => Understanding;

/** Unpacked at the first message, not when the program starts. */
export function understander(stored: string): Understand {
  let learned: Learned | undefined;
  return (text, extra = []) => understandWith((learned ??= learn(stored)), text, extra);
}

function understandWith(known: Learned, text: string, extra: readonly Correction[]): Understanding {
  const message = text.slice(0, LONGEST);
  const entities = findEntities(message);
  const whole = weigh(message, entities, extra, known);
  const candidateOf = ({ label, index, score }: Judged): Candidate => ({
    label,
    score,
    because: wordsFor(
      index,
      message,
      whole.normalised,
      whole.features,
      whole.reading,
      known.model,
      known.reader.lexicon,
    ),
  });
  const offered = whole.judged
    .filter(({ label }) => label !== NONE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES);
  const common = { text: whole.normalised.text.trim(), entities, candidates: offered.map(candidateOf) };
  const refuse = (refusal: Refusal): Understanding => ({ ...common, decision: 'none', refusal });

  const kind = barred(whole.normalised.text);
  if (kind !== undefined) return refuse({ kind });
  const best = likeliest(whole.judged);
  const needs = twoNeeds(message, offered, (half) => weigh(half, findEntities(half), extra, known).judged);
  const meant = best !== undefined && best.label !== NONE && (saysSomething(message, entities) || extra.length > 0);
  if (!meant && !needs?.turned) return refuse(refusalOf(whole.normalised.text));

  const candidates = needs?.turned ? saidFirst(candidateOf(needs.first), common.candidates) : common.candidates;
  const decision = (candidates[0]?.score ?? 0) >= known.model.calibration.answerFrom ? 'answer' : 'choose';
  const second = needs && candidates[0]?.label === needs.first.label ? candidateOf(needs.second) : undefined;
  return { ...common, candidates, decision, ...(second ? { second } : {}) };
}

/** A bare number, plate or date is an answer to a question, not a need. */
const saysSomething = (message: string, entities: readonly Entity[]): boolean =>
  /\p{L}/u.test(
    entities
      .filter(({ kind }) => kind !== 'place')
      .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), message),
  );

/** With “and another thing” the need said first is answered first. */
const saidFirst = (first: Candidate, others: readonly Candidate[]): Candidate[] =>
  [first, ...others.filter(({ label }) => label !== first.label)].slice(0, MOST_CANDIDATES);
