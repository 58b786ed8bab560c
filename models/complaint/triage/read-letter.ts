/** Turns a letter into marks: runs of signs and ideas, those of its title counted more; each remembers where in the letter it stands. */
import { hashOf, type Features } from '../../guidance/understanding/features.ts';
import type { Lexicon } from '../../guidance/understanding/lexicon.ts';
import type { CharacterTables } from '../../guidance/understanding/character-tables.ts';
import { normalise, type Normalised } from '../../guidance/understanding/normalise.ts';

export type Letter = { title?: string; body: string };
export type LetterReader = { tables: CharacterTables; lexicon: Lexicon };
/** `raw`: title and body as they were written; offsets of `normalised` point into it. */
export type LetterMarks = { raw: string; normalised: Normalised; features: Features };

/** What matters is said early; an endless letter must not keep the others waiting. */
const LONGEST_TITLE = 120;
const LONGEST = 1600;
const SEED = { one: 31, two: 32, three: 33, idea: 34, titleIdea: 35, place: 36 } as const;
const WEIGHT = { one: 0.15, two: 1, three: 1, idea: 2, titleIdea: 2, inTitle: 2.5 } as const;

/** Letters come from forums with masked places, addresses and leftovers of forms. Blanked sign by sign, so that offsets hold. */
const NOISE = /https?:\S+|_x000[dD]_|&[a-z]{2,6};|[A-Z]\d{0,2}(?=[市县区镇乡村州省])|\*{2,}|\d{6,}/g;
/** A board by the road, not a number plate, as which the understanding's plain words would take it. */
const BOARD = /(?<![车挂上])牌子/g;

const blanked = (raw: string): string => raw.replace(NOISE, (noise) => ' '.repeat(noise.length)).replace(BOARD, '标牌');

export function readLetter(letter: Letter, { tables, lexicon }: LetterReader): LetterMarks {
  const head = (letter.title ?? '').trim().slice(0, LONGEST_TITLE);
  const raw = `${head}\n${letter.body.slice(0, LONGEST)}`;
  const normalised = normalise(blanked(raw), tables);
  const found: Features = { hash: [], weight: [], from: [], to: [] };
  const places = new Map<number, number>();
  const add = (hash: number, weight: number, from: number, to: number): void => {
    const place = places.get(hash);
    if (place === undefined) {
      places.set(hash, found.hash.length);
      found.hash.push(hash);
      found.weight.push(weight);
      found.from.push(from);
      found.to.push(to);
    } else if (weight > (found.weight[place] ?? 0)) found.weight[place] = weight;
  };
  const inTitle = (at: number): boolean => (normalised.from[at] ?? 0) < head.length;
  addRuns(normalised.text, inTitle, add);
  addIdeas(normalised.text, lexicon, inTitle, add);
  return { raw, normalised, features: found };
}

type Add = (hash: number, weight: number, from: number, to: number) => void;
const GAP = 32;
const isLatin = (code: number): boolean => code < 128;

function addRuns(text: string, inTitle: (at: number) => boolean, add: Add): void {
  for (let i = 0; i < text.length; i++) {
    const a = text.charCodeAt(i);
    if (a === GAP) continue;
    const more = inTitle(i) ? WEIGHT.inTitle : 1;
    const b = i + 1 < text.length ? text.charCodeAt(i + 1) : GAP;
    if (!isLatin(a)) add(hashOf(SEED.one, a), WEIGHT.one * more, i, i + 1);
    if (b === GAP) continue;
    add(hashOf(SEED.two, a, b), WEIGHT.two * more, i, i + 2);
    const c = i + 2 < text.length ? text.charCodeAt(i + 2) : GAP;
    if (c !== GAP) add(hashOf(SEED.three, a, b, c), WEIGHT.three * more, i, i + 3);
  }
}

function addIdeas(text: string, { written, longest }: Lexicon, inTitle: (at: number) => boolean, add: Add): void {
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to++)
      for (const idea of written.get(text.slice(from, to)) ?? []) {
        add(hashOf(SEED.idea, idea), WEIGHT.idea, from, to);
        if (inTitle(from)) add(hashOf(SEED.titleIdea, idea), WEIGHT.titleIdea, from, to);
      }
}
