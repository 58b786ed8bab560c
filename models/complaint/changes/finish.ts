/** The person has the last word: done or not, how it was, or no longer needed; a low grade is called back and put right. */
import { readFiled, start } from '../../clock/filed-clock.ts';
import { isLow } from '../../conversation/rating.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { plus, type Instant } from '../../time.ts';
import { minutes } from '../clocks.ts';
import { isOpen, noted, ownerOf, type Complaint, type State } from '../complaint.ts';
import type { Rating } from '../rating.ts';
import { rulesOf } from '../rules.ts';
import { inTime, stopped, type By } from './by.ts';
import { higher } from './hand.ts';

/** “It is done.” A yes to an answer, never assumed. `where`: said on a page it is not known in the talk yet. */
export function confirm(c: Complaint, now: Instant, where: 'talk' | 'page' = 'page'): Outcome<Complaint> {
  if (c.state.name !== 'resolved')
    return refused('wrong-state', `a matter that is ${c.state.name} waits for no confirmation`);
  const { owner, answer } = c.state;
  return done(
    noted(
      { ...c, state: { name: 'confirmed', owner, answer, at: now } },
      { at: now, what: 'confirmed', ...(where === 'page' ? { reason: where } : {}) },
    ),
  );
}

const mayReopen = (state: State): boolean =>
  state.name === 'resolved' ||
  state.name === 'confirmed' ||
  state.name === 'declined' ||
  (state.name === 'closed' && state.how.end !== 'withdrawn');

/** “It is not done.” The same number, one level up, fresh clocks; nothing has to be handed in again. */
export function reopen(c: Complaint, now: Instant): Outcome<Complaint> {
  if (!mayReopen(c.state)) return refused('wrong-state', `a matter that is ${c.state.name} cannot be reopened`);
  const rules = rulesOf(c.office);
  const { extension: _used, report: _report, declineAsked: _asked, checkBackAt: _later, ...rest } = c;
  const contact = start(rules.firstContact, now);
  return done(
    noted(
      {
        ...rest,
        cycle: c.cycle + 1,
        level: higher(c.level),
        contact: c.notify === 'none' && c.anonymous ? { ...contact, stoppedAt: now } : contact,
        answerBy: start(rules.answer[c.urgency], now),
        state: { name: 'accepted', at: now },
      },
      { at: now, what: 'reopened', reason: c.state.name },
      { at: now, what: 'raised', reason: 'reopened' },
    ),
  );
}

/** What an answer was rated already, so that it is asked once. */
export const rated = (c: Complaint): boolean => c.rating?.cycle === c.cycle;

/** What nobody answered cannot be rated, also once it is filed away. */
export const mayRate = (c: Complaint): boolean =>
  !isOpen(c) &&
  c.state.name !== 'withdrawn' &&
  c.state.name !== 'merged' &&
  !(c.state.name === 'closed' && c.state.how.end === 'withdrawn');

/** `sameDevice`: the browser is also one that staff sign in with; shown beside the figure. */
export function rate(
  c: Complaint,
  rating: Pick<Rating, 'grade' | 'reasons' | 'words'>,
  sameDevice: boolean,
  now: Instant,
): Outcome<Complaint> {
  if (!mayRate(c)) return refused('wrong-state', `a matter that is ${c.state.name} cannot be rated yet`);
  if (rated(c)) return refused('wrong-state', 'this answer was rated already');
  const rules = rulesOf(c.office);
  const low = isLow(rating.grade);
  return done(
    noted(
      {
        ...c,
        rating: { ...rating, at: now, cycle: c.cycle },
        ...(low
          ? { rectification: { clock: start(rules.rectification, now), callBack: start(rules.callBack, now) } }
          : {}),
      },
      { at: now, what: 'rated', reason: rating.grade, amounts: { sameDevice: sameDevice ? 1 : 0 } },
    ),
  );
}

/** Why the grade was given, said after it: once for a grade that stands without a reason. The grade itself stays. */
export function explainRating(c: Complaint, why: Pick<Rating, 'reasons' | 'words'>): Outcome<Complaint> {
  const { rating } = c;
  if (rating === undefined || !rated(c)) return refused('wrong-state', 'there is no rating to explain');
  if (rating.reasons.length > 0 || (rating.words ?? '') !== '')
    return refused('wrong-state', 'this rating was explained already');
  return done({ ...c, rating: { ...rating, ...why } });
}

