/** Which inspection a car is due for: only the mark in years 2, 4 and 8, a test in years 6 and 10 and every year after (reform of 2022). */
import { firstQuestionById } from '../../models/guidance/answers/first-questions.ts';
import {
  type InspectionDue as Due,
  inspectionResults as results,
  inspectionSentences as sentences,
} from '../../models/guidance/answers/inspection-words.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { type Day, dayOf } from '../../models/time.ts';
import { nextSteps, questionOffers, questionText } from './next-steps.ts';
import { optional } from './card-parts.ts';
import { resolveDay } from './resolve-date.ts';
import { guideCard } from './show-guide.ts';
import { listCard } from './show-list.ts';
import { type Said, type Scene, said, withTopic } from './talk.ts';

const TEST = 'inspection-mark';
const MARK = 'inspection-exempt-mark';
export const isInspection = (service: string): boolean => service === TEST || service === MARK;

/** The year that is due: the first one whose date lies ahead, or not longer than three months back. */
export function dueYear(registered: string, today: Day): number {
  const [year = 0, month = 1] = registered.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month;
  return [2, 4, 6, 8, 10].find((n) => n * 12 >= months - 3) ?? Math.ceil((months - 3) / 12);
}
export const dueFor = (years: number): Due => (years > 10 ? 'old' : years === 6 || years === 10 ? 'test' : 'exempt');

/** 2020年12月上的牌, 满六年, 开了八年: what the message says about the car's age. */
function yearsHeard({ heard, now }: Scene): number | undefined {
  const today = dayOf(now);
  const date = heard.entities
    .filter((e) => e.kind === 'date')
    .map((e) => (/^\d{4}(-\d{2})?$/.test(e.value) ? e.value : resolveDay(e.value, now)))
    .find((d) => d !== undefined && d < today);
  if (date !== undefined) return dueYear(date, today);
  const count = /(?:满|第|开了|车龄|快|到|都)?(\d{1,2}|[二两三四五六七八九十]|十[一二三四五六七八九])年/.exec(
    heard.plain,
  )?.[1];
  if (count === undefined || /六年(内|以内)/.test(heard.plain)) return undefined;
  const words: Record<string, number> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
  const years = words[count] ?? (count.startsWith('十') ? 10 + (words[count.slice(1)] ?? 0) : Number(count));
  return years >= 1 && years <= 40 ? (years > 10 ? years : [2, 4, 6, 8, 10].find((n) => n >= years)) : undefined;
}

export function describeInspection(scene: Scene, because: readonly string[]): Said {
  const { language, conversation } = scene;
  const years = yearsHeard(scene);
  const told = years === undefined ? conversation.told : { ...conversation.told, years: dueFor(years) };
  const known: Scene = { ...scene, conversation: { ...conversation, told } };
  const due = told['years'];
  if (due !== undefined && told['kind-of-car'] !== undefined) return settleInspection(known);
  const question = firstQuestionById(due === undefined ? 'years' : 'kind-of-car');
  const id = due === 'exempt' ? MARK : TEST;
  const first = sentences[(due ?? 'unknown') as Due][language];
  const card = scene.elder ? undefined : guideCard(id, because, known);
  return said(
    {
      say: question === undefined ? first : `${first}${language === 'zh' ? '' : ' '}${questionText(question, known)}`,
      ...optional('card', card),
      offers: question === undefined ? [] : questionOffers(question, known),
      rateable: true,
    },
    {
      talk: { topics: withTopic(scene, id), last: id, refusals: 0 },
      change: { topic: id, told },
      ...(question === undefined ? {} : { dialog: { name: 'question', service: id, question: question.id } }),
    },
  );
}

/** After each answer: the next question, or the list. */
export function settleInspection(scene: Scene): Said {
  const { language, conversation } = scene;
  const years =
    conversation.told['years'] ?? (yearsHeard(scene) === undefined ? undefined : dueFor(yearsHeard(scene) ?? 0));
  const told = years === undefined ? conversation.told : { ...conversation.told, years };
  const known: Scene = { ...scene, conversation: { ...conversation, told } };
  const kind = told['kind-of-car'];
  if (years === undefined || kind === undefined) {
    const question = firstQuestionById(years === undefined ? 'years' : 'kind-of-car');
    if (question === undefined) throw new Error('the inspection questions are missing');
    const id = years === 'exempt' ? MARK : TEST;
    return said(
      {
        say:
          years === undefined
            ? questionText(question, known)
            : `${sentences[years as Due][language]}${questionText(question, known)}`,
        offers: questionOffers(question, known),
      },
      {
        change: { told, topic: id },
        talk: { topics: withTopic(scene, id), last: id },
        dialog: { name: 'question', service: id, question: question.id },
      },
    );
  }
  const exempt = kind === 'private' && years === 'exempt';
  const id = exempt ? MARK : TEST;
  const service = serviceById(id);
  if (service === undefined) throw new Error('the inspection guide is missing');
  const text =
    kind === 'unsure' ? results.unsure : kind === 'other' ? results.other : exempt ? results.mark : results.test;
  return said(
    {
      say: text[language],
      ...optional('card', listCard([id], undefined, known)),
      offers: nextSteps(service, known),
      rateable: true,
    },
    {
      change: { told, topic: id },
      talk: { topics: withTopic(known, id).filter((t) => t === id || !isInspection(t)), last: id },
      dialog: 'close',
    },
  );
}
