/** Which small answer, if any, fits what was asked, given the matter that the talk is about. */
import type { Fact } from '../../models/guidance/answers/fact.ts';
import { facts } from '../../models/guidance/answers/facts.ts';
import {
  type FactFound,
  type FactIndex,
  type Marks,
  indexFacts,
  marksOf,
} from '../../models/guidance/answers/match-facts.ts';
import { services } from '../../models/guidance/catalogue.ts';
import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import type { Service } from '../../models/guidance/service.ts';
import { plainChinese } from './hear-message.ts';

const marks: Marks = (text) => marksOf(/\p{Script=Han}/u.test(text) ? plainChinese(text) : text.toLowerCase());

/** One index over everything, and one per matter, made when the matter first comes up: what tells answers apart differs. */
const indexes = new Map<string, FactIndex>();
function indexOf(topic: string): FactIndex {
  const known = indexes.get(topic);
  if (known !== undefined) return known;
  const own = topic === '' ? facts : facts.filter((f) => f.of.length === 0 || f.of.includes(topic));
  const index = indexFacts([...own, ...services.filter((s) => topic === '' || s.id === topic).map(asNeed)], marks);
  indexes.set(topic, index);
  return index;
}

/** The matter itself competes with its small answers: 行驶证丢了怎么补 is the need, not a question inside it. */
const NEED = 'need:';
const asNeed = ({ id, nameZh, nameEn, aliases, lead }: Service): Fact => {
  const names = [...new Set([...aliases, ...nameZh.split(/[（）、，]/)])].filter((name) => name.length > 1).slice(0, 4);
  return {
    id: `${NEED}${id}`,
    of: [id],
    ask: [...names, ...names.slice(0, 2).map((name) => `${name}怎么办要带什么多少钱`)],
    askEn: [nameEn, `how do I ${nameEn}`],
    zh: lead.zh,
    en: lead.en,
    law: [],
  };
};

const published = new WeakMap<readonly PublishedAnswer[], FactIndex>();

/** What officers have published is matched like our own answers; the index is made once per list. */
function publishedIndex(answers: readonly PublishedAnswer[]): FactIndex {
  const known = published.get(answers);
  if (known !== undefined) return known;
  const index = indexFacts(answers.map(asFact), marks);
  published.set(answers, index);
  return index;
}

const asFact = (answer: PublishedAnswer): Fact => ({
  id: `published:${answer.id}`,
  of: /^(none|intent:)/.test(answer.label) ? [] : [answer.label],
  ask: answer.questions,
  zh: answer.answerZh,
  en: answer.answerEn === '' ? answer.answerZh : answer.answerEn,
  law: [],
  publishedSource: answer.source,
});

const anyFact = (): boolean => true;

/** Within a matter, or (topic '') anywhere; best first. */
export function findFacts(text: string, topic: string, answers: readonly PublishedAnswer[]): FactFound[] {
  const ours = indexOf(topic).find(text, anyFact);
  if (answers.length === 0) return small(ours);
  const theirs = publishedIndex(answers).find(text, ({ of }) => topic === '' || of.length === 0 || of.includes(topic));
  return small([...theirs, ...ours].sort((a, b) => b.score - a.score));
}

/** Nothing, if the matter itself is nearest; else the small answers in their order. */
function small(found: readonly FactFound[]): FactFound[] {
  if (found[0]?.fact.id.startsWith(NEED) === true) return [];
  return found.filter(({ fact }) => !fact.id.startsWith(NEED));
}
