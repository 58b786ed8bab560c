/** A matter goes from hand to hand: claimed, given, passed on with a reason; many hands make it a problem case. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { noted, type Complaint, type Happened, type Level, type Owner } from '../complaint.ts';
import { rulesOf } from '../rules.ts';
import { held, type By } from './by.ts';
import { withoutAsksOf } from './reveal.ts';

export const higher = (level: Level): Level => (level === 0 ? 1 : 2);

export function takenBy(
  c: Complaint,
  to: Owner,
  as: 'assigned' | 'working',
  now: Instant,
  what: 'assigned' | 'claimed',
  by: By['id'] = to.id,
): Complaint {
  const owners = c.owners.at(-1) === to.id ? c.owners : [...c.owners, to.id].slice(-60);
  const many = new Set(owners).size >= rulesOf(c.office).ownersForProblem && !c.problemCase;
  const more: Happened[] = many
    ? [
        { at: now, what: 'problem-case' },
        { at: now, what: 'raised', reason: 'owners' },
      ]
    : [];
  return noted(
    {
      ...withoutAsksOf(c, to.id),
      owners,
      problemCase: c.problemCase || many,
      level: many ? higher(c.level) : c.level,
      state: { name: as, owner: { id: to.id, name: to.name }, at: now },
    },
    { at: now, what, by },
    ...more,
  );
}

export function claim(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  if (c.state.name === 'accepted') return done(takenBy(c, by, 'working', now, 'claimed'));
  return refused(
    'wrong-state',
    'owner' in c.state ? `taken by ${c.state.owner.name}` : `a matter that is ${c.state.name} cannot be claimed`,
  );
}

/** A manager gives it to somebody, also out of another's hands; accepted matters only. */
export function assign(c: Complaint, by: By, to: Owner, now: Instant): Outcome<Complaint> {
  if (!['accepted', 'assigned', 'working'].includes(c.state.name))
    return refused('wrong-state', `a matter that is ${c.state.name} cannot be given to somebody`);
  return done(takenBy(c, to, 'assigned', now, 'assigned', by.id));
}

/** The reason is an internal note, written by the duty. */
export function transfer(c: Complaint, by: By, to: Owner | undefined, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'assigned' && c.state.name !== 'working')
    return refused('wrong-state', `a matter that is ${c.state.name} cannot be passed on`);
  const mine = held(c, by);
  if (!mine.ok) return mine;
  if (to?.id === c.state.owner.id) return refused('bad-input', 'this colleague has the matter already');
  const passed = noted({ ...c, state: { name: 'accepted', at: now } }, { at: now, what: 'transferred', by: by.id });
  return done(to === undefined ? passed : takenBy(passed, to, 'assigned', now, 'assigned', by.id));
}

/** Somebody of the office looked at it; the owner's look begins the work. Undefined when that changes nothing. */
export function seen(c: Complaint, by: By, now: Instant): Complaint | undefined {
  const begins = c.state.name === 'assigned' && c.state.owner.id === by.id;
  if (c.firstSeenAt !== undefined && !begins) return undefined;
  const looked =
    c.firstSeenAt === undefined ? noted({ ...c, firstSeenAt: now }, { at: now, what: 'seen', by: by.id }) : c;
  return begins && c.state.name === 'assigned'
    ? { ...looked, state: { name: 'working', owner: c.state.owner, at: now } }
    : looked;
}

/** The one who has it asks for somebody higher; the reason is a memo. */
export function raise(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  const mine = held(c, by);
  if (!mine.ok) return mine;
  if (c.level === 2) return refused('wrong-state', 'it is with the head of the office already');
  return done(noted({ ...c, level: higher(c.level) }, { at: now, what: 'raised', by: by.id, reason: 'officer' }));
}
