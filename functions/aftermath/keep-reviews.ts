/** Common-cause reviews: the office asks why the same thing keeps failing, names who does what until when, and links the matters that showed it. */
import type { Officer } from '../../models/access/staff.ts';
import { maySeeFigures } from '../../models/aftermath/figure-scope.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import type { AskOffice } from '../../models/aftermath/oversight-requests.ts';
import {
  changeReview,
  openReview,
  SUGGEST_DAYS,
  SUGGEST_FROM,
  type ChangeReview,
  type OpenReview,
  type Review,
  type ShownReviews,
  type Suggestion,
} from '../../models/aftermath/review.ts';
import { link } from '../../models/complaint/changes/merge.ts';
import { CauseCode } from '../../models/complaint/kinds.ts';
import type { ComplaintId, OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf } from '../../models/time.ts';
import { changeComplaint } from '../complaint/change-complaint.ts';
import type { Deps } from '../deps.ts';
import { askedOffices, namesOf } from './asked-scope.ts';

export async function listReviews(deps: Deps, by: Officer, { office }: AskOffice): Promise<Outcome<ShownReviews>> {
  const asked = askedOffices(by, office);
  if (!asked.ok) return asked;
  const reviews = (await Promise.all(asked.value.map((one) => deps.reviews.ofOffice(one)))).flat();
  const [matters, suggestions, names] = await Promise.all([
    deps.complaints.several([...new Set(reviews.flatMap((r) => r.cases))]),
    Promise.all(asked.value.map((one) => suggestionsFor(deps, one, reviews))),
    namesOf(deps, asked.value),
  ]);
  const numbers = new Map(matters.map((c) => [c.id, c.number]));
  return done({
    reviews: reviews.map((r) => ({ ...r, numbers: numbersOf(r.cases, numbers) })),
    suggestions: suggestions.flat(),
    names,
  });
}

const numbersOf = (ids: readonly ComplaintId[], numbers: ReadonlyMap<ComplaintId, string>) =>
  Object.fromEntries(ids.map((id) => [id, numbers.get(id) ?? ''])) as Record<ComplaintId, string>;

/** Three answered matters of one service and cause, and no review of it that is still open. */
async function suggestionsFor(deps: Deps, office: OfficeId, reviews: readonly Review[]): Promise<Suggestion[]> {
  const to = dayOf(deps.now());
  const sum = sumOf(await deps.figures.pairs(office, addDays(to, 1 - SUGGEST_DAYS), to));
  const covered = new Set(
    reviews.filter((r) => r.office === office && r.state !== 'done').map((r) => `${r.service ?? 'none'}/${r.cause}`),
  );
  return Object.entries(sum)
    .filter(([, n]) => n >= SUGGEST_FROM)
    .map(([pair, matters]) => {
      const [service = '', cause = ''] = pair.split('/');
      return { service, cause: CauseCode.safeParse(cause), matters };
    })
    .flatMap(({ service, cause, matters }) =>
      // Matters of no known service have nothing in common but the cause.
      cause.success && service !== 'none' && service !== 'other' && !covered.has(`${service}/${cause.data}`)
        ? [{ office, service, cause: cause.data, matters }]
        : [],
    )
    .sort((a, b) => b.matters - a.matters);
}

/** A repeat of the same opening answers with the review that is there. */
export async function startReview(
  deps: Deps,
  by: Officer,
  { office = by.office, ...input }: OpenReview,
): Promise<Outcome<Review>> {
  if (!maySeeFigures(by, office)) return refused('not-allowed', 'another office');
  const fits = await casesFit(deps, office, input.cases);
  if (!fits.ok) return fits;
  const saved = await deps.reviews.save(openReview(input, office, by.id, deps.now()));
  const review = saved.ok ? saved : await deps.reviews.find(input.id);
  if (!review.ok) return review;
  if (review.value.office !== office) return refused('not-found', 'no such review');
  await linkAll(deps, by, review.value, review.value.cases);
  return review;
}

export async function reviseReview(deps: Deps, by: Officer, { id, ...to }: ChangeReview): Promise<Outcome<Review>> {
  const found = await deps.reviews.find(id);
  if (!found.ok) return found;
  if (!maySeeFigures(by, found.value.office)) return refused('not-found', 'no such review');
  if (to.owner !== undefined) {
    const owner = await deps.staff.find(to.owner);
    if (!owner.ok || owner.value.office !== found.value.office) return refused('bad-input', 'no such colleague');
  }
  const added = to.cases.filter((one) => !found.value.cases.includes(one));
  const fits = await casesFit(deps, found.value.office, added);
  if (!fits.ok) return fits;
  const changed = changeReview(found.value, to, by.id, deps.now());
  if (!changed.ok) return changed;
  const saved = await deps.reviews.save(changed.value);
  if (saved.ok) await linkAll(deps, by, saved.value, added);
  return saved;
}

async function casesFit(deps: Deps, office: OfficeId, ids: readonly ComplaintId[]): Promise<Outcome<void>> {
  const matters = await deps.complaints.several(ids);
  return matters.length === new Set(ids).size && matters.every((c) => c.office === office)
    ? done(undefined)
    : refused('not-found', 'no such matter in this office');
}

/** Each matter names the review it led to; a matter that has forty links already keeps them. */
async function linkAll(deps: Deps, by: Officer, review: Review, ids: readonly ComplaintId[]): Promise<void> {
  for (const id of ids) {
    await changeComplaint(
      deps,
      id,
      (c, now) => {
        const linked = link(c, by, { to: 'review', id: review.id }, now);
        return linked.ok ? done({ complaint: linked.value }) : linked;
      },
      { clock: true },
    );
  }
}
