/** A lender's clerk asks for customers: what each side brings, at once; what nobody verified is gathered and goes to an officer in one message. */
import { openingAt } from '../../models/office/opening.ts';
import { minuteOfDay } from '../../models/time.ts';
import type { Effect } from '../../models/conversation/bot.ts';
import type { Item } from './card-parts.ts';
import { COURT } from './hear-release.ts';
import { lookedAt } from './looked-at.ts';
import { summarise } from './summarise.ts';
import { type Offer, type Said, type Scene, type Talk, offer, said, withTopic } from './talk.ts';

const RELEASE = 'mortgage-release-video';
type ClerkQuestion = NonNullable<Talk['clerk']>[number];

const IS_CLERK =
  /(我们?是|我在).{0,14}(经办|客户经理|信贷员|(银行|行里|贷款公司|金融公司)的(人|员工|客户)?)|(给|替|帮)(我们)?(行里?的?)?客户(们)?(办|问|解)/u;
const ABOUT_RELEASE = /解押|解除?抵押|抵押|绿本|登记证书|视频办?|准备什么|要(带|准备)/u;
const SIGNS_FOR = /替(客户|车主|他们?|她们?).{0,6}(签|办|确认)|代(签|客户)|把字都签/u;
const ABROAD = /国外|境外|出国|海外/u;
const AWAY = /回不来|在外地|在.{1,6}回不|赶不回/u;
const OTHERS_VEHICLES = /(看看|查|看一下|查一下).{0,8}(名下|客户|他|她|[A-Z]).{0,12}(车|押)/u;
const TAKES = /一并|都答|一起(答|问)|请警官答|转给警官|好|行|可以/u;

/** Undefined: not a clerk's matter. */
export function clerkMove({ heard, talk, conversation }: Scene): 'begin' | 'ledger' | 'hand-over' | undefined {
  if (conversation.state.name !== 'with-bot' || heard.english) return undefined;
  const { plain } = heard;
  if (talk.clerk === undefined) return IS_CLERK.test(plain) && ABOUT_RELEASE.test(plain) ? 'begin' : undefined;
  if (OTHERS_VEHICLES.test(heard.text)) return 'ledger';
  return talk.last === 'clerk' && talk.clerk.length > 0 && plain.length <= 12 && TAKES.test(plain)
    ? 'hand-over'
    : undefined;
}

export function answerClerk(scene: Scene, value: string): Said {
  if (value === 'ledger') return refuseVehicles(scene);
  return value === 'hand-over' ? handOver(scene) : begin(scene);
}

function begin(scene: Scene): Said {
  const { heard, p } = scene;
  const c = p.clerk;
  const open: ClerkQuestion[] = [
    ...(SIGNS_FOR.test(heard.text) ? (['proxy'] as const) : []),
    ...(ABROAD.test(heard.text) ? (['abroad'] as const) : []),
  ];
  const rows: Item[] = [
    { text: c.lender },
    { text: c.both },
    ...(COURT.test(heard.text) ? [{ text: c.court }] : []),
    ...(AWAY.test(heard.text) ? [{ text: c.away }] : []),
    ...(ABROAD.test(heard.text) ? [{ text: c.abroad, unverified: true }] : []),
    { text: c.notNeeded },
    { text: c.fee },
  ];
  return said(
    {
      say: c.first(open.includes('proxy')),
      card: { type: 'checklist', title: c.title, items: rows, source: c.source },
      offers: ways(scene, open),
    },
    {
      talk: { clerk: open, topics: withTopic(scene, RELEASE), last: 'clerk' },
      change: { topic: RELEASE },
      dialog: 'close',
      effects: open.length === 0 ? [] : [{ do: 'note-gap', question: heard.text, service: RELEASE }],
    },
  );
}

/** Nobody's registration is told, not even to the lender; its own books hold what it needs. */
function refuseVehicles(scene: Scene): Said {
  const { talk, p } = scene;
  const open: Talk['clerk'] = [...(talk.clerk ?? []).filter((one) => one !== 'ledger'), 'ledger'];
  return said(
    { say: p.clerk.vehicles, offers: [offer(p.clerk.askAll, 'clerk:hand-over'), offer(p.clerk.noNeed, 'mood:ack')] },
    { talk: { clerk: open, last: 'clerk' } },
  );
}

/** One message with everything that is open; what can go on goes on. */
function handOver(scene: Scene): Said {
  const { talk, p } = scene;
  const open = talk.clerk ?? [];
  const items = open.map((one) => p.clerk.questions[one]);
  const summary = { ...summarise(scene, items.join(p.semicolon)), open: items.slice(0, 6) };
  const effect: Effect = { do: 'hand-over', reason: 'unverified', kind: 'message', summary };
  return said(
    {
      say: p.clerk.handedOver(items.length, whenAnswered(scene), scene.conversation.phone !== undefined),
      card: { type: 'summary', title: p.clerk.handedTitle, items: items.map((text) => ({ text })) },
      offers: [offer(p.clerk.bookNow, 'release:begin'), offer(p.clerk.later, 'mood:ack')],
    },
    { talk: { clerk: [], last: 'clerk' }, effects: [effect], dialog: 'close' },
  );
}

/** The end of today's opening, or when it is looked at next. */
function whenAnswered(scene: Scene): string {
  const opening = openingAt(scene.office, scene.now);
  return opening.open && opening.until !== undefined
    ? scene.p.todayAt(scene.p.clock(minuteOfDay(opening.until)))
    : lookedAt(scene);
}

const ways = ({ p }: Scene, open: readonly ClerkQuestion[]): Offer[] => [
  ...(open.length === 0 ? [] : [offer(p.clerk.askOfficer(open.length), 'clerk:hand-over')]),
  offer(p.clerk.book, 'release:begin'),
  ...(open.length === 0 ? [offer(p.buttons.officer, 'command:person')] : []),
];