/** When the person would like the call, or that they want none; none ends that clock without counting as a call. */
export function wishCallBack(
  c: Complaint,
  wish: 'morning' | 'afternoon' | 'none' | 'any',
  now: Instant,
  notBefore?: string,
): Outcome<Complaint> {
  const r = c.rectification;
  if (r === undefined) return refused('wrong-state', 'no call-back is due');
  const { notBefore: _before, ...rest } = r;
  return done({
    ...c,
    rectification: {
      ...rest,
      wish,
      ...(notBefore === undefined ? {} : { notBefore }),
      callBack: wish === 'none' ? stopped(r.callBack, now) : r.callBack,
    },
  });
}

/** Somebody who never had the matter calls; a call that did not get through is noted and tried again. */
export function callBack(c: Complaint, by: By, reached: boolean, now: Instant): Outcome<Complaint> {
  const r = c.rectification;
  if (r === undefined || r.callBack.stoppedAt !== undefined) return refused('wrong-state', 'no call-back is due');
  if (c.owners.includes(by.id)) return refused('not-allowed', 'somebody who did not handle it calls back');
  if (!reached) return done(noted(c, { at: now, what: 'called-back', by: by.id, reason: 'not-reached' }));
  return done(
    noted(
      { ...c, rectification: { ...r, callBack: stopped(r.callBack, now), calledBackBy: by.id } },
      { at: now, what: 'called-back', by: by.id, reason: inTime(c.office, r.callBack, now) ? 'in-time' : 'late' },
    ),
  );
}

/** What the low grade was about has been put right; what was done is a line that the person reads. */
export function rectify(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  const r = c.rectification;
  if (r === undefined || r.clock.stoppedAt !== undefined) return refused('wrong-state', 'nothing is to be put right');
  if (r.callBack.stoppedAt === undefined) return refused('wrong-state', 'first somebody calls the person');
  const used = readFiled(c.office, r.clock, now).usedMs;
  return done(
    noted(
      { ...c, rectification: { ...r, clock: stopped(r.clock, now) } },
      {
        at: now,
        what: 'rectified',
        by: by.id,
        reason: inTime(c.office, r.clock, now) ? 'in-time' : 'late',
        amounts: { used: minutes(used) },
      },
    ),
  );
}

/** Counted apart, and apart again when the office had spoken with the person before. */
export function withdraw(c: Complaint, now: Instant): Outcome<Complaint> {
  if (!isOpen(c)) return refused('wrong-state', `a matter that is ${c.state.name} cannot be withdrawn`);
  const { declineAsked: _asked, ...rest } = c;
  return done(
    noted(
      {
        ...rest,
        contact: stopped(c.contact, now),
        answerBy: stopped(c.answerBy, now),
        state: { name: 'withdrawn', at: now },
      },
      { at: now, what: 'withdrawn', reason: c.firstContactAt === undefined ? 'before-contact' : 'after-contact' },
    ),
  );
}

/** Files it away; what it ended with goes along. */
export function fileAway(c: Complaint, now: Instant): Outcome<Complaint> {
  const how = endOf(c.state);
  if (how === undefined) return refused('wrong-state', `a matter that is ${c.state.name} cannot be filed away`);
  const later = how.end === 'confirmed' || how.end === 'silence';
  return done(
    noted(
      {
        ...c,
        ...(later && !c.checkedBack ? { checkBackAt: plus(now, rulesOf(c.office).checkBackMs) } : {}),
        state: { name: 'closed', at: now, how },
      },
      { at: now, what: 'closed', reason: how.end },
    ),
  );
}

function endOf(state: State): Extract<State, { name: 'closed' }>['how'] | undefined {
  switch (state.name) {
    case 'resolved':
      return { end: 'silence', owner: state.owner, answer: state.answer };
    case 'confirmed':
      return { end: 'confirmed', owner: state.owner, answer: state.answer };
    case 'declined':
      return { end: 'declined', decline: state.decline };
    case 'withdrawn':
      return { end: 'withdrawn' };
    default:
      return undefined;
  }
}

/** Four weeks later, asked once: does it still hold? A no reopens it. */
export function answerCheckBack(c: Complaint, holds: boolean, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'closed' || !c.checkedBack || c.history.some((h) => h.what === 'check-back-answered'))
    return refused('wrong-state', 'no question is open');
  const answered = noted(c, { at: now, what: 'check-back-answered', reason: holds ? 'holds' : 'not' });
  return holds ? done(answered) : reopen(answered, now);
}

/** Whether a rating may be shown to this member of staff: not to those who handled it, before it is filed away. */
export const mayReadRating = (c: Complaint, by: By): boolean =>
  c.state.name === 'closed' || (!c.owners.includes(by.id) && ownerOf(c)?.id !== by.id);
