/** A matter comes in: it has a number, two clocks and nobody yet. */
import { start } from '../../clock/filed-clock.ts';
import type { ComplaintId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import type { Complaint } from '../complaint.ts';
import { rulesOf } from '../rules.ts';

export type Filing = Pick<
  Complaint,
  | 'office'
  | 'channel'
  | 'language'
  | 'person'
  | 'matter'
  | 'code'
  | 'notify'
  | 'service'
  | 'problem'
  | 'urgency'
  | 'proposal'
  | 'talk'
  | 'attachments'
  | 'links'
>;

export function fileMatter(id: ComplaintId, number: string, filing: Filing, now: Instant): Complaint {
  const rules = rulesOf(filing.office);
  const anonymous = filing.person.phone === undefined && filing.person.helper?.phone === undefined;
  const contact = start(rules.firstContact, now);
  return {
    id,
    version: 0,
    number,
    ...filing,
    filedAt: now,
    lastAt: now,
    touched: 1,
    lastSeq: 0,
    anonymous,
    helped: filing.person.helper !== undefined,
    level: 0,
    owners: [],
    problemCase: false,
    cycle: 1,
    // Somebody who left neither phone nor talk cannot be contacted: that clock does not run and is counted nowhere.
    contact: anonymous && filing.notify === 'none' ? { ...contact, stoppedAt: now } : contact,
    answerBy: start(rules.answer[filing.urgency], now),
    checkedBack: false,
    merged: [],
    checklist: [],
    rung: [],
    state: { name: 'filed' },
    history: [{ at: now, what: 'filed', reason: filing.channel }],
  };
}
