/** How many cases a list must have, where the page says so: what is pressed and what opens are the same number. The list of the unrated also shows who rated later. */
import type { Oversight } from '../../../models/aftermath/oversight-views.ts';
import type { CaseAsk } from './oversight-address.ts';

type Shown = Pick<Oversight, 'promises' | 'repeats' | 'received'>;

export function countedOf({ promises, repeats, received }: Shown, ask: CaseAsk): number | undefined {
  if (ask.dimension !== undefined || ask.office !== undefined || ask.from !== undefined) return undefined;
  if (ask.reason !== undefined)
    return promises
      .flatMap(({ excluded }) => excluded)
      .find(({ cases, why }) => cases === ask.figure && why === ask.reason)?.count;
  if (ask.figure === 'received') return received;
  for (const { keptCases, missedCases, ratio, missed, beside } of promises) {
    if (keptCases === ask.figure) return ratio.numerator;
    if (missedCases === ask.figure) return missed;
    const one = beside.find(({ cases, unit }) => cases === ask.figure && unit === 'count');
    if (one !== undefined) return one.value ?? undefined;
  }
  return repeats.find(({ figure }) => figure === ask.figure)?.count;
}

/** The promise to which a list belongs, so that its card is marked and its other lists are one press away. */
export const promiseOf = (
  { promises }: Pick<Shown, 'promises'>,
  ask: CaseAsk,
): Oversight['promises'][number] | undefined =>
  promises.find(
    ({ keptCases, missedCases, beside, excluded }) =>
      keptCases === ask.figure ||
      missedCases === ask.figure ||
      beside.some(({ cases }) => cases === ask.figure) ||
      excluded.some(({ cases }) => cases === ask.figure),
  );

/** The misses are what a page opens with; on time before the others. */
export function worthALook({ promises }: Pick<Shown, 'promises'>): CaseAsk | undefined {
  const order = ['on-time', 'response', 'satisfaction'];
  const [first] = promises
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return first === undefined ? undefined : { figure: first.missedCases };
}
