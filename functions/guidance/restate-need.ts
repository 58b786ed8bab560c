/** Says a need back before answering it: to elders, and when it was not understood for sure. */
import { openingOf } from '../../models/guidance/answers/openings.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Need } from './answer-need.ts';
import { nameOf, optional } from './card-parts.ts';
import { guideCard } from './show-guide.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

/** Letters beyond which a message in elder mode is said back before it is answered. */
const LONG = 24;

export function needsRestating({ elder, heard, talk }: Scene, need: Need): boolean {
  if (!elder || talk.topics.includes(need.service)) return false;
  return (
    (heard.plain.length > LONG || !need.certain) && heard.understood.text !== '' && !isTap(heard.text, talk.offers)
  );
}

const isTap = (text: string, offers: Readonly<Record<string, string>>): boolean => Object.hasOwn(offers, text.trim());

/** Not understood for sure: asked back with the guide below it, counted as a failed turn. */
export function guessNeed(scene: Scene, service: string): Said {
  const asked = restate(scene, { kind: 'need', service, because: [], certain: false });
  const card = scene.elder ? undefined : guideCard(service, [], scene);
  return {
    ...asked,
    replies: asked.replies.map((reply) => ({ ...reply, ...optional('card', card) })),
    change: { ...asked.change, failedTurns: scene.conversation.failedTurns + 1 },
  };
}

export function restate(scene: Scene, need: Need): Said {
  const { p, language, conversation } = scene;
  const service = serviceById(need.service);
  const matter =
    openingOf(need.service).plain?.[language] ?? (service === undefined ? need.service : nameOf(service, scene));
  return said(
    {
      say: scene.elder ? p.restate(matter) : p.guess(matter),
      offers: [offer(p.buttons.yes, 'settle:yes'), offer(p.buttons.sayAgain, 'settle:no')],
    },
    {
      dialog: { name: 'restate', label: need.service, text: scene.heard.text.slice(0, 300) },
      change: { told: conversation.told },
    },
  );
}
