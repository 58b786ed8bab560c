/** Drafts the script of a week: what was asked in most talks, answered from what is published; never from what anybody wrote. */
import type { Officer } from '../../models/access/staff.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import { mondayOf } from '../../models/aftermath/weeks.ts';
import { draftBroadcast, type Broadcast } from '../../models/broadcast/broadcast.ts';
import { broadcastIdOf } from '../../models/broadcast/broadcast-id.ts';
import type { BroadcastItem } from '../../models/broadcast/item.ts';
import { itemOfGuide } from '../../models/broadcast/item-of-guide.ts';
import type { DraftBroadcast } from '../../models/broadcast/requests.ts';
import type { Fact } from '../../models/guidance/answers/fact.ts';
import { factById } from '../../models/guidance/answers/facts.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { officeOf } from '../../models/office/offices.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import { broadcastWords } from '../../models/phrasebook/broadcast-words.ts';
import { phrasesIn } from '../../models/phrasebook/phrases.ts';
import { addDays, dayOf, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { cite } from '../guidance/cite.ts';

type Needed = Pick<Deps, 'now' | 'figures' | 'broadcasts' | 'answers'>;
const MOST = 6;
/** What fewer talks asked for is left out: in a small county the one who asked might be recognised. */
const FEWEST = 3;

export async function draftScript(
  deps: Needed,
  by: Officer,
  { week: day }: DraftBroadcast,
): Promise<Outcome<Broadcast>> {
  const now = deps.now();
  const [from, to] = weekWith(day);
  if (to >= dayOf(now)) return refused('wrong-state', 'broadcast: this week is not over');
  const counts = Object.entries(sumOf(await deps.figures.topics(by.office, from, to)));
  const items: BroadcastItem[] = [];
  for (const [topic, asked] of counts.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))) {
    if (asked < FEWEST || items.length === MOST) break;
    const item = await itemOf(deps, by, topic, asked);
    if (item !== undefined) items.push(item);
  }
  if (items.length === 0) return refused('wrong-state', 'broadcast: nothing was asked often enough');
  const found = await deps.broadcasts.find(broadcastIdOf(by.office, from));
  const drafted = draftBroadcast(
    {
      office: by.office,
      week: from,
      title: broadcastWords.title(spoken(from), spoken(to)),
      items,
      askedInAll: counts.reduce((sum, [, n]) => sum + n, 0),
    },
    by.id,
    now,
    found.ok ? found.value : undefined,
  );
  return drafted.ok ? deps.broadcasts.save(drafted.value) : drafted;
}

export const weekWith = (day: Day): [from: Day, to: Day] => [mondayOf(day), addDays(mondayOf(day), 6)];
const spoken = (day: Day): string => `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;

async function itemOf(deps: Needed, by: Officer, topic: string, asked: number): Promise<BroadcastItem | undefined> {
  const service = serviceById(topic);
  if (service !== undefined) return itemOfGuide(service, officeOf(by.office), asked);
  const fact = factById(topic);
  if (fact !== undefined) return itemOfFact(deps, fact, asked);
  const published = await deps.answers.find(topic.replace('published:', ''));
  if (!published.ok || published.value.state !== 'published') return undefined;
  const { label, answerZh, source } = published.value;
  // How people asked it are citizens' words: the editor words the question.
  return bare(topic, asked, {
    question: broadcastWords.aboutMatter(serviceById(label)?.nameZh ?? broadcastWords.office),
    answer: answerZh,
    source,
    toSettle: ['question'],
  });
}

function itemOfFact(deps: Needed, fact: Fact, asked: number): BroadcastItem {
  const source = cite(fact.law, 'zh', phrasesIn('zh'), deps.now()) ?? '';
  const [question = ''] = fact.ask;
  return bare(fact.id, asked, {
    question: `${question}？`,
    answer: fact.zh.replaceAll('{place}', phrasesIn('zh').place),
    source: source.slice(0, 400),
    toSettle: fact.unverified === true || source === '' ? ['source'] : [],
  });
}

const bare = (
  topic: string,
  asked: number,
  words: Pick<BroadcastItem, 'question' | 'answer' | 'source' | 'toSettle'>,
): BroadcastItem => ({ topic, asked, papers: [], fee: '', time: '', ...words });
