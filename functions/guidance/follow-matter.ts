/** Somebody asks after their own matter: it is found, shown only to whom it belongs, and what they do with it is done. */
import type { OwnMatter } from '../../models/complaint/views.ts';
import { ComplaintId } from '../../models/ids.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { dayOf } from '../../models/time.ts';
import { heardDigits } from './file-draft.ts';
import { askLastWord, lastWord } from './last-word.ts';
import { rateMatter } from './rate-matter.ts';
import { afterProof, recoverCode } from './recover-code.ts';
import { sayDate } from './say-days.ts';
import { showMatter } from './show-matter.ts';
import { type Offer, type OwnTalk, type Said, type Scene, offer, said } from './talk.ts';

export async function followMatter(scene: Scene, value: string): Promise<Said> {
  const [what = '', named = ''] = value.split(' ');
  const { own } = scene.talk;
  switch (what) {
    case 'progress':
      return progress(scene);
    case 'named':
      return byNumber(scene, named);
    case 'phone':
    case 'resend':
    case 'digits':
    case 'receipt-code':
      return prove(scene, what);
    case 'lost':
    case 'lost-phone':
    case 'lost-nameless':
    case 'lost-number-too':
      return recoverCode(scene, what, named);
    case 'phone-changed':
      return said(
        { say: scene.p.matters.phoneChanged, offers: [offer(scene.p.buttons.officer, 'command:person')] },
        { talk: { own: undefined }, dialog: 'close' },
      );
  }
  // A grade is named with its matter or alone: `grade:satisfied id`, `grade satisfied`.
  const alone = what === 'grade';
  const id = ComplaintId.safeParse(alone || named === '' ? (own?.id ?? scene.conversation.matters?.at(-1)) : named);
  if (!id.success) return askNumber(scene);
  if (what === 'show') return show(scene, id.data);
  const found = await scene.around.window.read(id.data);
  if (!found.ok) return askNumber(scene);
  const deed = alone ? `grade:${named}` : what;
  return (
    (await rateMatter(scene, found.value, deed)) ??
    (await lastWord(scene, found.value, deed)) ??
    askLastWord(scene, found.value)
  );
}

async function show(scene: Scene, id: ComplaintId, lead = ''): Promise<Said> {
  const found = await scene.around.window.read(id);
  return found.ok ? showMatter(scene, found.value, lead) : askNumber(scene);
}

/** Matters of this talk are shown at once; several are chosen from. */
async function progress(scene: Scene): Promise<Said> {
  const { conversation, around } = scene;
  const ids = conversation.matters ?? [];
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return show(scene, only);
  if (ids.length > 1) {
    const all = await Promise.all(ids.slice(-4).map((id) => around.window.read(id)));
    return choose(
      scene,
      all.flatMap((found) => (found.ok ? [found.value] : [])),
    );
  }
  if (conversation.confirmed !== undefined) return ofPhone(scene, conversation.confirmed);
  const number = conversation.state.name === 'waiting-for-officer' ? conversation.state.number : undefined;
  if (number !== undefined)
    return said({
      say: scene.p.trackMessage(number),
      offers: [offer(scene.p.buttons.officer, 'command:person'), offer(scene.p.buttons.message, 'command:message')],
    });
  return askNumber(scene);
}

function askNumber(scene: Scene): Said {
  return pending(scene, { at: 'number' }, scene.p.matters.askNumber, [
    offer(scene.p.buttons.officer, 'command:person'),
  ]);
}

async function byNumber(scene: Scene, number: string): Promise<Said> {
  const { around, p, language } = scene;
  const m = p.matters;
  const found = await around.window.named(number);
  if (!found.ok)
    return pending(
      scene,
      { at: 'number' },
      found.refusal.kind === 'too-many' ? m.tooManyNumbers : m.noSuchNumber(number),
      [offer(p.buttons.officer, 'command:person')],
    );
  const { id, tail, own } = found.value;
  if (own) return show(scene, id);
  if (tail === undefined)
    return pending(scene, { at: 'receipt-code', id, number }, m.proveByCode, [
      offer(m.buttons.codeLost, 'own:lost'),
      offer(p.buttons.officer, 'command:person'),
    ]);
  const sent = await around.window.sendCodeFor(id);
  return pending(
    scene,
    { at: 'code', id, number },
    sent.ok ? m.proveByPhone(tail) : refusalSentence(sent.refusal, language),
    codeOffers(scene),
  );
}

