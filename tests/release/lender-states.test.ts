import fc from 'fast-check';
import { mandateFault, daysLeft, type Mandate } from '../../models/access/mandate.ts';
import { LenderId, StaffId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import { returnReasons, type ReturnReason } from '../../models/release/lender-kinds.ts';
import {
  approveLender,
  changeLender,
  enterLender,
  resumeLender,
  returnLender,
  suspendLender,
} from '../../models/release/lender-changes.ts';
import { addDays, at, instantOf, type Day } from '../../models/time.ts';
import { details, papers } from '../lenders.ts';

const now = instantOf(Date.parse('2026-11-18T02:20:00Z'));
const people = ['liu', 'chen', 'bao'].map((id) => StaffId.parse(id));
const person = fc.constantFrom(...people);
const entered = (by?: StaffId): Lender =>
  enterLender(details(papers), {
    id: LenderId.parse('01JABCDEFGHJKMNPQRSTVWXYZ0'),
    office: 'yinchuan',
    at: now,
    ...(by === undefined ? {} : { by }),
  });
const meant = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
};

type Deed = {
  act: 'approve' | 'return' | 'suspend' | 'resume' | 'change';
  by: StaffId;
  name: string;
  reasons: ReturnReason[];
};
const deed: fc.Arbitrary<Deed> = fc.record({
  act: fc.constantFrom('approve', 'return', 'suspend', 'resume', 'change'),
  by: person,
  name: fc.constantFrom('甲银行', '乙银行'),
  reasons: fc.uniqueArray(fc.constantFrom(...returnReasons), { minLength: 1 }),
});
const perform = (lender: Lender, { act, by, name, reasons }: Deed): Outcome<Lender> => {
  const how = { at: now, by };
  if (act === 'approve') return approveLender(lender, how);
  if (act === 'return') return returnLender(lender, { reasons, note: '请看清楚' }, how);
  if (act === 'suspend') return suspendLender(lender, '有投诉在查', how);
  if (act === 'resume') return resumeLender(lender, how);
  return changeLender(lender, details({ ...papers, name }), how);
};

test('whatever is done in whatever order, nobody approves what they wrote themselves', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), fc.option(person, { nil: undefined }), (deeds, first) => {
      let lender = entered(first);
      let writers = new Set(first === undefined ? [] : [first]);
      for (const one of deeds) {
        const next = perform(lender, one);
        if (!next.ok) continue;
        if (one.act === 'approve') expect([...writers]).not.toContain(one.by);
        // What a manager approved is the start of the next round.
        if (next.value.state.name === 'approved' && one.act === 'approve') writers = new Set();
        if (one.act === 'change' && next.value.state.name === 'applied') writers.add(one.by);
        lender = next.value;
      }
    }),
  );
});

test('only an application is approved or returned, only an approved lender is suspended, only a suspended one resumed', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
      let lender = entered();
      for (const one of deeds) {
        const next = perform(lender, one);
        const may = {
          approve: lender.state.name === 'applied' && !lender.enteredBy.includes(one.by),
          return: lender.state.name === 'applied',
          suspend: lender.state.name === 'approved',
          resume: lender.state.name === 'suspended',
          change: lender.state.name !== 'suspended',
        }[one.act];
        expect([lender.state.name, one.act, next.ok]).toEqual([lender.state.name, one.act, may]);
        if (!next.ok) continue;
        expect(next.value.history.at(-1)?.by).toBe(one.by);
        lender = next.value;
      }
    }),
  );
});

test('licence and seal have to be there before an approval', () => {
  const bare = meant(
    changeLender(entered(), details({ seal: papers.seal }), { at: now, by: people[0] ?? StaffId.parse('liu') }),
  );
  expect(approveLender(bare, { at: now, by: StaffId.parse('chen') })).toMatchObject({
    ok: false,
    refusal: { kind: 'wrong-state' },
  });
});

test('another person to call leaves an approved lender approved, another name does not', () => {
  const by = StaffId.parse('chen');
  const approved = meant(approveLender(entered(), { at: now, by }));
  const called = meant(
    changeLender(approved, details({ ...papers, contact: { name: '王新', phone: '13995000002' } }), { at: now, by }),
  );
  expect(called.state.name).toBe('approved');
  const renamed = meant(changeLender(approved, details({ ...papers, name: '别的银行' }), { at: now, by }));
  expect(renamed.state.name).toBe('applied');
  expect(approveLender(renamed, { at: now, by })).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
});

test('an application is returned with every reason, each once, and a reason that is no reason needs words', () => {
  const by = StaffId.parse('chen');
  const returned = meant(
    returnLender(entered(), { reasons: ['seal-missing', 'code-differs', 'seal-missing'], note: '' }, { at: now, by }),
  );
  expect(returned.state).toMatchObject({ name: 'returned', reasons: ['seal-missing', 'code-differs'] });
  expect(returned.history.at(-1)?.reason).toBe('seal-missing,code-differs');
  expect(returnLender(entered(), { reasons: ['other'], note: ' ' }, { at: now, by }).ok).toBe(false);
  expect(returnLender(entered(), { reasons: [], note: '' }, { at: now, by }).ok).toBe(false);
});

test('no words of people stand in the history', () => {
  const by = StaffId.parse('chen');
  const approved = meant(approveLender(entered(), { at: now, by }));
  const suspended = meant(suspendLender(approved, '经办人李四丢了公章', { at: now, by }));
  expect(JSON.stringify(suspended.history)).not.toMatch(/李四|马俊|1399/u);
});

/** Around both ends as often as anywhere else. */
const mandateDay = fc
  .record({ from: fc.nat(800), length: fc.nat(400) })
  .chain(({ from, length }) =>
    fc
      .oneof(fc.constantFrom(from - 1, from, from + length, from + length + 1), fc.integer({ min: -400, max: 1300 }))
      .map((day) => ({ from, length, day })),
  );
test('a mandate stands on its first and its last day in Shanghai, and on no day around them', () => {
  fc.assert(
    fc.property(mandateDay, fc.nat(1439), ({ from, length, day }, minute) => {
      const start = '2026-01-01' as Day;
      const mandate: Mandate = {
        from: addDays(start, from),
        until: addDays(start, from + length),
        offices: ['yinchuan'],
        papers: [],
      };
      const moment = at(addDays(start, day), minute);
      const expected = day < from ? 'not-yet' : day > from + length ? 'expired' : undefined;
      expect(mandateFault(mandate, moment)).toBe(expected);
      expect(daysLeft(mandate, moment)).toBe(from + length - day);
      expect(mandateFault({ ...mandate, revokedAt: moment }, moment)).toBe('revoked');
    }),
  );
});
