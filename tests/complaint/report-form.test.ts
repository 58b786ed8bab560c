/** The form of the window: whatever is typed is either named at its field or becomes a report that fits the record. */
import fc from 'fast-check';
import { problemKinds } from '../../models/complaint/kinds.ts';
import { askedFields, questionsOf, type AskedField, type Need } from '../../models/complaint/questions.ts';
import {
  faultsOf,
  plainPhone,
  reportFields,
  reportFrom,
  typedFrom,
  type Typed,
} from '../../models/complaint/report-form.ts';
import { rulesOf } from '../../models/complaint/rules.ts';
import { looksSame, wordsAlike } from '../../models/complaint/same-matter.ts';
import { ComplaintId } from '../../models/ids.ts';

const id = ComplaintId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0');
const good: Typed = { office: 'yinchuan', what: '补不了行驶证', who: 'self', contact: 'phone', phone: '139 0951-0001' };

test('the least that is needed: an office, what happened, a phone', () => {
  expect(faultsOf(good)).toEqual([]);
  expect(reportFrom(id, good, [], 'zh')).toMatchObject({
    person: { phone: '13909510001' },
    notify: 'sms',
    channel: 'form',
  });
  expect(faultsOf({}).map((f) => f.field)).toEqual(['office', 'what', 'phone']);
});

test.each(problemKinds)('%s asks for what it needs and for nothing else', (problem) => {
  const asked: Partial<Record<AskedField, Need>> = questionsOf[problem];
  const needed = askedFields.filter((field) => asked[field] === 'needed');
  const named = faultsOf({ ...good, problem }).map((f) => f.field);
  expect([...named].sort()).toEqual([...needed].sort());
  const told = Object.fromEntries(needed.map((field) => [field, field === 'visits' ? '3' : '写了']));
  expect(faultsOf({ ...good, problem, ...told })).toEqual([]);
});

test.each(problemKinds)('%s without a phone is taken exactly where the office allows it', (problem) => {
  const told = { said: 'x', where: 'x', when: 'x', visits: '2', wanted: 'x' };
  const faults = faultsOf({ ...good, ...told, problem, contact: 'none' });
  expect(faults.length === 0).toBe(rulesOf('yinchuan').anonymous.includes(problem));
});

const field = fc.constantFrom(...reportFields);
const text = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.constantFrom(
    'yinchuan',
    'other',
    'self',
    'none',
    'phone',
    '13909510001',
    '3趟',
    '0',
    '100',
    '宁A12345',
    'mortgage-release',
    '长'.repeat(4100),
  ),
  fc.constantFrom(...problemKinds),
);

test('whatever is typed is either named at its field or fits the record', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(field, text), { maxLength: 14 }), fc.boolean(), (pairs, onGood) => {
      const typed = typedFrom({ ...(onGood ? good : {}), ...Object.fromEntries(pairs) });
      if (faultsOf(typed).length > 0) return;
      const report = reportFrom(id, typed, [], 'zh');
      expect(report.matter.what).toBe(typed.what);
      if (typed.who === 'other') expect(report.person.helper?.name).toBe(typed.name);
      if (typed.contact === 'none') expect(report.person.phone ?? report.person.helper?.phone).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
});

test.each(['13909510001', '139 0951 0001', '+86 139-0951-0001', '８６13909510001', '8613909510001'])(
  '%s is one phone',
  (typed) => {
    expect(plainPhone(typed)).toBe('13909510001');
  },
);

test('two reports look the same by plate, by service or by words; two plates are two matters', () => {
  const a = { what: '补领行驶证，窗口说系统里查不到我的车' };
  expect(looksSame({ ...a, plate: '宁A12345' }, { what: '另一句话', plate: '宁A12345' })).toBe(true);
  expect(looksSame({ ...a, plate: '宁A12345' }, { ...a, plate: '宁A54321' })).toBe(false);
  expect(looksSame({ what: '一', service: 's' }, { what: '二', service: 's' })).toBe(true);
  expect(looksSame(a, { what: '行驶证补领，窗口还是说系统里查不到' })).toBe(true);
  expect(looksSame(a, { what: '考试预约了四回都没有名额' })).toBe(false);
  expect(wordsAlike('', '什么')).toBe(0);
});
