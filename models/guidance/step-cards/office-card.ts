/** A step card an office wrote or changed: proposed by one officer, published by a second, taken back by one click. */
import * as z from 'zod';
import { OfficeId, StaffId } from '../../ids.ts';
import { done, refused, type Outcome } from '../../outcome.ts';
import { Instant } from '../../time.ts';
import { accountCards } from './account-cards.ts';
import { machineCards } from './machine-cards.ts';
import { StepCard } from './step-card.ts';
import { vehicleCards } from './vehicle-cards.ts';

export const readyCards: readonly StepCard[] = [...accountCards, ...vehicleCards, ...machineCards];

const CardWords = StepCard.omit({ id: true });
export const OfficeCard = CardWords.extend({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  version: z.int().nonnegative(),
  office: OfficeId,
  /** The card that it takes the place of. */
  of: StepCard.shape.id.optional(),
  state: z.enum(['proposed', 'published', 'rolled-back']),
  editedBy: StaffId,
  publishedBy: StaffId.optional(),
  at: Instant,
  /** Of the ways to ask for a card, how many find it, without and with this one. */
  evaluation: z.strictObject({ before: z.number(), after: z.number(), worse: z.int() }).optional(),
});
export type OfficeCard = z.infer<typeof OfficeCard>;

export const ProposeCard = CardWords.extend({ of: StepCard.shape.id.optional() });
export type ProposeCard = z.infer<typeof ProposeCard>;
export const OneCard = OfficeCard.pick({ id: true, version: true });
export type OneCard = z.infer<typeof OneCard>;
export const EditCard = CardWords.extend(OneCard.shape);
export type EditCard = z.infer<typeof EditCard>;

/** Filed like the answers: a list for each state. */
export interface StepCards {
  find(id: string): Promise<Outcome<OfficeCard>>;
  /** Refuses as `stale` when somebody else saved first. */
  save(card: OfficeCard): Promise<Outcome<OfficeCard>>;
  inState(state: OfficeCard['state'], limit: number): Promise<OfficeCard[]>;
}

export const nameOf = ({ id, of }: Pick<OfficeCard, 'id' | 'of'>): string => of ?? id;

export const wordsOf = ({ where, title, steps, services, words, source, verified }: Omit<StepCard, 'id'>) => ({
  where,
  title,
  steps,
  services,
  words,
  source,
  verified,
});

/** What people are shown: the shipped cards, an office's newest in place of its own. */
export function cardsInForce(published: readonly OfficeCard[]): StepCard[] {
  const cards = new Map(readyCards.map((card) => [card.id, card]));
  for (const card of [...published].sort((a, b) => (a.at < b.at ? -1 : 1)))
    cards.set(nameOf(card), { id: nameOf(card), ...wordsOf(card) });
  return [...cards.values()];
}

export function editCardTo(card: OfficeCard, by: StaffId, to: EditCard, now: Instant): Outcome<OfficeCard> {
  if (card.state === 'published') return refused('wrong-state', 'a published card is changed by a new proposal');
  return done({ ...card, ...wordsOf(to), editedBy: by, at: now, state: 'proposed' });
}

/** Four eyes: whoever edited it last may not publish it. */
export function publishCard(
  card: OfficeCard,
  by: StaffId,
  evaluation: NonNullable<OfficeCard['evaluation']>,
  now: Instant,
): Outcome<OfficeCard> {
  if (card.state !== 'proposed') return refused('wrong-state', `a card that is ${card.state} cannot be published`);
  if (card.verified && card.source === '') return refused('bad-input', 'a verified card names its source');
  if (card.editedBy === by) return refused('not-allowed', 'a second person publishes');
  if (evaluation.worse > 0)
    return refused('wrong-state', `${String(evaluation.worse)} other cards would no longer be found`);
  return done({ ...card, state: 'published', publishedBy: by, evaluation, at: now });
}

export function rollBackCard(card: OfficeCard, now: Instant): Outcome<OfficeCard> {
  if (card.state !== 'published') return refused('wrong-state', `a card that is ${card.state} cannot be rolled back`);
  return done({ ...card, state: 'rolled-back', at: now });
}
