/** The five grades for how a matter was handled, asked once; a low one is thanked for, explained if wished, and called back by somebody else. */
import type { RatingReason } from '../../models/complaint/rating.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import { type Grade, grades, isLow } from '../../models/conversation/rating.ts';
import { workingDayFrom } from '../../models/office/calendar.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { addDays, at, dayOf, minuteOfDay } from '../../models/time.ts';
import { callTimeIn } from './call-time.ts';
import { sayDate } from './say-days.ts';
import { type OwnTalk, type Said, type Scene, offer, said } from './talk.ts';

const asked = ['too-long', 'attitude', 'unclear', 'not-done'] as const;

/** Undefined: nothing about the rating. */
export async function rateMatter(scene: Scene, own: OwnMatter, deed: string): Promise<Said | undefined> {
  const [what, rest = ''] = deed.split(':');
  const m = scene.p.matters;
  switch (what) {
    case 'rate':
      return own.may.rate ? askRate(scene, own, m.rateAsk(own.number)) : before(scene);
    case 'grade':
      return grade(scene, own, rest as Grade);
    case 'why':
      return why(scene, own, rest === '' ? undefined : (rest as RatingReason));
    case 'no-why':
      return askWhen(scene, own, m.noWhy);
    case 'wish':
      return wish(scene, own, rest);
    case 'other-time':
      return askWhen(scene, own, '');
    default:
      return undefined;
  }
}

/** All five alike in size and order, none proposed. */
export function askRate(scene: Scene, own: Pick<OwnMatter, 'id' | 'number'>, say: string): Said {
  const { p } = scene;
  return pending(scene, own, 'rate', {
    say,
    card: { type: 'rating', title: p.matters.rateTitle(own.number), items: [] },
    offers: grades.map((g) => offer(p.grades[g], `own:grade:${g} ${own.id}`)),
  });
}

const before = ({ p }: Scene): Said =>
  said({ say: p.matters.ratedBefore, offers: [offer(p.buttons.another, 'mood:tell')] }, { dialog: 'close' });

