/** Builds what each side may see of a matter. */
import { shownChoice } from '../aftermath/notice-choice.ts';
import { waysOf } from './changes/notices.ts';
import type { ClockEvent } from '../clock/clock.ts';
import { type FiledClock, readFiled, start } from '../clock/filed-clock.ts';
import { rulerSpans } from '../clock/ruler.ts';
import { canBeDone } from '../guidance/can-be-done.ts';
import { maskName, maskPhone, maskPlate } from '../conversation/masking.ts';
import { officeOf } from '../office/offices.ts';
import type { Instant } from '../time.ts';
import { answerCheckBack, confirm, mayRate, mayReadRating, rated, reopen, withdraw } from './changes/finish.ts';
import { citizenAdded, citizenPressed } from './changes/wait.ts';
import type { By } from './changes/by.ts';
import { alarmsOf } from './clocks.ts';
import { isOpen, ownerOf, type Complaint } from './complaint.ts';
import type { Entry, Memo } from './entry.ts';
import { rulesOf } from './rules.ts';
import type { MatterFile, MatterRow, OwnMatter, Receipt, ShownClock, ShownEntry } from './views.ts';

export function shownClock(office: Complaint['office'], clock: FiledClock, now: Instant): ShownClock {
  const read = readFiled(office, clock, now);
  const { startedAt, dueAt, usedMs, totalMs, pausedMs, share, stoppedAt, provisional } = read;
  const state =
    stoppedAt !== undefined
      ? read.met === true
        ? 'kept'
        : 'missed'
      : read.paused
        ? 'pause'
        : now > dueAt
          ? 'late'
          : share >= 0.8
            ? 'warn'
            : share >= 0.5
              ? 'half'
              : 'go';
  return {
    startedAt,
    dueAt,
    usedMs,
    totalMs,
    pausedMs,
    share,
    working:
      clock.rule.unit === 'working-days' || clock.rule.unit === 'working-minutes' || clock.rule.unit === 'same-day',
    state,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    provisional,
  };
}

/** The clock that the work list is sorted by, as in `dueOf`. */
function listClock(c: Complaint, now: Instant): Pick<MatterRow, 'clock' | 'clockOf'> {
  const show = (clock: FiledClock): ShownClock => shownClock(c.office, clock, now);
  const answer = show(c.answerBy);
  if (isOpen(c)) {
    if (c.contact.stoppedAt !== undefined) return { clock: answer, clockOf: 'answer' };
    const contact = show(c.contact);
    return contact.dueAt < answer.dueAt ? { clock: contact, clockOf: 'contact' } : { clock: answer, clockOf: 'answer' };
  }
  const r = c.rectification;
  if (r !== undefined && r.clock.stoppedAt === undefined)
    return r.callBack.stoppedAt === undefined
      ? { clock: show(r.callBack), clockOf: 'call-back' }
      : { clock: show(r.clock), clockOf: 'rectification' };
  return { clock: answer, clockOf: 'none' };
}

function waitsFor(c: Complaint): MatterRow['waitsFor'] {
  if (c.declineAsked !== undefined) return 'decline';
  if (c.extension !== undefined && c.extension.decidedAt === undefined && isOpen(c)) return 'extension';
  if (c.supervision !== undefined && c.supervision.answeredAt === undefined && isOpen(c)) return 'supervision';
  if (c.report !== undefined && c.report.readBy === undefined) return 'report';
  if (c.rectification !== undefined && c.rectification.callBack.stoppedAt === undefined) return 'call-back';
  return 'nothing';
}

/** Who looked, or asked to, has answered nobody. */
const looks = new Set<string>(['revealed', 'reveal-asked', 'reveal-granted', 'reveal-refused']);

/** Words of the person behind the last deed of the office. */
function hasNews(c: Complaint): boolean {
  const last = c.history.findLast(
    (h) => (h.by !== undefined && !looks.has(h.what)) || h.what === 'citizen-added' || h.what === 'reopened',
  );
  return last?.what === 'citizen-added' || last?.what === 'reopened' || last?.what === 'citizen-pressed';
}

export function matterRow(c: Complaint, now: Instant): MatterRow {
  const owner = ownerOf(c);
  return {
    id: c.id,
    number: c.number,
    office: c.office,
    title: c.matter.title,
    ...(c.person.name === undefined ? {} : { name: maskName(c.person.name) }),
    ...(c.matter.plate === undefined
      ? {}
      : { plate: maskPlate(c.matter.plate), green: c.matter.plate.replaceAll(/[·\s]/gu, '').length >= 8 }),
    state: c.state.name,
    problem: c.problem,
    ...(c.service === undefined ? {} : { service: c.service }),
    urgency: c.urgency,
    level: c.level,
    problemCase: c.problemCase,
    ...(owner === undefined ? {} : { owner }),
    filedAt: c.filedAt,
    lastAt: c.lastAt,
    ...listClock(c, now),
    cycle: c.cycle,
    news: hasNews(c),
    waitsFor: waitsFor(c),
    version: c.version,
  };
}

