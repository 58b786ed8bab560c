import { countedOf, worthALook } from '../../web/console/oversight/counted.ts';
import { addressOfPlace, placeOf, spanOfPlace, type Place } from '../../web/console/oversight/oversight-address.ts';
import { unusual } from '../../web/console/oversight/unusual.ts';
import { promisesOf } from '../../models/aftermath/promises.ts';
import type { Beside } from '../../models/aftermath/oversight-views.ts';
import type { Day } from '../../models/time.ts';

const day = (text: string): Day => text as Day;

test('a place survives its address: whoever gets the link sees the same figures and the same list', () => {
  const places: Place[] = [
    { part: 'figures' },
    { part: 'figures', office: 'all', days: 7, list: 'folded' },
    {
      part: 'ledger',
      office: 'pingluo',
      from: day('2026-09-01'),
      to: day('2026-09-30'),
      list: {
        figure: 'answered',
        reason: 'in-time',
        dimension: 'cause',
        key: 'rigid-policy',
        office: 'yanchi',
        from: day('2026-09-07'),
        to: day('2026-09-13'),
      },
    },
  ];
  for (const place of places) expect(placeOf(addressOfPlace(place))).toEqual(place);
});

test('of an address that somebody changed by hand only what fits is believed', () => {
  expect(placeOf('nowhere?office=beijing&days=-3&from=2026-13-99&to=x&list=everything')).toEqual({ part: 'figures' });
  expect(placeOf('figures?from=2026-11-18&to=2026-11-01&list=answered&by=cause')).toEqual({
    part: 'figures',
    list: { figure: 'answered' },
  });
});

test('thirty days are today and the twenty-nine before', () => {
  expect(spanOfPlace({ part: 'figures' }, day('2026-11-18'))).toEqual({ from: '2026-10-20', to: '2026-11-18' });
});

test('a number beside a promise is marked when it is out of the ordinary, not for one more or a share of few', () => {
  const beside = (more: Partial<Beside>): Beside => ({
    name: 'reopened',
    unit: 'count',
    value: 0,
    previous: 0,
    ...more,
  });
  expect(unusual(beside({ value: 3, previous: 2 }))).toBeUndefined();
  expect(unusual(beside({ value: 6, previous: 3 }))).toBe('high');
  expect(unusual(beside({ name: 'paused-share', unit: 'share', value: 0.18, previous: 0.11, of: 40 }))).toBe('high');
  expect(unusual(beside({ name: 'paused-share', unit: 'share', value: 0.5, previous: 0.1, of: 9 }))).toBeUndefined();
  expect(unusual(beside({ name: 'rating-coverage', unit: 'share', value: 0.5, previous: 0.7, of: 40 }))).toBe('low');
  expect(unusual(beside({ name: 'same-device', value: 1, previous: 5 }))).toBe('high');
  expect(unusual(beside({ name: 'median-first-contact', unit: 'minutes', value: null, previous: 30 }))).toBeUndefined();
});

test('the page opens with what was missed, on time before the others, and with nothing where nothing was missed', () => {
  const shown = (counts: Record<string, number>) => ({
    promises: promisesOf(counts, {}, {}),
    repeats: [],
    received: 0,
  });
  expect(worthALook(shown({ 'case:dissatisfied': 3, 'case:on-time-missed': 1 }))).toEqual({ figure: 'on-time-missed' });
  expect(worthALook(shown({ 'case:on-time-kept': 9 }))).toBeUndefined();
  const page = shown({ 'case:on-time-kept': 9, 'case:on-time-missed': 2, 'case:on-time-out:withdrawn': 4 });
  expect(countedOf(page, { figure: 'on-time-kept' })).toBe(9);
  expect(countedOf(page, { figure: 'on-time-out', reason: 'withdrawn' })).toBe(4);
  // Narrower than the page: it cannot know.
  expect(countedOf(page, { figure: 'on-time-kept', office: 'yanchi' })).toBeUndefined();
});
