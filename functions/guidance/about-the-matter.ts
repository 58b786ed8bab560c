/** Weighs what a message says about matters: a small answer inside one, a side of it, a new one, or a wish of the office. */
import { wantsBooking } from '../../models/guidance/answers/commands.ts';
import { type Facet, facetWords } from '../../models/guidance/answers/facets.ts';
import type { FactFound } from '../../models/guidance/answers/match-facts.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { kinOf } from '../../models/guidance/kin.ts';
import type { Candidate } from '../../models/guidance/understanding/understand.ts';
import { findFacts } from './find-fact.ts';
import type { Move } from './move.ts';
import { type Heard, type Scene, topicOf } from './talk.ts';

/**
 * Likenesses from which a small answer is believed, measured on its own wordings held back and on first messages of other
 * matters: `clear` when it stands well above the next one, `close` otherwise.
 */
const LIKE = {
  inTopic: { clear: 0.22, close: 0.28 },
  againstSure: { clear: 0.36, close: 0.43 },
  anywhere: { clear: 0.37, close: 0.44 },
  sameMatter: { clear: 0.46, close: 0.5 },
  otherMatter: { clear: 0.55, close: 0.6 },
} as const;

const CLEARLY = 1.4;

/** English wordings are few and compared one by one, which makes every likeness higher. */
const LIKE_ENGLISH = 0.26;
/** Against a reading that names another agency or plain chat. */
const LIKE_REFUSED = 0.14;

/** A choice of one that leaves the next far behind is no choice. */
const CLEAR = { from: 0.5, besideWish: 0.25, alone: 0.35, times: 2.5 } as const;

/** Scores from which a matter is believed although a small answer of the topic fits too. */
const SURE = 0.8;

export function aboutTheMatter(scene: Scene): Move | undefined {
  const { heard, talk } = scene;
  const { second, refusal } = heard.understood;
  const topic = topicOf(scene);
  const topics = withKin(topic === undefined ? [] : [...new Set([...talk.topics, topic])]);
  const best = believed(scene);
  const intent = best?.label.startsWith('intent:') === true ? best.label : undefined;
  const service = best !== undefined && intent === undefined ? best.label : undefined;
  const newMatter = service !== undefined && !topics.includes(service);

  const fact = bestFact(scene, topics, service);
  const facet = facetOf(scene, service, topics);
  // A new matter, told plainly, is not swallowed by a small answer of the old one; a bare 要带什么 is never a new matter.
  const tells = newMatter && best !== undefined && best.score >= SURE && !heard.asks;
  const bare = topics.length > 0 && isBareSide(heard);
  if (
    fact !== undefined &&
    !tells &&
    !bare &&
    !plainSide(fact, facet, topics) &&
    fact.score >=
      enough(fact, topics, best, newMatter, refusal !== undefined && refusal.kind !== 'unclear', heard.asks) +
        (heard.english ? LIKE_ENGLISH : 0)
  )
    return { kind: 'fact', fact: fact.fact, ...serviceFor(fact.fact.of, topics, service) };

  if (booksOnly(scene) || (service === undefined && facet !== 'hours' && namesOnlyADay(scene)))
    return { kind: 'intent', intent: 'intent:book' };
  if (facet !== undefined && topics.length > 0 && (!newMatter || bare) && !belongsToOffice(intent, facet))
    return { kind: 'facet', facet, services: service === undefined || newMatter ? talk.topics.slice(-2) : [service] };
  // 半夜有人吗 sounds like a greeting and asks for hours.
  if (intent === 'intent:greeting-thanks' && facet === 'hours') return { kind: 'intent', intent: 'intent:find-office' };
  // 跑了两趟还没办成，要带什么: the question is answered; the window stands under the answer.
  if (intent === 'intent:file-complaint' && heard.asks && heard.facets.length > 0) {
    const asked = heard.understood.candidates.find((c) => serviceById(c.label) !== undefined && c.score >= 0.05);
    if (asked !== undefined) return { kind: 'need', service: asked.label, because: [], certain: false };
  }
  if (intent !== undefined) return { kind: 'intent', intent };
  if (service !== undefined) {
    const other =
      second !== undefined && second.label !== service && serviceById(second.label) !== undefined
        ? second.label
        : undefined;
    return {
      kind: 'need',
      service,
      because: best?.because ?? [],
      certain: (best?.score ?? 0) >= SURE,
      ...(other === undefined ? {} : { second: other, secondSure: (second?.score ?? 0) >= SURE }),
    };
  }
  if (facet === 'hours') return { kind: 'intent', intent: 'intent:find-office' };
  if (refusal !== undefined && refusal.kind !== 'unclear')
    return { kind: 'decline', of: refusal.kind, ...(refusal.agency === undefined ? {} : { agency: refusal.agency }) };
  return undefined;
}

