/** Not understood, or in trouble: a short choice, a request to say it differently, then a person. */
import { serviceById } from '../../models/guidance/catalogue.ts';
import { nameOf, optional } from './card-parts.ts';
import { guideCard } from './show-guide.ts';
import { type Said, type Scene, offer, said, withTopic } from './talk.ts';

/** The third obstacle: a person or the “办不成事” window, unasked; what the rule says stays one tap away. */
export function trouble(scene: Scene, id: string | undefined): Said {
  const { p } = scene;
  const card = id === undefined ? undefined : guideCard(id, [], scene);
  return said(
    {
      say: p.trouble,
      ...optional('card', card),
      offers: [offer(p.buttons.officer, 'command:person'), offer(p.buttons.complaint, 'command:complaint')],
    },
    id === undefined ? {} : { talk: { topics: withTopic(scene, id), last: id }, change: { topic: id } },
  );
}

/** At most three plain names, then a person. */
export function choose(scene: Scene, labels: readonly string[], missed: boolean): Said {
  const { p, conversation } = scene;
  if (missed && conversation.failedTurns >= 1) return offerPerson(scene);
  const named = labels.flatMap((label) => {
    const service = serviceById(label);
    const name = service === undefined ? p.wishes[label] : nameOf(service, scene).slice(0, 40);
    return name === undefined ? [] : [offer(name, `label:${label}`)];
  });
  if (named.length === 0) return miss(scene);
  return said(
    {
      say: missed ? p.rephraseWith : p.choose,
      offers: [...named.slice(0, 3), offer(p.buttons.person, 'command:person')],
    },
    missed ? { change: { failedTurns: conversation.failedTurns + 1 } } : {},
  );
}

/** First a request to say it differently; the second time in a row a person, a call-back or a complaint. */
export function miss(scene: Scene): Said {
  const { p, conversation, heard } = scene;
  if (conversation.failedTurns >= 1) return offerPerson(scene);
  return said(
    {
      say: p.rephrase,
      offers: [offer(p.buttons.hours, 'intent:find-office'), offer(p.buttons.person, 'command:person')],
    },
    {
      change: { failedTurns: 1 },
      effects: heard.asks && heard.plain.length >= 4 ? [{ do: 'note-gap', question: heard.text }] : [],
    },
  );
}

function offerPerson(scene: Scene): Said {
  const { p, conversation } = scene;
  return said(
    {
      say: p.offerPerson,
      offers: [
        offer(p.buttons.officer, 'command:person'),
        offer(p.buttons.callBack, 'command:call-back'),
        offer(p.buttons.complaint, 'command:complaint'),
      ],
    },
    { change: { failedTurns: conversation.failedTurns + 1 } },
  );
}
