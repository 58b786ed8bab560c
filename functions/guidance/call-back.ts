/** Settles when the office calls: the first time that fits is kept at once, a code shows whose phone it is, and any other time is one tap away. */
import type { CallTime, CallWish } from '../../models/appointment/call-back-desk.ts';
import { BookingId } from '../../models/ids.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { dayOf, Instant } from '../../models/time.ts';
import { callTimeIn } from './call-time.ts';
import { digitsOnly } from './hear-release.ts';
import { daysIn } from './resolve-date.ts';
import { sayInstant } from './say-days.ts';
import { summarise } from './summarise.ts';
import { type CallPlan, type Offer, type Said, type Scene, offer, said } from './talk.ts';

export async function planCallBack(scene: Scene, value: string): Promise<Said> {
  const plan = scene.talk.callBack;
  if (plan === undefined) return noCall(scene);
  const [what = '', rest = ''] = value.split(/:(.*)/s);
  switch (what) {
    case 'code':
      return takeCode(scene, plan);
    case 'resend':
      return sendAgain(scene, plan);
    case 'move':
      return offerTimes(scene, plan, wishIn(scene));
    case 'at':
      return moveTo(scene, plan, rest);
    default:
      return callOff(scene, plan);
  }
}

/** What was said of the time: 明天下午, 三点以后; nothing is any time. */
export function wishIn({ heard, now }: Scene): CallWish {
  const [day] = daysIn(heard.entities, now);
  const time = callTimeIn(heard.plain);
  return {
    ...(day === undefined ? {} : { from: day, to: day }),
    ...(time?.wish === 'morning' || time?.wish === 'afternoon' ? { part: time.wish } : {}),
    ...(time?.notBefore === undefined ? {} : { notBefore: minutesOf(time.notBefore) }),
  };
}
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A time for this phone, if one is free. Known to be theirs: settled; else kept while the code is on its way. Undefined: a message it stays. */
export async function keepTime(
  scene: Scene,
  phone: string,
  number: string,
  what: string | undefined,
): Promise<Said | undefined> {
  const { around, conversation, p } = scene;
  const time = (await around.callBack.keep(wishIn(scene), number)) ?? (await around.callBack.keep({}, number));
  if (time === undefined) return undefined;
  const plan: CallPlan = { at: 'code', id: time.id, start: time.start, number: time.number, phone };
  if (time.confirmed || conversation.confirmed === phone) return settle(scene, plan, what);
  const sent = await around.window.sendCode(phone);
  if (!sent.ok) {
    await around.callBack.cancel(time.id);
    return undefined;
  }
  const when = sayInstant(time.start, scene.now, p);
  return {
    replies: [
      {
        say: p.callHeld(number, when, phone.slice(-4)),
        card: await receipt(scene, time),
        offers: [
          offer(p.buttons.noCode, 'call-back:resend'),
          offer(p.buttons.cancelCall, 'call-back:cancel'),
          offer(p.buttons.stuck, 'mood:tell'),
        ],
      },
    ],
    talk: { callBack: plan },
    dialog: { name: 'call-back' },
  };
}

async function receipt(scene: Scene, time: Pick<CallTime, 'id' | 'start' | 'number'>) {
  const { p, now, talk, around } = scene;
  const phone = talk.callBack?.phone ?? scene.conversation.phone;
  const tail = phone?.slice(-4);
  const rows = [p.receiptNumber(time.number), p.receiptCall(sayInstant(time.start, now, p))];
  return {
    type: 'receipt' as const,
    title: p.receiptTitle,
    items: [...rows, ...(tail === undefined ? [] : [p.receiptTail(tail)])].map((text) => ({ text })),
    link: { label: p.callLink, href: await around.callBack.link(time.id) },
  };
}

async function settle(scene: Scene, plan: CallPlan, what?: string): Promise<Said> {
  const { around, p, now } = scene;
  const confirmed = await around.callBack.confirm(BookingId.parse(plan.id));
  if (!confirmed.ok) return offerTimes(scene, plan, {}, p.callGone);
  const booked: CallPlan = { ...plan, at: 'booked', start: confirmed.value.start };
  const summary = summarise(scene, what === undefined || what === '' ? scene.conversation.summary?.need : what);
  return said(
    {
      say: p.callBooked(sayInstant(booked.start, now, p), plan.phone.slice(-4)),
      card: await receipt({ ...scene, talk: { ...scene.talk, callBack: booked } }, confirmed.value),
      offers: changes(scene),
    },
    {
      talk: { callBack: booked },
      change: { phone: plan.phone, confirmed: plan.phone },
      effects: [{ do: 'call-back-booked', summary }],
      dialog: 'close',
    },
  );
}

