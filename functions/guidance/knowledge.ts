/** Answers the assistant could not give: proposed, edited by one officer, published by a second, taken back by one click. */
import type { Officer } from '../../models/access/staff.ts';
import {
  edit,
  publish,
  rollBack,
  type EditAnswer,
  type OneAnswer,
  type ProposeAnswer,
  type PublishedAnswer,
} from '../../models/guidance/published-answer.ts';
import { done, refused, type Outcome, type Refusal } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export type Worse = { text: string; before: string; after: string };
/** Runs the evaluation with and without the answer's questions; shares of lines answered right, and the lines that got worse. */
export type Evaluate = (
  published: readonly PublishedAnswer[],
  candidate: PublishedAnswer,
) => { before: number; after: number; worse: Worse[] };

const LIST = 200;

export const listAnswers = async (
  deps: Deps,
  _by: Officer,
  { state }: Pick<PublishedAnswer, 'state'>,
): Promise<Outcome<{ answers: PublishedAnswer[] }>> => done({ answers: await deps.answers.inState(state, LIST) });

export async function proposeAnswer(
  deps: Deps,
  by: Officer,
  input: ProposeAnswer,
): Promise<Outcome<{ answer: PublishedAnswer }>> {
  const { from, ...words } = input;
  return saved(deps, {
    id: deps.newId(),
    version: 0,
    office: by.office,
    ...words,
    state: 'proposed',
    editedBy: by.id,
    at: deps.now(),
    ...(from === undefined ? {} : { from }),
  });
}

export async function editAnswer(
  deps: Deps,
  by: Officer,
  input: EditAnswer,
): Promise<Outcome<{ answer: PublishedAnswer }>> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const edited = edit(found.value, by.id, input, deps.now());
  return edited.ok ? saved(deps, edited.value) : edited;
}

export async function publishAnswer(
  deps: Deps,
  evaluate: Evaluate,
  by: Officer,
  input: OneAnswer,
): Promise<Outcome<{ answer: PublishedAnswer }> | { ok: false; refusal: Refusal; worse: Worse[] }> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const { before, after, worse } = evaluate(await deps.answers.inState('published', LIST), found.value);
  const published = publish(found.value, by.id, { before, after, worse: worse.length }, deps.now());
  return published.ok ? saved(deps, published.value) : { ...published, worse };
}

export async function rollBackAnswer(
  deps: Deps,
  _by: Officer,
  input: OneAnswer,
): Promise<Outcome<{ answer: PublishedAnswer }>> {
  const found = await read(deps, input);
  if (!found.ok) return found;
  const back = rollBack(found.value, deps.now());
  return back.ok ? saved(deps, back.value) : back;
}

/** What was on the page must still be what is filed. */
async function read(deps: Deps, { id, version }: OneAnswer): Promise<Outcome<PublishedAnswer>> {
  const found = await deps.answers.find(id);
  return found.ok && found.value.version !== version
    ? refused('stale', 'somebody else changed this answer first')
    : found;
}

async function saved(deps: Deps, answer: PublishedAnswer): Promise<Outcome<{ answer: PublishedAnswer }>> {
  const kept = await deps.answers.save(answer);
  return kept.ok ? done({ answer: kept.value }) : kept;
}
