import fc from 'fast-check';
import { verdictOf } from '../../models/broadcast/effect.ts';
import { isReady, namesSomebody, spokenParts, spokenSeconds } from '../../models/broadcast/item.ts';
import { itemOfGuide } from '../../models/broadcast/item-of-guide.ts';
import { ratio } from '../../models/aftermath/promises.ts';
import { services } from '../../models/guidance/catalogue.ts';
import { unverifiedParts } from '../../models/guidance/service.ts';
import { offices } from '../../models/office/offices.ts';

test('of every guide and office a draft says only what a source confirms, fits its schema’s lengths and names nobody', () => {
  for (const office of offices)
    for (const service of services) {
      const item = itemOfGuide(service, office, 5);
      const unverified = unverifiedParts(service);
      const said = [...item.papers, item.fee, item.time].join('');
      for (const { part, what } of unverified)
        if (part === 'material')
          expect([service.id, item.papers.some((paper) => paper.startsWith(what))]).toEqual([service.id, false]);
      expect([service.id, item.toSettle.includes('source')]).toEqual([service.id, service.legal.length === 0]);
      expect([service.id, item.toSettle.includes('papers')]).toEqual([service.id, !service.materialsVerified]);
      expect([service.id, said.includes('没有核实')]).toEqual([service.id, false]);
      expect([service.id, namesSomebody(item)]).toEqual([service.id, false]);
      expect([service.id, isReady(item)]).toEqual([service.id, item.toSettle.length === 0]);
    }
});

test('more words take longer, and what is empty is not read', () => {
  const item = itemOfGuide(services[0] as (typeof services)[number], offices[0] as (typeof offices)[number], 1);
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: fc.constantFrom('办', '证', '一', '年') }), (more) => {
      expect(spokenSeconds({ ...item, answer: `${item.answer}${more}` })).toBeGreaterThan(spokenSeconds(item));
    }),
    { numRuns: 30 },
  );
  expect(spokenParts({ ...item, fee: '', papers: [] }).map(({ of }) => of)).not.toContain('papers');
});

test.each([
  [40, 200, 12, 200, true, 'fell'],
  [12, 200, 40, 200, true, 'rose'],
  [20, 200, 18, 210, true, 'no-change'],
  [6, 20, 1, 18, true, 'too-few'],
  [4, 300, 2, 300, true, 'too-few'],
  [40, 200, 0, 20, false, 'not-yet'],
] as const)('of %i in %i before and %i in %i after (week over: %s) the page says %s', (a, n, b, m, over, verdict) => {
  expect(verdictOf(ratio(a, n), ratio(b, m), over)).toBe(verdict);
});