async function grade(scene: Scene, own: OwnMatter, given: Grade): Promise<Said> {
  const { p, around, language, now } = scene;
  const m = p.matters;
  const acted = await around.window.act(own.id, { act: 'rate', grade: given, reasons: [] });
  if (!acted.ok)
    return acted.refusal.kind === 'wrong-state'
      ? before(scene)
      : said({ say: refusalSentence(acted.refusal, language) }, { dialog: 'close' });
  if (!isLow(given))
    return said(
      { say: m.rated, offers: [offer(p.buttons.another, 'mood:tell'), offer(p.buttons.nothing, 'mood:bye')] },
      { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
    );
  const { callBackDueAt } = acted.value;
  const day = callBackDueAt === undefined ? undefined : dayWord(scene, dayOf(callBackDueAt));
  return pending(scene, own, 'why', {
    say: hasPhone(own) && day !== undefined ? m.ratedLow(day) : m.ratedLowNoPhone,
    offers: [
      ...asked.map((reason) => offer(m.why[reason], `own:why:${reason} ${own.id}`)),
      offer(m.buttons.noWhy, `own:no-why ${own.id}`),
    ],
  });

  function dayWord(s: Scene, d: ReturnType<typeof dayOf>): string {
    return d === dayOf(now) ? s.p.today : d === addDays(dayOf(now), 1) ? s.p.tomorrow : sayDate(d, s.p);
  }
}

const hasPhone = ({ phoneTail, helper }: OwnMatter): boolean => phoneTail !== undefined || helper !== undefined;

/** A reason tapped, or said in words; the words are kept whole, where those who handled it do not see them. */
async function why(scene: Scene, own: OwnMatter, tapped: RatingReason | undefined): Promise<Said> {
  const { heard, p, around } = scene;
  const m = p.matters;
  const reasons = tapped === undefined ? reasonsIn(heard.plain) : [tapped];
  const words = tapped === undefined ? { words: heard.text.slice(0, 1000) } : {};
  await around.window.act(own.id, { act: 'explain', reasons, ...words });
  const points = reasons.flatMap((reason) =>
    reason in m.whyHeard ? [m.whyHeard[reason as keyof typeof m.whyHeard]] : [],
  );
  return askWhen(scene, own, points.length === 0 ? m.wordsKept : m.understood(points.join(p.comma)));
}

function reasonsIn(plain: string): RatingReason[] {
  const found: [RatingReason, RegExp][] = [
    ['too-long', /等|久|太慢|拖|long|slow/],
    ['no-news', /没(一个)?人(吭|说|告诉|理|联系|回)|没消息|没信|没动静|no news|nobody told/],
    ['attitude', /态度|凶|不耐烦|横|甩脸|rude/],
    ['unclear', /没说清|不清楚|不明白|含糊|糊弄|unclear/],
    ['not-done', /没办成|没解决|没弄好|还是不行|not done/],
  ];
  return found.filter(([, pattern]) => pattern.test(plain)).map(([reason]) => reason);
}

function askWhen(scene: Scene, own: OwnMatter, lead: string): Said {
  const { p } = scene;
  const m = p.matters;
  if (!hasPhone(own) || !own.may.wishCall)
    return said(
      {
        say: [lead, m.keptPrivate].filter((t) => t !== '').join(m.gap),
        offers: [offer(p.buttons.officer, 'command:person')],
      },
      { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
    );
  return pending(scene, own, 'when', {
    say: [lead, m.askWhen].filter((t) => t !== '').join(m.gap),
    offers: [
      offer(m.buttons.morning, `own:wish:morning ${own.id}`),
      offer(m.buttons.afternoon, `own:wish:afternoon ${own.id}`),
      offer(m.buttons.noCall, `own:wish:none ${own.id}`),
    ],
  });
}

/** On the day that was promised, or the next working day if that time of it is over. */
async function wish(scene: Scene, own: OwnMatter, tapped: string): Promise<Said> {
  const { p, now, heard, around, language } = scene;
  const m = p.matters;
  const said_ = tapped === '' ? callTimeIn(heard.plain) : { wish: tapped as 'morning' | 'afternoon' | 'none' };
  if (said_ === undefined) return { ...askWhen(scene, own, m.whenUnclear) };
  const acted = await around.window.act(own.id, { act: 'wish-call', ...said_ });
  if (!acted.ok) return said({ say: refusalSentence(acted.refusal, language) }, { dialog: 'close' });
  const due = dayOf(own.callBackDueAt ?? now);
  const until =
    said_.notBefore === undefined
      ? { morning: 12 * 60, afternoon: 17 * 60, any: 1440, none: 1440 }[said_.wish]
      : 17 * 60;
  const past = due === dayOf(now) && minuteOfDay(now) >= until - 30;
  const day = past ? workingDayFrom(addDays(due, 1)) : due;
  const word = day === dayOf(now) ? p.today : day === addDays(dayOf(now), 1) ? p.tomorrow : sayDate(day, p);
  const when =
    said_.notBefore !== undefined
      ? m.afterClock(word, p.clock(minuteOfDay(at(day, minutesOf(said_.notBefore)))))
      : { morning: m.morningOf, afternoon: m.afternoonOf, any: m.anyTime, none: m.anyTime }[said_.wish](word);
  return pending(scene, own, 'when', {
    say: said_.wish === 'none' ? m.noCall : m.callBooked(when, own.phoneTail),
    offers:
      said_.wish === 'none'
        ? [offer(m.buttons.track, `own:show ${own.id}`)]
        : [
            offer(m.buttons.otherTime, `own:other-time ${own.id}`),
            offer(m.buttons.noCallAnyMore, `own:wish:none ${own.id}`),
          ],
  });
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const pending = (
  _scene: Scene,
  own: Pick<OwnMatter, 'id' | 'number'>,
  stage: OwnTalk['at'],
  reply: Said['replies'][number],
): Said => said(reply, { talk: { own: { at: stage, id: own.id, number: own.number } }, dialog: { name: 'own' } });
