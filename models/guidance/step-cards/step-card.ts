/** A step card (步骤卡): how one thing is done in an app or at a machine, in three to nine short sentences. */
import * as z from 'zod';
import { ServiceId } from '../service.ts';

/** Where somebody stands with it: in 交管12123, at a self-service machine, on a web page, at a machine of the counter. */
export const stepPlaces = ['12123', 'self-service', 'web', 'counter'] as const;
export type StepPlace = (typeof stepPlaces)[number];
export const stepLimits = { title: 40, steps: { least: 3, most: 9 }, step: 80, words: 12 } as const;

export const Step = z.strictObject({
  zh: z.string().trim().min(1).max(stepLimits.step),
  /** Empty: nobody has put it into English yet. */
  en: z.string().trim().max(160),
});
export const StepCard = z.strictObject({
  /** Of a shipped card a name, of an office's own its number. */
  id: z.string().regex(/^[a-zA-Z0-9-]{2,40}$/),
  where: z.enum(stepPlaces),
  title: z.strictObject({ zh: z.string().trim().min(2).max(stepLimits.title), en: z.string().trim().max(80) }),
  steps: z.array(Step).min(stepLimits.steps.least).max(stepLimits.steps.most),
  /** The matters whose guide sends people there. */
  services: z.array(ServiceId).max(8),
  /** Words by which people ask for it. */
  words: z.array(z.string().trim().min(2).max(20)).max(stepLimits.words),
  source: z.string().trim().max(300),
  /** Somebody held it against a source; else readers go by what their screen shows. */
  verified: z.boolean(),
});
export type StepCard = z.infer<typeof StepCard>;

type Language = 'zh' | 'en';
export const titleIn = ({ title }: Pick<StepCard, 'title'>, language: Language): string =>
  language === 'en' && title.en !== '' ? title.en : title.zh;
export const stepsIn = ({ steps }: Pick<StepCard, 'steps'>, language: Language): string[] =>
  steps.map(({ zh, en }) => (language === 'en' && en !== '' ? en : zh));

/** One way to write a shipped card: where, title, words people use, steps as pairs. None of them is held against a source yet. */
export const unverified = (
  where: StepPlace,
  id: string,
  [zh, en]: readonly [string, string],
  { services = [], words }: { services?: readonly string[]; words: readonly string[] },
  steps: readonly (readonly [string, string])[],
): StepCard => ({
  id,
  where,
  title: { zh, en },
  steps: steps.map(([stepZh, stepEn]) => ({ zh: stepZh, en: stepEn })),
  services: [...services],
  words: [...words],
  source: '',
  verified: false,
});
