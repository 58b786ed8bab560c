/** An application comes in: it names its papers, all at once, and has nobody yet. */
import type { ReleaseId } from '../../ids.ts';
import { refused, done, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { requiredPapers } from '../papers.ts';
import { shapeOf, type Paper, type Release } from '../release.ts';

export type Filing = Pick<
  Release,
  | 'office'
  | 'channel'
  | 'language'
  | 'basis'
  | 'sides'
  | 'owner'
  | 'lender'
  | 'mortgagee'
  | 'vehicle'
  | 'certificateWith'
  | 'code'
  | 'notify'
  | 'talk'
> & { papers: readonly Pick<Paper, 'kind' | 'photos'>[] };

export function fileRelease(id: ReleaseId, number: string, filing: Filing, now: Instant): Outcome<Release> {
  if (filing.basis === 'joint' && filing.sides.length !== 2)
    return refused('bad-input', 'owner and lender apply together, unless there is a court document');
  if (filing.basis === 'court-document' && filing.sides.length !== 1)
    return refused('bad-input', 'with a court document one of the two applies alone');
  if (filing.lender === undefined && filing.sides.includes('lender'))
    return refused('bad-input', 'a lender who takes part is enrolled first');
  if (filing.owner.phone === undefined && filing.sides.includes('owner'))
    return refused('bad-input', 'an owner who takes part has a phone');
  const filed: Release = {
    id,
    version: 0,
    number,
    ...filing,
    papers: [],
    filedAt: now,
    lastAt: now,
    touched: 1,
    bookings: [],
    sessions: [],
    ticked: [],
    challenges: [],
    rung: [],
    state: { name: 'applied', at: now },
    history: [{ at: now, what: 'filed', reason: filing.channel }],
  };
  const asked = requiredPapers(shapeOf(filed)).filter(({ from }) => from === 'handed-in');
  const beyond = filing.papers.find(({ kind }) => asked.every((paper) => paper.kind !== kind));
  if (beyond !== undefined) return refused('bad-input', `the law asks for no ${beyond.kind} here`);
  return done({
    ...filed,
    papers: asked.map(({ kind }) => ({ kind, photos: filing.papers.find((p) => p.kind === kind)?.photos ?? [] })),
  });
}
