/** Learns from example letters what each is about, what went wrong, why, and how urgent it is: one model, four questions. */
import { buildLexicon, plainIdeas } from '../../../guidance/understanding/lexicon.ts';
import type { CharacterTables } from '../../../guidance/understanding/character-tables.ts';
import { pack } from '../../../guidance/understanding/training/pack.ts';
import { seeded } from '../../../guidance/understanding/training/randomness.ts';
import { descend, vectorOf, vocabularyOf } from '../../../guidance/understanding/training/train.ts';
import { cueWords } from '../cues.ts';
import { doorOf, type Topic } from '../doors.ts';
import { allAnswers, headNames, heads, startOf } from '../heads.ts';
import { readLetter, type Letter, type LetterReader } from '../read-letter.ts';
import type { ExampleLetter, Manners } from './letters.ts';

/** Chosen by cross-validation over the example letters. */
const SETTINGS = { epochs: 12, decay: 5e-4 };
/** Weights that, with their mark's rarity, move a score by less than this are not kept: in cross-validation they changed nothing. */
const TOO_LITTLE = 0.3;
const COPIES = 2;
const MOST_ASIDES = 4;

/** Only what is read in letters: the sounds of signs are not needed. */
export const letterTables = ({ simplified }: CharacterTables): CharacterTables => ({
  simplified,
  sound: new Uint16Array(65_536),
});

/** The same letter as somebody wordier would write it, with a greeting, digressions and thanks: none of these may decide anything. */
function wordier(letter: ExampleLetter, { open, close, aside }: Manners, random: () => number): ExampleLetter {
  const one = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const asides = Array.from({ length: Math.floor(random() * (MOST_ASIDES + 1)) }, () => one(aside));
  const before = asides.filter(() => random() < 0.5);
  const after = asides.filter((sentence) => !before.includes(sentence));
  return { ...letter, body: [one(open), ...before, letter.body, ...after, one(close)].join('') };
}

/** A short message and whether it is the vehicle office's matter: what the understanding learns from teaches this, too. */
export type ShortLine = { text: string; office: 'yes' | 'no' };

type Marked = Parameters<typeof vocabularyOf>[0][number];
const officeOf = (topic: Topic): 'yes' | 'no' => (doorOf(topic).kind === 'office' ? 'yes' : 'no');

export function trainTriage(
  letters: readonly ExampleLetter[],
  manners: Manners,
  lines: readonly ShortLine[],
  allTables: CharacterTables,
  haste: 'fast' | 'small' = 'small',
): string {
  const tables = letterTables(allTables);
  const ideas = plainIdeas(tables, cueWords);
  const reader: LetterReader = { tables, lexicon: buildLexicon(ideas, tables) };
  const random = seeded(11);
  const all = [
    ...letters.map((letter) => ({ letter, original: true })),
    ...letters.map((letter) => ({ letter: { ...letter, body: '' }, original: false })),
    ...Array.from({ length: COPIES }, () =>
      letters.map((letter) => ({ letter: wordier(letter, manners, random), original: false })),
    ).flat(),
  ];
  const marksOf = (letter: Letter, original: boolean): Marked => {
    const { hash, weight } = readLetter(letter, reader).features;
    return { original, label: 0, hash: Uint32Array.from(hash), weight: Float32Array.from(weight) };
  };
  const read = all.map(({ letter, original }) => ({ letter, ...marksOf(letter, original) }));
  const short = lines.map(({ text, office }) => ({ office, ...marksOf({ body: text }, true) }));
  const { place, hashes, rarity } = vocabularyOf([...read, ...short]);
  const vectors = [...read, ...short].map(({ hash, weight }) => vectorOf(hash, weight, place, rarity));
  const weights = new Float32Array(hashes.length * allAnswers.length);
  const bias = new Float32Array(allAnswers.length);
  for (const head of headNames) {
    const answers: readonly string[] = heads[head];
    const own = new Float32Array(hashes.length * answers.length);
    const ownBias = new Float32Array(answers.length);
    const examples =
      head === 'office'
        ? [...read.map(({ letter }) => officeOf(letter.topic)), ...short.map(({ office }) => office)]
        : read.map(({ letter }) => letter[head]);
    descend(
      vectors.slice(0, examples.length),
      examples.map((answer) => ({ original: true, label: answers.indexOf(answer) })),
      own,
      ownBias,
      SETTINGS,
    );
    bias.set(ownBias, startOf(head));
    for (let mark = 0; mark < hashes.length; mark++)
      weights.set(
        own.subarray(mark * answers.length, (mark + 1) * answers.length),
        mark * allAnswers.length + startOf(head),
      );
  }
  weights.forEach((weight, i) => {
    const rare = rarity[Math.floor(i / allAnswers.length)] ?? 0;
    if (Math.abs(weight) * rare < TOO_LITTLE) weights[i] = 0;
  });
  return pack(
    { labels: allAnswers, hashes, rarity, weights, bias },
    { temperature: 1, noneShift: 0, answerFrom: 0.5 },
    tables,
    haste,
    ideas,
  );
}
