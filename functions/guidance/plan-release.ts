/** Arranges a release by video in the talk: three questions, the papers at once, a time that all can keep, a phone for the link. */
import { Instant, dayOf, minuteOfDay } from '../../models/time.ts';
import { BookingId, LenderId, ReleaseId } from '../../models/ids.ts';
import type { PlannedRelease } from '../../models/release/release-desk.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { isMobile } from './file-draft.ts';
import { digitsOnly } from './hear-release.ts';
import { releaseOffers } from './release-offers.ts';
import { sayDay } from './say-days.ts';
import { type Offer, type Said, type Scene, offer, said, withTopic } from './talk.ts';
import type { ReleasePlan } from './talk.ts';

const VIDEO = 'mortgage-release-video';
/** 结清证明要不要: asked by nearly everybody, and never needed. */
const SETTLEMENT = /结清|还清证明|settlement|paid.?off/iu;

export async function planRelease(scene: Scene, value: string): Promise<Said> {
  const plan = scene.talk.release;
  const [what = '', rest = ''] = value.split(/:(.*)/s);
  if (what === 'court') return withCourtDocument(scene, plan);
  if (what === 'begin' || plan === undefined) return begin(scene);
  switch (what) {
    case 'continue':
      return again(scene, plan);
    case 'pause':
      return said(
        { say: words(scene).paused, offers: [offer(words(scene).goOn, 'release:continue'), person(scene)] },
        { dialog: 'close' },
      );
    case 'lender':
    case 'lender-id':
      return lender(scene, plan, rest);
    case 'lender-forgot':
      return keep(scene, plan, words(scene).whereToLook, await lenderOffers(scene));
    case 'lender-other':
      return notEnrolled(scene);
    case 'seized':
      return rest === 'yes' ? seized(scene) : askCertificate(scene, plan);
    case 'certificate':
      return certificate(scene, plan, rest);
    case 'counter':
      return leave(
        scene,
        plan.alone === true ? words(scene).atCounterAlone : words(scene).atCounter,
        counterWays(scene),
      );
    case 'choose':
      return offerTimes(scene, { ...plan, at: 'slot' }, timesSaid(scene, plan));
    case 'at':
      return plan.at === 'move' ? moveTo(scene, plan, rest) : holdTime(scene, plan, rest);
    case 'phone':
    case 'resend':
      return sendCode(scene, plan, what === 'resend');
    case 'other-phone':
      return keep(scene, { ...plan, at: 'phone' }, words(scene).askPhone);
    case 'code':
      return takeCode(scene, plan);
    case 'change':
      return askChange(scene, plan);
    case 'move':
      return offerTimes(scene, { ...plan, at: 'move' }, timesSaid(scene, plan));
    case 'cancel':
      return callOff(scene, plan);
    default:
      return again(scene, plan);
  }
}

/** Whether a wish for the video leads into the arranging: the office does it and somebody is enrolled. */
export const mayPlan = async (scene: Scene): Promise<boolean> =>
  scene.office.videoRelease &&
  scene.conversation.state.name === 'with-bot' &&
  (await scene.around.release.lenders()).length > 0;

const words = ({ p }: Scene): Scene['p']['release'] => p.release;
const person = ({ p }: Scene): Offer => offer(p.buttons.officer, 'command:person');
const counterWays = (scene: Scene): Offer[] => [offer(scene.p.linkList, 'label:mortgage-release'), person(scene)];

async function begin(scene: Scene): Promise<Said> {
  const id = await scene.around.release.newId();
  const r = words(scene);
  return keep(scene, { at: 'lender', id }, scene.elder ? r.beginElder : r.begin, await lenderOffers(scene), {
    talk: { topics: withTopic(scene, VIDEO), last: VIDEO },
    change: { topic: VIDEO },
  });
}

/** 令164 art. 33: whoever has an effective court document applies alone; nobody of the lender comes, so none has to be enrolled. */
async function withCourtDocument(scene: Scene, before: ReleasePlan | undefined): Promise<Said> {
  const id = before?.id ?? (await scene.around.release.newId());
  return askSeized(scene, { at: 'seized', id, alone: true }, words(scene).alone);
}

