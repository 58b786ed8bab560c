/** Brings an answer into its final form: short enough, numbers masked, a next step under every reply, buttons with their meaning kept. */
import { isDeepStrictEqual } from 'node:util';
import type { BotChange, BotTurn, Effect } from '../../models/conversation/bot.ts';
import type { Button, Card, Reply } from '../../models/conversation/content.ts';
import { withObstacles } from '../../models/conversation/obstacles.ts';
import { obstaclesIn } from '../../models/guidance/answers/commands.ts';
import { factById } from '../../models/guidance/answers/facts.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { unknownWords } from './unknown-words.ts';
import { keepWindowNear, opensWindow } from './keep-window-near.ts';
import { maskNumbers } from './mask-numbers.ts';
import { type Draft, type Offer, type Said, type Scene, type Talk, topicOf } from './talk.ts';

/** Letters of `say`, by design; in elder mode half of it and the rest in the card. */
const MOST = { usual: 120, elder: 60 } as const;

type Finished = Omit<BotTurn, 'change'> & { change: BotChange; talk: Talk };

export function finishTurn(scene: Scene, given: Said): Finished {
  const answer = keepWindowNear(scene, given);
  const offers: Record<string, string> = {};
  const replies = answer.replies.slice(0, 3).map((draft, i, all) => finish(draft, i === all.length - 1, scene, offers));
  const told = obstaclesIn(scene.heard.plain);
  const missed = answer.change?.failedTurns;
  return {
    replies,
    talk: {
      ...scene.talk,
      ...asked(scene, answer),
      ...answer.talk,
      offers,
      ...(typeof answer.dialog !== 'object' && Object.values(offers).some((code) => opensWindow.has(code))
        ? { offered: true }
        : {}),
    },
    change: {
      ...answer.change,
      failedTurns: missed ?? (replies.length === 0 ? scene.conversation.failedTurns : 0),
      ...(told > 0 ? { obstacles: Math.min(99, scene.conversation.obstacles + told) } : {}),
      ...met(scene, answer, told),
      ...(scene.language === scene.conversation.language ? {} : { language: scene.language }),
    },
    effects: [...(answer.effects ?? []).flatMap(tidy), ...figured(scene, answer)],
  };
}

/** What managers count: that a guide or small answer was given, that a message was not understood. */
function figured({ conversation, talk, heard }: Scene, answer: Said): Effect[] {
  const about = answer.talk?.last;
  if ((answer.change?.failedTurns ?? 0) > conversation.failedTurns)
    return [{ do: 'not-understood', words: heard.english ? [] : unknownWords(heard.text) }];
  return about === undefined || about === talk.last || !isAnswer(about) ? [] : [{ do: 'note-asked', about }];
}

const isAnswer = (id: string): boolean =>
  serviceById(id) !== undefined || factById(id) !== undefined || id.startsWith('published:');

/** By matter, for this person's later talks; a turn that tells of nothing leaves the record as it is. */
function met(scene: Scene, { change, talk }: Said, told: number): BotChange {
  const { conversation, now } = scene;
  const service = change?.topic ?? talk?.draft?.service ?? topicOf(scene);
  const after = withObstacles(conversation, service, told, now);
  return isDeepStrictEqual(after, conversation.met ?? []) ? {} : { met: after };
}

/** The very next message after a notice may answer it; later it must say what it speaks of. */
const asked = ({ talk }: Scene, answer: Said): Partial<Talk> =>
  talk.own?.told === true && answer.talk?.own === undefined ? { own: { ...talk.own, told: false } } : {};

/** A gap is filed in the person's words, without their numbers, short enough to be a question. */
function tidy(effect: Effect): Effect[] {
  if (effect.do !== 'note-gap') return [effect];
  const question = maskNumbers(effect.question).trim().slice(0, 200);
  return question.length < 2 ? [] : [{ ...effect, question }];
}

function finish(draft: Draft, last: boolean, scene: Scene, offers: Record<string, string>): Reply {
  const { p, elder, language } = scene;
  const { say, rest } = fit(maskNumbers(draft.say), elder ? MOST.elder : MOST.usual, language);
  const wanted = draft.offers ?? [];
  const next: readonly Offer[] =
    wanted.length > 0 || !last ? wanted : [{ label: p.buttons.person, code: 'command:person' }];
  const buttons = distinct(next)
    .slice(0, 6)
    .map((one): Button => {
      if (!('code' in one)) return one;
      const label = one.label.slice(0, 40);
      offers[label] = one.code;
      return { label, send: label };
    });
  const card = withRest(draft.card === undefined ? undefined : masked(draft.card), rest);
  return {
    type: 'reply',
    say,
    buttons,
    ...(card === undefined ? {} : { card }),
    ...(draft.photos === undefined ? {} : { photos: draft.photos }),
    ...(draft.rateable === true ? { rateable: true } : {}),
  };
}

/** Never two buttons with the same words. */
const distinct = (offers: readonly Offer[]): Offer[] => [...new Map(offers.map((one) => [one.label, one])).values()];

/** What does not fit is said in the card, cut at the end of a sentence or clause. */
export function fit(text: string, most: number, language: 'zh' | 'en'): { say: string; rest: string } {
  const signs = Array.from(text);
  if (signs.length <= most) return { say: text, rest: '' };
  const ends = language === 'zh' ? '。？；' : '.?;';
  const softer = language === 'zh' ? '，：、' : ',: ';
  const at = lastOf(signs, ends, most) ?? lastOf(signs, softer, most) ?? most;
  const say = signs
    .slice(0, at)
    .join('')
    .replace(/[，、：；,;:]\s*$/, language === 'zh' ? '。' : '.')
    .trim();
  return { say, rest: signs.slice(at).join('').trim() };
}

function lastOf(signs: readonly string[], ends: string, most: number): number | undefined {
  for (let i = most; i > most / 3; i--) {
    const sign = signs[i - 1];
    // A full stop inside 12.5 or e.g. ends nothing; one before a space does.
    if (
      sign !== undefined &&
      ends.includes(sign) &&
      (!/[.;,:]/.test(sign) || signs[i] === ' ' || signs[i] === undefined)
    )
      return i;
  }
  return undefined;
}

function withRest(card: Card | undefined, rest: string): Card | undefined {
  if (rest === '') return card;
  if (card === undefined) return { type: 'source', items: [{ text: rest.slice(0, 300) }] };
  return { ...card, items: [{ text: rest.slice(0, 300) }, ...card.items].slice(0, 20) };
}

const masked = (card: Card): Card => ({
  ...card,
  ...(card.because === undefined ? {} : { because: card.because.map((b) => maskNumbers(b).slice(0, 40)) }),
  items: card.items.map((item) => ({
    ...item,
    text: card.type === 'receipt' ? item.text : maskNumbers(item.text).slice(0, 300),
  })),
});
