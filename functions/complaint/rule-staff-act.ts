/** Which rule belongs to which deed, and where its words are kept. */
import type { Officer } from '../../models/access/staff.ts';
import { accept, askDecline, decideDecline, sort } from '../../models/complaint/changes/decide.ts';
import { askExtension, conclude, decideExtension, readReport } from '../../models/complaint/changes/conclude.ts';
import { callBack, rectify } from '../../models/complaint/changes/finish.ts';
import { assign, claim, raise, transfer } from '../../models/complaint/changes/hand.ts';
import { answerSupervision, link, supervise } from '../../models/complaint/changes/merge.ts';
import { askReveal, decideReveal } from '../../models/complaint/changes/reveal.ts';
import { askCitizen, noteContact, officeWrote, resume } from '../../models/complaint/changes/wait.ts';
import { PHOTOS_A_MATTER, type Complaint, type Owner } from '../../models/complaint/complaint.ts';
import type { Memo } from '../../models/complaint/entry.ts';
import type { StaffAct } from '../../models/complaint/requests.ts';
import { canBeDone } from '../../models/guidance/can-be-done.ts';
import type { AttachmentId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import { mentionsFor } from '../conversation/tell-mentioned.ts';
import type { Deps } from '../deps.ts';
import type { EntryDraft, MemoDraft, Ruled } from './change-complaint.ts';

type Plain = Exclude<StaffAct, { act: 'merge' | 'unmerge' }>;

export const photosOf = (what: StaffAct): AttachmentId[] =>
  'attachments' in what ? [...new Set(what.attachments ?? [])] : [];

export async function ruleStaffAct(
  deps: Deps,
  by: Officer,
  c: Complaint,
  what: Plain,
  now: Instant,
): Promise<Outcome<Ruled>> {
  const memo = (kind: Memo['kind'], text: string | undefined): Pick<Ruled, 'memos'> =>
    text === undefined || text.trim() === ''
      ? {}
      : { memos: [{ by: by.id, byName: by.name, kind, text } satisfies MemoDraft] };
  const papers = photosOf(what);
  const said = (kind: EntryDraft['kind'], text: string): Pick<Ruled, 'entries'> => ({
    entries: [{ from: 'officer', by: by.id, byName: by.name, kind, text, attachments: papers }],
  });
  const attachments = [...new Set([...c.attachments, ...papers])];
  if (attachments.length > PHOTOS_A_MATTER) return refused('bad-input', 'a matter has forty photos at most');
  const with_ = (ruled: Outcome<Complaint>, more: Omit<Ruled, 'complaint'> = {}): Outcome<Ruled> =>
    ruled.ok
      ? done({ complaint: papers.length === 0 ? ruled.value : { ...ruled.value, attachments }, ...more })
      : ruled;

  switch (what.act) {
    case 'accept': {
      const { act: _act, take, ...decision } = what;
      return with_(accept(c, by, plain(decision), take, now));
    }
    case 'sort': {
      const { act: _act, ...decision } = what;
      return with_(sort(c, by, plain(decision), now));
    }
    case 'ask-decline':
      return with_(askDecline(c, by, what.decline, now));
    case 'decide-decline': {
      const asked = c.declineAsked?.decline;
      const told = what.agree && asked !== undefined ? said('decline', declineText(asked)) : {};
      return with_(decideDecline(c, by, what.agree, now), { ...told, ...memo('decline', what.words) });
    }
    case 'claim':
      return with_(claim(c, by, now));
    case 'assign': {
      const to = await colleague(deps, c, what.to);
      return to.ok ? with_(assign(c, by, to.value, now)) : to;
    }
    case 'transfer': {
      const to = what.to === undefined ? done(undefined) : await colleague(deps, c, what.to);
      return to.ok ? with_(transfer(c, by, to.value, now), memo('transfer', what.reason)) : to;
    }
    case 'raise':
      return with_(raise(c, by, now), memo('transfer', what.reason));
    case 'contact':
      return with_(noteContact(c, by, what.reached, now), memo(what.how, what.words));
    case 'message':
      return with_(officeWrote(c, by, now), said('message', what.text));
    case 'ask':
      return with_(askCitizen(c, by, what.for, now), said('question', what.text));
    case 'resume':
      return with_(resume(c, now, by), memo('note', what.reason));
    case 'answer': {
      const { answer } = what;
      const doable = c.service !== undefined && canBeDone(c.office, c.service);
      const report = answer.outcome === 'not-possible' ? memo('report', answer.report) : {};
      return with_(conclude(c, by, answer, what.cause, doable, now), { ...said('answer', answer.text), ...report });
    }
    case 'ask-extension':
      return with_(askExtension(c, by, what.days, now), memo('extension', what.reason));
    case 'decide-extension':
      return with_(decideExtension(c, by, what.approve, now), memo('extension', what.words));
    case 'read-report':
      return with_(readReport(c, by, now));
    case 'ask-reveal': {
      const id = deps.newId();
      const reason: MemoDraft = { id, by: by.id, byName: by.name, kind: 'reveal-ask', text: what.reason };
      return with_(askReveal(c, by, { id, field: what.field }, now), { memos: [reason] });
    }
    case 'decide-reveal': {
      if (!what.grant && (what.words ?? '') === '') return refused('bad-input', 'a refusal says why');
      const decided = decideReveal(c, by, what, now);
      const asked = c.revealAsks?.find(({ id }) => id === what.ask);
      if (!decided.ok || asked === undefined) return with_(decided);
      const { office, id, number } = c;
      const mentions = await mentionsFor(
        deps,
        by,
        [asked.by],
        { of: 'matter', office, id, number },
        { note: asked.id, at: now, why: what.grant ? 'reveal-granted' : 'reveal-refused' },
      );
      return with_(decided, { ...memo('reveal-answer', what.words), mentions });
    }
    case 'call-back':
      return with_(callBack(c, by, what.reached, now), memo('call-back', what.words));
    case 'rectify':
      return with_(rectify(c, by, now), said('rectification', what.text));
    case 'link':
      return with_(link(c, by, { to: what.to, id: what.id }, now));
    case 'supervise':
      return with_(supervise(c, by, what.dueAt, now), memo('supervision', what.words));
    case 'answer-supervision':
      return with_(answerSupervision(c, by, now), memo('supervision', what.words));
    case 'list-tick': {
      const checklist = c.checklist.map((item) => {
        if (item.id !== what.item) return item;
        const { doneBy: _doneBy, ...open } = item;
        return what.done ? { ...open, doneBy: by.id } : open;
      });
      return done({ complaint: { ...c, checklist } });
    }
    case 'list-add': {
      const checklist = [...c.checklist, ...what.texts.map((text) => ({ id: deps.newId(), text }))];
      if (checklist.length > 40) return refused('bad-input', 'a checklist has forty points at most');
      return done({ complaint: { ...c, checklist } });
    }
  }
}

async function colleague(deps: Deps, c: Complaint, id: StaffId): Promise<Outcome<Owner>> {
  const found = await deps.staff.find(id);
  if (!found.ok || found.value.office !== c.office || !found.value.active)
    return refused('not-found', 'no such colleague in this office');
  if (found.value.role !== 'officer' && found.value.role !== 'manager')
    return refused('bad-input', 'only officers and managers handle matters');
  return done({ id: found.value.id, name: found.value.name });
}

const declineText = ({ reasons, goTo }: NonNullable<Complaint['declineAsked']>['decline']): string =>
  [...reasons, goTo].join('\n');

/** Leaves out what is undefined, as the record's types want it. */
const plain = (decision: object): never =>
  Object.fromEntries(Object.entries(decision).filter(([, value]) => value !== undefined)) as never;