function askSeized(scene: Scene, plan: ReleasePlan, say: string): Said {
  const { seizedChoices } = words(scene);
  const choices = (['no', 'yes', 'unknown'] as const).map((one) => offer(seizedChoices[one], `release:seized:${one}`));
  return keep(scene, plan, say, choices);
}

const notEnrolled = (scene: Scene): Said =>
  leave(scene, words(scene).notEnrolled, [offer(words(scene).hasCourt, 'release:court'), ...counterWays(scene)]);

const shortName = (name: string): string => name.replace(/(?:股份)?有限(?:责任)?公司.*$/u, '');
const MOST_LENDERS = 3;

async function lenderOffers(scene: Scene): Promise<Offer[]> {
  const known = await scene.around.release.lenders();
  const r = words(scene);
  const twice = (name: string): boolean => known.filter((one) => shortName(one.name) === name).length > 1;
  return [
    ...known.slice(0, MOST_LENDERS).map(({ id, name }) => {
      const short = shortName(name);
      return offer((twice(short) ? name : short).slice(0, 40), `release:lender-id:${id}`);
    }),
    offer(r.otherLender, 'release:lender-other'),
    offer(r.forgot, 'release:lender-forgot'),
  ];
}

async function lender(scene: Scene, plan: ReleasePlan, id: string): Promise<Said> {
  const known = await scene.around.release.lenders();
  const named = scene.heard.text.replaceAll(/\s/gu, '');
  const fits =
    id !== ''
      ? known.filter((one) => one.id === id)
      : known.filter(({ name }) => named.includes(shortName(name)) || (named.length >= 2 && name.includes(named)));
  const [first, more] = fits;
  if (first === undefined) return notEnrolled(scene);
  if (more !== undefined)
    return keep(
      scene,
      plan,
      words(scene).askLender,
      fits.slice(0, MOST_LENDERS).map(({ id: one, name }) => offer(name.slice(0, 40), `release:lender-id:${one}`)),
    );
  const { alone: _, ...joint } = plan;
  return askSeized(
    scene,
    { ...joint, at: 'seized', lender: first.id, lenderName: first.name },
    words(scene).askSeized(true),
  );
}

const seized = (scene: Scene): Said =>
  leave(scene, words(scene).seized, [offer(scene.p.matters.buttons.register, 'report:begin'), person(scene)]);

function askCertificate(scene: Scene, plan: ReleasePlan): Said {
  return keep(scene, { ...plan, at: 'certificate' }, words(scene).askCertificate, certificateOffers(scene));
}

function certificateOffers(scene: Scene): Offer[] {
  const { certificateChoices } = words(scene);
  return (['owner', 'lender', 'lost'] as const).map((one) =>
    offer(certificateChoices[one], `release:certificate:${one}`),
  );
}

function certificate(scene: Scene, plan: ReleasePlan, where: string): Said {
  const r = words(scene);
  if (where === 'lost')
    return leave(scene, r.lost, [offer(scene.p.linkList, 'label:replace-registration-certificate'), person(scene)]);
  const withLender = where === 'lender';
  if (withLender && plan.alone === true) return keep(scene, plan, r.fetchFirst, certificateOffers(scene));
  const asked = SETTLEMENT.test(scene.heard.text);
  return said(
    {
      say: `${asked ? r.settlement : ''}${r.ready}`,
      card: {
        type: 'checklist',
        title: r.listTitle,
        items: (plan.alone === true ? r.listAlone : r.list(withLender)).map((text) => ({ text })),
        source: r.source,
      },
      offers: [offer(r.chooseTime, 'release:choose'), offer(r.toCounter, 'release:counter')],
    },
    {
      talk: { release: { ...plan, at: 'ready', certificateWith: withLender ? 'lender' : 'owner' } },
      dialog: { name: 'release' },
    },
  );
}

const timesSaid = (scene: Scene, { alone }: ReleasePlan): string =>
  alone === true ? words(scene).timesAlone : words(scene).times;
const clockOf = (start: Instant, { p }: Scene): string => p.clock(minuteOfDay(start));

