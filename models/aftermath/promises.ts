/** The three promises, each as numerator, denominator and what is left out, reckoned from counted events and nothing else. */
import type { Counts } from './audit.ts';
import { medianOf } from './histogram.ts';
import type { FigureName } from './figure-names.ts';
import type { Beside, BesideName, Ratio, ShownPromise } from './oversight-views.ts';

export const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  share: denominator === 0 ? null : numerator / denominator,
});

export const counted = (sum: Counts, figure: FigureName, reason?: string): number =>
  sum[`case:${figure}${reason === undefined ? '' : `:${reason}`}`] ?? 0;

/**
 * 100% 响应: on the working day on which a matter came, a person of the office has spoken with the reporter. Machine messages and calls
 * that did not get through are no contact.
 *
 * numerator: first contacts in time; denominator: those and contacts whose time went by (`contact-missed`, counted when it went by).
 * Left out: who left no way to be contacted; withdrawn or merged before the time was over; declined or answered without a contact, by
 * people who want no messages (shown beside, since it could be abused); whose time still runs.
 * A matter that was reopened is contacted, and counted, again.
 */
export const responseOf = (sum: Counts): Ratio => promised(sum, 'response-kept', 'response-missed');

/**
 * 100% 按时: answered within its time; an extension that was approved before the time was over moves it.
 *
 * numerator: answers in time; denominator: those and answers whose time went by (`answer-missed`, counted when it went by, answered
 * later or not). Left out: withdrawn, merged, declined before the time was over; whose time still runs or stands.
 */
export const onTimeOf = (sum: Counts): Ratio => promised(sum, 'on-time-kept', 'on-time-missed');

/**
 * 100% 满意: of those who rated, who rated 基本满意 or better (国办发〔2019〕51号: the two lower grades are 差评).
 *
 * numerator: ratings of the three upper grades; denominator: all ratings. Who did not rate is neither: never counted as satisfied,
 * shown hollow, and the coverage stands beside.
 */
export const satisfactionOf = (sum: Counts): Ratio => promised(sum, 'satisfied', 'dissatisfied');

/** 评价率: rated, of those rated and those filed away without a rating; who rated after that is taken off them again. */
export function coverageOf(sum: Counts): Ratio {
  const rated = counted(sum, 'satisfied') + counted(sum, 'dissatisfied');
  return ratio(rated, rated + unratedOf(sum));
}

const unratedOf = (sum: Counts): number => Math.max(0, counted(sum, 'unrated') - counted(sum, 'rated-late'));

const promised = (sum: Counts, kept: FigureName, missed: FigureName): Ratio =>
  ratio(counted(sum, kept), counted(sum, kept) + counted(sum, missed));

/** `standing` is what runs at the moment of asking, whatever the period. */
export function promisesOf(sum: Counts, before: Counts, standing: Counts): ShownPromise[] {
  const out = (figure: FigureName, why: ShownPromise['excluded'][number]['why']) => ({
    why,
    count: counted(sum, figure, why),
    cases: figure,
  });
  const running = (name: string) => ({ why: 'still-running' as const, count: standing[name] ?? 0 });
  const beside = (name: BesideName, value: (counts: Counts) => number | null, more: Partial<Beside> = {}): Beside => ({
    name,
    unit: 'count',
    value: value(sum),
    previous: value(before),
    ...more,
  });
  const count = (name: BesideName, figure: FigureName): Beside =>
    beside(name, (counts) => counted(counts, figure), { cases: figure });
  const shown = (
    name: ShownPromise['name'],
    of: (counts: Counts) => Ratio,
    keptCases: FigureName,
    missedCases: FigureName,
    rest: Pick<ShownPromise, 'excluded' | 'beside'>,
  ): ShownPromise => {
    const now = of(sum);
    return {
      name,
      ratio: now,
      missed: now.denominator - now.numerator,
      previous: of(before),
      keptCases,
      missedCases,
      excluded: rest.excluded.filter(({ count: n }) => n > 0),
      beside: rest.beside,
    };
  };
  return [
    shown('response', responseOf, 'response-kept', 'response-missed', {
      excluded: [
        ...(['no-way', 'withdrawn', 'merged', 'declined', 'resolved'] as const).map((why) => out('response-out', why)),
        running('contact-running'),
      ],
      beside: [
        count('fell-silent', 'fell-silent'),
        count('contact-not-reached', 'contact-tried'),
        beside('median-first-contact', (counts) => medianOf('contact', counts, (b) => `h:contact:${b}`), {
          unit: 'minutes',
        }),
        beside(
          'ended-without-contact',
          (counts) => counted(counts, 'response-out', 'declined') + counted(counts, 'response-out', 'resolved'),
          { cases: 'response-out' },
        ),
      ],
    }),
    shown('on-time', onTimeOf, 'on-time-kept', 'on-time-missed', {
      excluded: [
        ...(['withdrawn', 'merged', 'declined'] as const).map((why) => out('on-time-out', why)),
        running('answer-running'),
      ],
      beside: [
        beside('paused-share', pausedShare, {
          unit: 'share',
          of: counted(sum, 'answered'),
          cases: 'paused',
        }),
        count('last-minutes', 'last-minutes'),
        count('reopened', 'reopened'),
        count('extended', 'extended'),
      ],
    }),
    shown('satisfaction', satisfactionOf, 'satisfied', 'dissatisfied', {
      excluded: [{ why: 'unrated', count: unratedOf(sum), cases: 'unrated' }, running('rating-running')],
      beside: [
        beside('rating-coverage', (counts) => coverageOf(counts).share, {
          unit: 'share',
          of: coverageOf(sum).denominator,
          cases: 'unrated',
        }),
        count('withdrawn-after-contact', 'withdrawn-after-contact'),
        count('same-device', 'same-device'),
      ],
    }),
  ];
}

/** Of all the time that answers took, the share during which their clocks stood. */
function pausedShare(counts: Counts): number | null {
  const { 'sum:paused': paused = 0, 'sum:used': used = 0 } = counts;
  return used + paused === 0 ? null : paused / (used + paused);
}
