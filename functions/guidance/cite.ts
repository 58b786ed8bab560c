/** The source line under an answer: rule with article and date, fee list, calendar. */
import type { Cite } from '../../models/guidance/answers/fact.ts';
import { feeListText } from '../../models/guidance/citations.ts';
import { type RuleId, rules } from '../../models/guidance/rules.ts';
import type { Language, Phrases } from '../../models/phrasebook/phrases.ts';
import { type Instant, dayOf } from '../../models/time.ts';

export function cite(cites: readonly Cite[], language: Language, p: Phrases, now: Instant): string | undefined {
  if (cites.length === 0) return undefined;
  return p.joinSources(
    cites.map(([rule, ...articles]) => {
      if (rule === '收费') return feeListText[language];
      if (rule === '日历') return p.sources.calendar(dayOf(now).slice(0, 4));
      return citeRule(rule, articles, language, p);
    }),
  );
}

function citeRule(rule: RuleId, articles: readonly number[], language: Language, p: Phrases): string {
  const { shortZh, shortEn, validFrom } = rules[rule];
  return p.article(language === 'zh' ? shortZh : shortEn, articles, validFrom);
}