async function offerTimes(scene: Scene, plan: ReleasePlan, say: string): Promise<Said> {
  const planned = plannedOf(plan);
  if (planned === undefined) return begin(scene);
  const times = await scene.around.release.times(planned.lender);
  const r = words(scene);
  if (times.length === 0)
    return leave(
      scene,
      plan.alone === true ? r.noTimesAlone : r.noTimes,
      [person(scene), ...counterWays(scene).slice(0, 1)],
      plan,
    );
  const offers = times.map((start) => {
    const day = dayOf(start);
    return offer(
      r.time(Number(day.slice(5, 7)), Number(day.slice(8, 10)), clockOf(start, scene)),
      `release:at:${start}`,
    );
  });
  return keep(scene, { ...plan, times: [...times] }, say, offers);
}

function plannedOf({ id, lender, alone, certificateWith }: ReleasePlan): PlannedRelease | undefined {
  if (alone === true) return { id: ReleaseId.parse(id), certificateWith: 'owner' };
  const known = LenderId.safeParse(lender);
  return known.success
    ? { id: ReleaseId.parse(id), lender: known.data, certificateWith: certificateWith ?? 'owner' }
    : undefined;
}

async function holdTime(scene: Scene, plan: ReleasePlan, at: string): Promise<Said> {
  const planned = plannedOf(plan);
  const start = Instant.safeParse(at);
  if (planned === undefined || !start.success) return again(scene, plan);
  const before = plan.booking === undefined ? undefined : BookingId.parse(plan.booking);
  const held = await scene.around.release.hold(planned, start.data, before);
  if (!held.ok) return offerTimes(scene, { ...plan, at: 'slot' }, words(scene).gone);
  const next: ReleasePlan = { ...plan, at: 'phone', booking: held.value, start: start.data };
  const confirmed = scene.conversation.confirmed;
  // A number that was confirmed in this talk is not asked for twice.
  return confirmed === undefined
    ? keep(scene, next, words(scene).held)
    : settleTime(scene, { ...next, phone: confirmed }, confirmed);
}

async function sendCode(scene: Scene, plan: ReleasePlan, once: boolean): Promise<Said> {
  const r = words(scene);
  const phone = once ? plan.phone : digitsOnly(scene.heard.text);
  if (phone === undefined || !isMobile(phone)) return keep(scene, { ...plan, at: 'phone' }, r.phoneUnclear);
  const sent = await scene.around.window.sendCode(phone);
  const say = sent.ok
    ? once
      ? r.codeAgain(sent.value.tail)
      : r.codeSent(sent.value.tail)
    : refusalSentence(sent.refusal, scene.language);
  return keep(scene, { ...plan, at: 'code', phone }, say, codeOffers(scene));
}

const codeOffers = (scene: Scene): Offer[] => [
  offer(words(scene).buttons.noneArrived, 'release:resend'),
  offer(words(scene).buttons.otherPhone, 'release:other-phone'),
];

async function takeCode(scene: Scene, plan: ReleasePlan): Promise<Said> {
  const code = digitsOnly(scene.heard.text);
  if (plan.phone === undefined) return keep(scene, { ...plan, at: 'phone' }, words(scene).askPhone);
  if (code.length !== 6) return keep(scene, plan, words(scene).codeShape, codeOffers(scene));
  const checked = await scene.around.window.checkCode(plan.phone, code);
  if (!checked.ok) return keep(scene, plan, refusalSentence(checked.refusal, scene.language), codeOffers(scene));
  return settleTime(scene, plan, plan.phone);
}

