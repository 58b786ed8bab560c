/** The first answer about a matter, when the message already asks for a place, a holiday or one side of it. */
import type { Facet } from '../../models/guidance/answers/facets.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { answerFacet } from './answer-facet.ts';
import { answerNeed } from './answer-need.ts';
import { questionOffers, questionText } from './next-steps.ts';
import { optional } from './card-parts.ts';
import { findNearby } from './find-nearby.ts';
import { isInspection } from './inspection-year.ts';
import type { Move } from './move.ts';
import { nextQuestion } from './next-question.ts';
import { guideCard } from './show-guide.ts';
import { type Said, type Scene, withTopic } from './talk.ts';
import { holidaySpan, waysInHoliday } from './tell-hours.ts';

/** 我在喊叫水，行驶证丢了，近处能办吗: the matter and the place in one message. */
export function needOrNearby(scene: Scene, move: Extract<Move, { kind: 'need' }>): Said {
  const service = serviceById(move.service);
  if (service !== undefined && scene.heard.facets.includes('nearby') && !scene.elder) return findNearby(scene, service);
  const holiday = service === undefined || !scene.heard.facets.includes('hours') ? undefined : holidaySpan(scene);
  if (service !== undefined && holiday !== undefined) {
    const ways = waysInHoliday(scene, service, holiday);
    return { ...ways, talk: { ...ways.talk, topics: withTopic(scene, service.id) }, change: { topic: service.id } };
  }
  const side = scene.heard.facets.find((f) => asksFirst.has(f));
  if (
    service !== undefined &&
    side !== undefined &&
    move.second === undefined &&
    !scene.elder &&
    !isInspection(service.id)
  )
    return answerSideFirst(scene, service, side, move.because);
  return answerNeed(scene, move);
}

/** Sides that a first answer does not hold anyway: they are answered first, with the guide under them. */
const asksFirst: ReadonlySet<Facet> = new Set<Facet>(['ready', 'online', 'agent', 'elsewhere', 'where', 'deadline']);

function answerSideFirst(scene: Scene, service: Service, side: Facet, because: readonly string[]): Said {
  const answer = answerFacet(scene, side, [service.id]);
  const [reply] = answer.replies;
  if (reply === undefined || side === 'ready') return answer;
  const question = nextQuestion(service.id, scene.conversation.told, scene.heard.plain);
  const guide = guideCard(service.id, because, scene);
  const card = guide === undefined || reply.card?.type !== 'source' ? reply.card : guide;
  const first = { ...reply, ...optional('card', card) };
  if (question === undefined) return { ...answer, replies: [first] };
  const gap = scene.language === 'zh' ? '' : ' ';
  return {
    ...answer,
    replies: [
      { ...first, say: `${first.say}${gap}${questionText(question, scene)}`, offers: questionOffers(question, scene) },
    ],
    dialog: { name: 'question', service: service.id, question: question.id },
  };
}
