/** What the clock does by itself: remind, supervise, raise (提醒 → 督办 → 提级), file away, check back. Each step once. */
import type { Instant } from '../../time.ts';
import { alarmsOf, type Alarm } from '../clocks.ts';
import { noted, type Complaint, type Happened } from '../complaint.ts';
import { fileAway } from './finish.ts';
import { higher } from './hand.ts';

/** Steps of answers long past need not be remembered. */
const KEPT_STEPS = 150;

/** Takes every step whose time has come; the steps taken are noted, so that a repeat takes none. Undefined when none is due. */
export function ring(c: Complaint, now: Instant): { complaint: Complaint; taken: Alarm[] } | undefined {
  let complaint = c;
  const taken: Alarm[] = [];
  // One at a time: filing away, for instance, ends what else was to come.
  for (;;) {
    const due = alarmsOf(complaint, now).find((alarm) => alarm.at <= now);
    if (due === undefined) break;
    complaint = take({ ...complaint, rung: [...complaint.rung, due.key].slice(-KEPT_STEPS) }, due, now);
    taken.push(due);
  }
  return taken.length === 0 ? undefined : { complaint, taken };
}

/** When the sweep has to look again; undefined when nothing is to come by itself. */
export const nextRing = (c: Complaint, now: Instant): Instant | undefined => alarmsOf(c, now)[0]?.at;

function take(c: Complaint, { step }: Alarm, now: Instant): Complaint {
  const note = (what: Happened['what'], reason?: string): Complaint =>
    noted(c, { at: now, what, ...(reason === undefined ? {} : { reason }) });
  const raise = (from: Complaint, reason: string): Complaint =>
    from.level === 2 ? from : noted({ ...from, level: higher(from.level) }, { at: now, what: 'raised', reason });
  switch (step) {
    case 'contact-missed':
      return note('contact-missed');
    case 'remind':
      return note('reminded', 'half');
    case 'supervise':
      return note('supervised', 'ladder');
    case 'last-call':
      return note('last-call');
    case 'answer-missed':
      return raise(note('answer-missed'), 'late');
    case 'supervision-missed':
      return raise(note('supervision-missed'), 'supervision');
    case 'waiting-reminder':
      return note('waiting-reminder');
    case 'fell-silent':
      return note('fell-silent');
    case 'call-back-missed':
      return raise(note('call-back-missed'), 'call-back');
    case 'rectification-missed':
      return raise(note('rectification-missed'), 'rectification');
    case 'check-back':
      return { ...note('check-back-sent'), checkedBack: true };
    case 'silence': {
      const away = fileAway(c, now);
      return away.ok ? away.value : c;
    }
  }
}
