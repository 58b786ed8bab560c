/** The office answers, or asks for more time before the time is over. */
import { readFiled } from '../../clock/filed-clock.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { msOf, type Instant } from '../../time.ts';
import type { Answer } from '../answer.ts';
import { minutes } from '../clocks.ts';
import { noted, type Complaint, type Happened } from '../complaint.ts';
import type { CauseCode } from '../kinds.ts';
import { rulesOf } from '../rules.ts';
import { contacted, held, stopped, type By } from './by.ts';

/**
 * Answers with an outcome from the closed list and the cause. `canBeDone`: the catalogue says that this office does it; a “no” then
 * needs a report (否定答复报告) that a manager reads.
 */
export function conclude(
  c: Complaint,
  by: By,
  answer: Answer,
  cause: CauseCode,
  canBeDone: boolean,
  now: Instant,
): Outcome<Complaint> {
  if (c.state.name !== 'assigned' && c.state.name !== 'working' && c.state.name !== 'waiting-for-citizen')
    return refused('wrong-state', `a matter that is ${c.state.name} cannot be answered`);
  const mine = held(c, by);
  if (!mine.ok) return mine;
  const no = answer.outcome === 'not-possible';
  if (no && canBeDone && answer.report === undefined)
    return refused('bad-input', 'a no to what can be done needs a report');
  const open = c.notify === 'none' ? c : contacted(c, by, now);
  const clock = readFiled(c.office, { ...open.answerBy, stoppedAt: now }, now);
  const key = `${String(c.cycle)}:answer-missed`;
  const kept = now <= clock.dueAt && !c.rung.includes(key);
  const missed: Happened[] = kept || c.rung.includes(key) ? [] : [{ at: now, what: 'answer-missed' }];
  return done(
    noted(
      {
        ...open,
        cause,
        answerBy: stopped(open.answerBy, now),
        rung: missed.length === 0 ? open.rung : [...open.rung, key],
        ...(no && answer.report !== undefined ? { report: { at: now, by: by.id } } : {}),
        state: { name: 'resolved', owner: c.state.owner, at: now, answer },
      },
      ...missed,
      {
        at: now,
        what: 'answered',
        by: by.id,
        reason: kept ? 'in-time' : 'late',
        amounts: {
          used: minutes(clock.usedMs),
          paused: minutes(clock.pausedMs),
          left: kept ? minutes(msOf(clock.dueAt) - msOf(now)) : 0,
        },
      },
      { at: now, what: 'outcome', by: by.id, reason: answer.outcome },
    ),
  );
}

export function askExtension(c: Complaint, by: By, days: number, now: Instant): Outcome<Complaint> {
  if (c.state.name !== 'assigned' && c.state.name !== 'working')
    return refused('wrong-state', `a matter that is ${c.state.name} cannot be put off`);
  const mine = held(c, by);
  if (!mine.ok) return mine;
  if (c.extension !== undefined && c.extension.approved !== false)
    return refused('wrong-state', 'an answer is put off once at most');
  if (!before(c, now)) return refused('wrong-state', 'the time is over: it can only be put off before');
  const { most } = rulesOf(c.office).extensionDays;
  if (days > most) return refused('bad-input', `an answer is put off by ${String(most)} working days at most`);
  return done(
    noted(
      { ...c, extension: { days, askedAt: now, askedBy: by.id } },
      {
        at: now,
        what: 'extension-asked',
        by: by.id,
      },
    ),
  );
}

export function decideExtension(c: Complaint, by: By, approve: boolean, now: Instant): Outcome<Complaint> {
  const asked = c.extension;
  if (asked === undefined || asked.decidedAt !== undefined)
    return refused('wrong-state', 'nobody asked to put this off');
  if (asked.askedBy === by.id) return refused('not-allowed', 'a second person decides about putting it off');
  if (approve && !before(c, now)) return refused('wrong-state', 'the time is over: it can only be put off before');
  const extension = { ...asked, decidedAt: now, decidedBy: by.id, approved: approve };
  return done(
    noted(
      {
        ...c,
        extension,
        answerBy: approve
          ? { ...c.answerBy, events: [...c.answerBy.events, { at: now, what: 'extend', by: asked.days }] }
          : c.answerBy,
      },
      { at: now, what: approve ? 'extension-approved' : 'extension-refused', by: by.id },
    ),
  );
}

const before = (c: Complaint, now: Instant): boolean =>
  c.answerBy.stoppedAt === undefined && now < readFiled(c.office, c.answerBy, now).dueAt;

/** The manager has read why something that can be done was not possible. */
export function readReport(c: Complaint, by: By, now: Instant): Outcome<Complaint> {
  if (c.report === undefined) return refused('wrong-state', 'there is no report to read');
  if (c.report.by === by.id) return refused('not-allowed', 'a second person reads the report');
  if (c.report.readBy !== undefined) return done(c);
  return done(noted({ ...c, report: { ...c.report, readBy: by.id } }, { at: now, what: 'report-read', by: by.id }));
}
