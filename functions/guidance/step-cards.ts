/** Step cards as knowledge: read by everybody at the desk, written by one officer, published by a second after the evaluation. */
import type { Officer } from '../../models/access/staff.ts';
import { asksWhereToTap, findCard } from '../../models/guidance/step-cards/find-card.ts';
import {
  cardsInForce,
  editCardTo,
  nameOf,
  publishCard,
  rollBackCard,
  type EditCard,
  type OfficeCard,
  type OneCard,
  type ProposeCard,
} from '../../models/guidance/step-cards/office-card.ts';
import type { StepCard } from '../../models/guidance/step-cards/step-card.ts';
import { done, refused, type Outcome, type Refusal } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import type { Worse } from './knowledge.ts';

const LIST = 200;
type Cards = { inForce: StepCard[]; published: OfficeCard[]; proposed: OfficeCard[]; rolledBack: OfficeCard[] };
type One = Outcome<{ card: OfficeCard }>;

export async function listStepCards(deps: Deps): Promise<Outcome<Cards>> {
  const [published, proposed, rolledBack] = await Promise.all(
    (['published', 'proposed', 'rolled-back'] as const).map((state) => deps.stepCards.inState(state, LIST)),
  );
  return done({
    inForce: cardsInForce(published ?? []),
    published: published ?? [],
    proposed: proposed ?? [],
    rolledBack: rolledBack ?? [],
  });
}

export async function proposeStepCard(deps: Deps, by: Officer, { of, ...words }: ProposeCard): Promise<One> {
  return saved(deps, {
    id: deps.newId(),
    version: 0,
    office: by.office,
    ...words,
    ...(of === undefined ? {} : { of }),
    state: 'proposed',
    editedBy: by.id,
    at: deps.now(),
  });
}

export async function editStepCard(deps: Deps, by: Officer, input: EditCard): Promise<One> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const edited = editCardTo(found.value, by.id, input, deps.now());
  return edited.ok ? saved(deps, edited.value) : edited;
}

export async function publishStepCard(
  deps: Deps,
  by: Officer,
  input: OneCard,
): Promise<One | { ok: false; refusal: Refusal; worse: Worse[] }> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const { before, after, worse } = evaluateCard(await deps.stepCards.inState('published', LIST), found.value);
  const published = publishCard(found.value, by.id, { before, after, worse: worse.length }, deps.now());
  return published.ok ? saved(deps, published.value) : { ...published, worse };
}

export async function rollBackStepCard(deps: Deps, _by: Officer, input: OneCard): Promise<One> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const back = rollBackCard(found.value, deps.now());
  return back.ok ? saved(deps, back.value) : back;
}

/** Every word of every card, asked as people ask: does it still find its own card? */
export function evaluateCard(
  published: readonly OfficeCard[],
  candidate: OfficeCard,
): { before: number; after: number; worse: Worse[] } {
  const now = cardsInForce(published);
  const then = cardsInForce([...published, { ...candidate, at: '9999-12-31T00:00:00.000Z' as OfficeCard['at'] }]);
  const worse: Worse[] = [];
  let [rightBefore, rightAfter, asked] = [0, 0, 0];
  for (const card of then.filter(({ id }) => id !== nameOf(candidate)))
    for (const word of card.words) {
      const text = `${card.where === 'self-service' ? '自助机上' : '12123上'}${word}怎么点`;
      const [before, after] = [findCard(now, text, undefined), findCard(then, text, undefined)];
      asked += 1;
      if (before?.id === card.id) rightBefore += 1;
      if (after?.id === card.id && asksWhereToTap(text, false)) rightAfter += 1;
      else if (before?.id === card.id) worse.push({ text, before: before.title.zh, after: after?.title.zh ?? '' });
    }
  const all = Math.max(1, asked);
  return { before: rightBefore / all, after: rightAfter / all, worse };
}

/** What was on the page must still be what is filed. */
async function read(deps: Deps, { id, version }: OneCard): Promise<Outcome<OfficeCard>> {
  const found = await deps.stepCards.find(id);
  return found.ok && found.value.version !== version
    ? refused('stale', 'somebody else changed this card first')
    : found;
}

async function saved(deps: Deps, card: OfficeCard): Promise<One> {
  const kept = await deps.stepCards.save(card);
  return kept.ok ? done({ card: kept.value }) : kept;
}
