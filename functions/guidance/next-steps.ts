/** What stands under an answer: the question that changes it, with its answers to tap, and the ways on. */
import { factById } from '../../models/guidance/answers/facts.ts';
import { openingOf } from '../../models/guidance/answers/openings.ts';
import type { Service } from '../../models/guidance/service.ts';
import { guideHref } from './card-parts.ts';
import type { AskedQuestion } from './next-question.ts';
import { type Offer, type Scene, offer } from './talk.ts';

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
