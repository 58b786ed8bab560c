/** Shows somebody their own matter: dates against the promise, where it stands, and the one question that is open. */
import { photosFromOffice } from '../../models/complaint/own-photos.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import type { Card } from '../../models/conversation/content.ts';
import { dayOf, type Day, type Instant } from '../../models/time.ts';
import { withMatter } from './file-draft.ts';
import { sayDate, sayDay } from './say-days.ts';
import { type Draft, type Offer, type OwnTalk, type Said, type Scene, offer } from './talk.ts';

const QUOTED = 70;

export function showMatter(scene: Scene, own: OwnMatter, lead = ''): Said {
  const reply = describe(scene, own);
  const at: OwnTalk['at'] = own.state === 'resolved' ? 'solved' : 'shown';
  return {
    replies: [
      { ...reply, ...photosFromOffice(own), say: [lead, reply.say].filter((t) => t !== '').join(scene.p.matters.gap) },
    ],
    talk: { own: { at, id: own.id, number: own.number } },
    change: { matters: withMatter(scene, own.id) },
    dialog: at === 'solved' ? { name: 'own' } : 'close',
  };
}

function describe(scene: Scene, own: OwnMatter): Draft {
  const m = scene.p.matters;
  const card = timeline(scene, own);
  if (own.mergedInto !== undefined) return { say: m.goesOnAs(own.mergedInto), card, offers: [person(scene)] };
  const { answer, decline } = own;
  if (answer !== undefined && own.may.confirm) {
    const short = Array.from(answer.text).length <= QUOTED;
    const answered = dayOf(own.answeredAt ?? own.filedAt);
    return {
      say: [
        `${m.filedOn(sayDate(dayOf(own.filedAt), scene.p))}${scene.p.comma}${m.answeredOn(sayDate(answered, scene.p), inTime(own))}${short ? m.quote(answer.text) : m.below}`,
        m.reallyDone,
      ].join(m.gap),
      card: short ? card : withText(card, answer.text),
      offers: [offer(m.buttons.done, `own:done ${own.id}`), offer(m.buttons.notDone, `own:not-done ${own.id}`)],
    };
  }
  if (decline !== undefined)
    return {
      say: m.declined(decline.reasons.join(scene.p.semicolon), decline.rule, decline.goTo),
      card,
      offers: [...(own.may.reopen ? [offer(m.buttons.disagree, `own:reopen ${own.id}`)] : []), person(scene)],
    };
  const due = sayDay(dayOf(own.answerDueAt), scene.p);
  const open = ['filed', 'accepted', 'assigned', 'working', 'waiting-for-citizen'].includes(own.state);
  const state = m.states[own.state] ?? own.state;
  const late = open && own.answerDueAt < scene.now;
  return {
    say: open
      ? m.openSay(own.number, state, late ? m.late(due) : m.latest(due))
      : `${own.number}${scene.p.colon}${state}${scene.p.stop}`,
    card: answer === undefined ? card : withText(card, answer.text),
    offers: deeds(scene, own),
  };
}

function deeds(scene: Scene, own: OwnMatter): Offer[] {
  const { buttons } = scene.p.matters;
  const { may, id } = own;
  const found = [
    ...(may.rate ? [offer(buttons.rate, `own:rate ${id}`)] : []),
    ...(may.reopen ? [offer(buttons.notDoneReopen, `own:reopen ${id}`)] : []),
    ...(may.add && may.press ? [offer(buttons.add, `own:add ${id}`)] : []),
    ...(may.press ? [offer(buttons.press, `own:press ${id}`), offer(buttons.higher, `own:higher ${id}`)] : []),
    ...(may.withdraw ? [offer(buttons.withdraw, `own:withdraw ${id}`)] : []),
  ];
  return found.length === 0 ? [person(scene)] : found;
}

const person = ({ p }: Scene): Offer => offer(p.buttons.officer, 'command:person');
const inTime = ({ answeredAt, answerDueAt }: OwnMatter): boolean =>
  answeredAt !== undefined && answeredAt <= answerDueAt;

const withText = (card: Card, text: string): Card => ({
  ...card,
  items: [{ text: text.slice(0, 300) }, ...card.items].slice(0, 20),
});

/** What happened, in order, with the promised day at its place among it. */
function timeline({ p }: Scene, own: OwnMatter): Card {
  const m = p.matters;
  const rows: { day: Day; at: Instant; text: string }[] = own.steps
    .flatMap(({ at, what }) => {
      const text = m.steps[what];
      return text === undefined ? [] : [{ day: dayOf(at), at, text }];
    })
    .filter((row, i, all) => all.findIndex((other) => other.day === row.day && other.text === row.text) === i);
  rows.push({ day: dayOf(own.answerDueAt), at: own.answeredAt ?? own.answerDueAt, text: m.lastDay });
  // The promise stands before an answer of the same day.
  rows.sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    type: 'timeline',
    title: own.number,
    items: rows.slice(-16).map(({ day, text }) => ({ text: `${sayDate(day, p)} ${text}` })),
  };
}
