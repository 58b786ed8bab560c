/** Everything to bring, told once (一次性告知). */
import type { Card } from '../../models/conversation/content.ts';
import type { Choice } from '../../models/guidance/answers/first-question.ts';
import { openingOf } from '../../models/guidance/answers/openings.ts';
import type { Checklist } from '../../models/guidance/checklist.ts';
import type { Text } from '../../models/guidance/service.ts';
import { channelNames, channelNotes } from '../../models/guidance/wording.ts';
import {
  type Item,
  clip,
  feeText,
  linkTo,
  listFor,
  nameOf,
  optional,
  paperRows,
  sourceOf,
  timeRow,
  whereRows,
} from './card-parts.ts';
import { openNow } from './open-elsewhere.ts';
import { togetherCard } from './show-visit.ts';
import type { Scene } from './talk.ts';

/** Everything, once (一次性告知). */
export function listCard(ids: readonly string[], choice: Choice | undefined, scene: Scene): Card | undefined {
  const list = listFor(ids, scene);
  if (list === undefined) return undefined;
  return list.services.length > 1 ? togetherCard(list, scene) : oneListCard(list, choice, scene);
}

function oneListCard(list: Checklist, choice: Choice | undefined, scene: Scene): Card {
  const { p, language, elder, office } = scene;
  const [service] = list.services;
  const conditions = service.conditions.map((c) => c[language]);
  const say = (texts: readonly Text[] | undefined): string[] => (texts ?? []).map((t) => t[language]);
  const notes = elder ? [] : [...say(choice?.notes), ...say(openingOf(service.id).notes), ...conditions].slice(0, 7);
  return {
    type: 'checklist',
    title: clip(nameOf(service, scene), 80),
    items: [
      ...list.before.map((b, i): Item => ({ ...(i === 0 ? { label: p.rows.first } : {}), text: b[language] })),
      ...paperRows(list, scene),
      ...(elder
        ? [
            {
              label: p.rows.where,
              text: office.greenLane
                ? p.greenLane(office.nameZh)
                : list.where.map((w) => w[language]).join(p.semicolon),
            },
          ]
        : whereRows(list, scene)),
      ...(elder ? [] : otherWays(list, scene)),
      ...openNow(service, scene).map((text): Item => ({ label: p.rows.now, text })),
      { label: p.rows.fee, text: clip(feeText(list, scene), 300) },
      timeRow(list, scene),
      ...notes.map((text): Item => ({ text: clip(text, 300) })),
      ...(list.notNeeded.length === 0 || elder
        ? []
        : [
            {
              label: p.rows.notNeeded,
              text: list.notNeeded.map((n) => n[language]).join(p.and),
            },
          ]),
    ].slice(0, 20),
    ...sourceOf(list, scene),
    ...optional('link', linkTo([service.id], scene, true)),
  };
}

/** The ways besides the window that are sure, each with its one condition. */
function otherWays(list: Checklist, { language, p }: Scene): Item[] {
  return list.channels
    .filter((c) => c.verified && (c.kind === '12123' || c.kind === 'post' || c.kind === 'service-station'))
    .map((c) => {
      const [label = '', name = label] = channelNames[c.kind][language].split(/[：:] */);
      const note = channelNotes[c.kind]?.[language];
      return {
        text: [c.kind === '12123' ? `${label}${p.colon}${name}` : name, ...(note === undefined ? [] : [note])].join(
          p.comma,
        ),
      };
    });
}
