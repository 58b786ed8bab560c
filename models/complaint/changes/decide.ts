/** A person decides what becomes of a matter: taken on, or declined with rule, reasons and the right door, agreed by a second one. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import type { Decline } from '../answer.ts';
import { noted, type Complaint } from '../complaint.ts';
import type { CauseCode, ProblemKind, Urgency } from '../kinds.ts';
import { rulesOf } from '../rules.ts';
import { contacted, held, type By } from './by.ts';
import { takenBy } from './hand.ts';

export type Decision = { problem: ProblemKind; urgency: Urgency; cause?: CauseCode; service?: string };

/** Sorts a matter; cause and service stay as they were unless named. The answer's clock keeps its start and takes the rule of the urgency. */
export function sort(c: Complaint, by: By, decision: Decision, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'filed') {
    const mine = held(c, by);
    if (!mine.ok && c.state.name !== 'accepted') return mine;
  }
  if (['resolved', 'confirmed', 'closed', 'declined', 'withdrawn', 'merged'].includes(c.state.name))
    return refused('wrong-state', `a matter that is ${c.state.name} is sorted already`);
  const { problem, urgency, cause, service } = decision;
  const rule = rulesOf(c.office).answer[urgency];
  return done(
    noted(
      {
        ...c,
        problem,
        urgency,
        ...(cause === undefined ? {} : { cause }),
        ...(service === undefined ? {} : { service }),
        answerBy: { ...c.answerBy, rule },
        triagedBy: by.id,
      },
      { at: now, what: 'triaged', by: by.id, reason: urgency },
    ),
  );
}

/** `take`: whoever takes the matter on also handles it. */
export function accept(c: Complaint, by: By, decision: Decision, take: boolean, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'filed') return refused('wrong-state', `a matter that is ${c.state.name} was decided already`);
  const sorted = sort(c, by, decision, now);
  if (!sorted.ok) return sorted;
  const { declineAsked: _asked, ...rest } = sorted.value;
  const accepted = noted({ ...rest, state: { name: 'accepted', at: now } }, { at: now, what: 'accepted', by: by.id });
  return done(take ? takenBy(accepted, by, 'working', now, 'claimed') : accepted);
}

export function askDecline(c: Complaint, by: By, decline: Decline, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'filed' && c.state.name !== 'accepted') {
    if (c.state.name !== 'assigned' && c.state.name !== 'working')
      return refused('wrong-state', `a matter that is ${c.state.name} cannot be declined`);
    const mine = held(c, by);
    if (!mine.ok) return mine;
  }
  return done(
    noted(
      { ...c, declineAsked: { by: by.id, at: now, decline } },
      {
        at: now,
        what: 'decline-asked',
        by: by.id,
        reason: decline.kind,
      },
    ),
  );
}

/** Two people decline a matter, never one (features: four eyes). Being told everything at once is the first contact. */
export function decideDecline(c: Complaint, by: By, agree: boolean, now: Instant): Outcome<Complaint> {
  const asked = c.declineAsked;
  if (asked === undefined) return refused('wrong-state', 'nobody asked to decline this matter');
  if (asked.by === by.id) return refused('not-allowed', 'a second person decides about a decline');
  if (!['filed', 'accepted', 'assigned', 'working'].includes(c.state.name))
    return refused('wrong-state', `a matter that is ${c.state.name} cannot be declined`);
  const { declineAsked: _asked, ...rest } = c;
  if (!agree) return done(noted(rest, { at: now, what: 'decline-returned', by: by.id }));
  const told = c.notify === 'none' ? rest : contacted(rest, by, now);
  return done(
    noted(
      { ...told, state: { name: 'declined', at: now, by: asked.by, decline: asked.decline } },
      { at: now, what: 'declined', by: by.id, reason: asked.decline.kind },
    ),
  );
}
