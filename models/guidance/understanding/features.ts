/** Turns a message into weighted marks: runs of signs, of sounds, and ideas, each with the stretch of text it came from. */
import type { CharacterTables } from './character-tables.ts';
import type { Entity, EntityKind } from './entities.ts';
import { soundsOf, type Lexicon } from './lexicon.ts';
import type { Normalised } from './normalise.ts';

export type Reader = { tables: CharacterTables; lexicon: Lexicon };

/** Parallel rows; `from` and `to` are offsets in the normalised text. */
export type Features = { hash: number[]; weight: number[]; from: number[]; to: number[] };

/** Marks are numbers below 2^22: with some 50,000 in use, one in eighty strangers is mistaken for a known one. */
const HASH_MASK = (1 << 22) - 1;
const SEED = {
  one: 1,
  two: 2,
  three: 3,
  skip: 4,
  sound: 5,
  sounds: 6,
  idea: 7,
  ideas: 8,
  length: 9,
  entity: 10,
} as const;
const WEIGHT = { one: 0.7, skip: 0.6, sound: 0.8, heard: 1, length: 0.5, entity: 0.5 } as const;
const START = 0xe100;
const END = 0xe101;
/** What is one of many (a plate, a number) counts as the same sign each time. */
const MASKED: Partial<Record<EntityKind, number>> = {
  plate: 0xe001,
  'id-number': 0xe002,
  vin: 0xe003,
  phone: 0xe004,
  'credit-code': 0xe005,
};
const LONG_NUMBER = 0xe006;

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x5bd1e995) ^ (hash >>> 15);
const finish = (hash: number): number => {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return ((b ^ (b >>> 16)) >>> 0) & HASH_MASK;
};
export const hashOf = (seed: number, a: number, b = 0, c = 0): number =>
  finish(mix(mix(mix(mix(0x9747b28c, seed), a), b), c));

type Unit = { code: number; sound: number; from: number; to: number };

/** Signs, words of Latin letters and numbers, with a start and an end around every stretch between spaces. */
function unitsOf({ text, from }: Normalised, entities: readonly Entity[], tables: CharacterTables): Unit[][] {
  const stretches: Unit[][] = [];
  let units: Unit[] = [];
  const close = (): void => {
    if (units.length > 0) stretches.push(units);
    units = [];
  };
  for (const match of text.matchAll(/ +|[a-z]+|\d+|./gsu)) {
    const [written] = match;
    const at = { from: match.index, to: match.index + written.length };
    const offset = from[match.index] ?? 0;
    const entity = entities.find(
      ({ kind, start, end }) => MASKED[kind] !== undefined && offset >= start && offset < end,
    );
    const mask = entity ? MASKED[entity.kind] : /^\d{6,}$/.test(written) ? LONG_NUMBER : undefined;
    const last = units.at(-1);
    if (written.startsWith(' ') && mask === undefined) close();
    else if (mask !== undefined) {
      if (last?.code === mask) last.to = at.to;
      else units.push({ code: mask, sound: mask, ...at });
    } else if (written.length === 1) {
      const code = written.charCodeAt(0);
      units.push({ code, sound: tables.sound[code] || code, ...at });
    } else {
      let code = 0;
      for (let i = 0; i < written.length; i++) code = mix(code, written.charCodeAt(i));
      units.push({ code, sound: code, ...at });
    }
  }
  close();
  return stretches;
}

export function featuresOf(normalised: Normalised, entities: readonly Entity[], reader: Reader): Features {
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
  for (const stretch of unitsOf(normalised, entities, reader.tables)) addRuns(stretch, add);
  addIdeas(normalised.text, reader, add);
  for (const { kind } of entities)
    add(hashOf(SEED.entity, kind.length, kind.charCodeAt(0), kind.charCodeAt(2)), WEIGHT.entity, 0, 0);
  const { length } = normalised.text;
  const size = length < 5 ? 0 : length < 10 ? 1 : length < 20 ? 2 : length < 40 ? 3 : 4;
  add(hashOf(SEED.length, size), WEIGHT.length, 0, 0);
  return found;
}

type Add = (hash: number, weight: number, from: number, to: number) => void;

function addRuns(stretch: readonly Unit[], add: Add): void {
  const first = stretch[0];
  const last = stretch.at(-1);
  if (!first || !last) return;
  const units = [
    { code: START, sound: 0, from: first.from, to: first.from },
    ...stretch,
    { code: END, sound: 0, from: last.to, to: last.to },
  ];
  for (let i = 0; i < units.length; i++) {
    const [a, b, c] = [units[i], units[i + 1], units[i + 2]];
    if (!a) break;
    const inside = a.code !== START && a.code !== END;
    if (inside) {
      add(hashOf(SEED.one, a.code), WEIGHT.one, a.from, a.to);
      add(hashOf(SEED.sound, a.sound), WEIGHT.sound, a.from, a.to);
    }
    if (!b) continue;
    add(hashOf(SEED.two, a.code, b.code), 1, a.from, b.to);
    if (inside && b.code !== END) add(hashOf(SEED.sounds, a.sound, b.sound), 1, a.from, b.to);
    if (!c) continue;
    add(hashOf(SEED.three, a.code, b.code, c.code), 1, a.from, c.to);
    add(hashOf(SEED.skip, a.code, c.code), WEIGHT.skip, a.from, c.to);
  }
}

/** Ideas, and pairs of ideas wherever they stand: 驾驶证 … 丢. */
function addIdeas(text: string, { tables, lexicon }: Reader, add: Add): void {
  const found = new Map<number, { weight: number; from: number; to: number }>();
  const sounds = soundsOf(text, tables);
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= Math.min(text.length, from + lexicon.longest); to++) {
      const written = lexicon.written.get(text.slice(from, to));
      const ideas = written ?? (to > from + 1 ? lexicon.heard.get(sounds.slice(from, to)) : undefined);
      if (ideas === undefined) continue;
      const weight = written ? 1 : WEIGHT.heard;
      for (const idea of ideas) if (weight > (found.get(idea)?.weight ?? 0)) found.set(idea, { weight, from, to });
    }
  const ideas = [...found].sort(([a], [b]) => a - b);
  ideas.forEach(([idea, at], i) => {
    add(hashOf(SEED.idea, idea), at.weight, at.from, at.to);
    for (const [other, otherAt] of ideas.slice(i + 1))
      add(hashOf(SEED.ideas, idea, other), Math.min(at.weight, otherAt.weight), at.from, at.to);
  });
}
