/** Several matters on one card: in one visit, or one after the other. */
import type { Card } from '../../models/conversation/content.ts';
import type { Checklist } from '../../models/guidance/checklist.ts';
import type { Text } from '../../models/guidance/service.ts';
import {
  type Item,
  clip,
  linkTo,
  listFor,
  nameOf,
  optional,
  paperName,
  servicesOf,
  sourceOf,
  whereRows,
} from './card-parts.ts';
import type { Scene } from './talk.ts';

/** Shared papers once, then each matter with its own. */
export function togetherCard(list: Checklist, scene: Scene): Card {
  const { p, language } = scene;
  const all = list.items.filter((i) => i.services.length === list.services.length);
  return {
    type: 'checklist',
    title: p.togetherTitle(list.services.length),
    items: [
      ...(all.length === 0 ? [] : [{ text: p.shared(all.map((i) => paperName(i, scene)).join(p.and)) }]),
      ...list.services.map((service, i): Item => {
        const own = list.items.filter(
          (item) =>
            item.services.length < list.services.length &&
            item.services.includes(service.id) &&
            item.onlyIf === undefined,
        );
        const fee = service.feeYuan === null ? p.feeUnknown : p.fee(service.feeYuan);
        const time = list.times[i]?.text[language] ?? p.timeUnknown;
        const deadline = service.conditions.find((c) => /\d+日内|30 days/.test(c[language]))?.[language];
        return {
          text: clip(
            p.numbered(
              i,
              `${nameOf(service, scene)}${p.colon}${[fee, time, ...(deadline === undefined ? [] : [deadline])].join(p.comma)}`,
            ),
            300,
          ),
          ...(own.length === 0
            ? {}
            : { note: clip(p.plus(own.map((item) => paperName(item, scene)).join(p.and)), 200) }),
        };
      }),
      ...whereRows(list, scene),
    ],
    ...sourceOf(list, scene),
    ...optional('link', linkTo([list.services[0].id], scene, true)),
  };
}

/** First this, then that: each step with its papers, fee and time. */
export function stepsCard(
  ids: readonly string[],
  source: string | undefined,
  notes: readonly Text[],
  scene: Scene,
): Card | undefined {
  const services = servicesOf(ids);
  if (services === undefined) return undefined;
  const { p, language } = scene;
  const items = services.flatMap((service, i): Item[] => {
    const list = listFor([service.id], scene);
    if (list === undefined) return [];
    return [
      { text: `${p.step(i, nameOf(service, scene))}${p.colon}${service.lead[language]}` },
      {
        label: p.rows.bring,
        text: clip(
          list.items
            .filter((item) => item.onlyIf === undefined)
            .map((item) => paperName(item, scene))
            .join(p.and),
          300,
        ),
      },
      {
        label: p.rows.fee,
        text: `${list.fee.text[language]}${p.comma}${list.times[0]?.text[language] ?? ''}`,
        ...(i === 0 ? { note: list.where.map((w) => w[language]).join(p.semicolon) } : {}),
      },
      ...service.conditions
        .filter((c) => c.verified)
        .slice(0, i === 0 ? 0 : 1)
        .map((c): Item => ({ text: c[language] })),
    ];
  });
  return {
    type: 'checklist',
    title: clip(p.stepsTitle(nameOf(services[0], scene), nameOf(services.at(-1) ?? services[0], scene)), 80),
    items: [...items, ...notes.map((n): Item => ({ text: n[language] }))].slice(0, 20),
    ...optional('source', source),
    checkedOn: services[0].checkedOn,
    ...optional('link', linkTo([services[0].id], scene, true)),
  };
}