async function settleTime(scene: Scene, plan: ReleasePlan, phone: string): Promise<Said> {
  const planned = plannedOf(plan);
  if (planned === undefined || plan.booking === undefined) return begin(scene);
  const settled = await scene.around.release.confirm(planned, BookingId.parse(plan.booking), phone);
  const change = { confirmed: phone, phone };
  if (!settled.ok) {
    const others = await offerTimes(scene, { ...plan, at: 'slot' }, words(scene).gone);
    return { ...others, change: { ...others.change, ...change } };
  }
  const { start, link } = settled.value;
  const r = words(scene);
  const booked: ReleasePlan = { ...plan, at: 'booked', start, link, phone };
  return said(
    {
      say: r.booked(sayDay(dayOf(start), scene.p), clockOf(start, scene), phone.slice(-4)),
      card: {
        type: 'booking',
        title: r.bookedTitle,
        items: [
          { text: `${sayDay(dayOf(start), scene.p)}${scene.p.comma === ',' ? ' ' : ''}${clockOf(start, scene)}` },
          { text: plan.alone === true ? r.whoAlone : r.who(shortName(plan.lenderName ?? '')) },
          { text: r.atHand },
          { text: r.toFill },
        ],
        link: { label: r.goOn, href: link },
      },
      offers: releaseOffers(scene, booked),
    },
    { talk: { release: booked }, change, dialog: 'close' },
  );
}

function askChange(scene: Scene, plan: ReleasePlan): Said {
  if (plan.start === undefined) return keep(scene, plan, words(scene).paused);
  const r = words(scene);
  return keep(
    scene,
    { ...plan, at: 'change' },
    r.askChange(sayDay(dayOf(plan.start), scene.p), clockOf(plan.start, scene)),
    [offer(r.move, 'release:move'), offer(r.cancel, 'release:cancel')],
  );
}

async function moveTo(scene: Scene, plan: ReleasePlan, at: string): Promise<Said> {
  const start = Instant.safeParse(at);
  if (!start.success || plan.booking === undefined) return again(scene, plan);
  const moved = await scene.around.release.move(BookingId.parse(plan.booking), start.data);
  if (!moved.ok) return offerTimes(scene, plan, words(scene).gone);
  const next: ReleasePlan = { ...plan, at: 'booked', start: moved.value.start };
  return said(
    {
      say: words(scene).moved(sayDay(dayOf(moved.value.start), scene.p), clockOf(moved.value.start, scene)),
      offers: releaseOffers(scene, next),
    },
    { talk: { release: next }, dialog: 'close' },
  );
}

async function callOff(scene: Scene, plan: ReleasePlan): Promise<Said> {
  if (plan.booking !== undefined) {
    const off = await scene.around.release.cancel(BookingId.parse(plan.booking));
    if (!off.ok) return said({ say: refusalSentence(off.refusal, scene.language), offers: [person(scene)] });
  }
  return leave(scene, words(scene).cancelled, counterWays(scene));
}

/** Says again where it stands. */
async function again(scene: Scene, plan: ReleasePlan): Promise<Said> {
  const r = words(scene);
  switch (plan.at) {
    case 'lender':
      return keep(scene, plan, r.askLender, await lenderOffers(scene));
    case 'seized':
      return askSeized(scene, plan, r.askSeized(false));
    case 'certificate':
      return askCertificate(scene, plan);
    case 'ready':
    case 'slot':
      return offerTimes(scene, { ...plan, at: 'slot' }, timesSaid(scene, plan));
    case 'move':
      return offerTimes(scene, plan, timesSaid(scene, plan));
    case 'phone':
      return keep(scene, plan, r.held);
    case 'code':
      return keep(scene, plan, r.codeSent((plan.phone ?? '').slice(-4)), codeOffers(scene));
    case 'booked':
    case 'change':
      return askChange(scene, plan);
  }
}

/** Says something and keeps the plan where it stands; putting it aside is always one tap away. */
function keep(
  scene: Scene,
  plan: ReleasePlan,
  say: string,
  offers: readonly Offer[] = [],
  more: Pick<Said, 'talk' | 'change'> = {},
): Said {
  const aside = plan.at === 'change' ? [] : [offer(words(scene).buttons.notNow, 'release:pause')];
  return said(
    { say, offers: [...offers.slice(0, 5), ...aside] },
    {
      talk: { ...more.talk, release: plan },
      ...(more.change === undefined ? {} : { change: more.change }),
      dialog: { name: 'release' },
    },
  );
}

/** The video is no way for this one; what else there is. `plan` stays where only the time is missing. */
const leave = (scene: Scene, say: string, offers: Offer[], plan?: ReleasePlan): Said =>
  said({ say, offers }, { talk: { release: plan, topics: withTopic(scene, VIDEO) }, dialog: 'close' });
