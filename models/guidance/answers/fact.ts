/** A small thing that people ask once they know what to bring: one question in many wordings, one short answer, one source. */
import type { RuleId } from '../rules.ts';

/** A rule with its articles; `收费` is the published list of charges, `日历` the State Council's holiday calendar. */
export type Cite = readonly [RuleId | '收费' | '日历', ...number[]];

export type Fact = {
  id: string;
  /** The services it belongs to; empty means that it may be asked at any time. */
  of: readonly string[];
  /** How people ask it, in as different words as we could find; the matcher compares with these, never with exact sentences. */
  ask: readonly string[];
  askEn?: readonly string[];
  /** At most 120 characters; the first sentence is the answer. `{place}` is the place the person named, or `车在的地方`. */
  zh: string;
  en: string;
  law: readonly Cite[];
  /** Found in no source: says so, offers an officer, and the gap is noted for the guide. */
  unverified?: true;
  /** The source as an officer wrote it, for an answer that officers published. */
  publishedSource?: string;
  /** What to offer next, as codes: `service:<id>`, `facet:<facet>`, `fact:<id>`, `person`. */
  next?: readonly string[];
};
