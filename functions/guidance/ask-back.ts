/** Not understood, or in trouble: a short choice, a request to say it differently, then a person. */
import { paperAskedFor, visitsIn } from '../../models/complaint/told.ts';
import type { Card } from '../../models/conversation/content.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { shortCitations } from '../../models/guidance/citations.ts';
import { nameOf, optional } from './card-parts.ts';
import { guideCard } from './show-guide.ts';
import { type Said, type Scene, offer, said, withTopic } from './talk.ts';

/** The third obstacle: a person or the “办不成事” window, unasked; what the rule says stands under it. */
export function trouble(scene: Scene, id: string | undefined): Said {
  const { p, heard } = scene;
  const m = p.matters;
  const visits = visitsIn(heard.text);
  const beyond = paperBeyondList(heard.text, id);
  const card = id === undefined ? undefined : beyond === undefined ? guideCard(id, [], scene) : ruleCard(scene, id);
  return said(
    {
      say: [
        m.trouble(visits !== undefined && visits > 1 ? visits : undefined),
        beyond === undefined ? '' : m.notOnList(beyond),
        m.troubleOffer,
      ]
        .filter((part) => part !== '')
        .join(m.gap),
      ...optional('card', card),
      offers: [
        offer(p.buttons.complaint, 'report:begin'),
        offer(m.buttons.officerNow, 'command:person'),
        offer(m.buttons.notNow, 'report:pause'),
      ],
    },
    id === undefined ? {} : { talk: { topics: withTopic(scene, id), last: id }, change: { topic: id } },
  );
}

/** A paper that was asked for and that the verified list does not hold; what happened at the window is not judged here. */
function paperBeyondList(text: string, id: string | undefined): string | undefined {
  const service = serviceById(id ?? '');
  const paper = paperAskedFor(text);
  if (service?.materialsVerified !== true || paper === undefined || paper.length < 3) return undefined;
  const known = service.materials.some(({ nameZh }) => nameZh.includes(paper) || paper.includes(nameZh));
  return known ? undefined : paper;
}

function ruleCard({ p, language }: Scene, id: string): Card {
  const service = serviceById(id);
  const source = p.joinSources(shortCitations(service === undefined ? [] : [service]).map((s) => s[language]));
  return { type: 'source', items: [], ...(source === '' ? {} : { source: source.slice(0, 300) }) };
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
