import fc from 'fast-check';
import { examplePoints } from '../../models/guidance/example-points.ts';
import { distanceKm, gazetteer, placeNamed } from '../../models/guidance/gazetteer.ts';
import { ServicePoint } from '../../models/guidance/point.ts';
import { nearestPoints, pointWindows } from '../../models/guidance/points.ts';
import { offers } from '../../models/office/office.ts';
import { officeOf } from '../../models/office/offices.ts';
import { type Day, type Instant, instantOf } from '../../models/time.ts';

const when = (text: string): Instant => instantOf(Date.parse(`${text}:00+08:00`));
const place = (name: string) => {
  const found = placeNamed(name);
  if (found === undefined) throw new Error(`no place ${name}`);
  return found;
};
const thursday = when('2026-11-19T11:20');

test.each(examplePoints.map((p) => [p.id, p] as const))(
  '%s keeps to the schema, is an example, and does only what its office takes',
  (_id, point) => {
    expect(ServicePoint.safeParse(point).error?.issues).toBeUndefined();
    expect(point.example).toBe(true);
    expect(point.services.filter((id) => !offers(officeOf(point.office), id))).toEqual([]);
  },
);

test('from 喊叫水 the squadron comes first, then the mobile office; the inspection station cannot do it', () => {
  const found = nearestPoints(examplePoints, {
    services: ['replace-vehicle-licence'],
    office: 'zhongning',
    from: place('喊叫水'),
    now: thursday,
    withinKm: 20,
  });
  expect(found.map((f) => f.point.nameZh)).toEqual(['喊叫水交警中队', '流动车管所（喊叫水乡政府）']);
  const [squadron, mobile] = found;
  expect(squadron?.today).toEqual([
    { from: 540, to: 720 },
    { from: 840, to: 1050 },
  ]);
  expect([mobile?.nextDay, mobile?.next, mobile?.today]).toEqual(['2026-11-25', [{ from: 540, to: 720 }], []]);
});

test('an inspection is done at the inspection station', () => {
  const found = nearestPoints(examplePoints, { services: ['inspection-mark'], from: place('大战场'), now: thursday });
  expect(found[0]?.point.nameZh).toBe('大战场检测站');
});

test('a point that cannot do every one of the wanted things is left out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...gazetteer),
      fc.subarray(['replace-vehicle-licence', 'inspection-mark', 'licence-replace-lost', 'mortgage-release'], {
        minLength: 1,
      }),
      (from, services) => {
        const found = nearestPoints(examplePoints, { services, from, now: thursday });
        for (const { point } of found) for (const id of services) expect(point.services).toContain(id);
        const today = found.filter((f) => f.today.length > 0).map((f) => f.km);
        expect(today).toEqual([...today].sort((a, b) => a - b));
      },
    ),
  );
});

test('a mobile office that has been there is not named any more', () => {
  const after = nearestPoints(examplePoints, {
    services: ['licence-replace-lost'],
    office: 'zhongning',
    from: place('喊叫水'),
    now: when('2026-11-25T12:00'),
  });
  expect(after.map((f) => f.point.kind)).not.toContain('mobile-office');
});

test('a point keeps the holidays of its office, a mobile office its own days', () => {
  const squadron = examplePoints.find((p) => p.kind === 'squadron');
  expect(squadron && pointWindows(squadron, '2026-10-01' as Day)).toEqual([]);
  expect(squadron && pointWindows(squadron, '2026-10-10' as Day)).toHaveLength(2);
});

test('a point is not named before its list is in force', () => {
  expect(
    nearestPoints(examplePoints, {
      services: ['replace-vehicle-licence'],
      from: place('中宁'),
      now: when('2026-10-30T10:00'),
    }),
  ).toEqual([]);
});

test.each([
  ['喊叫水', '喊叫水'],
  ['喊叫水乡', '喊叫水'],
  ['我在中宁喊叫水那边', '喊叫水'],
  ['平罗县陶乐镇', '陶乐'],
  ['大武口区', '大武口'],
])('%s is understood as %s', (text, name) => {
  expect(placeNamed(text)?.nameZh).toBe(name);
});

test('a place that nobody knows is not guessed', () => {
  expect(placeNamed('兰州')).toBeUndefined();
  expect(placeNamed('')).toBeUndefined();
});

test('every place lies in Ningxia, and distance is symmetric and obeys the triangle', () => {
  for (const p of gazetteer)
    expect([p.nameZh, p.lat > 35 && p.lat < 39.5, p.lon > 104 && p.lon < 107.8]).toEqual([p.nameZh, true, true]);
  const any = fc.constantFrom(...gazetteer);
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
      expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-9);
    }),
  );
  expect(distanceKm(place('银川'), place('平罗'))).toBeGreaterThan(45);
  expect(distanceKm(place('银川'), place('平罗'))).toBeLessThan(60);
});
