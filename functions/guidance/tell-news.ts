/** The assistant tells in the talk what became of a matter, with the one question that is open; what is asked here may be answered by the next message. */
import type { MatterNews } from '../../models/complaint/news.ts';
import { photosFromOffice } from '../../models/complaint/own-photos.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import type { BotTurn } from '../../models/conversation/bot.ts';
import type { Button, Card } from '../../models/conversation/content.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { grades } from '../../models/conversation/rating.ts';
import { phrasesIn } from '../../models/phrasebook/phrases.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import { fit } from './finish-turn.ts';
import { maskNumbers } from './mask-numbers.ts';
import { sayDay } from './say-days.ts';
import type { OwnTalk, Talk } from './talk.ts';

type News = { say: string; at: OwnTalk['at']; buttons: [string, string][]; items?: string[]; rating?: boolean };

/** `words`: what an officer wrote, or the name that is shown of whoever called. */
export function tellNews(
  conversation: Conversation,
  talk: Talk,
  matter: OwnMatter,
  news: MatterNews,
  _now: Instant,
  words = '',
): { turn: BotTurn; talk: Talk } {
  const p = phrasesIn(conversation.language);
  const m = p.matters;
  const told = newsOf(conversation, matter, news, words);
  const { say, rest } = fit(maskNumbers(told.say), conversation.elder ? 60 : 120, conversation.language);
  const items = [rest, ...(told.items ?? [])].filter((t) => t !== '').map((text) => ({ text: text.slice(0, 300) }));
  const card: Card | undefined =
    told.rating === true
      ? { type: 'rating', title: m.rateTitle(matter.number), items: [] }
      : items.length > 0
        ? { type: 'source', items: items.slice(0, 20) }
        : undefined;
  const offers = Object.fromEntries(
    told.buttons.map(([label, deed]) => [label.slice(0, 40), `own:${deed} ${matter.id}`]),
  );
  return {
    turn: {
      replies: [
        {
          type: 'reply',
          say,
          buttons: Object.keys(offers).map((label): Button => ({ label, send: label })),
          ...(card === undefined ? {} : { card }),
          ...photosFromOffice(matter, (entry) => entry.text === (words === '' ? matter.answer?.text : words)),
        },
      ],
      change: {
        matters: [...(conversation.matters ?? []).filter((id) => id !== matter.id), matter.id].slice(-20),
      },
      effects: [],
    },
    talk: {
      ...talk,
      // Buttons that stood there before the news keep their meaning.
      offers: { ...talk.offers, ...offers },
      // News that ask nothing do not take the place of a question that waits.
      own:
        told.at === 'shown' && talk.own !== undefined && talk.own.at !== 'shown'
          ? talk.own
          : { at: told.at, id: matter.id, number: matter.number, told: true },
    },
  };
}

function newsOf(conversation: Conversation, matter: OwnMatter, news: MatterNews, words: string): News {
  const p = phrasesIn(conversation.language);
  const { news: n, buttons: b, level } = p.matters;
  const { number } = matter;
  const answer = sayDay(dayOf(matter.answerDueAt), p);
  const track: [string, string] = [b.track, 'show'];
  const add: [string, string] = [b.add, 'add'];
  switch (news) {
    case 'accepted':
      return { say: n.accepted(number, answer), at: 'shown', buttons: [track, add] };
    case 'contacted':
      return { say: n.contacted(number), at: 'shown', buttons: [add, track] };
    case 'asked':
      return { say: n.asked(number, words), at: 'add', buttons: [add, track] };
    case 'message':
      return { say: n.message(number, words), at: 'shown', buttons: [add, track] };
    case 'extended':
      return { say: n.extended(number, answer), at: 'shown', buttons: [track, [b.higher, 'higher']] };
    case 'answered': {
      const text = matter.answer?.text ?? words;
      return {
        say: n.answered(number, text),
        at: 'solved',
        buttons: [
          [b.done, 'done'],
          [b.notDoneReopen, 'reopen'],
          [b.notDone, 'not-done'],
        ],
        items: [...(matter.answer?.reasons ?? []), ...(matter.answer?.goTo === undefined ? [] : [matter.answer.goTo])],
      };
    }
    case 'declined': {
      const { decline } = matter;
      return {
        say: n.declined(number),
        at: 'shown',
        buttons: [[b.disagree, 'reopen'], track],
        items: decline === undefined ? [] : [decline.rule, ...decline.reasons, decline.goTo],
      };
    }
    case 'reminder':
      return { say: n.reminder(number), at: 'add', buttons: [add, [b.withdraw, 'withdraw']] };
    case 'reopened':
      return { say: n.reopened(number, answer), at: 'shown', buttons: [track, add] };
    case 'raised':
      return { say: n.raised(number, level[matter.level] ?? ''), at: 'shown', buttons: [track, add] };
    case 'rate':
      return {
        say: p.matters.rateAsk(number),
        at: 'rate',
        buttons: grades.map((grade) => [p.grades[grade], `grade:${grade}`]),
        rating: true,
      };
    case 'called-back':
      return {
        say: words === '' ? n.calledBack(number) : n.calledBackBy(words, number),
        at: 'check-back',
        buttons: [
          [b.fine, 'fine'],
          [b.notFine, 'reopen'],
        ],
      };
    case 'call-back-missed':
      return {
        say: n.callMissed(number),
        at: 'when',
        buttons: [
          [b.morning, 'wish:morning'],
          [b.afternoon, 'wish:afternoon'],
          [b.noCallAnyMore, 'wish:none'],
        ],
      };
    case 'rectified':
      return { say: n.rectified(number, words), at: 'shown', buttons: [[b.notFine, 'reopen'], track] };
    case 'closed':
      return { say: n.closed(number), at: 'shown', buttons: [[b.notDoneReopen, 'reopen'], track] };
    case 'check-back':
      return {
        say: n.checkBack(number),
        at: 'check-back',
        buttons: [
          [b.holds, 'holds'],
          [b.holdsNot, 'holds-not'],
        ],
      };
  }
}
