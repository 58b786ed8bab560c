/** Who acts for the office, as far as the rules care; and what several rules ask first. */
import type { Officer } from '../../access/staff.ts';
import { type FiledClock, readFiled } from '../../clock/filed-clock.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import type { Instant } from '../../time.ts';
import { minutes } from '../clocks.ts';
import { noted, ownerOf, type Complaint, type Happened } from '../complaint.ts';

export type By = Pick<Officer, 'id' | 'name' | 'role'>;

/** Only the one who has it changes it; a manager may in anybody's place. */
export function held(c: Complaint, by: By): Outcome<void> {
  const owner = ownerOf(c);
  if (owner === undefined) return refused('wrong-state', 'nobody has this matter yet: take it first');
  return owner.id === by.id || by.role === 'manager'
    ? done(undefined)
    : refused('not-allowed', 'this matter is with another officer');
}

export const stopped = (clock: FiledClock, at: Instant): FiledClock =>
  clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock;

export const inTime = (office: Complaint['office'], clock: FiledClock, now: Instant): boolean =>
  now <= readFiled(office, clock, now).dueAt;

/** The first word between office and person: stops the contact's clock, once. */
export function contacted(c: Complaint, by: By, now: Instant): Complaint {
  if (c.contact.stoppedAt !== undefined) return c;
  const key = `${String(c.cycle)}:contact-missed`;
  // Once it is counted as missed it is not counted as kept, not even within the same millisecond.
  const kept = inTime(c.office, c.contact, now) && !c.rung.includes(key);
  const used = readFiled(c.office, c.contact, now).usedMs;
  const missed: Happened[] = kept || c.rung.includes(key) ? [] : [{ at: now, what: 'contact-missed' }];
  return noted(
    {
      ...c,
      contact: stopped(c.contact, now),
      firstContactAt: c.firstContactAt ?? now,
      rung: missed.length === 0 ? c.rung : [...c.rung, key],
    },
    ...missed,
    {
      at: now,
      what: 'first-contact',
      by: by.id,
      reason: kept ? 'in-time' : 'late',
      amounts: { used: minutes(used) },
    },
  );
}