export const shownEntry = ({ complaint: _c, by: _b, ...entry }: Entry): ShownEntry => entry;

export type Around = {
  entries: readonly Entry[];
  memos: readonly Memo[];
  merged: MatterFile['merged'];
  mergedInto?: { id: Complaint['id']; number: string };
  links: MatterFile['links'];
  viewers: MatterFile['viewers'];
  names: Record<string, string>;
};

export function matterFile(c: Complaint, by: By, around: Around, now: Instant): MatterFile {
  const { title: _t, plate: _p, ...matter } = c.matter;
  const { person, rectification, talk } = c;
  const show = (clock: FiledClock): ShownClock => shownClock(c.office, clock, now);
  const answerBy = show(c.answerBy);
  const state = c.state.name === 'closed' ? c.state.how : c.state;
  return {
    row: matterRow(c, now),
    channel: c.channel,
    language: c.language,
    matter,
    person: {
      ...(person.name === undefined ? {} : { name: maskName(person.name) }),
      ...(person.phone === undefined ? {} : { phone: maskPhone(person.phone) }),
      ...(person.helper === undefined
        ? {}
        : {
            helper: {
              name: maskName(person.helper.name),
              relation: person.helper.relation,
              ...(person.helper.phone === undefined ? {} : { phone: maskPhone(person.helper.phone) }),
            },
          }),
      anonymous: c.anonymous,
      notify: c.notify,
    },
    ...(c.proposal === undefined ? {} : { proposal: c.proposal }),
    ...(c.cause === undefined ? {} : { cause: c.cause }),
    ...(c.notify === 'none' && c.anonymous ? {} : { contact: show(c.contact) }),
    answerBy,
    ruler: rulerSpans(
      officeOf(c.office),
      c.answerBy.startedAt,
      answerBy.dueAt > now ? answerBy.dueAt : now,
      rulerEvents(c, now),
    ),
    ladder: ladderOf(c, now),
    ...(rectification === undefined
      ? {}
      : {
          rectification: {
            clock: show(rectification.clock),
            callBack: show(rectification.callBack),
            ...(rectification.wish === undefined ? {} : { wish: rectification.wish }),
            ...(rectification.notBefore === undefined ? {} : { notBefore: rectification.notBefore }),
            mayCall: !c.owners.includes(by.id) && rectification.callBack.stoppedAt === undefined,
          },
        }),
    ...(c.extension === undefined
      ? {}
      : {
          extension: {
            days: c.extension.days,
            askedAt: c.extension.askedAt,
            askedBy: c.extension.askedBy,
            ...(c.extension.approved === undefined ? {} : { approved: c.extension.approved }),
          },
        }),
    ...(c.declineAsked === undefined ? {} : { declineAsked: c.declineAsked }),
    ...(c.supervision === undefined ? {} : { supervision: c.supervision }),
    ...(c.report === undefined ? {} : { report: c.report }),
    revealAsks: c.revealAsks ?? [],
    ...('answer' in state ? { answer: state.answer } : {}),
    ...('decline' in state ? { decline: state.decline } : {}),
    ...(c.state.name === 'waiting-for-citizen' ? { waitingFor: c.state.forWhat } : {}),
    ...(c.rating !== undefined && mayReadRating(c, by) ? { rating: c.rating } : {}),
    rated: rated(c),
    entries: around.entries.filter((e) => e.kind !== 'rating-words' || mayReadRating(c, by)).map(shownEntry),
    memos: [...around.memos],
    ...(talk === undefined || talk.upTo === 0 ? {} : { talk }),
    checklist: c.checklist,
    merged: around.merged,
    ...(around.mergedInto === undefined ? {} : { mergedInto: around.mergedInto }),
    links: around.links,
    history: c.history.filter((h) => h.what !== 'rated' || mayReadRating(c, by)),
    viewers: around.viewers,
    names: around.names,
    canBeDone: c.service !== undefined && canBeDone(c.office, c.service),
  };
}

/** The due time is that of going on now, so the ruler draws an open pause up to now and no further. */
function rulerEvents(c: Complaint, now: Instant): ClockEvent[] {
  const events = c.answerBy.events.map(({ at, what, by }) => ({ at, what, ...(by === undefined ? {} : { by }) }));
  return c.state.name === 'waiting-for-citizen' ? [...events, { at: now, what: 'resume' }] : events;
}

/** Taken steps from the history, steps to come from the clock. */
function ladderOf(c: Complaint, now: Instant): MatterFile['ladder'] {
  const names = ['reminded', 'supervised', 'last-call', 'answer-missed', 'contact-missed', 'raised'] as const;
  const taken = c.history
    .filter((h) => (names as readonly string[]).includes(h.what))
    .map((h) => ({ step: h.reason === undefined ? h.what : `${h.what}:${h.reason}`, at: h.at, taken: true }));
  const coming = alarmsOf(c, now).map(({ step, at }) => ({ step, at, taken: false }));
  return [...taken, ...coming];
}

