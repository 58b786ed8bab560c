/** The receipt of a report: its number, the code to look it up, and by when somebody calls and answers. */
import type { MatterDraft } from '../../models/complaint/draft.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import type { Card } from '../../models/conversation/content.ts';
import { dayOf } from '../../models/time.ts';
import { sayDay, sayInstant } from './say-days.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

export function showReceipt(scene: Scene, receipt: Receipt, draft: MatterDraft): Said {
  const { p, now, conversation } = scene;
  const m = p.matters;
  const contact = receipt.contactDueAt === undefined ? undefined : sayInstant(receipt.contactDueAt, now, p);
  const answer = sayDay(dayOf(receipt.answerDueAt), p);
  const more = [draft.said === undefined ? '' : m.checkedOnSite, receipt.provisional ? m.provisional : ''];
  return said(
    {
      say: [m.filed(receipt.number, contact, answer, draft.phone === undefined), ...more]
        .filter((t) => t !== '')
        .join(m.gap),
      card: receiptCard(scene, m.receiptTitle, receipt, contact, answer),
      offers: [offer(m.buttons.track, `own:show ${receipt.id}`), offer(m.buttons.add, `own:add ${receipt.id}`)],
    },
    {
      talk: { draft: undefined, unanswered: [], own: { at: 'shown', id: receipt.id, number: receipt.number } },
      change: {
        ...(draft.phone === undefined ? {} : { confirmed: draft.phone, phone: draft.phone }),
        matters: [...(conversation.matters ?? []).filter((id) => id !== receipt.id), receipt.id].slice(-20),
        failedTurns: 0,
      },
      dialog: 'close',
    },
  );
}

export function receiptCard(
  { p, language }: Scene,
  title: string,
  { number, code }: { number: string; code?: string },
  contact: string | undefined,
  answer: string,
  numberNote = '',
): Card {
  const m = p.matters;
  return {
    type: 'receipt',
    title,
    items: [
      { text: `${m.numberRow(number)}${numberNote}` },
      ...(code === undefined ? [] : [{ text: m.codeOf(code), note: m.codeNote, secret: true }]),
      ...(contact === undefined ? [] : [{ text: m.contactRow(contact) }]),
      { text: m.answerRow(answer) },
      { text: m.reopenRow },
    ],
    link: {
      label: m.trackLink,
      href: `/track?number=${encodeURIComponent(number)}${language === 'en' ? '&lang=en' : ''}`,
    },
  };
}
