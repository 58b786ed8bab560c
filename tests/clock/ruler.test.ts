import fc from 'fast-check';
import { type ClockEvent, readClockBy } from '../../models/clock/clock.ts';
import { rulerSpans, rulerSpansBy } from '../../models/clock/ruler.ts';
import { workBetween } from '../../models/clock/working-time.ts';
import { officeOf } from '../../models/office/offices.ts';
import { type Instant, dayOf, instantOf, minuteOfDay, msOf } from '../../models/time.ts';
import { anyDays, anyHistory, anyStart, eventsFrom, instant, repeated } from './minute-counter.ts';

const when = (text: string): Instant => instantOf(Date.parse(`${text}:00+08:00`));
const short = (at: Instant): string => {
  const minute = minuteOfDay(at);
  return `${dayOf(at).slice(8)} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
};
const drawn = (id: 'yinchuan' | 'yanchi' | 'pingluo', from: string, to: string, events: ClockEvent[] = []): string[] =>
  rulerSpans(officeOf(id), when(from), when(to), events).map((s) => `${short(s.from)} ${s.kind}`);

test('days are lanes split by lunch, a weekend has two thin days, a pause hides only work', () => {
  const events: ClockEvent[] = [
    { at: when('2026-11-20T14:00'), what: 'pause' },
    { at: when('2026-11-23T10:00'), what: 'resume' },
  ];
  expect(drawn('yinchuan', '2026-11-20T09:40', '2026-11-23T17:00', events)).toEqual([
    '20 9:40 worked',
    '20 12:00 lunch',
    '20 13:00 worked',
    '20 14:00 pause',
    '20 17:00 night',
    '21 0:00 weekend',
    '22 0:00 weekend',
    '23 0:00 night',
    '23 9:00 pause',
    '23 10:00 worked',
    '23 12:00 lunch',
    '23 13:00 worked',
  ]);
});

test('a holiday is a holiday also where a desk is open, a worked Saturday is a working day', () => {
  expect(drawn('pingluo', '2026-10-02T00:00', '2026-10-03T00:00')).toEqual(['02 0:00 holiday']);
  expect(drawn('yanchi', '2026-10-07T00:00', '2026-10-09T00:00')).toEqual(['07 0:00 holiday', '08 0:00 worked']);
  expect(drawn('pingluo', '2026-10-10T00:00', '2026-10-11T00:00')).toEqual([
    '10 0:00 night',
    '10 9:00 worked',
    '10 17:30 night',
  ]);
});

test('a pause that has not ended lasts to the end of the ruler, and nothing is drawn from an end to a beginning', () => {
  const events: ClockEvent[] = [{ at: when('2026-11-18T10:00'), what: 'pause' }];
  expect(drawn('yinchuan', '2026-11-18T09:00', '2026-11-18T12:00', events)).toEqual([
    '18 9:00 worked',
    '18 10:00 pause',
  ]);
  expect(drawn('yinchuan', '2026-11-18T12:00', '2026-11-18T09:00')).toEqual([]);
});

test('spans cover the ruler without gaps, within days, and hold exactly the work and the pauses of the clock', () => {
  fc.assert(
    fc.property(anyDays, anyStart, anyHistory, fc.nat(12 * 1440), (days, start, history, length) => {
      const calendar = repeated(days);
      const [from, to] = [msOf(instant(start)), msOf(instant(start + length))];
      const events = eventsFrom(start, history);
      const spans = rulerSpansBy(calendar, from, to, events);
      let end = instant(start);
      for (const span of spans) {
        expect(span.from).toBe(end);
        expect(span.to > span.from).toBe(true);
        expect(dayOf(span.from)).toBe(dayOf(instantOf(msOf(span.to) - 1)));
        end = span.to;
      }
      expect(end).toBe(instant(start + length));
      const sum = (kind: string): number =>
        spans.filter((s) => s.kind === kind).reduce((all, s) => all + msOf(s.to) - msOf(s.from), 0);
      const rule = { unit: 'working-days', amount: 5 } as const;
      const read = readClockBy(calendar, rule, instant(start), events, instant(start + length));
      expect([sum('worked'), sum('pause')]).toEqual([read.usedMs, read.pausedMs]);
      expect(sum('worked') + sum('pause')).toBe(workBetween(calendar, from, to));
    }),
    { numRuns: 1_000 },
  );
});
