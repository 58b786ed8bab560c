/** Reads a matter's clocks: what is left, what is used, when it is due, when the next step of the ladder comes. */
import { instantOfShare } from '../clock/clock.ts';
import { readFiled, start, type FiledClock } from '../clock/filed-clock.ts';
import { officeOf } from '../office/offices.ts';
import { MINUTE, plus, type Instant } from '../time.ts';
import { isOpen, type Complaint, type Happened } from './complaint.ts';
import { rulesOf } from './rules.ts';

/** Which clock a list is sorted by: the first contact while nobody has called, then the answer, then what a low grade started. */
export function dueOf(c: Complaint, now: Instant): Instant {
  if (isOpen(c)) {
    const answer = readFiled(c.office, c.answerBy, now).dueAt;
    if (c.contact.stoppedAt !== undefined) return answer;
    const contact = readFiled(c.office, c.contact, now).dueAt;
    return contact < answer ? contact : answer;
  }
  const { rectification } = c;
  if (rectification !== undefined && rectification.clock.stoppedAt === undefined) {
    const { clock, callBack } = rectification;
    return readFiled(c.office, callBack.stoppedAt === undefined ? callBack : clock, now).dueAt;
  }
  return c.lastAt;
}

export const steps = [
  'contact-missed',
  'remind',
  'supervise',
  'last-call',
  'answer-missed',
  'waiting-reminder',
  'fell-silent',
  'silence',
  'call-back-missed',
  'rectification-missed',
  'check-back',
  'supervision-missed',
] as const;
export type Step = (typeof steps)[number];
export type Alarm = { step: Step; key: string; at: Instant };

/** Every step that has not been taken yet and the instant at which it is, unless something happens before; soonest first. */
export function alarmsOf(c: Complaint, now: Instant): Alarm[] {
  const found: Alarm[] = [];
  const add = (step: Step, at: Instant | undefined, of = String(c.cycle)): void => {
    const key = `${of}:${step}`;
    if (at !== undefined && !c.rung.includes(key)) found.push({ step, key, at });
  };
  const rules = rulesOf(c.office);
  const due = (clock: FiledClock): Instant => readFiled(c.office, clock, now).dueAt;
  if (isOpen(c)) {
    if (c.contact.stoppedAt === undefined) add('contact-missed', due(c.contact));
    const office = officeOf(c.office);
    const { rule, startedAt, events } = c.answerBy;
    const share = (part: number): Instant | undefined =>
      instantOfShare(
        office,
        rule,
        startedAt,
        events.map(({ at, what, by }) => ({ at, what, ...(by === undefined ? {} : { by }) })),
        part,
      );
    if (c.state.name === 'waiting-for-citizen') {
      // Each waiting has its own reminder.
      add('waiting-reminder', due(start(rules.waitingReminder, c.state.at)), c.state.at);
    } else {
      add('remind', share(rules.ladder.remind));
      add('supervise', share(rules.ladder.supervise));
      const end = share(1);
      add('last-call', end === undefined ? undefined : plus(end, -rules.ladder.lastCallMinutes * MINUTE));
      add('answer-missed', end);
      const deed = c.contact.stoppedAt === undefined ? undefined : lastDeedAt(c);
      // Each silence has its own step: it begins with what was done last. Reckoned only where it is still to come.
      if (deed !== undefined && !c.rung.includes(`${deed}:fell-silent`))
        add('fell-silent', due(start(rules.fallsSilent, deed)), deed);
    }
    if (c.supervision !== undefined && c.supervision.answeredAt === undefined)
      add('supervision-missed', c.supervision.dueAt, c.supervision.at);
  }
  if (c.state.name === 'resolved') add('silence', due(start(rules.silence, c.state.at)));
  // Confirmed matters are filed away once the rating's time is over, by the same span.
  if (c.state.name === 'confirmed' || c.state.name === 'declined' || c.state.name === 'withdrawn')
    add('silence', due(start(rules.silence, c.state.at)));
  const { rectification } = c;
  if (rectification !== undefined) {
    if (rectification.callBack.stoppedAt === undefined) add('call-back-missed', due(rectification.callBack));
    if (rectification.clock.stoppedAt === undefined) add('rectification-missed', due(rectification.clock));
  }
  if (c.state.name === 'closed' && c.checkBackAt !== undefined && !c.checkedBack) add('check-back', c.checkBackAt);
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : steps.indexOf(a.step) - steps.indexOf(b.step)));
}

/** Whole minutes of a span, for figures. */
export const minutes = (ms: number): number => Math.max(0, Math.round(ms / MINUTE));

/** Looking is not doing. */
const looks: ReadonlySet<Happened['what']> = new Set([
  'seen',
  'sampled',
  'revealed',
  'reveal-asked',
  'reveal-granted',
  'reveal-refused',
]);
const lastDeedAt = ({ history }: Complaint): Instant | undefined =>
  history.findLast(({ what, by }) => by !== undefined && !looks.has(what))?.at;
