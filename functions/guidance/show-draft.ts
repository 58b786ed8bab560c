/** Shows the report as it would be handed in: numbers masked, nothing but what the person said. */
import type { z } from 'zod';
import type { MatterDraft } from '../../models/complaint/draft.ts';
import type { Card, CardItem } from '../../models/conversation/content.ts';
import { maskPlate } from '../../models/conversation/masking.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { nameOf } from './card-parts.ts';
import { maskNumbers } from './mask-numbers.ts';
import { type Offer, type Said, type Scene, offer, said } from './talk.ts';

type Item = z.infer<typeof CardItem>;
const SHOWN = 280;

export function draftCard(scene: Scene, draft: MatterDraft): Card {
  const m = scene.p.matters;
  const { rows } = m;
  const service = serviceById(draft.service ?? '');
  const row = (label: string, text: string | undefined): Item[] =>
    text === undefined || text === '' ? [] : [{ label, text: clip(text) }];
  const { helper } = draft;
  return {
    type: 'draft',
    title: m.draftTitle,
    items: [
      ...row(rows.matter, m.matterRow(service === undefined ? undefined : nameOf(service, scene), draft.visits)),
      ...row(rows.told, maskNumbers(draft.what ?? '')),
      ...row(rows.matter, draft.told).map(({ text }): Item => ({ text })),
      ...row(rows.plate, draft.plate === undefined ? undefined : m.plateRow(maskPlate(draft.plate))),
      ...row(rows.lender, draft.lender),
      ...row(rows.wanted, draft.wanted),
      ...row(rows.asks, draft.asks.join(scene.p.semicolon)),
      ...row(rows.photos, draft.photos.length === 0 ? undefined : m.photoRow(draft.photos.length)),
      ...row(
        rows.who,
        helper?.whose === undefined || helper.name === undefined
          ? undefined
          : m.whoRow(helper.whose, helper.relation, helper.name),
      ),
      ...row(rows.phone, draft.phone === undefined ? undefined : m.tailRow(draft.phone.slice(-4))),
    ].slice(0, 20),
  };
}

export const draftOffers = ({ p }: Scene, short: boolean): Offer[] => {
  const { buttons } = p.matters;
  return [
    offer(short ? buttons.attachShort : buttons.attach, 'report:attach'),
    offer(short ? buttons.plainShort : buttons.plain, 'report:plain'),
    offer(buttons.edit, 'report:edit'),
  ];
};

const clip = (text: string): string =>
  Array.from(text).length <= SHOWN ? text : `${Array.from(text).slice(0, SHOWN).join('')}…`;

/** Says something and keeps the draft where it stands; putting it aside is always one tap away. */
export function keepDraft(scene: Scene, draft: MatterDraft, say: string, offers: readonly Offer[] = []): Said {
  return said(
    { say, offers: [...offers, offer(scene.p.matters.buttons.notNow, 'report:pause')] },
    { talk: { draft, offered: true }, dialog: { name: 'report' } },
  );
}
