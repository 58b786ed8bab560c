/** The ledger (台账): one row a matter, names and numbers masked, with what windows elsewhere keep (广元 work order, 新乡, 清新区). */
import { readFiled } from '../clock/filed-clock.ts';
import { mayReadRating } from '../complaint/changes/finish.ts';
import type { By } from '../complaint/changes/by.ts';
import { ownerOf, type Complaint, type Happened } from '../complaint/complaint.ts';
import type { Memo } from '../complaint/entry.ts';
import { maskName, maskPhone } from '../conversation/masking.ts';
import { serviceById } from '../guidance/catalogue.ts';
import { officeOf } from '../office/offices.ts';
import { causeNames, problemNames } from '../phrasebook/complaint-kinds.ts';
import {
  channelNames,
  gradeWords,
  ledgerWords as words,
  outcomeWords,
  stateWords,
  type LedgerColumn,
} from '../phrasebook/ledger-words.ts';
import { instantOf, msOf, type Instant } from '../time.ts';

export type LedgerRow = Record<LedgerColumn, string>;

/** `2026-11-18 10:20`, Shanghai time. */
const when = (at: Instant | undefined): string =>
  at === undefined
    ? ''
    : instantOf(msOf(at) + 8 * 3_600_000)
        .slice(0, 16)
        .replace('T', ' ');

/** Calls, visits and why it was passed on; private notes and reveals are not for a file that leaves the house. */
const logged = new Set<Memo['kind']>([
  'call',
  'visit',
  'transfer',
  'extension',
  'supervision',
  'decline',
  'call-back',
  'merge',
]);

/** `mask` hides numbers within what people wrote. */
export function ledgerRow(
  c: Complaint,
  memos: readonly Memo[],
  names: Readonly<Record<string, string>>,
  by: By,
  mask: (text: string) => string,
  now: Instant,
): LedgerRow {
  const { person, matter, state } = c;
  const end = state.name === 'closed' ? state.how : state;
  const answer = 'answer' in end ? end.answer : undefined;
  const decline = 'decline' in end ? end.decline : undefined;
  const last = (...whats: Happened['what'][]): Happened | undefined =>
    c.history.findLast((h) => whats.includes(h.what));
  const calledBack = last('called-back');
  const clock = readFiled(c.office, c.answerBy, now);
  const phone = person.phone ?? person.helper?.phone;
  return {
    number: c.number,
    filedAt: when(c.filedAt),
    channel: channelNames[c.channel],
    name: person.name === undefined ? (c.anonymous ? words.anonymous : '') : maskName(person.name),
    phone: phone === undefined ? '' : maskPhone(phone),
    helper: person.helper === undefined ? '' : maskName(person.helper.name),
    office: officeOf(c.office).nameZh,
    service: c.service === undefined ? '' : (serviceById(c.service)?.nameZh ?? ''),
    title: mask(matter.title),
    what: mask(matter.what),
    problem: problemNames[c.problem].zh,
    cause: c.cause === undefined ? '' : causeNames[c.cause].zh,
    decision:
      decline !== undefined
        ? decline.kind === 'redirect'
          ? words.redirected
          : words.declined
        : state.name === 'filed'
          ? words.waiting
          : state.name === 'withdrawn' || state.name === 'merged'
            ? stateWords[state.name]
            : words.accepted,
    declineReasons: decline === undefined ? '' : mask([decline.rule, ...decline.reasons].join('；')),
    remedy: mask(decline?.goTo ?? (answer !== undefined && 'goTo' in answer ? answer.goTo : '')),
    unit: officeOf(c.office).nameZh,
    owner: ownerOf(c)?.name ?? '',
    assignedAt: when(c.history.find((h) => h.what === 'claimed' || h.what === 'assigned')?.at),
    firstContactAt: when(c.firstContactAt),
    dueAt: when(clock.dueAt),
    extension: extensionText(c, names),
    log: mask(
      memos
        .filter((memo) => logged.has(memo.kind))
        .map((memo) => `${when(memo.at)} ${memo.byName}：${memo.text}`)
        .join('\n'),
    ),
    state: stateWords[state.name],
    outcome: answer === undefined ? '' : outcomeWords[answer.outcome],
    basis: answer === undefined ? '' : mask(answer.basis.join('；')),
    answeredAt: when(last('answered')?.at),
    onTime: onTime(last('answered', 'answer-missed', 'reopened')),
    calledBackAt: when(calledBack?.at),
    callBack: calledBack?.reason === undefined ? '' : (words.callBack[calledBack.reason] ?? ''),
    grade:
      answer === undefined && decline === undefined
        ? ''
        : c.rating === undefined
          ? words.unrated
          : mayReadRating(c, by)
            ? gradeWords[c.rating.grade]
            : '',
    closedAt: state.name === 'closed' ? when(state.at) : '',
    again: [...(c.cycle > 1 ? [words.again(c.cycle)] : []), ...(c.problemCase ? [words.manyOwners] : [])].join('，'),
  };
}

const onTime = (last: Happened | undefined): string =>
  last?.what === 'answered'
    ? last.reason === 'in-time'
      ? words.yes
      : words.no
    : last?.what === 'answer-missed'
      ? words.no
      : '';

function extensionText({ extension }: Complaint, names: Readonly<Record<string, string>>): string {
  if (extension === undefined) return '';
  const approver = extension.decidedBy === undefined ? undefined : (names[extension.decidedBy] ?? extension.decidedBy);
  return extension.approved === false && approver !== undefined
    ? words.extensionRefused(extension.days, approver)
    : words.extension(extension.days, approver);
}
