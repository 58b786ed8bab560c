/** Where to tap: the step card for it, and what to do when a step is too hard. */
import { asksWhereToTap, findCard, placeNamed } from '../../models/guidance/step-cards/find-card.ts';
import { stepsIn, titleIn, type StepCard, type StepPlace } from '../../models/guidance/step-cards/step-card.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Phrases } from '../../models/phrasebook/phrases.ts';
import type { Move } from './move.ts';
import { type Said, type Scene, offer, said, topicOf } from './talk.ts';

/** As the page says it for them: 第3步不会：按提示刷脸. */
const STUCK = /^(?:第([1-9])步不会|stuck at step ([1-9]))(?:[:：]|$)/iu;
/** A matter read less surely than this is not what the buttons are asked of. */
const LIKELY = 0.3;

/** Undefined: the buttons are not asked for, or no card tells them. */
export function stepsMove(scene: Scene): Extract<Move, { kind: 'steps' | 'stuck' }> | undefined {
  const [, zh, en] = STUCK.exec(scene.heard.text.trim()) ?? [];
  const step = zh ?? en;
  if (step !== undefined) return { kind: 'stuck', step: Number(step) };
  const card = cardFor(scene);
  if (card === undefined) return undefined;
  // Named for the first time without saying where: the guide answers, with the card one tap away.
  return placeNamed(scene.heard.plain) !== undefined || card.services.includes(topicOf(scene) ?? '')
    ? { kind: 'steps', card }
    : undefined;
}

/** To the elderly no app is named unless they name it. */
function cardFor(scene: Scene): StepCard | undefined {
  const { heard, elder, knowledge } = scene;
  if (!asksWhereToTap(heard.plain, heard.english)) return undefined;
  if (elder && placeNamed(heard.plain) === undefined) return undefined;
  const named = heard.understood.candidates.find((c) => c.score > LIKELY && serviceById(c.label) !== undefined);
  return findCard(knowledge.steps(), heard.plain, named?.label ?? topicOf(scene));
}

/** Under a guide: where to tap, for who asked how it is done. */
export function withSteps(scene: Scene, answer: Said): Said {
  const card = cardFor(scene);
  const reply = answer.replies.at(-1);
  if (card === undefined || reply === undefined) return answer;
  const button = offer(scene.p.showing.steps, `steps:${card.id}`);
  const offers = [button, ...(reply.offers ?? [])].slice(0, 6);
  return { ...answer, replies: [...answer.replies.slice(0, -1), { ...reply, offers }] };
}

export function showSteps({ p, language }: Scene, card: StepCard): Said {
  return said({
    say: p.showing.here,
    card: {
      type: 'steps',
      title: titleIn(card, language),
      items: stepsIn(card, language).map((text) => ({ text })),
      ...(card.verified ? { source: card.source } : { caution: cautionOf(card.where, p) }),
    },
    offers: [offer(p.buttons.officer, 'command:person')],
    rateable: true,
  });
}

export function helpWithStep({ p }: Scene, step: number): Said {
  return said({
    say: p.showing.stuck(step),
    offers: [{ label: p.showing.screenshot, do: 'add-photo' }, offer(p.buttons.officer, 'command:person')],
  });
}

/** 以手机上看到的为准. */
export const cautionOf = (where: StepPlace, { showing }: Pick<Phrases, 'showing'>): string =>
  where === '12123' || where === 'web' ? showing.caution : showing.cautionMachine;
