import { services } from '../../models/guidance/catalogue.ts';
import { searchServices } from '../../models/guidance/search.ts';

const first = (query: string): string | undefined => searchServices(query)[0]?.service.id;

test.each([
  ['过户', 'vehicle-transfer-registration'],
  ['驾照丢了怎么办', 'licence-replace-lost'],
  ['大本解押', 'mortgage-release'],
  ['六年免检', 'inspection-exempt-mark'],
  ['换手机号', 'owner-contact-filing'],
  ['overseas licence', 'overseas-licence'],
  ['解除抵押“视频办”', 'mortgage-release-video'],
])('%s leads to %s', (query, id) => {
  expect(first(query)).toBe(id);
});

test('every guide is found by its own name and by each of its nicknames', () => {
  for (const s of services)
    for (const name of [s.nameZh, s.nameEn, ...s.aliases]) {
      const found = searchServices(name);
      const best = found[0]?.score ?? 0;
      expect([name, found.filter((f) => f.score === best).map((f) => f.service.id)]).toEqual([
        name,
        expect.arrayContaining([s.id]),
      ]);
    }
});

test('full-width letters, spaces and case make no difference', () => {
  expect(first(' Ｃ１ 增 ｄ ')).toBe('licence-add-class');
});

test('words that have nothing to do with vehicles find nothing', () => {
  for (const query of ['', '  ', '今天天气', 'xyzzy', '？？']) expect(searchServices(query)).toEqual([]);
});

test('results come best first', () => {
  const scores = searchServices('驾驶证').map((f) => f.score);
  expect(scores.length).toBeGreaterThan(3);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
});
