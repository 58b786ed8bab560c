import fc from 'fast-check';
import { creditCodeCheck, creditCodeDoubt, tidyCreditCode } from '../../models/release/credit-code.ts';
import { CreditCode } from '../../models/release/lender.ts';

const sign = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY'));
const first17 = fc
  .tuple(
    fc.array(sign, { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...Array.from('0123456789')), { minLength: 6, maxLength: 6 }),
    fc.array(sign, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

test.each(['91350100M000100Y43', '91110000101623741K'])('%s holds', (code) => {
  expect(creditCodeDoubt(code)).toBeUndefined();
});

test('a real code whose check digit fails is doubted and still taken', () => {
  expect(creditCodeDoubt('91350211M0000XUF46')).toBe('check-digit');
  expect(CreditCode.parse('91350211M0000XUF46')).toBe('91350211M0000XUF46');
});

test('every first seventeen have one last character that holds, also where the remainder is 0', () => {
  fc.assert(
    fc.property(first17, (first) => {
      const last = creditCodeCheck(first) ?? '';
      expect(last).toMatch(/^[0-9A-HJ-NP-RTUWXY]$/u);
      expect(creditCodeDoubt(first + last)).toBeUndefined();
    }),
  );
});

test('one miscopied character is always noticed', () => {
  fc.assert(
    fc.property(first17, fc.nat(16), sign, (first, place, other) => {
      fc.pre(first[place] !== other);
      const code = first + (creditCodeCheck(first) ?? '');
      const miscopied = code.slice(0, place) + other + code.slice(place + 1);
      expect(creditCodeDoubt(miscopied)).toBeDefined();
    }),
  );
});

test.each([
  ['  ９１３５０１００ｍ０００１００ｙ４３ ', '91350100M000100Y43'],
  ['9135-0100-M000-100Y-43', '91350100M000100Y43'],
])('%s is read as %s', (typed, code) => {
  expect(tidyCreditCode(typed)).toBe(code);
});

test('a code of another length or with signs that no code has is doubted by its shape', () => {
  for (const code of ['', '91350100M000100Y4', '91350100M000100Y433', '9135I100M000100Y43'])
    expect(creditCodeDoubt(code)).toBe('shape');
});
