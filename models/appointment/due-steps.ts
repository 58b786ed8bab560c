/** What an appointment's time brings by itself: a hold that runs out, a reminder, somebody who did not come. */
import { MINUTE, addDays, at, dayOf, plus, type Instant } from '../time.ts';
import type { Booking, Guest, ReminderName } from './booking.ts';
import { overdue } from './call-back.ts';
import { expire, miss, remind } from './changes.ts';
import type { SlotRules } from './rules.ts';

type Reminder = { name: ReminderName; at: Instant };

/** When it would be told; the evening before, and shortly before. */
export function remindersOf(start: Instant, { reminders }: SlotRules): Reminder[] {
  return [
    { name: 'day-before', at: at(addDays(dayOf(start), -1), reminders.dayBeforeAt) },
    { name: 'soon', at: plus(start, -reminders.soonMinutes * MINUTE) },
  ];
}

/** Those still to come: what lay in the past when the time was settled needs no word any more. */
const pending = (b: Booking, rules: SlotRules): Reminder[] =>
  remindersOf(b.start, rules).filter((one) => one.at > b.settledAt && !b.reminded.includes(one.name));

const missing = (b: Booking): Guest | undefined => b.comes.find((guest) => !b.arrived.includes(guest));

/** When the sweep has to look at it next; undefined when nothing comes by itself. */
export function nextStepAt(b: Booking, rules: SlotRules): Instant | undefined {
  if (b.state.name === 'held') return b.state.until;
  if (b.state.name !== 'confirmed') return undefined;
  const reminder = pending(b, rules)[0]?.at;
  if (rules.officeCalls) return reminder ?? (b.callDue ? undefined : plus(b.start, rules.waitMinutes * MINUTE));
  const missed = missing(b) === undefined ? undefined : plus(b.start, rules.waitMinutes * MINUTE);
  return reminder ?? missed;
}

/** Which reminder is due: the newest only, and none once it has begun. */
export function reminderDue(b: Booking, rules: SlotRules, now: Instant): ReminderName | undefined {
  if (b.state.name !== 'confirmed' || now >= b.start) return undefined;
  return pending(b, rules).findLast((one) => one.at <= now)?.name;
}

/** Undefined when nothing is due. */
export function takeStep(b: Booking, rules: SlotRules, now: Instant): Booking | undefined {
  if (b.state.name === 'held') return b.state.until <= now ? expire(b, now) : undefined;
  if (b.state.name !== 'confirmed') return undefined;
  const passed = pending(b, rules)
    .filter((one) => one.at <= now)
    .map((one) => one.name);
  const due = reminderDue(b, rules, now);
  if (due !== undefined) {
    const earlier = passed.filter((name) => name !== due);
    return remind({ ...b, reminded: [...b.reminded, ...earlier] }, due, now);
  }
  if (rules.officeCalls && !b.callDue && now >= plus(b.start, rules.waitMinutes * MINUTE))
    return overdue({ ...b, reminded: [...b.reminded, ...passed] }, now);
  const who = missing(b);
  const missed = who === undefined ? undefined : miss(b, who, rules, undefined, now);
  if (missed?.ok === true) return missed.value;
  // The hour came while nobody swept: the words are late, what is left is to stop asking.
  return passed.length > 0 ? { ...b, reminded: [...b.reminded, ...passed], lastAt: now } : undefined;
}
