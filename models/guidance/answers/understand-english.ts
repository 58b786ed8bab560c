/** A small English layer for the commonest matters: keywords and the catalogue's English names, no trained model. */
import { services } from '../catalogue.ts';
import type { Candidate, Understanding } from '../understanding/understand.ts';
import { englishWords } from './english-words.ts';

const stem = (word: string): string => word.replace(/('s|s|ing|ed)$/, '');
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
const small = new Set('a an the of for to and or in on by with at is my your'.split(' '));
const named = services.map((s) => ({
  label: s.id,
  words: new Set(
    wordsOf(s.nameEn)
      .filter((w) => !small.has(w))
      .map(stem),
  ),
}));

/** Entities and refusals come from the ordinary reading; the matter from the words below. */
export function understandEnglish(
  text: string,
  plain: string,
  understand: (text: string) => Understanding,
): Understanding {
  const { entities, refusal } = understand(text);
  const scores = new Map<string, { score: number; because: string[] }>();
  const note = (label: string, score: number, because: string): void => {
    const known = scores.get(label);
    if (known === undefined || known.score < score)
      scores.set(label, { score, because: because === '' ? [] : [because] });
  };
  for (const { label, all, none, score } of englishWords) {
    if (none?.test(plain) === true) continue;
    const found = all.map((pattern) => pattern.exec(plain)?.[0]);
    if (found.every((hit) => hit !== undefined)) note(label, score ?? 0.9, found[0] ?? '');
  }
  const said = new Set(wordsOf(plain).map(stem));
  for (const { label, words } of named) {
    const hits = [...words].filter((w) => said.has(w)).length;
    if (hits >= 2) note(label, 0.35 + 0.45 * (hits / words.size), '');
  }
  const candidates: Candidate[] = [...scores]
    .map(([label, { score, because }]) => ({ label, score, because }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  const best = candidates[0];
  const next = candidates[1];
  const sure = best !== undefined && best.score >= 0.7 && (next === undefined || best.score - next.score >= 0.05);
  const keeps = best === undefined && refusal !== undefined && refusal.kind !== 'unclear' ? { refusal } : {};
  return {
    text: plain,
    entities,
    candidates,
    decision: sure ? 'answer' : best !== undefined ? 'choose' : 'none',
    ...keeps,
  };
}
