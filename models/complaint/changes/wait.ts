/** Talking with the person: first contact, a question that stops the clock, what they add, and asking again. */
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { isOpen, noted, type Complaint, type WaitingFor } from '../complaint.ts';
import { rulesOf } from '../rules.ts';
import { contacted, held, type By } from './by.ts';
import { higher } from './hand.ts';

/** A call or visit; only one that reached the person counts as contact. */
export function noteContact(c: Complaint, by: By, reached: boolean, now: Instant): Outcome<Complaint> {
  if (!isOpen(c)) return refused('wrong-state', `a matter that is ${c.state.name} needs no contact`);
  return done(reached ? contacted(c, by, now) : noted(c, { at: now, what: 'contact-tried', by: by.id }));
}

/** A written word from a person of the office; it counts as contact where it can arrive. */
export function officeWrote(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  if (c.state.name === 'merged' || c.state.name === 'withdrawn')
    return refused('wrong-state', `a matter that is ${c.state.name} takes no more messages`);
  const wrote = noted(c, { at: now, what: 'office-wrote', by: by.id });
  return done(c.notify === 'none' || !isOpen(c) ? wrote : contacted(wrote, by, now));
}

export function askCitizen(c: Complaint, by: By, forWhat: WaitingFor, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'working' && c.state.name !== 'assigned')
    return refused('wrong-state', `a matter that is ${c.state.name} cannot wait for the citizen`);
  const mine = held(c, by);
  if (!mine.ok) return mine;
  if (c.notify === 'none') return refused('wrong-state', 'the person left no way to be asked');
  const asked = contacted(c, by, now);
  return done(
    noted(
      {
        ...asked,
        answerBy: { ...asked.answerBy, events: [...asked.answerBy.events, { at: now, what: 'pause' }] },
        state: { name: 'waiting-for-citizen', owner: c.state.owner, at: now, forWhat },
      },
      { at: now, what: 'asked-citizen', by: by.id, reason: forWhat },
    ),
  );
}

/** The clock goes on: by the officer, or by itself when the person adds something. */
export function resume(c: Complaint, now: Instant, by?: By): Outcome<Complaint> {
  if (c.state.name !== 'waiting-for-citizen') return refused('wrong-state', 'the clock of this matter is running');
  const mine = by === undefined ? done(undefined) : held(c, by);
  if (!mine.ok) return mine;
  return done(
    noted(
      {
        ...c,
        answerBy: { ...c.answerBy, events: [...c.answerBy.events, { at: now, what: 'resume' }] },
        state: { name: 'working', owner: c.state.owner, at: now },
      },
      { at: now, what: 'resumed', ...(by === undefined ? {} : { by: by.id }) },
    ),
  );
}

/** Words or papers from the person, whatever channel they came by; a paused clock goes on. */
export function citizenAdded(c: Complaint, now: Instant): Outcome<Complaint> {
  if (c.state.name === 'merged') return refused('wrong-state', 'this matter goes on under another number');
  const added = noted(c, { at: now, what: 'citizen-added' });
  return c.state.name === 'waiting-for-citizen' ? resume(added, now) : done(added);
}

/** “Any news?”, or asking for somebody higher. Asked often enough it goes a level up by itself. */
export function citizenPressed(c: Complaint, for_: 'news' | 'call' | 'higher', now: Instant): Outcome<Complaint> {
  if (!isOpen(c)) return refused('wrong-state', `a matter that is ${c.state.name} is not being worked on`);
  const pressed = noted(c, { at: now, what: 'citizen-pressed', reason: for_ });
  const times = pressed.history.filter((h) => h.what === 'citizen-pressed').length;
  const up = for_ === 'higher' || times % rulesOf(c.office).pressesForLevel === 0;
  return done(
    up && c.level < 2
      ? noted({ ...pressed, level: higher(c.level) }, { at: now, what: 'raised', reason: 'citizen' })
      : pressed,
  );
}