const withKin = (topics: readonly string[]): string[] => {
  const near = topics.flatMap((topic) => kinOf(topic));
  return [...new Set([...near.filter((id) => !topics.includes(id)), ...topics])];
};

/** Matters that come in pairs: who changes the one usually asks about the other next (驾驶证上的电话是不是也要改). */
const companions: readonly (readonly [string, string])[] = [
  ['owner-contact-filing', 'driver-contact-filing'],
  ['owner-name-address-filing', 'licence-info-change'],
  ['vehicle-e-domicile-transfer', 'licence-move-in'],
  ['licence-renew-expiry', 'medical-certificate-submit'],
];

/** The matter or wish that is acted upon: a sure one, one that stands clear of every other, or the companion of what the talk is about. */
function believed({ heard, talk }: Scene): Candidate | undefined {
  const { decision, candidates, refusal } = heard.understood;
  const known = candidates.filter((c) => c.label.startsWith('intent:') || serviceById(c.label) !== undefined);
  const [best] = known;
  if (best === undefined || decision === 'answer') return best;
  // Doubtful only whether it is a matter at all, not which: nothing else comes near.
  if (decision === 'none')
    return refusal?.kind === 'unclear' && best.score >= CLEAR.alone && best.score >= 8 * (known[1]?.score ?? 0)
      ? best
      : undefined;
  const companion = known.find(
    (c) =>
      c.score >= 0.6 * best.score &&
      companions.some((pair) => pair.includes(c.label) && talk.topics.some((t) => t !== c.label && pair.includes(t))),
  );
  if (companion !== undefined) return companion;
  // 补车牌今天办的什么时候能取: a side of a matter is asked, so a general wish does not compete with the matter.
  const rivals = heard.facets.includes('ready') ? known.filter((c) => !c.label.startsWith('intent:')) : known;
  const [first, next] = rivals;
  if (first === undefined) return undefined;
  const from = rivals.length < known.length ? CLEAR.besideWish : CLEAR.from;
  return first.score >= from && first.score >= CLEAR.times * (next?.score ?? 0) ? first : undefined;
}

type Near = FactFound & { next: number };

/** The nearest answer within the matters on the table, or within the new one; only then anywhere. */
function bestFact(scene: Scene, topics: readonly string[], service: string | undefined): Near | undefined {
  const within = [...new Set([...topics.slice(-2), ...(service === undefined ? [] : [service])])].reverse();
  const found = within.map((topic) => nearest(scene, topic)).filter((f) => f !== undefined);
  const best = found.sort((a, b) => b.score - a.score)[0];
  // Within a sure matter nothing else is looked for; the index over everything is large.
  if (best !== undefined && best.score >= LIKE.inTopic.close) return best;
  if (service !== undefined && (scene.heard.understood.candidates[0]?.score ?? 0) >= SURE) return best;
  const foreign = nearest(scene, '');
  if (best === undefined || (foreign !== undefined && foreign.score > best.score + 0.25)) return foreign;
  return best;
}

