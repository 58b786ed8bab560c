/** A step card as its form holds it: steps line by line, words with 、 between. */
import type { OfficeCard, ProposeCard } from '../../../models/guidance/step-cards/office-card.ts';
import type { StepCard, StepPlace } from '../../../models/guidance/step-cards/step-card.ts';

/** A card as it is written for one person. */
export type Written = { card?: string | undefined; where: StepPlace; title: string; steps: string[] };

export type CardFields = {
  where: StepPlace;
  titleZh: string;
  titleEn: string;
  stepsZh: string;
  stepsEn: string;
  words: string;
  services: string[];
  source: string;
  verified: boolean;
};

export const fieldsOf = (card: StepCard | OfficeCard | undefined): CardFields => ({
  where: card?.where ?? '12123',
  titleZh: card?.title.zh ?? '',
  titleEn: card?.title.en ?? '',
  stepsZh: card?.steps.map(({ zh }) => zh).join('\n') ?? '',
  stepsEn: card?.steps.map(({ en }) => en).join('\n') ?? '',
  words: card?.words.join('、') ?? '',
  services: [...(card?.services ?? [])],
  source: card?.source ?? '',
  verified: card?.verified ?? false,
});

/** English stands beside the Chinese line by line; an empty Chinese line is no step. */
export function cardFrom(fields: CardFields): Omit<ProposeCard, 'of'> {
  const en = fields.stepsEn.split('\n');
  return {
    where: fields.where,
    title: { zh: fields.titleZh.trim(), en: fields.titleEn.trim() },
    steps: fields.stepsZh
      .split('\n')
      .map((zh, i) => ({ zh: zh.trim(), en: (en[i] ?? '').trim() }))
      .filter(({ zh }) => zh !== ''),
    services: fields.services,
    words: [...new Set(fields.words.split(/[、,，;；\n]/u).map((word) => word.trim()))].filter((word) => word !== ''),
    source: fields.source.trim(),
    verified: fields.verified,
  };
}