const changes = ({ p }: Scene): Offer[] => [
  offer(p.buttons.otherTime, 'call-back:move'),
  offer(p.buttons.cancelCall, 'call-back:cancel'),
  offer(p.buttons.stuck, 'mood:tell'),
];

/** Whoever cannot do with codes loses nothing: the message stands, and an officer reads it first thing. */
async function takeCode(scene: Scene, plan: CallPlan): Promise<Said> {
  const { around, p, heard, language } = scene;
  const code = digitsOnly(heard.text);
  const offers = [offer(p.buttons.noCode, 'call-back:resend'), offer(p.buttons.cancelCall, 'call-back:cancel')];
  if (code.length !== 6) return said({ say: p.callCodeShape, offers }, { dialog: { name: 'call-back' } });
  const checked = await around.window.checkCode(plan.phone, code);
  if (checked.ok) return settle(scene, plan);
  return said(
    { say: `${refusalSentence(checked.refusal, language)}${p.callCodeElse}`, offers },
    { dialog: { name: 'call-back' } },
  );
}

async function sendAgain(scene: Scene, plan: CallPlan): Promise<Said> {
  const { around, p, language } = scene;
  const sent = await around.window.sendCode(plan.phone);
  const say = sent.ok ? p.callCodeAgain(sent.value.tail) : refusalSentence(sent.refusal, language);
  return said(
    { say: `${say}${p.callCodeElse}`, offers: [offer(p.buttons.cancelCall, 'call-back:cancel')] },
    { dialog: { name: 'call-back' } },
  );
}

async function offerTimes(scene: Scene, plan: CallPlan, wish: CallWish, lead?: string): Promise<Said> {
  const { around, p, now } = scene;
  const wished = await around.callBack.times(wish);
  const times = wished.length > 0 ? wished : await around.callBack.times({});
  if (times.length === 0) return said({ say: p.callNoTimes, offers: [offer(p.buttons.message, 'command:message')] });
  const say = lead ?? (wished.length > 0 ? p.callWhich : p.callNotThen);
  return said(
    {
      say,
      offers: times.map((start) => offer(sayInstant(start, now, p), `call-back:at:${start}`)),
    },
    { talk: { callBack: { ...plan, times: [...times] } }, dialog: { name: 'call-back' } },
  );
}

async function moveTo(scene: Scene, plan: CallPlan, at: string): Promise<Said> {
  const { around, p, now } = scene;
  const start = Instant.safeParse(at);
  if (!start.success) return offerTimes(scene, plan, {});
  const moved = await around.callBack.move(BookingId.parse(plan.id), start.data);
  if (!moved.ok) return offerTimes(scene, plan, { from: dayOf(start.data) }, p.callGone);
  const next: CallPlan = { ...plan, start: moved.value.start };
  if (plan.at === 'code')
    return said(
      { say: p.callHeld(plan.number, sayInstant(next.start, now, p), plan.phone.slice(-4)) },
      { talk: { callBack: next }, dialog: { name: 'call-back' } },
    );
  return said(
    { say: p.callMoved(sayInstant(next.start, now, p), plan.phone.slice(-4)), offers: changes(scene) },
    { talk: { callBack: next }, dialog: 'close' },
  );
}

async function callOff(scene: Scene, plan: CallPlan): Promise<Said> {
  const { around, p, conversation } = scene;
  await around.callBack.cancel(BookingId.parse(plan.id));
  const waits = conversation.state.name === 'waiting-for-officer' && conversation.state.kind === 'message';
  return said(
    { say: waits ? p.messageCancelled : p.callOff, offers: [offer(p.buttons.person, 'command:person')] },
    {
      talk: { callBack: undefined },
      dialog: 'close',
      ...(waits ? { effects: [{ do: 'cancel-waiting' as const }] } : {}),
    },
  );
}

const noCall = ({ p }: Scene): Said =>
  said({ say: p.nothingToCancel, offers: [offer(p.buttons.callBack, 'command:call-back')] });

/** Asked for once more: what stands is said again. */
export async function callStands(scene: Scene): Promise<Said | undefined> {
  const { talk, around, p, now } = scene;
  const plan = talk.callBack;
  if (plan?.at !== 'booked') return undefined;
  const time = await around.callBack.standing();
  if (time === undefined) return undefined;
  return said(
    { say: p.callBooked(sayInstant(time.start, now, p), plan.phone.slice(-4)), offers: changes(scene) },
    { talk: { callBack: { ...plan, id: time.id, start: time.start } } },
  );
}
