/** From writers' lines to the shipped model: folds by writer set the calibration, then everything is learned at once. */
import type { CharacterTables } from '../character-tables.ts';
import { findEntities } from '../entities.ts';
import { featuresOf, type Reader } from '../features.ts';
import { NONE } from '../labels.ts';
import { buildLexicon, plainIdeas } from '../lexicon.ts';
import { readingOf, scoresOf } from '../model.ts';
import { normalise } from '../normalise.ts';
import { unpack } from '../stored-model.ts';
import { calibrate, type Unseen } from './calibrate.ts';
import type { Line } from './line.ts';
import { pack } from './pack.ts';
import { train } from './train.ts';

/** One group's lines are never split between learning and checking: a writer's manner must be unseen as well. */
export type Corpus = {
  labels: readonly string[];
  /** By writer. */
  groups: readonly (readonly Line[])[];
  /** Names and aliases of the catalogue, and supplements: always learned from. */
  names: readonly Line[];
  tables: CharacterTables;
  /** Everyday signs that a phone would guess when it mishears. */
  common: string;
};

const FOLDS = 3;
const UNCALIBRATED = { temperature: 1, noneShift: 0, answerFrom: 0.5 } as const;

/** Scores for `tested` by a model that learned only from `learned`, exactly as it would be shipped. */
export function scoresOnUnseen(learned: readonly Line[], tested: readonly Line[], corpus: Corpus): Unseen[] {
  const reader: Reader = { tables: corpus.tables, lexicon: buildLexicon(plainIdeas(corpus.tables), corpus.tables) };
  const model = unpack(
    pack(
      train([...learned, ...corpus.names], corpus.labels, corpus.common, reader),
      UNCALIBRATED,
      corpus.tables,
      'fast',
    ),
  );
  return tested.map(({ text, label }) => ({
    scores: scoresOf(readingOf(featuresOf(normalise(text, corpus.tables), findEntities(text), reader), model), model),
    label: corpus.labels.indexOf(label),
  }));
}

export function buildModel(corpus: Corpus): string {
  const none = corpus.labels.indexOf(NONE);
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = (_group: unknown, i: number): boolean => i % FOLDS === fold;
    const tested = corpus.groups.filter(inFold).flat();
    const learned = corpus.groups.filter((group, i) => !inFold(group, i)).flat();
    return tested.length > 0 && learned.length > 0 ? scoresOnUnseen(learned, tested, corpus) : [];
  }).flat();
  const reader: Reader = { tables: corpus.tables, lexicon: buildLexicon(plainIdeas(corpus.tables), corpus.tables) };
  const trained = train([...corpus.groups.flat(), ...corpus.names], corpus.labels, corpus.common, reader);
  return pack(trained, unseen.length > 0 ? calibrate(unseen, none) : UNCALIBRATED, corpus.tables);
}
