/** Somebody named a matter: the answer in one sentence, the guide under it, and the one question that changes the answer. */
import { toldInPassing } from '../../models/guidance/answers/listening.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { answerTogether } from './answer-together.ts';
import { nameOf } from './card-parts.ts';
import { firstSentence } from './first-sentence.ts';
import { describeInspection, isInspection } from './inspection-year.ts';
import type { Move } from './move.ts';
import { nextQuestion } from './next-question.ts';
import { nextSteps, questionOffers, questionText } from './next-steps.ts';
import { needsRestating, restate } from './restate-need.ts';
import { guideCard } from './show-guide.ts';
import { listCard } from './show-list.ts';
import { type Draft, type Said, type Scene, offer, said, withTopic } from './talk.ts';

export type Need = Extract<Move, { kind: 'need' }>;

export function answerNeed(scene: Scene, need: Need): Said {
  const service = serviceById(need.service);
  if (service === undefined) throw new Error(`no such service: ${need.service}`);
  const told = { ...scene.conversation.told, ...toldInPassing(scene.heard.plain) };
  const known: Scene = { ...scene, conversation: { ...scene.conversation, told } };
  if (needsRestating(known, need)) return restate(known, need);
  if (need.second !== undefined && need.secondSure === true)
    return answerTogether(known, [need.service, need.second], need.because);
  const answer = answerService(known, service, need.because);
  return need.second === undefined ? answer : offerSecond(known, answer, need.second);
}

export function answerService(scene: Scene, service: Service, because: readonly string[]): Said {
  if (isInspection(service.id)) return describeInspection(scene, because);
  const { language, elder, conversation } = scene;
  const question = nextQuestion(service.id, conversation.told, scene.heard.plain);
  const first = firstSentence(service, scene);
  const ask = question === undefined ? undefined : questionText(question, scene);
  const card =
    question === undefined && (elder || conversation.told[seen(service.id)] !== undefined)
      ? listCard([service.id], undefined, scene)
      : guideCard(service.id, because, scene);
  const reply: Draft = {
    say: ask === undefined ? first : `${first}${language === 'zh' ? '' : ' '}${ask}`,
    ...(card === undefined || (elder && question !== undefined) ? {} : { card }),
    offers: question === undefined ? nextSteps(service, scene) : questionOffers(question, scene),
    rateable: true,
  };
  return said(reply, {
    talk: { topics: withTopic(scene, service.id), last: service.id, refusals: 0 },
    change: { topic: service.id, told: conversation.told },
    ...(question === undefined
      ? { dialog: 'close' as const }
      : { dialog: { name: 'question' as const, service: service.id, question: question.id } }),
    effects:
      service.verified || service.materialsVerified
        ? []
        : [{ do: 'note-gap', question: scene.heard.text, service: service.id }],
  });
}

/** Heard, but not for sure: the first is answered, the second is one tap away. */
function offerSecond(scene: Scene, answer: Said, id: string): Said {
  const second = serviceById(id);
  const [reply, ...more] = answer.replies;
  if (second === undefined || reply === undefined) return answer;
  const button = offer(scene.p.secondOffer(nameOf(second, scene)).slice(0, 40), `label:${id}`);
  return { ...answer, replies: [{ ...reply, offers: [...(reply.offers ?? []).slice(0, 4), button] }, ...more] };
}

const seen = (service: string): string => `seen:${service}`;
