/** One side of the matter that the talk is about; each kind of side has its answer. */
import type { Facet } from '../../models/guidance/answers/facets.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import type { Service } from '../../models/guidance/service.ts';
import { placeText } from '../../models/guidance/wording.ts';
import { agent, deadline, doubt, elsewhere, online } from './answer-ways.ts';
import { feeText, listFor, nameOf, optional, paperName } from './card-parts.ts';
import { findNearby } from './find-nearby.ts';
import { sayWeekHours } from './say-days.ts';
import { listCard } from './show-list.ts';
import { sourced } from './sourced.ts';
import { type Said, type Scene, offer } from './talk.ts';
import { tellHours } from './tell-hours.ts';
import { tellReadyDate } from './tell-ready-date.ts';

export function answerFacet(scene: Scene, facet: Facet, ids: readonly string[]): Said {
  const services = ids.flatMap((id) => serviceById(id) ?? []);
  const service = services.at(-1);
  if (service === undefined) return tellHours(scene);
  const kept = {
    facet,
    last: service.id,
    refusals: 0,
    topics: [...scene.talk.topics.filter((t) => t !== service.id), service.id].slice(-4),
  };
  const answer = one(scene, facet, service, services);
  return { ...answer, talk: { ...kept, ...answer.talk }, change: { topic: service.id, ...answer.change } };
}

export function one(scene: Scene, facet: Facet, service: Service, services: readonly Service[]): Said {
  switch (facet) {
    case 'ready':
      return tellReadyDate(scene, service);
    case 'hours':
      return tellHours(scene, service);
    case 'nearby':
      return findNearby(scene, service);
    case 'online':
      return online(scene, services);
    case 'agent':
      return agent(scene, service);
    case 'fee':
      return sourced(scene, services.map((s) => fee(scene, s)).join(''), services);
    case 'time':
      return sourced(scene, services.map((s) => time(scene, s)).join(''), services);
    case 'papers':
      return papers(scene, service);
    case 'where':
      return where(scene, service);
    case 'elsewhere':
      return elsewhere(scene, service);
    case 'deadline':
      return deadline(scene, service);
    case 'source':
      return sourced(scene, scene.p.facetSource(nameOf(service, scene)), services);
    case 'doubt':
      return doubt(scene, service);
  }
}

function fee(scene: Scene, service: Service): string {
  const { p, language } = scene;
  const list = listFor([service.id], scene);
  if (list === undefined) return '';
  if (service.feeParts.length > 1 && service.feeYuan !== null)
    return p.facetFeeParts(
      nameOf(service, scene),
      service.feeYuan,
      service.feeParts.map((part) => `${part[language]}${language === 'zh' ? '' : ' '}${part.yuan}`).join(p.and),
    );
  return p.facetFee(nameOf(service, scene), feeText(list, scene).replace(/[。.]$/, ''));
}

function time(scene: Scene, service: Service): string {
  const list = listFor([service.id], scene);
  const text = list?.times[0]?.text[scene.language] ?? scene.p.timeUnknown;
  return scene.p.facetTime(nameOf(service, scene), text);
}

function papers(scene: Scene, service: Service): Said {
  const card = listCard([service.id], undefined, scene);
  const list = listFor([service.id], scene);
  const few = list !== undefined && list.itemsVerified && list.items.length > 0 && list.items.length <= 3;
  const say = few
    ? scene.p.facetPapers(nameOf(service, scene), scene.p.list(list.items.map((i) => paperName(i, scene))))
    : scene.p.facetPapersCard(nameOf(service, scene));
  return sourced(scene, say, [service], { ...optional('card', card) });
}

export function where(scene: Scene, service: Service): Said {
  const { p, language, office, now } = scene;
  const place = placeText(service.place, office)[language];
  const hours = p.facetWhereHours(language === 'zh' ? office.nameZh : office.nameEn, sayWeekHours(office, now, p));
  return sourced(scene, `${p.facetWhere(nameOf(service, scene), place)}${hours}`, [service], {
    offers: [
      offer(p.buttons.nearby, 'facet:nearby'),
      offer(p.buttons.hours, 'facet:hours'),
      offer(p.buttons.unsolved, 'command:unsolved'),
    ],
  });
}
