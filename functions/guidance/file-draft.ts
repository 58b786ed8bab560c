/** The last steps of a report: a phone that is confirmed by a code, a look whether it was reported before, the filing, the receipt. */
import { type MatterDraft, reportOf } from '../../models/complaint/draft.ts';
import type { FileComplaint } from '../../models/complaint/requests.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { dayOf } from '../../models/time.ts';
import { consentIn } from './hear-report.ts';
import { sayDate } from './say-days.ts';
import { draftOffers, keepDraft } from './show-draft.ts';
import { showReceipt } from './show-receipt.ts';
import { type Offer, type Said, type Scene, offer, said } from './talk.ts';

/** The talk as it stands when the person decides; what is said after it stays out. */
export const talkUpTo = ({ conversation }: Scene, attach: boolean): number =>
  attach ? Math.max(1, conversation.lastSeq) : 0;

export function putAside(scene: Scene, draft: MatterDraft): Said {
  const { p } = scene;
  return said(
    {
      say: p.matters.paused,
      offers: [
        offer(p.matters.buttons.goOn, 'report:continue'),
        offer(p.matters.buttons.drop, 'report:drop'),
        offer(p.buttons.person, 'command:person'),
      ],
    },
    { talk: { draft }, dialog: 'close' },
  );
}

export async function goToPhone(scene: Scene, draft: MatterDraft, say?: string): Promise<Said> {
  const m = scene.p.matters;
  const { phone: _other, ...open } = draft;
  const nameless = await scene.around.window.mayBeNameless(reportFrom(scene, open));
  return keepDraft(
    scene,
    { ...open, at: 'phone' },
    [say ?? m.askPhone((draft.upTo ?? 0) > 0), nameless ? m.namelessToo : ''].filter((t) => t !== '').join(m.gap),
    nameless ? [offer(m.buttons.nameless, 'report:nameless')] : [],
  );
}

/** The number that the message brings, perhaps with the word about the talk in the same breath. */
export function withPhone(scene: Scene, draft: MatterDraft): MatterDraft {
  const { heard } = scene;
  const phone = mobileIn(heard.entities);
  const consent = consentIn(heard.plain);
  const { nameless: _named, ...rest } = draft;
  return {
    ...(phone === undefined ? draft : { ...rest, phone }),
    ...(consent === undefined ? {} : { upTo: talkUpTo(scene, consent === 'attach') }),
  };
}

export const mobileIn = (entities: Scene['heard']['entities']): string | undefined =>
  entities.findLast((e) => e.kind === 'phone' && isMobile(e.value))?.value;
export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number);

export async function takeCode(scene: Scene, draft: MatterDraft, value: string): Promise<Said> {
  const { window } = scene.around;
  const m = scene.p.matters;
  if (value === 'nameless') {
    const { phone: _none, ...rest } = draft;
    if (!(await window.mayBeNameless(reportFrom(scene, rest))))
      return keepDraft(scene, draft, m.phoneNeeded, [offer(scene.p.buttons.officer, 'command:person')]);
    const next = { ...rest, nameless: true };
    return next.upTo === undefined
      ? keepDraft(scene, { ...next, at: 'check' }, m.askTalkAgain, draftOffers(scene, true))
      : fileDraft(scene, next);
  }
  const { phone } = draft;
  if (phone === undefined) return goToPhone(scene, draft);
  if (value === 'resend') return sendCode(scene, draft, phone, true);
  const digits = heardDigits(scene);
  if (digits.length !== 6) return keepDraft(scene, draft, m.codeShape, codeOffers(scene));
  const checked = await window.checkCode(phone, digits);
  if (checked.ok) return fileDraft({ ...scene, conversation: { ...scene.conversation, confirmed: phone } }, draft);
  // Handed in already, by the same message before its answer was lost or by the one that came just before it.
  const filed = await window.receipt(draft.id);
  if (filed.ok) return showReceipt(scene, filed.value, draft);
  return keepDraft(scene, draft, refusalSentence(checked.refusal, scene.language), codeOffers(scene));
}

export function takeSame(scene: Scene, draft: MatterDraft, same: boolean): Promise<Said> {
  return same ? follow(scene, draft) : fileDraft(scene, { ...draft, asked: [...draft.asked, 'same'] });
}