/** Steps that a person is shown of their own matter. */
const shownSteps = new Set<string>([
  'filed',
  'accepted',
  'declined',
  'first-contact',
  'assigned',
  'asked-citizen',
  'resumed',
  'citizen-added',
  'extension-approved',
  'answered',
  'confirmed',
  'reopened',
  'raised',
  'called-back',
  'rectified',
  'withdrawn',
  'merged',
  'closed',
]);

export function ownMatter(c: Complaint, entries: readonly Entry[], now: Instant, mergedInto?: string): OwnMatter {
  const { person, state } = c;
  // Whoever helps is the one who is reached.
  const phone = person.phone ?? person.helper?.phone;
  const contact = readFiled(c.office, c.contact, now);
  const answer = readFiled(c.office, c.answerBy, now);
  const owner = ownerOf(c);
  const end = state.name === 'closed' ? state.how : state;
  const waits = c.notify === 'none' && c.anonymous;
  const notices = shownChoice(c, waysOf(c));
  return {
    id: c.id,
    ...(notices === undefined ? {} : { notices }),
    number: c.number,
    office: c.office,
    title: c.matter.title,
    what: c.matter.what,
    ...(c.matter.plate === undefined ? {} : { plate: maskPlate(c.matter.plate) }),
    ...(phone === undefined ? {} : { phoneTail: phone.slice(-4) }),
    ...(person.name === undefined ? {} : { name: maskName(person.name) }),
    ...(person.helper === undefined ? {} : { helper: maskName(person.helper.name) }),
    state: state.name,
    level: c.level,
    cycle: c.cycle,
    filedAt: c.filedAt,
    ...(waits ? {} : { contactDueAt: contact.dueAt }),
    ...(waits || c.contact.stoppedAt === undefined ? {} : { contactedAt: c.contact.stoppedAt }),
    answerDueAt: answer.dueAt,
    ...(c.answerBy.stoppedAt === undefined ? {} : { answeredAt: c.answerBy.stoppedAt }),
    paused: answer.paused,
    provisional: answer.provisional,
    ...(state.name === 'waiting-for-citizen' ? { waitingFor: state.forWhat } : {}),
    ...(owner === undefined ? {} : { handler: owner.name }),
    ...('answer' in end
      ? {
          answer: {
            outcome: end.answer.outcome,
            text: end.answer.text,
            basis: end.answer.basis,
            ...('reasons' in end.answer ? { reasons: end.answer.reasons } : {}),
            ...('goTo' in end.answer ? { goTo: end.answer.goTo } : {}),
          },
        }
      : {}),
    ...('decline' in end ? { decline: end.decline } : {}),
    ...(state.name === 'resolved'
      ? { silentUntil: readFiled(c.office, start(rulesOf(c.office).silence, state.at), now).dueAt }
      : {}),
    steps: c.history
      .filter((h) => shownSteps.has(h.what))
      .map(({ at, what, reason }) => ({ at, what, ...(reason === undefined ? {} : { reason }) })),
    entries: entries.filter((e) => e.kind !== 'rating-words').map(shownEntry),
    may: {
      add: citizenAdded(c, now).ok && state.name !== 'closed' && state.name !== 'withdrawn',
      withdraw: withdraw(c, now).ok,
      confirm: confirm(c, now).ok,
      reopen: reopen(c, now).ok,
      rate: mayRate(c) && !rated(c),
      press: citizenPressed(c, 'news', now).ok,
      wishCall: c.rectification !== undefined && c.rectification.callBack.stoppedAt === undefined,
      checkBack: answerCheckBack(c, true, now).ok,
    },
    ...(rated(c) && c.rating !== undefined ? { rated: c.rating.grade } : {}),
    ...(c.rectification?.wish === undefined ? {} : { wish: c.rectification.wish }),
    ...(c.rectification !== undefined && c.rectification.callBack.stoppedAt === undefined
      ? { callBackDueAt: readFiled(c.office, c.rectification.callBack, now).dueAt }
      : {}),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
}

export function receiptOf(c: Complaint, now: Instant): Receipt {
  const phone = c.person.phone ?? c.person.helper?.phone;
  const contact = readFiled(c.office, c.contact, now);
  const answer = readFiled(c.office, c.answerBy, now);
  return {
    id: c.id,
    number: c.number,
    code: c.code,
    office: c.office,
    title: c.matter.title,
    filedAt: c.filedAt,
    ...(c.notify === 'none' && c.anonymous ? {} : { contactDueAt: contact.dueAt }),
    answerDueAt: answer.dueAt,
    provisional: answer.provisional,
    ...(phone === undefined ? {} : { phoneTail: phone.slice(-4) }),
    ...(c.person.helper === undefined ? {} : { helper: maskName(c.person.helper.name) }),
  };
}
