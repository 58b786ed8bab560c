/** Takes a message for an officer: the words, then a number to call back if the person wants to give one, then a receipt. */
import type { Effect } from '../../models/conversation/bot.ts';
import { openingAt } from '../../models/office/opening.ts';
import { keepTime } from './call-back.ts';
import { lookedAt } from './looked-at.ts';
import { summarise } from './summarise.ts';
import { type OpenDialog, type Said, type Scene, offer, said, topicOf } from './talk.ts';

type Open = Extract<OpenDialog, { name: 'message' }>;

/** With a matter on the table the words are known already; only the number is missing. */
export function startMessage(scene: Scene, how: { callBack: boolean; words?: string }): Said {
  const { p, conversation } = scene;
  const what = how.words ?? wordsKnown(scene);
  const more = { callBack: how.callBack };
  if (what === undefined && !how.callBack)
    return said(
      {
        say: p.askMessage,
        offers: [offer(p.buttons.cancel, 'command:cancel')],
      },
      { dialog: { name: 'message', stage: 'what', ...more } },
    );
  if ((conversation.confirmed ?? conversation.phone) === undefined)
    return said(
      { say: p.askPhone(lookedAt(scene)), offers: [offer(p.buttons.noPhone, 'settle:none')] },
      { dialog: { name: 'message', stage: 'phone', ...more, ...(what === undefined ? {} : { what }) } },
    );
  return { replies: [], dialog: { name: 'message', stage: 'phone', ...more, ...(what === undefined ? {} : { what }) } };
}

function wordsKnown(scene: Scene): string | undefined {
  const { conversation } = scene;
  const waiting = conversation.state.name === 'waiting-for-officer' ? conversation.summary?.need : undefined;
  return waiting ?? (topicOf(scene) === undefined ? undefined : '');
}

/** One step of taking the message. */
export async function continueMessage(scene: Scene, open: Open, value: string): Promise<Said> {
  const { p, heard, conversation } = scene;
  if (open.stage === 'what') {
    const phone = heard.entities.find((e) => e.kind === 'phone')?.value ?? conversation.phone;
    const next: Open = { ...open, stage: 'phone', what: heard.text.slice(0, 1000) };
    if (phone !== undefined) return finishMessage(scene, next, phone);
    return said(
      { say: p.askPhone(lookedAt(scene)), offers: [offer(p.buttons.noPhone, 'settle:none')] },
      { dialog: next },
    );
  }
  if (value === 'unclear')
    return said({ say: p.phoneUnclear, offers: [offer(p.buttons.noPhone, 'settle:none')] }, { dialog: open });
  return finishMessage(
    scene,
    open,
    value === 'none' ? undefined : heard.entities.find((e) => e.kind === 'phone')?.value,
  );
}

export async function finishMessage(scene: Scene, open: Open, phone: string | undefined): Promise<Said> {
  const { p, around, conversation } = scene;
  const known = conversation.state.name === 'waiting-for-officer' ? conversation.state.number : undefined;
  const number = known ?? (await around.nextMessageNumber());
  const kept = phone === undefined ? undefined : await keepTime(scene, phone, number, open.what);
  // Settled at once: nobody has to look for it in the list before.
  if (kept?.talk?.callBack?.at === 'booked') return kept;
  const summary = summarise(scene, open.what === undefined || open.what === '' ? undefined : open.what);
  const effect: Effect = {
    do: 'hand-over',
    reason: 'asked',
    kind: 'message',
    summary,
    number,
    ...(phone === undefined ? {} : { callBack: true }),
  };
  const left = { effects: [effect], ...(phone === undefined ? {} : { change: { phone } }) };
  if (kept !== undefined) return { ...kept, ...left };
  const when = openingAt(scene.office, scene.now).open ? p.withinToday : p.after(lookedAt(scene));
  const tail = phone?.slice(-4);
  return said(
    {
      say: p.messageTaken(number, when, tail),
      card: {
        type: 'receipt',
        title: p.receiptTitle,
        items: [p.receiptNumber(number), p.receiptWhen(when), ...(tail === undefined ? [] : [p.receiptTail(tail)])].map(
          (text) => ({ text }),
        ),
      },
      offers: [offer(p.buttons.cancelCall, 'command:cancel'), offer(p.buttons.stuck, 'mood:tell')],
    },
    { ...left, dialog: 'close' },
  );
}
