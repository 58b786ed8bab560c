/** Recognises ideas (the licence, a loss, the bank's lien) by any of their words, written right or only sounding right. */
import type { CharacterTables } from './character-tables.ts';
import { conceptWords } from './concepts.ts';
import { normalise } from './normalise.ts';

export type Lexicon = {
  written: Map<string, number[]>;
  heard: Map<string, number[]>;
  longest: number;
};

const SILENT = '\0';

/** How each sign sounds, as one character per sign; silent for signs without a sound. */
export function soundsOf(signs: string, tables: CharacterTables): string {
  let sounds = '';
  for (let i = 0; i < signs.length; i++) sounds += String.fromCharCode(tables.sound[signs.charCodeAt(i)] ?? 0);
  return sounds;
}

/** The words of each idea in plain form. Done once, when the model is built. */
export const plainIdeas = (tables: CharacterTables, words: string = conceptWords): string[][] =>
  words
    .trim()
    .split('\n')
    .map((row) => {
      const ways = row.split(/\s+/).slice(1);
      return ways.map((word) => normalise(word, tables).text.trim()).filter((word) => word !== '');
    });

export function buildLexicon(ideas: readonly (readonly string[])[], tables: CharacterTables): Lexicon {
  const lexicon: Lexicon = { written: new Map(), heard: new Map(), longest: 1 };
  ideas.forEach((words, idea) => {
    for (const word of words) {
      note(lexicon.written, word, idea);
      lexicon.longest = Math.max(lexicon.longest, word.length);
      const sounds = soundsOf(word, tables);
      if (word.length > 1 && !sounds.includes(SILENT)) note(lexicon.heard, sounds, idea);
    }
  });
  return lexicon;
}

function note(table: Map<string, number[]>, key: string, concept: number): void {
  const known = table.get(key);
  if (known === undefined) table.set(key, [concept]);
  else if (!known.includes(concept)) known.push(concept);
}
