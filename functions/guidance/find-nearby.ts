/** Which service points near somebody really do the thing they need, with today's hours; never one that cannot do it. */
import { checklistFor } from '../../models/guidance/checklist.ts';
import { placeNamed } from '../../models/guidance/gazetteer.ts';
import { type NearbyPoint, nearestPoints } from '../../models/guidance/points.ts';
import type { Service } from '../../models/guidance/service.ts';
import { dayOf } from '../../models/time.ts';
import { feeText, nameOf, paperName } from './card-parts.ts';
import { answersTold } from './next-question.ts';
import { sayDay, sayWeekHours, sayWindows } from './say-days.ts';
import { type Said, type Scene, offer, said, withTopic } from './talk.ts';

type Where = { lat: number; lon: number; terrain?: 'town' | 'plain' | 'mountain' };

export function placeHeard({ heard, office }: Scene): Where | undefined {
  const named = placeNamed(heard.plain);
  return named === undefined || named.nameZh === office.shortZh ? undefined : named;
}

export function findNearby(scene: Scene, service: Service, shared?: Where): Said {
  const { p, knowledge, now, office, language } = scene;
  const from = shared ?? placeHeard(scene);
  const name = nameOf(service, scene);
  const talk = { topics: withTopic(scene, service.id), last: service.id, facet: 'nearby' as const, refusals: 0 };
  if (from === undefined)
    return said(
      {
        say: p.whichPlace,
        offers: [{ label: p.buttons.sharePlace, do: 'share-place' }, offer(p.buttons.hours, 'facet:hours')],
      },
      { talk, change: { topic: service.id } },
    );
  // Further than two service circles nobody calls it near.
  const circle = office.serviceCircleKm[from.terrain ?? 'mountain'] * 2;
  const near = nearestPoints(knowledge.points(), { services: [service.id], from, now })
    .filter((n) => n.km <= circle)
    .sort(openTodayFirst)
    .slice(0, 3);
  const list = checklistFor(service, answersTold(scene.conversation.told), office);
  const home = service.channels.some((c) => c.kind === '12123' && c.verified);
  const papers = list.items.filter((i) => i.onlyIf === undefined).map((i) => paperName(i, scene));
  const first = near[0];
  const say =
    first === undefined
      ? `${p.nearNone}${home ? `${p.homePost}${p.stop}` : ''}${p.nearNoneOffice(office.nameZh, sayWeekHours(office, now, p))}`
      : p.nearYes(first.point.nameZh, verb(service, scene), hoursToday(first, scene));
  const items = [
    ...near.map((n) => ({
      text: `${n.point.nameZh}${p.colon}${hoursToday(n, scene)}`,
      note: [p.km(n.km), ...(n.point.example ? [p.example] : [])].join(p.comma),
    })),
    ...(home ? [{ text: p.homePost }] : []),
    { label: p.rows.bring, text: (papers.length === 0 ? p.noPapers : papers.join(p.and)).slice(0, 300) },
    { label: p.rows.time, text: list.times[0]?.text[language] ?? p.timeUnknown },
    { label: p.rows.fee, text: feeText(list, scene).slice(0, 300) },
  ];
  const source = p.joinSources([
    ...list.sources.map((s) => s[language]),
    ...(first === undefined ? [] : [`${p.sources.points(office.shortZh)}（${first.point.validFrom}）`]),
  ]);
  return said(
    {
      say,
      card: { type: 'points', title: p.nearTitle(name).slice(0, 80), items, source: source.slice(0, 300) },
      offers: [
        { label: p.buttons.sharePlace, do: 'share-place' },
        offer(p.buttons.agent, 'facet:agent'),
        offer(p.buttons.unsolved, 'command:unsolved'),
      ],
      rateable: true,
    },
    { talk, change: { topic: service.id } },
  );
}

/** Of points within the circle, one that has somebody today is nearer than one that has not. */
const openTodayFirst = (a: NearbyPoint, b: NearbyPoint): number =>
  Number(b.today.length > 0) - Number(a.today.length > 0) || a.km - b.km;

const verb = (service: Service, scene: Scene): string =>
  scene.language === 'zh'
    ? nameOf(service, scene).replace('、换领', '').replace(/^补领/, '补')
    : nameOf(service, scene);

function hoursToday(near: NearbyPoint, { p, now }: Scene): string {
  if (near.nextDay === dayOf(now)) return p.nearTodayUntil(sayWindows(near.today, p));
  return p.nearNotToday(`${sayDay(near.nextDay, p)}${sayWindows(near.next, p)}`);
}