async function prove(scene: Scene, what: 'phone' | 'resend' | 'digits' | 'receipt-code'): Promise<Said> {
  const { around, p, heard, language, talk } = scene;
  const m = p.matters;
  const own = talk.own ?? { at: 'number' as const };
  const id = ComplaintId.safeParse(own.id);
  if (what === 'phone') {
    const phone = heard.entities.find((e) => e.kind === 'phone')?.value ?? '';
    const sent = await around.window.sendCode(phone);
    const say = sent.ok ? m.codeToPhone(sent.value.tail) : refusalSentence(sent.refusal, language);
    return pending(scene, { at: 'phone-code', phone }, say, codeOffers(scene));
  }
  if (what === 'receipt-code') {
    const code = heard.text.replace(/[\s-]/g, '').toUpperCase();
    const checked = await around.window.checkReceiptCode(own.number ?? '', code);
    return checked.ok
      ? show(scene, checked.value, m.matched)
      : pending(scene, own, refusalSentence(checked.refusal, language), [offer(p.buttons.officer, 'command:person')]);
  }
  if (what === 'resend') {
    const sent =
      own.phone === undefined && id.success
        ? await around.window.sendCodeFor(id.data)
        : await around.window.sendCode(own.phone ?? '');
    const say = sent.ok ? m.codeAgain(sent.value.tail) : refusalSentence(sent.refusal, language);
    return pending(scene, own, say, codeOffers(scene));
  }
  const digits = heardDigits(scene);
  if (digits.length !== 6) return pending(scene, own, m.codeShape, codeOffers(scene));
  const checked =
    own.phone === undefined && id.success
      ? await around.window.checkCodeFor(id.data, digits)
      : await around.window.checkCode(own.phone ?? '', digits);
  if (!checked.ok) return pending(scene, own, refusalSentence(checked.refusal, language), codeOffers(scene));
  if (own.at === 'lost-code') return afterProof(scene, own);
  return own.phone === undefined && id.success ? show(scene, id.data, m.matched) : ofPhone(scene, own.phone ?? '');
}

/** Everything under a phone that was just, or before, shown to be this person's. */
async function ofPhone(scene: Scene, phone: string): Promise<Said> {
  const { around, p } = scene;
  const all = await around.window.ofPhone(phone);
  const change = { confirmed: phone, phone };
  const [only] = all;
  if (only === undefined) {
    const none = said(
      {
        say: p.matters.noneOfPhone,
        offers: [offer(p.matters.buttons.register, 'report:begin'), offer(p.buttons.officer, 'command:person')],
      },
      { talk: { own: { at: 'number' } }, change, dialog: { name: 'own' } },
    );
    return none;
  }
  const shown = all.length === 1 ? showMatter(scene, only) : choose(scene, all);
  return { ...shown, change: { ...shown.change, ...change } };
}

function choose(scene: Scene, all: readonly Pick<OwnMatter, 'id' | 'number' | 'filedAt'>[]): Said {
  const { p } = scene;
  return said(
    {
      say: p.matters.which,
      offers: all
        .slice(0, 5)
        .map(({ id, number, filedAt }) =>
          offer(`${number} ${p.matters.filedOn(sayDate(dayOf(filedAt), p))}`, `own:show ${id}`),
        ),
    },
    { talk: { own: { at: 'number' } }, dialog: 'close' },
  );
}

const pending = (_scene: Scene, own: OwnTalk, say: string, offers: readonly Offer[] = []): Said =>
  said({ say, offers }, { talk: { own }, dialog: { name: 'own' } });

const codeOffers = ({ p }: Scene): Offer[] => [
  offer(p.matters.buttons.noneArrived, 'own:resend'),
  offer(p.matters.buttons.phoneChanged, 'own:phone-changed'),
];