/** What was told goes to the matter that is there already. */
async function follow(scene: Scene, draft: MatterDraft): Promise<Said> {
  const { around, p } = scene;
  const report = reportFrom(scene, draft);
  const twin = await around.window.alike(report);
  if (twin === undefined) return fileDraft(scene, { ...draft, asked: [...draft.asked, 'same'] });
  const text = report.matter.what;
  // One that was answered and is not done goes on under its number, a level up; one that is open takes the words in.
  const added = await around.window.act(
    twin.id,
    twin.may.confirm ? { act: 'reopen', text } : { act: 'add', text, attachments: report.attachments },
  );
  if (!added.ok) return keepDraft(scene, draft, refusalSentence(added.refusal, scene.language));
  return said(
    {
      say: p.matters.followed(twin.number),
      offers: [
        offer(p.matters.buttons.track, `own:show ${twin.id}`),
        offer(p.matters.buttons.add, `own:add ${twin.id}`),
      ],
    },
    {
      talk: { draft: undefined, unanswered: [], own: { at: 'shown', id: twin.id, number: twin.number } },
      change: { ...confirmedBy(draft), matters: withMatter(scene, twin.id) },
      dialog: 'close',
    },
  );
}

/** Nothing is missing: the phone is confirmed if one was given, a likely twin is asked about once, then it is filed. */
export async function fileDraft(scene: Scene, draft: MatterDraft): Promise<Said> {
  const { around, conversation, p } = scene;
  const m = p.matters;
  const { phone } = draft;
  if (phone !== undefined && phone !== conversation.confirmed)
    return draft.at === 'code' && scene.talk.draft?.phone === phone
      ? keepDraft(scene, draft, m.codeWaiting(phone.slice(-4)), codeOffers(scene))
      : sendCode(scene, draft, phone, false);
  const report = reportFrom(scene, draft);
  const change = { ...confirmedBy(draft) };
  if (!draft.asked.includes('same')) {
    const twin = await around.window.alike(report);
    if (twin !== undefined) {
      const asked = keepDraft(
        scene,
        { ...draft, at: 'same' },
        m.same(twin.number, sayDate(dayOf(twin.filedAt), p), twin.may.confirm),
        [offer(m.buttons.same, 'report:same'), offer(m.buttons.notSame, 'report:not-same')],
      );
      return { ...asked, change };
    }
  }
  const filed = await around.window.file(report, draft.upTo ?? 0);
  if (filed.ok) return showReceipt(scene, filed.value, draft);
  const again = keepDraft(scene, { ...draft, at: 'check' }, m.notFiled, draftOffers(scene, false));
  return { ...again, change };
}

async function sendCode(scene: Scene, draft: MatterDraft, phone: string, again: boolean): Promise<Said> {
  const m = scene.p.matters;
  const sent = await scene.around.window.sendCode(phone);
  const attached = draft.upTo === undefined ? undefined : draft.upTo > 0;
  const say = sent.ok
    ? again
      ? m.codeAgain(sent.value.tail)
      : m.codeSent(sent.value.tail, attached)
    : refusalSentence(sent.refusal, scene.language);
  return keepDraft(scene, { ...draft, at: 'code' }, say, codeOffers(scene));
}

export const heardDigits = ({ heard }: Scene): string => heard.text.normalize('NFKC').replace(/\D/g, '');

const codeOffers = ({ p }: Scene): Offer[] => [
  offer(p.matters.buttons.noneArrived, 'report:resend'),
  offer(p.matters.buttons.otherPhone, 'report:other-phone'),
  offer(p.matters.buttons.edit, 'report:edit'),
];

const reportFrom = (scene: Scene, draft: MatterDraft): FileComplaint => {
  const { toldLine, lenderLine, asksLine } = scene.p.matters;
  return reportOf(draft, {
    office: scene.conversation.office,
    language: scene.language,
    channel: scene.conversation.channel,
    words: { told: toldLine, lender: lenderLine, asks: asksLine },
  });
};

const confirmedBy = ({ phone }: MatterDraft): { confirmed?: string; phone?: string } =>
  phone === undefined ? {} : { confirmed: phone, phone };

export const withMatter = ({ conversation }: Scene, id: string): never =>
  [...(conversation.matters ?? []).filter((known) => known !== id), id].slice(-20) as never;
