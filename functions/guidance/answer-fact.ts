/** A small question inside a matter: its short answer with its source; what nobody verified is said so and noted for the guide. */
import type { Fact } from '../../models/guidance/answers/fact.ts';
import { questionOffers, questionText } from './next-steps.ts';
import { guideHref, optional } from './card-parts.ts';
import { cite } from './cite.ts';
import { isInspection } from './inspection-year.ts';
import { nextQuestion } from './next-question.ts';
import { offerOf } from './settle-question.ts';
import { guideCard } from './show-guide.ts';
import { type Draft, type Offer, type Said, type Scene, offer, said, withTopic } from './talk.ts';

export function answerFact(scene: Scene, fact: Fact, service: string | undefined): Said {
  const { p, language, heard, now } = scene;
  const place = heard.entities.find((e) => e.kind === 'place' && e.text !== scene.office.shortZh)?.value ?? p.place;
  const source = fact.publishedSource ?? cite(fact.law, language, p, now);
  const reply: Draft = {
    say: fact[language].replaceAll('{place}', place),
    ...(source === undefined ? {} : { card: { type: 'source', items: [], source: source.slice(0, 300) } }),
    offers: nextAfter(scene, fact, service),
    rateable: true,
  };
  const kept: Omit<Said, 'replies'> = {
    talk: { last: fact.id, refusals: 0, ...(service === undefined ? {} : { topics: withTopic(scene, service) }) },
    ...(service === undefined ? {} : { change: { topic: service } }),
    effects:
      fact.unverified === true ? [{ do: 'note-gap', question: heard.text, ...optional('service', service) }] : [],
  };
  const isNew = service !== undefined && !scene.talk.topics.includes(service) && !heard.english && !scene.elder;
  return isNew ? withGuide(scene, service, reply, source, kept) : said(reply, kept);
}

function nextAfter(scene: Scene, fact: Fact, service: string | undefined): Offer[] {
  const { p } = scene;
  const next = (fact.next ?? []).flatMap((code) => offerOf(code, scene));
  if (fact.unverified === true) return next.length > 0 ? next : [offer(p.buttons.yesAsk, 'command:person')];
  const guide: Offer[] =
    service === undefined || next.length > 1
      ? []
      : [{ label: p.buttons.guide, open: guideHref(service, scene, false) }];
  return [...next, ...guide, offer(p.buttons.solved, 'command:solved'), offer(p.buttons.unsolved, 'command:unsolved')];
}

/** Asked as the first thing about a matter: the guide comes under the answer, and the one question that changes it. */
function withGuide(
  scene: Scene,
  service: string,
  reply: Draft,
  source: string | undefined,
  kept: Omit<Said, 'replies'>,
): Said {
  const guide = guideCard(service, [], scene);
  const sources = [source, guide?.source].filter((s) => s !== undefined);
  const card =
    guide === undefined
      ? reply.card
      : { ...guide, ...(sources.length === 0 ? {} : { source: scene.p.joinSources(sources).slice(0, 300) }) };
  const question = isInspection(service)
    ? undefined
    : nextQuestion(service, scene.conversation.told, scene.heard.plain);
  if (question === undefined) return said({ ...reply, ...optional('card', card) }, kept);
  return said(
    {
      ...reply,
      say: `${reply.say}${questionText(question, scene)}`,
      ...optional('card', card),
      offers: questionOffers(question, scene),
    },
    { ...kept, dialog: { name: 'question', service, question: question.id } },
  );
}