function nearest(scene: Scene, topic: string): Near | undefined {
  const [first, second] = findFacts(scene.heard.text, topic, scene.knowledge.published());
  return first === undefined ? undefined : { ...first, next: second?.score ?? 0 };
}

/** How like a known question it must be: less inside the matter, more against another sure reading; standing clear of the rest helps. */
function enough(
  { fact, score, next }: Near,
  topics: readonly string[],
  best: Candidate | undefined,
  newMatter: boolean,
  refused: boolean,
  asks: boolean,
): number {
  const level = score >= CLEARLY * next ? 'clear' : 'close';
  const sure = best !== undefined && best.score >= SURE;
  if (fact.of.some((of) => topics.includes(of)))
    return sure && newMatter ? LIKE.againstSure[level] : LIKE.inTopic[level];
  // A side of another matter must at least be asked for; what belongs to none may be told (手机我弄不来).
  if (!asks && fact.of.length > 0) return 1;
  if (!sure) return LIKE.anywhere[level] + (refused ? LIKE_REFUSED : 0);
  if (fact.of.length === 0) return LIKE.againstSure[level];
  return fact.of.includes(best.label) ? LIKE.sameMatter[level] : LIKE.otherMatter[level];
}

/** 哪天能拿, 周末开不开: a date or the hours are computed, a small answer only comes near. */
const plainSide = (fact: Near, facet: Facet | undefined, topics: readonly string[]): boolean =>
  topics.length > 0 && (facet === 'ready' || facet === 'hours') && fact.score < 0.5;

/** Only a side and small words around it: 那要带什么呢. */
function isBareSide({ plain, english, facets }: Heard): boolean {
  if (facets.length === 0 || english) return false;
  const rest = facets.reduce((text, facet) => text.replace(new RegExp(facetWords[facet].zh, 'g'), ''), plain);
  return (
    rest.replace(/[那呢吗么吧啊呀的了要得我您你这个都还就是一共总大概请问想下能可以行不办需去来给用补换]/g, '')
      .length <= 1
  );
}

/** A time is wanted and hardly anything else is said. */
const booksOnly = ({ heard }: Scene): boolean =>
  wantsBooking(heard.plain, heard.english) && (heard.plain.length <= 12 || heard.understood.decision === 'none');

/** 20号10点: a day and an hour, nothing else. */
function namesOnlyADay({ heard, talk }: Scene): boolean {
  const dates = heard.entities.filter((e) => e.kind === 'date');
  const length = dates.reduce((sum, e) => sum + e.text.length, 0);
  return talk.topics.length > 0 && dates.length > 0 && heard.plain.length - length <= 5;
}

/** When the office is open is asked of the office, not of the matter. */
const belongsToOffice = (intent: string | undefined, facet: Facet): boolean =>
  intent === 'intent:find-office' && (facet === 'hours' || facet === 'where');

export const serviceFor = (
  of: readonly string[],
  topics: readonly string[],
  service: string | undefined,
): { service?: string } => {
  const found =
    [...topics].reverse().find((t) => of.includes(t)) ??
    (service !== undefined && of.includes(service) ? service : undefined) ??
    (of.length === 1 ? of[0] : undefined);
  return found === undefined ? {} : { service: found };
};

/** A side of the matter, unless the words only tell a story; the first that was heard wins, deadlines and doubt come last. */
function facetOf(scene: Scene, service: string | undefined, topics: readonly string[]): Facet | undefined {
  const { facets, plain, english } = scene.heard;
  const facet = facets.find((f) => f !== 'doubt') ?? (facets.includes('doubt') ? 'doubt' : undefined);
  if (facet !== undefined) return facet;
  // 她的呢, 那明天呢: the side asked before, for somebody else or another day.
  if (
    scene.talk.facet !== undefined &&
    service === undefined &&
    topics.length > 0 &&
    plain.length <= 24 &&
    !english &&
    /(呢|的呢)$/.test(plain)
  )
    return scene.talk.facet;
  return undefined;
}
