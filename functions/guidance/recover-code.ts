/** The query code is lost: number and phone bring it back, once a code has shown that the phone is this person's. */
import type { Receipt } from '../../models/complaint/views.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { dayOf } from '../../models/time.ts';
import { withMatter } from './file-draft.ts';
import { sayDay, sayInstant } from './say-days.ts';
import { receiptCard } from './show-receipt.ts';
import { type Offer, type OwnTalk, type Said, type Scene, offer, said } from './talk.ts';

/** What a message means here, as values of the move `own`. */
export async function recoverCode(scene: Scene, what: string, named: string): Promise<Said> {
  const { talk, p } = scene;
  switch (what) {
    case 'lost-phone':
      return sendCode(scene, talk.own?.number);
    case 'lost-nameless':
      return nothingToProveBy(scene);
    case 'lost-number-too':
      return ask(scene, { at: 'number' }, p.matters.askNumber);
    default:
      // Asked for its code, a matter without a phone: there is nothing that could be confirmed.
      if (talk.own?.at === 'receipt-code' && named === '') return nothingToProveBy(scene);
      return named === '' ? ofKnown(scene) : begin(scene, named);
  }
}

/** The matter that the talk is about or the only one of this talk; else its number is asked for. */
async function ofKnown(scene: Scene): Promise<Said> {
  const { conversation, talk, around, p } = scene;
  const matters = conversation.matters ?? [];
  const id = matters.find((one) => one === talk.own?.id) ?? (matters.length === 1 ? matters[0] : undefined);
  const own = id === undefined ? undefined : await around.window.receipt(id);
  return own?.ok === true ? show(scene, own.value) : ask(scene, { at: 'lost-number' }, p.matters.lostNumber);
}

/** A phone that was confirmed in this talk is not confirmed again. */
async function begin(scene: Scene, number: string): Promise<Said> {
  const { conversation, around, p } = scene;
  const phone = conversation.confirmed;
  const known = phone === undefined ? undefined : await around.window.receiptAgain(number, phone);
  if (known?.ok === true) return show(scene, known.value);
  if (known?.refusal.kind === 'too-many') return ask(scene, { at: 'lost-number' }, p.matters.tooManyNumbers);
  return ask(scene, { at: 'lost-phone', number }, p.matters.lostPhone(number));
}

async function sendCode(scene: Scene, number: string | undefined): Promise<Said> {
  const { around, heard, p, language } = scene;
  const phone = heard.entities.find((e) => e.kind === 'phone')?.value ?? '';
  const sent = await around.window.sendCode(phone);
  const say = sent.ok ? p.matters.lostSent(sent.value.tail) : refusalSentence(sent.refusal, language);
  return ask(scene, { at: 'lost-code', phone, ...(number === undefined ? {} : { number }) }, say, [
    offer(p.matters.buttons.noneArrived, 'own:resend'),
    offer(p.matters.buttons.phoneChanged, 'own:phone-changed'),
  ]);
}

/** The digits were right. */
export async function afterProof(scene: Scene, { number = '', phone = '' }: OwnTalk): Promise<Said> {
  const { around, p } = scene;
  const m = p.matters;
  const change = { confirmed: phone, phone };
  const again = await around.window.receiptAgain(number, phone);
  if (again.ok) {
    const shown = show(scene, again.value);
    return { ...shown, change: { ...shown.change, ...change } };
  }
  const say = again.refusal.kind === 'too-many' ? m.tooManyNumbers : m.lostNoFit;
  const none = ask(scene, { at: 'lost-number' }, say, [
    offer(m.buttons.ofThisPhone, 'own:progress'),
    offer(m.buttons.register, 'report:begin'),
    offer(p.buttons.officer, 'command:person'),
  ]);
  return { ...none, change };
}

function show(scene: Scene, receipt: Receipt): Said {
  const { p, now } = scene;
  const m = p.matters;
  const contact = receipt.contactDueAt === undefined ? undefined : sayInstant(receipt.contactDueAt, now, p);
  return said(
    {
      say: m.lostFound(receipt.number),
      card: receiptCard(scene, m.receiptTitle, receipt, contact, sayDay(dayOf(receipt.answerDueAt), p)),
      offers: [offer(m.buttons.track, `own:show ${receipt.id}`), offer(m.buttons.add, `own:add ${receipt.id}`)],
    },
    {
      talk: { own: { at: 'shown', id: receipt.id, number: receipt.number } },
      change: { matters: withMatter(scene, receipt.id) },
      dialog: 'close',
    },
  );
}

const nothingToProveBy = ({ p }: Scene): Said =>
  said(
    {
      say: p.matters.lostNoPhone,
      offers: [offer(p.matters.buttons.register, 'report:begin'), offer(p.buttons.officer, 'command:person')],
    },
    { talk: { own: undefined }, dialog: 'close' },
  );

const ask = ({ p }: Scene, own: OwnTalk, say: string, offers?: readonly Offer[]): Said =>
  said(
    { say, offers: offers ?? [offer(p.buttons.officer, 'command:person')] },
    { talk: { own }, dialog: { name: 'own' } },
  );
