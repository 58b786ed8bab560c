/** The guidance figures of a period. Reads sums of months, weeks and days, never talks: the same at a thousand and at a million. */
import type { Officer } from '../../models/access/staff.ts';
import type { Counts } from '../../models/aftermath/audit.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import { guideRows, measuresOf, timesOf } from '../../models/aftermath/guidance.ts';
import type { GuidanceFigures } from '../../models/aftermath/guidance-views.ts';
import { periodBefore } from '../../models/aftermath/oversight.ts';
import type { AskOversight } from '../../models/aftermath/oversight-requests.ts';
import { counted } from '../../models/aftermath/promises.ts';
import { ENOUGH_TALKS, type HeardWord } from '../../models/guidance/unknown-words.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { askedDays, askedOffices } from './asked-scope.ts';

type Needed = Pick<Deps, 'now' | 'figures' | 'unknownWords'>;
const MOST_WORDS = 30;

export async function showGuidance(
  deps: Needed,
  by: Officer,
  { office, from, to }: AskOversight,
): Promise<Outcome<GuidanceFigures>> {
  const asked = askedOffices(by, office);
  if (!asked.ok) return asked;
  const days = askedDays(from, to);
  if (!days.ok) return days;
  const previous = periodBefore({ from, to });
  const parts = await Promise.all(
    asked.value.map(async (one) => {
      const [[sum = {}, before = {}], [broken = {}], words] = await Promise.all([
        deps.figures.sums(one, [{ from, to }, previous]),
        deps.figures.sumsBrokenDown(one, [{ from, to }]),
        wordsOf(deps, one, from, to),
      ]);
      return { sum, before, broken, words };
    }),
  );
  const together = (of: (part: (typeof parts)[number]) => Counts): Counts =>
    sumOf(parts.map((part) => ({ counts: of(part) })));
  const [sum, before] = [together((part) => part.sum), together((part) => part.before)];
  return done({
    office: office ?? by.office,
    offices: asked.value,
    from,
    to,
    previous,
    computedAt: deps.now(),
    asked: counted(sum, 'talk-begun'),
    askedBefore: counted(before, 'talk-begun'),
    measures: measuresOf(sum, before),
    times: timesOf(sum, before),
    guides: guideRows(together((part) => part.broken)),
    words: added(parts.flatMap((part) => part.words)).slice(0, MOST_WORDS),
    wordsFrom: ENOUGH_TALKS,
  });
}

/** Words are kept by month: a period shows those of every month that it touches. */
async function wordsOf(deps: Needed, office: OfficeId, from: Day, to: Day): Promise<HeardWord[]> {
  const months: string[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    const name = `${String(year)}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) break;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return (await Promise.all(months.map((one) => deps.unknownWords.often(office, one, MOST_WORDS)))).flat();
}

function added(words: readonly HeardWord[]): HeardWord[] {
  const sums = new Map<string, number>();
  for (const { word, talks } of words) sums.set(word, (sums.get(word) ?? 0) + talks);
  return [...sums]
    .map(([word, talks]) => ({ word, talks }))
    .sort((a, b) => b.talks - a.talks || (a.word < b.word ? -1 : 1));
}
