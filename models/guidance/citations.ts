/** How a law is cited: short under an answer, in full on a page, always with the article and the day it came into force. */
import { rules, type RuleId } from './rules.ts';
import type { Legal, Service, Text } from './service.ts';
import { say } from './service-draft.ts';

export const feeListText: Text = say(
  '银川市公安局收费公示（2025-09-12）',
  'Fee list of Yinchuan Public Security Bureau (银川市公安局收费公示, 2025-09-12)',
);

const articlesZh = (articles: readonly number[]): string => (articles.length === 0 ? '' : `第${articles.join('、')}条`);
const articlesEn = (articles: readonly number[]): string =>
  articles.length === 0 ? '' : `, article${articles.length === 1 ? '' : 's'} ${articles.join(', ')}`;

function dayZh(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

type Cited = { rule: RuleId; articles: number[] };

/** One line per rule, the articles of several services in one ascending list. */
function gather(legals: readonly Legal[], which: (l: Legal) => readonly number[]): Cited[] {
  const byRule = new Map<RuleId, Set<number>>();
  for (const l of legals) {
    if (l.articles.length > 0 && which(l).length === 0) continue;
    const articles = byRule.get(l.rule) ?? new Set<number>();
    for (const a of which(l)) articles.add(a);
    byRule.set(l.rule, articles);
  }
  return [...byRule].map(([rule, articles]) => ({ rule, articles: [...articles].sort((a, b) => a - b) }));
}

const paid = (s: Service): boolean => s.feeParts.length > 0;

/** Under an answer: 公安部令第164号第25、26条（2022-05-01施行）. */
export function shortCitations(services: readonly Service[]): Text[] {
  const laws = gather(
    services.flatMap((s) => s.legal),
    (l) => l.main,
  ).map(({ rule, articles }) => {
    const { shortZh, shortEn, validFrom } = rules[rule];
    return say(
      `${shortZh}${articlesZh(articles)}（${validFrom}施行）`,
      `${shortEn}${articlesEn(articles)} (in force since ${validFrom})`,
    );
  });
  return services.some(paid) ? [...laws, feeListText] : laws;
}

/** On a page: 《机动车登记规定》（公安部令第164号）第31、33条，2022年5月1日起施行. */
export function fullCitations(services: readonly Service[]): Text[] {
  const laws = gather(
    services.flatMap((s) => s.legal),
    (l) => l.articles,
  ).map(({ rule, articles }) => {
    const { nameZh, nameEn, validFrom } = rules[rule];
    return say(
      `${nameZh}${articlesZh(articles)}，${dayZh(validFrom)}起施行`,
      `${nameEn}${articlesEn(articles)}, in force since ${validFrom}`,
    );
  });
  const fee = services.some(paid)
    ? [
        say(
          '银川市公安局《行政事业性收费依据及标准（车管所）》，2025年9月12日公示',
          'Fee list of Yinchuan Public Security Bureau for the vehicle office, published 2025-09-12',
        ),
      ]
    : [];
  if (laws.length === 0)
    return [say('本地措施，没有找到公布的正式文件', 'A local measure; no published document was found'), ...fee];
  return [...laws, ...fee];
}

/** When the guide was last checked against its sources. */
export const checkedText = (s: Service): Text => say(`${dayZh(s.checkedOn)}核对`, `checked on ${s.checkedOn}`);

export const materialBasis = (legal: { rule: RuleId; article: number } | null): Text | undefined =>
  legal === null
    ? undefined
    : say(
        `${rules[legal.rule].shortZh}第${String(legal.article)}条`,
        `${rules[legal.rule].shortEn}, article ${String(legal.article)}`,
      );
