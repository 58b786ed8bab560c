/** A checklist in its own order: papers to tick, facts beside a word, notes. A word counts until the next one. */
import type { Card } from '../../../models/conversation/content.ts';
import { phrasebook } from '../phrases.ts';

type Item = Card['items'][number];
type Paper = { item: Item; place: number };
type CheckGroup =
  | { kind: 'papers'; label: string | undefined; papers: Paper[] }
  | { kind: 'facts'; items: Item[] }
  | { kind: 'notes'; items: Item[] };

const bring = new Set<string>(Object.values(phrasebook).map((phrases) => phrases.bring));

export function checkGroups(items: readonly Item[]): CheckGroup[] {
  const groups: CheckGroup[] = [];
  /** A list that never says 带什么 is papers throughout. */
  const onlyPapers = !items.some(({ label }) => label !== undefined && bring.has(label));
  let inPapers = onlyPapers;
  let before: string | undefined;
  items.forEach((item, place) => {
    if (item.label !== undefined) {
      before = item.label;
      inPapers = bring.has(item.label);
    } else if (onlyPapers) inPapers = true;
    const last = groups[groups.length - 1];
    if (inPapers && item.unverified !== true) {
      if (last?.kind === 'papers' && item.label === undefined) last.papers.push({ item, place });
      else groups.push({ kind: 'papers', label: item.label, papers: [{ item, place }] });
    } else if (item.label !== undefined || (last?.kind === 'facts' && before !== undefined && follows.has(before))) {
      if (last?.kind === 'facts') last.items.push(item);
      else groups.push({ kind: 'facts', items: [item] });
    } else if (last?.kind === 'notes') last.items.push(item);
    else groups.push({ kind: 'notes', items: [item] });
  });
  return groups;
}

/** Words that several things may follow; after any other a line without a word is a note. */
const follows = new Set<string>(
  Object.values(phrasebook).flatMap((phrases) => [phrases.first, phrases.bring, phrases.where]),
);

export const papersIn = (items: readonly Item[]): Paper[] =>
  checkGroups(items).flatMap((group) => (group.kind === 'papers' ? group.papers : []));
