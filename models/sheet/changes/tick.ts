/** An officer ticks a paper, and says in a few words what is wrong and where to get it. */
import { done, refused, type Outcome } from '../../outcome.ts';
import { itemOf, stillOpen, type GuidanceSheet, type PaperState } from '../sheet.ts';
import { explanationOf, whereOf, withWords } from '../words.ts';
import { changed, mayChange, touched, type Deed } from './by.ts';

export function tick(sheet: GuidanceSheet, paper: string, state: PaperState, deed: Deed): Outcome<GuidanceSheet> {
  const found = itemOf(sheet, paper);
  if (!found.ok) return found;
  const mine = mayChange(sheet, found.value, deed);
  if (!mine.ok) return mine;
  if (mine.value.state === state) return done(sheet);
  return done(changed(sheet, { ...mine.value, state }, deed, { what: 'paper-ticked', reason: `${paper}:${state}` }));
}

export type Said = { explanation?: string | undefined; where?: string | undefined };

export function explain(sheet: GuidanceSheet, paper: string, said: Said, deed: Deed): Outcome<GuidanceSheet> {
  const found = itemOf(sheet, paper);
  if (!found.ok) return found;
  const mine = mayChange(sheet, found.value, deed);
  if (!mine.ok) return mine;
  const worded = withWords(sheet, { [explanationOf(paper)]: said.explanation, [whereOf(paper)]: said.where });
  return done(changed(worded, mine.value, deed, { what: 'paper-explained', reason: paper }));
}

/** The question itself stands in the talk. */
export function asked(sheet: GuidanceSheet, paper: string, deed: Deed): Outcome<GuidanceSheet> {
  const open = stillOpen(sheet, deed.now);
  if (!open.ok) return open;
  return sheet.items.some((item) => item.paper === paper)
    ? done(touched(sheet, deed, { what: 'paper-asked', reason: paper }))
    : refused('not-found', 'no such paper on this sheet');
}
