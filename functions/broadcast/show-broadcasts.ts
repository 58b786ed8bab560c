/** The office's radio scripts: the list, one of them with what came of it, and what anybody may read. */
import type { Officer } from '../../models/access/staff.ts';
import type { Counts } from '../../models/aftermath/audit.ts';
import type { Period } from '../../models/aftermath/blocks.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import { ratio } from '../../models/aftermath/promises.ts';
import { type Broadcast } from '../../models/broadcast/broadcast.ts';
import { broadcastIdOf } from '../../models/broadcast/broadcast-id.ts';
import { spansAround, verdictOf, type Effect } from '../../models/broadcast/effect.ts';
import { spokenSeconds } from '../../models/broadcast/item.ts';
import type {
  BroadcastList,
  BroadcastRow,
  ListBroadcasts,
  OneBroadcast,
  ShownBroadcast,
} from '../../models/broadcast/requests.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf } from '../../models/time.ts';
import { namesOf } from '../aftermath/asked-scope.ts';
import type { Deps } from '../deps.ts';
import { weekWith } from './draft-script.ts';

const AT_ONCE = 20;
/** What a station or a reader is given: the newest year, hardly more. */
const PUBLISHED = 52;

export async function listBroadcasts(
  deps: Pick<Deps, 'now' | 'broadcasts'>,
  by: Officer,
  { cursor }: ListBroadcasts,
): Promise<Outcome<BroadcastList>> {
  const [week] = weekWith(addDays(dayOf(deps.now()), -7));
  const [page, thisWeek] = await Promise.all([
    deps.broadcasts.ofOffice(by.office, AT_ONCE, cursor),
    deps.broadcasts.find(broadcastIdOf(by.office, week)),
  ]);
  return done({
    office: by.office,
    rows: page.broadcasts.map(rowOf),
    ...(page.next === undefined ? {} : { next: page.next }),
    week,
    mayDraft: !thisWeek.ok || thisWeek.value.state === 'withdrawn',
  });
}

const rowOf = ({ id, week, title, state, aired, items }: Broadcast): BroadcastRow => ({
  id,
  week,
  title,
  state,
  ...(aired === undefined ? {} : { aired }),
  items: items.length,
  seconds: items.reduce((sum, item) => sum + spokenSeconds(item), 0),
});

export async function findBroadcast(
  deps: Pick<Deps, 'broadcasts'>,
  by: Officer,
  { id }: OneBroadcast,
): Promise<Outcome<Broadcast>> {
  const found = await deps.broadcasts.find(id);
  return found.ok && found.value.office !== by.office ? refused('not-found', 'no such script') : found;
}

export async function showBroadcast(deps: Deps, by: Officer, one: OneBroadcast): Promise<Outcome<ShownBroadcast>> {
  const found = await findBroadcast(deps, by, one);
  if (!found.ok) return found;
  const broadcast = found.value;
  const secondsOf = broadcast.items.map(spokenSeconds);
  return done({
    broadcast,
    seconds: secondsOf.reduce((sum, n) => sum + n, 0),
    secondsOf,
    shares: broadcast.items.map(({ asked }) => ratio(asked, broadcast.askedInAll)),
    effects: await effectsOf(deps, broadcast),
    names: await namesOf(deps, [broadcast.office]),
  });
}

async function effectsOf(deps: Pick<Deps, 'now' | 'figures'>, { office, aired, items }: Broadcast): Promise<Effect[]> {
  if (aired === undefined) return [];
  const spans = spansAround(aired.day);
  const topics = async ({ from, to }: Period): Promise<Counts> => sumOf(await deps.figures.topics(office, from, to));
  const [before, after] = await Promise.all([topics(spans.before), topics(spans.after)]);
  const over = dayOf(deps.now()) > spans.after.to;
  const of = (counts: Counts, topic: string) =>
    ratio(
      counts[topic] ?? 0,
      Object.values(counts).reduce((sum, n) => sum + n, 0),
    );
  return items.map(({ topic }) => {
    const [was, is] = [of(before, topic), of(after, topic)];
    return { topic, before: was, after: is, verdict: verdictOf(was, is, over) };
  });
}

export const publishedBroadcasts = (deps: Pick<Deps, 'broadcasts'>, office: OfficeId): Promise<Broadcast[]> =>
  deps.broadcasts.published(office, PUBLISHED);
