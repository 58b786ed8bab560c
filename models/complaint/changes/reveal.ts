/** Who sees a number whole: at once the one who has the matter, a manager, and who has to call back; others one field, for a short time, once a manager agreed. */
import { done, refused, type Outcome } from '../../outcome.ts';
import { plus, type Instant } from '../../time.ts';
import { noted, ownerOf, REVEAL_ASKS, type Complaint, type PersonalField, type RevealAsk } from '../complaint.ts';
import { rulesOf } from '../rules.ts';
import type { By } from './by.ts';

export const wholeOf = ({ person, matter }: Complaint, field: PersonalField): string | undefined =>
  ({ phone: person.phone, name: person.name, plate: matter.plate, helper: person.helper?.phone })[field];

/** Contact on the same day would not bear waiting for an approval. */
function seesAtOnce(c: Complaint, by: By): boolean {
  const r = c.rectification;
  const calls = r !== undefined && r.callBack.stoppedAt === undefined && !c.owners.includes(by.id);
  return ownerOf(c)?.id === by.id || by.role === 'manager' || calls;
}

export const waits = ({ decidedAt }: RevealAsk): boolean => decidedAt === undefined;

export const maySeeWhole = (c: Complaint, by: By, field: PersonalField, now: Instant): boolean =>
  seesAtOnce(c, by) ||
  (c.revealAsks ?? []).some((a) => a.by === by.id && a.field === field && a.until !== undefined && now < a.until);

export function askReveal(
  c: Complaint,
  by: By,
  { id, field }: Pick<RevealAsk, 'id' | 'field'>,
  now: Instant,
): Outcome<Complaint> {
  if (wholeOf(c, field) === undefined) return refused('not-found', 'this was not given');
  if (maySeeWhole(c, by, field, now)) return refused('wrong-state', 'you may see it without asking');
  const asks = c.revealAsks ?? [];
  if (asks.some((a) => a.by === by.id && a.field === field && waits(a)))
    return refused('wrong-state', 'you asked already: a manager decides');
  // The oldest that was decided makes room; one that waits is never pushed out.
  const oldest = asks.length < REVEAL_ASKS ? undefined : asks.find((a) => !waits(a));
  const kept = asks.filter((a) => a !== oldest);
  if (kept.length >= REVEAL_ASKS) return refused('too-many', 'too many asks wait for a manager');
  return done(
    noted(
      { ...c, revealAsks: [...kept, { id, field, by: by.id, at: now }] },
      { at: now, what: 'reveal-asked', by: by.id, reason: field },
    ),
  );
}

/** Four eyes: nobody decides about their own, and of two managers the second is told that it was decided. */
export function decideReveal(
  c: Complaint,
  by: By,
  { ask: id, grant }: { ask: string; grant: boolean },
  now: Instant,
): Outcome<Complaint> {
  const ask = c.revealAsks?.find((a) => a.id === id);
  if (ask === undefined) return refused('not-found', 'nobody asks to see this');
  if (ask.by === by.id) return refused('not-allowed', 'a second person decides about seeing it');
  if (!waits(ask)) return refused('stale', 'another manager decided meanwhile');
  const decided: RevealAsk = {
    ...ask,
    decidedAt: now,
    decidedBy: by.id,
    ...(grant ? { until: plus(now, rulesOf(c.office).revealMs) } : {}),
  };
  return done(
    noted(
      { ...c, revealAsks: (c.revealAsks ?? []).map((a) => (a === ask ? decided : a)) },
      { at: now, what: grant ? 'reveal-granted' : 'reveal-refused', by: by.id, reason: ask.field },
    ),
  );
}

/** Whoever gets the matter sees it without asking: what they asked for waits for nobody any more. */
export const withoutAsksOf = (c: Complaint, owner: By['id']): Complaint =>
  c.revealAsks?.some((a) => a.by === owner && waits(a)) === true
    ? { ...c, revealAsks: c.revealAsks.filter((a) => a.by !== owner || !waits(a)) }
    : c;
