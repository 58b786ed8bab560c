/** Writes a report to the “办不成事” window in the talk: takes over what was said, asks only what is missing, one thing at a time. */
import { type MatterDraft, missingIn } from '../../models/complaint/draft.ts';
import type { AttachmentId } from '../../models/ids.ts';
import { amended, draftFromTalk } from '../complaint/draft-from-talk.ts';
import {
  fileDraft,
  goToPhone,
  isMobile,
  mobileIn,
  putAside,
  takeCode,
  takeSame,
  talkUpTo,
  withPhone,
} from './file-draft.ts';
import { saysMore } from './hear-report.ts';
import { draftCard, draftOffers, keepDraft } from './show-draft.ts';
import { serviceOf, wantedOf, wordsTaken } from './take-report-words.ts';
import { toldInWords } from './summarise.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

export async function registerMatter(scene: Scene, value: string): Promise<Said> {
  const { draft } = scene.talk;
  if (draft === undefined) return value === 'begin' ? begin(scene) : nothingOpen(scene, value);
  const [what = '', rest = ''] = value.split(/:(.*)/s);
  const words = scene.heard.text;
  switch (what) {
    case 'begin':
      return saysMore(scene) ? goOn(scene, amended(draft, words, wantedOf(scene)), 'added') : goOn(scene, draft);
    case 'continue':
      return goOn(scene, draft);
    case 'photo': {
      const photos = [...draft.photos, rest as AttachmentId].slice(-12);
      const next = { ...draft, photos };
      return draft.at === 'check' ? show(scene, next, 'photo') : keepDraft(scene, next, photoSay(scene, photos.length));
    }
    case 'words':
      return takeWords(scene, draft);
    case 'skip':
      return goOn(scene, { ...draft, asked: [...draft.asked, draft.at === 'service' ? 'service' : 'account'] });
    case 'submit':
      return keepDraft(scene, { ...draft, at: 'check' }, scene.p.matters.askTalkAgain, draftOffers(scene, true));
    case 'attach':
    case 'plain':
      return goOn(scene, consented(scene, draft, what === 'attach'));
    case 'edit':
      return keepDraft(scene, { ...draft, at: 'edit' }, scene.p.matters.askEdit, [
        offer(scene.p.matters.buttons.rewrite, 'report:rewrite'),
        offer(scene.p.matters.buttons.goOn, 'report:continue'),
      ]);
    case 'rewrite': {
      const { what: _what, said: _said, visits: _visits, wanted: _wanted, upTo: _upTo, ...rest_ } = draft;
      return ask(scene, { ...rest_, at: 'what', asked: [] });
    }
    case 'phone':
      return takePhone(scene, draft);
    case 'unclear':
      return keepDraft(scene, draft, scene.p.matters.phoneUnclear);
    case 'other-phone':
      return goToPhone(scene, draft, scene.p.matters.otherPhone);
    case 'nameless':
    case 'code':
    case 'resend':
      return takeCode(scene, draft, what);
    case 'same':
    case 'not-same':
      return takeSame(scene, draft, what === 'same');
    case 'drop':
      return said(
        { say: scene.p.matters.dropped, offers: [offer(scene.p.buttons.person, 'command:person')] },
        { talk: { draft: undefined }, dialog: 'close' },
      );
    default:
      return putAside(scene, draft);
  }
}

async function begin(scene: Scene): Promise<Said> {
  const { around, talk, heard, conversation, p } = scene;
  const values = toldInWords(conversation.told).map(({ value }) => value);
  const tells = saysMore(scene);
  const phone = mobileIn(heard.entities) ?? conversation.phone;
  const draft = draftFromTalk(await around.window.newId(), {
    said: await around.window.said(),
    now: heard.text,
    nowTells: tells,
    ...serviceOf(scene, tells),
    told: values.join(p.and),
    unanswered: talk.unanswered ?? [],
    photos: talk.photos ?? [],
    wantedFor: wantedOf(scene),
  });
  // A number that was given before is not asked for again; whether it is theirs, a code shows.
  return goOn(scene, phone !== undefined && isMobile(phone) ? { ...draft, phone } : draft);
}

