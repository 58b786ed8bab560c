/** Somebody named a matter: the answer in one sentence, the guide under it, and the one question that changes the answer. */
import { factById } from '../../models/guidance/answers/facts.ts';
import { openingOf } from '../../models/guidance/answers/openings.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { answerTogether } from './answer-together.ts';
import { guideHref } from './card-parts.ts';
import { firstSentence } from './first-sentence.ts';
import { describeInspection, isInspection } from './inspection-year.ts';
import type { Move } from './move.ts';
import { type AskedQuestion, nextQuestion, toldInPassing } from './next-question.ts';
import { needsRestating, restate } from './restate-need.ts';
import { guideCard } from './show-guide.ts';
import { listCard } from './show-list.ts';
import { type Draft, type Offer, type Said, type Scene, offer, said, withTopic } from './talk.ts';

export type Need = Extract<Move, { kind: 'need' }>;

export function answerNeed(scene: Scene, need: Need): Said {
  const service = serviceById(need.service);
  if (service === undefined) throw new Error(`no such service: ${need.service}`);
  const told = { ...scene.conversation.told, ...toldInPassing(scene.heard.plain) };
  const known: Scene = { ...scene, conversation: { ...scene.conversation, told } };
  if (needsRestating(known, need)) return restate(known, need);
  if (need.second !== undefined) return answerTogether(known, [need.service, need.second], need.because);
  return answerService(known, service, need.because);
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

const seen = (service: string): string => `seen:${service}`;

export const questionText = (question: AskedQuestion, { language, office }: Scene): string =>
  question.ask[language].replace('{office}', language === 'zh' ? office.shortZh : office.nameEn);

export const questionOffers = (question: AskedQuestion, { language }: Scene): Offer[] =>
  question.choices.map((c) => offer(c.label[language], `settle:${c.value}`));

export function nextSteps(service: Service, scene: Scene): Offer[] {
  const { p, elder } = scene;
  if (elder)
    return [
      { label: p.buttons.readAloud, do: 'read-aloud' },
      offer(p.buttons.helper, 'fact:helper-online'),
      offer(p.buttons.person, 'command:person'),
    ];
  const facts = (openingOf(service.id).facts ?? []).flatMap((id) => factOffer(id, scene));
  const checklist: Offer = { label: p.buttons.checklist, open: guideHref(service.id, scene, true) };
  return [
    checklist,
    ...facts.slice(0, 2),
    ...(service.verified ? [] : [offer(p.buttons.officerCheck, 'command:person')]),
    offer(p.buttons.unsolved, 'command:unsolved'),
  ];
}

/** A small answer as a button, in the first wording of its question. */
export function factOffer(id: string, { language }: Scene): Offer[] {
  const fact = factById(id);
  const label = (language === 'zh' ? fact?.ask : fact?.askEn)?.find((ask) => ask.length <= 38);
  return label === undefined ? [] : [offer(`${label.charAt(0).toUpperCase()}${label.slice(1)}`, `fact:${id}`)];
}
