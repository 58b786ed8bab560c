/** Whether it goes online, by an agent or elsewhere, until when, and whether the rule is really so. */
import type { Cite } from '../../models/guidance/answers/fact.ts';
import { shortCitations } from '../../models/guidance/citations.ts';
import type { Service } from '../../models/guidance/service.ts';
import { placeText } from '../../models/guidance/wording.ts';
import { listFor, nameOf, paperName } from './card-parts.ts';
import { cite } from './cite.ts';
import { listCard } from './show-list.ts';
import { sourced } from './sourced.ts';
import { type Said, type Scene, offer } from './talk.ts';

/** Each matter by itself where their ways differ; the unsure one is said to be unsure. */
export function online(scene: Scene, services: readonly Service[]): Said {
  const { p, language } = scene;
  const parts = services.map((service) => onlineFor(scene, service));
  const unsure = services.some((s) => s.channels.some((c) => c.kind === '12123' && !c.verified));
  return sourced(
    scene,
    `${parts.join(language === 'zh' ? '。' : '. ')}${p.stop}`,
    services,
    unsure
      ? {
          gap: true,
          offers: [offer(p.buttons.officerConfirm, 'command:person'), offer(p.buttons.hours, 'facet:hours')],
        }
      : { offers: [offer(p.buttons.stuck, 'command:person'), offer(p.buttons.unsolved, 'command:unsolved')] },
  );
}

function onlineFor(scene: Scene, service: Service): string {
  const { p, language } = scene;
  const name = nameOf(service, scene);
  const way = service.channels.find((c) => c.kind === '12123');
  if (way === undefined)
    return service.channels.some((c) => c.kind === 'window')
      ? p.facetOnlineNo(name)
      : p.facetWhere(name, service.lead[language]).replace(/[。.]+$/, '');
  if (!way.verified) return p.facetOnlineUnsure(name);
  return service.place === 'online' ? p.facetOnlineOnly(name) : p.facetOnlineYes(name);
}

export function agent(scene: Scene, service: Service): Said {
  const { p } = scene;
  const name = nameOf(service, scene);
  if (service.agent === 'not-stated') return sourced(scene, p.facetAgentUnknown(name), [service], { gap: true });
  if (service.agent === 'not-allowed') {
    const why = service.conditions.find((c) => /委托/.test(c.zh));
    return sourced(scene, p.facetAgentNo(name, ''), [service], {
      ...(why === undefined
        ? {}
        : {
            card: {
              type: 'source',
              items: [{ text: why[scene.language] }],
              source: p.joinSources(shortCitations([service]).map((s) => s[scene.language])).slice(0, 300),
            },
          }),
      offers: [offer(p.buttons.officerConfirm, 'command:person')],
    });
  }
  const told = { ...scene.conversation.told, who: 'agent' };
  const list = listFor([service.id], { ...scene, conversation: { ...scene.conversation, told } });
  const carried = (list?.items ?? []).filter((i) => ['mandate', 'identity', 'agent-identity'].includes(i.id));
  const names = carried.map((i) => paperName(i, scene));
  // Agents are allowed by article 105 of the licence rules and article 86 of the vehicle rules.
  const law: Cite = service.category === 'driver-licence' ? ['令162', 105] : ['令164', 86];
  const card = listCard([service.id], undefined, { ...scene, conversation: { ...scene.conversation, told } });
  const source = [card?.source, cite([law], scene.language, p, scene.now)].filter((text) => text !== undefined);
  const answer = sourced(scene, p.facetAgentYes(p.list(names)), [service], {
    ...(card === undefined ? {} : { card: { ...card, source: p.joinSources(source).slice(0, 300) } }),
    offers: [offer(p.buttons.mandate, 'fact:mandate-form'), offer(p.buttons.unsolved, 'command:unsolved')],
  });
  return { ...answer, change: { told } };
}

export function elsewhere(scene: Scene, service: Service): Said {
  const { p, language, office } = scene;
  const texts = p.facetElsewhere;
  const place = service.place;
  const say =
    place === 'licence-any' ||
    place === 'anywhere' ||
    place === 'vehicle-location' ||
    place === 'registration-place' ||
    place === 'licence-place' ||
    place === 'online'
      ? texts[place]
      : texts.other(placeText(place, office)[language]);
  return sourced(scene, say, [service], {
    offers: [offer(p.buttons.agent, 'facet:agent'), offer(p.buttons.unsolved, 'command:unsolved')],
  });
}

export function deadline(scene: Scene, service: Service): Said {
  const { p, language } = scene;
  const texts = service.conditions.filter((c) => /日内|天里|年内|个月内|逾期|晚/.test(c.zh)).map((c) => c[language]);
  return sourced(
    scene,
    texts.length === 0 ? p.facetDeadlineNone(nameOf(service, scene)) : p.facetDeadline(texts.slice(0, 2).join(p.comma)),
    [service],
  );
}

/** Does not argue: says the rule once more, with its article, and offers a person. */
export function doubt(scene: Scene, service: Service): Said {
  const { p, language } = scene;
  const rule = service.conditions.find((c) => c.verified)?.[language] ?? service.lead[language];
  return sourced(scene, p.doubt(`${rule.replace(/[。.]$/, '')}${p.stop}`), [service], {
    offers: [offer(p.buttons.officerConfirm, 'command:person'), offer(p.buttons.solved, 'command:solved')],
  });
}