const nothingOpen = (scene: Scene, value: string): Promise<Said> =>
  value === 'pause'
    ? Promise.resolve(
        said(
          { say: scene.p.matters.notNow, offers: [offer(scene.p.buttons.person, 'command:person')] },
          { dialog: 'close' },
        ),
      )
    : begin(scene);

/** Whatever is missing next; nothing missing: it is handed in. */
async function goOn(scene: Scene, draft: MatterDraft, because?: 'added'): Promise<Said> {
  const { conversation } = scene;
  const bound = draft.phone ?? (draft.nameless === true ? undefined : conversation.confirmed);
  const known = bound === undefined ? draft : { ...draft, phone: bound };
  const next = missingIn(known);
  if (next === 'check') return show(scene, known, because);
  if (next === 'phone') return goToPhone(scene, known);
  return next === undefined ? fileDraft(scene, known) : ask(scene, { ...known, at: next });
}

/** Seen already and only the word about the talk is missing: asked for without the card. */
function takePhone(scene: Scene, draft: MatterDraft): Promise<Said> | Said {
  const next = withPhone(scene, draft);
  if (next.phone === undefined) return keepDraft(scene, draft, scene.p.matters.phoneUnclear);
  return draft.at === 'check' && next.upTo === undefined
    ? keepDraft(scene, next, scene.p.matters.askTalk(next.phone.slice(-4)), draftOffers(scene, true))
    : goOn(scene, next);
}

function takeWords(scene: Scene, draft: MatterDraft): Promise<Said> | Said {
  const next = wordsTaken(scene, draft);
  if (next === undefined) return keepDraft(scene, draft, scene.p.matters.nameUnclear);
  // After a correction the person sees it again before anything is handed in.
  if (draft.at === 'check' || draft.at === 'edit') return show(scene, next, draft.at === 'edit' ? 'edited' : 'added');
  return goOn(scene, next);
}

function consented(scene: Scene, draft: MatterDraft, attach: boolean): MatterDraft {
  return { ...draft, upTo: talkUpTo(scene, attach) };
}

function ask(scene: Scene, draft: MatterDraft): Said {
  const m = scene.p.matters;
  const skip = offer(m.buttons.skip, 'report:skip');
  switch (draft.at) {
    case 'whose':
      return keepDraft(scene, draft, m.askWhose(draft.helper?.relation ?? ''));
    case 'writer':
      return keepDraft(scene, draft, m.askWriter);
    case 'service':
      return keepDraft(scene, draft, m.askService, [skip]);
    case 'account':
      return keepDraft(scene, draft, m.askAccount, [skip]);
    default:
      return keepDraft(scene, draft, scene.elder ? m.askWhatElder : m.askWhat);
  }
}

function show(scene: Scene, draft: MatterDraft, because?: 'added' | 'edited' | 'photo'): Said {
  const m = scene.p.matters;
  const tail = draft.phone?.slice(-4);
  const bound =
    tail === undefined
      ? undefined
      : draft.phone === scene.conversation.confirmed
        ? m.boundPhone(tail)
        : m.givenPhone(tail);
  const lead = { added: m.added, edited: m.readyAgain, photo: photoSay(scene, draft.photos.length) };
  const { upTo: _again, ...open } = draft;
  return {
    ...keepDraft(scene, { ...open, at: 'check' }, '', draftOffers(scene, false)),
    replies: [
      {
        say: [
          because === undefined ? m.ready : lead[because],
          bound ?? (draft.nameless === true ? '' : m.onlyPhone),
          m.andTalk,
        ]
          .filter((part) => part !== '')
          .join(m.gap),
        card: draftCard(scene, draft),
        offers: draftOffers(scene, false),
      },
    ],
  };
}

const photoSay = ({ p }: Scene, count: number): string => p.matters.photoAdded(count);
