/** The guide in a few lines: who, what, how long, how much, where. */
import type { Card } from '../../models/conversation/content.ts';
import { openingOf } from '../../models/guidance/answers/openings.ts';
import {
  type Item,
  clip,
  feeText,
  linkTo,
  listFor,
  nameOf,
  optional,
  paperName,
  sourceOf,
  timeRow,
} from './card-parts.ts';
import { openNow } from './open-elsewhere.ts';
import type { Scene } from './talk.ts';

/** Four lines and a link: who, what, how long, how much. */
export function guideCard(id: string, because: readonly string[], scene: Scene): Card | undefined {
  const list = listFor([id], scene);
  if (list === undefined) return undefined;
  const { p, language } = scene;
  const [service] = list.services;
  const mind = openingOf(id).mind?.[language];
  const papers = list.itemsVerified
    ? list.items.length === 0
      ? p.noPapers
      : list.items
          .filter((i) => i.onlyIf === undefined)
          .map((i) => paperName(i, scene))
          .join(p.and)
    : p.papersUnverified;
  return {
    type: 'guide',
    title: clip(nameOf(service, scene), 80),
    ...(because.length === 0 ? {} : { because: because.slice(0, 3).map((b) => clip(b, 40)) }),
    items: [
      { label: p.rows.who, text: list.applicants.map((a) => a[language]).join(p.and) },
      { label: p.rows.bring, text: clip(papers, 300), ...(list.itemsVerified ? {} : { unverified: true }) },
      timeRow(list, scene),
      { label: p.rows.fee, text: clip(feeText(list, scene), 300), ...(list.fee.complete ? {} : { unverified: true }) },
      { label: p.rows.where, text: clip(list.where.map((w) => w[language]).join(p.semicolon), 300) },
      ...openNow(service, scene).map((text): Item => ({ label: p.rows.now, text })),
      ...(mind === undefined ? [] : [{ label: p.rows.note, text: mind }]),
    ],
    ...sourceOf(list, scene),
    ...optional('link', linkTo([id], scene, false)),
  };
}
