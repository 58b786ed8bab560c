/** Two reports of one matter become one, and can be taken apart again; matters are linked, watched, ticked off. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { isOpen, noted, type Complaint } from '../complaint.ts';
import type { By } from './by.ts';

const reachedAt = ({ person }: Complaint): string | undefined => person.phone ?? person.helper?.phone;

/** Both records, to be written together. The merged one keeps its state for the undoing; its clocks go on being reckoned there. */
export function merge(
  c: Complaint,
  into: Complaint,
  by: By,
  now: Instant,
): Outcome<{ merged: Complaint; into: Complaint }> {
  if (c.id === into.id) return refused('bad-input', 'a matter cannot be merged with itself');
  if (c.office !== into.office) return refused('bad-input', 'matters of two offices stay two');
  // An answer to one must never show another person's matter: reports of two people are linked, not merged.
  if (reachedAt(c) !== reachedAt(into)) return refused('bad-input', 'reports of two people stay two: link them');
  if (!isOpen(into)) return refused('wrong-state', 'the other matter is not open');
  const was = c.state;
  switch (was.name) {
    case 'filed':
    case 'accepted':
    case 'assigned':
    case 'working':
    case 'waiting-for-citizen':
      return done({
        merged: noted(
          { ...c, state: { name: 'merged', at: now, by: by.id, into: into.id, was } },
          { at: now, what: 'merged', by: by.id },
        ),
        into: noted(
          { ...into, merged: [...into.merged.filter((id) => id !== c.id), c.id] },
          { at: now, what: 'received-merged', by: by.id },
        ),
      });
    default:
      return refused('wrong-state', `a matter that is ${was.name} cannot be merged`);
  }
}

export function unmerge(
  c: Complaint,
  into: Complaint,
  by: By,
  now: Instant,
): Outcome<{ merged: Complaint; into: Complaint }> {
  if (c.state.name !== 'merged' || c.state.into !== into.id)
    return refused('wrong-state', 'these two matters are not merged');
  return done({
    merged: noted({ ...c, state: c.state.was }, { at: now, what: 'unmerged', by: by.id }),
    into: noted({ ...into, merged: into.merged.filter((id) => id !== c.id) }, { at: now, what: 'unmerged', by: by.id }),
  });
}

export function link(c: Complaint, by: By, to: Complaint['links'][number], now: Instant): Outcome<Complaint> {
  if (c.links.some((l) => l.to === to.to && l.id === to.id)) return done(c);
  if (c.links.length >= 40) return refused('bad-input', 'a matter has forty links at most');
  return done(noted({ ...c, links: [...c.links, to] }, { at: now, what: 'linked', by: by.id, reason: to.to }));
}

/** 督办: a manager wants to hear by a certain time. */
export function supervise(c: Complaint, by: By, dueAt: Instant, now: Instant): Outcome<Complaint> {
  if (!isOpen(c)) return refused('wrong-state', `a matter that is ${c.state.name} needs no watching`);
  if (dueAt <= now) return refused('bad-input', 'the deadline lies in the past');
  return done(
    noted(
      { ...c, supervision: { by: by.id, at: now, dueAt } },
      {
        at: now,
        what: 'supervised',
        by: by.id,
        reason: 'manager',
      },
    ),
  );
}

export function answerSupervision(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  const s = c.supervision;
  if (s === undefined || s.answeredAt !== undefined) return refused('wrong-state', 'nobody asked');
  return done(
    noted(
      { ...c, supervision: { ...s, answeredAt: now } },
      {
        at: now,
        what: 'supervision-answered',
        by: by.id,
        reason: now <= s.dueAt ? 'in-time' : 'late',
      },
    ),
  );
}
