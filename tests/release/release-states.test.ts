import fc from 'fast-check';
import { type FiledClock, readFiled } from '../../models/clock/filed-clock.ts';
import { codeIsRight, takeForLender } from '../../models/release/changes/agent.ts';
import { decide, moveCertificate, openCells, register } from '../../models/release/changes/decide.ts';
import { cancel, ring } from '../../models/release/changes/end.ts';
import { fileRelease } from '../../models/release/changes/file.ts';
import { checkPapers, claim, noteEligibility } from '../../models/release/changes/prepare.ts';
import { compare, endRoom, openRoom, tick, untick } from '../../models/release/changes/session.ts';
import { ReleaseId, RoomId, StaffId } from '../../models/ids.ts';
import { requiredPapers } from '../../models/release/papers.ts';
import { Release, shapeOf, type StateName } from '../../models/release/release.ts';
import { requiredCells } from '../../models/release/steps.ts';
import { statementOf } from '../../models/release/statement.ts';
import { dayOf, DAY, plus, type Instant } from '../../models/time.ts';
import {
  allTicked,
  chen,
  copied,
  ding,
  FILED,
  filing,
  inCall,
  liu,
  live,
  same,
  someRelease,
  tries,
  type Passed,
} from './some-release.ts';

/** Which state may follow which; everything else is illegal. */
const may: Record<StateName, StateName[]> = {
  applied: ['checking-papers', 'cancelled', 'expired'],
  'checking-papers': ['papers-missing', 'booked', 'in-session', 'decided', 'cancelled', 'expired'],
  'papers-missing': ['checking-papers', 'booked', 'decided', 'cancelled', 'expired'],
  booked: ['papers-missing', 'in-session', 'decided', 'cancelled', 'expired'],
  'in-session': ['booked', 'decided'],
  decided: ['registry-done', 'closed'],
  'registry-done': ['certificate-returned'],
  'certificate-returned': ['closed'],
  closed: [],
  cancelled: [],
  expired: [],
};
const starts = fc.constantFrom<() => Release>(someRelease, inCall, () => allTicked(inCall()));
const lives = (check: (passed: Passed[], release: Release) => void): void => {
  fc.assert(
    fc.property(starts, tries, (start, list) => {
      const { passed, release } = live(start(), list);
      check(passed, release);
    }),
    { numRuns: 500 },
  );
};

test('no sequence of deeds reaches a state that may not follow, and each state fits the record’s schema', () => {
  lives((passed) => {
    for (const { before, after } of passed) {
      if (before.state.name !== after.state.name) expect(may[before.state.name]).toContain(after.state.name);
      expect(() => Release.parse(after)).not.toThrow();
    }
  });
});

test('nothing is approved while a step is open, the evidence has a gap or the vehicle is seized', () => {
  lives((passed) => {
    for (const { before, after } of passed)
      if (after.decision?.what === 'approved' && before.decision === undefined) {
        expect(openCells(before)).toEqual([]);
        expect(before.eligibility).toMatchObject({ mortgagedHere: true, seized: false });
        expect(before.acceptedAt).toBeDefined();
      }
  });
  expect(decide(allTicked(inCall()), liu, { what: 'approved' }, ['gap'], FILED)).toMatchObject({ ok: false });
  expect(decide(inCall(), liu, { what: 'approved' }, [], FILED)).toMatchObject({ ok: false });
  expect(decide(allTicked(inCall()), liu, { what: 'approved' }, [], FILED)).toMatchObject({ ok: true });
});

test('a refusal has one of the two reasons of the law and words, or it does not exist', () => {
  lives((passed) => {
    for (const { after } of passed)
      if (after.decision?.what === 'refused') {
        expect(['seized', 'documents-invalid']).toContain(after.decision.ground);
        expect(after.decision.words).not.toBe('');
        if (after.decision.ground === 'seized') expect(after.eligibility?.seized).toBe(true);
      }
  });
});

test('a certificate that differs from the register can be refused, never approved', () => {
  const whole = allTicked(inCall());
  const differs = compare(whole, liu, { ...same, certificate: 'different' }, FILED);
  if (!differs.ok) throw new Error(differs.refusal.detail);
  expect(decide(differs.value, liu, { what: 'approved' }, [], FILED)).toMatchObject({ ok: false });
  const refusal = { what: 'refused', ground: 'documents-invalid', words: '证书编号与登记系统不一致' } as const;
  expect(decide(differs.value, liu, refusal, [], FILED)).toMatchObject({ ok: true });
});

test('only whoever applies alone with a court document does without an enrolled lender', () => {
  const id = ReleaseId.parse(`01J${'0'.repeat(23)}`);
  const { lender: _, ...none } = filing();
  expect(fileRelease(id, 'YC-1118-J001', none, FILED)).toMatchObject({ ok: false });
  const court = { ...none, basis: 'court-document' as const };
  expect(fileRelease(id, 'YC-1118-J001', { ...court, sides: ['lender'], papers: [] }, FILED)).toMatchObject({
    ok: false,
  });
  const alone = fileRelease(id, 'YC-1118-J001', { ...court, sides: ['owner'] }, FILED);
  const taken = alone.ok ? claim(alone.value, liu, FILED) : alone;
  const looked = taken.ok
    ? noteEligibility(taken.value, liu, { mortgagedHere: true, seized: false, copied }, FILED)
    : taken;
  expect(looked).toMatchObject({ ok: true, value: { ticked: [{ cell: 'eligibility:case' }] } });
});

test('who is seized in the register is told so before a call, not after it', () => {
  let r = claim(someRelease(), liu, FILED);
  if (r.ok)
    r = noteEligibility(r.value, liu, { mortgagedHere: true, seized: true, lenderEnrolled: true, copied }, FILED);
  if (!r.ok) throw new Error(r.refusal.detail);
  expect(decide(r.value, liu, { what: 'refused', ground: 'seized', words: '法院查封' }, ['none'], FILED)).toMatchObject(
    {
      ok: true,
      value: { state: { name: 'decided' } },
    },
  );
  expect(
    decide(r.value, liu, { what: 'refused', ground: 'documents-invalid', words: '无效' }, [], FILED),
  ).toMatchObject({
    ok: false,
  });
});

test('only the papers of the law can be asked for, and none of them is a proof of payment', () => {
  const sides = [['owner', 'lender'], ['owner'], ['lender']] as const;
  for (const side of sides)
    for (const ownerByProxy of [true, false])
      for (const certificateWith of ['owner', 'lender'] as const) {
        const basis = side.length === 2 ? 'joint' : 'court-document';
        const papers = requiredPapers({ basis, sides: side, certificateWith, ownerByProxy });
        expect(papers.filter(({ kind }) => kind === 'certificate')).toHaveLength(1);
        expect(new Set(papers.map(({ kind }) => kind)).size).toBe(papers.length);
        expect(papers.some(({ kind }) => kind === 'court-ruling')).toBe(basis === 'court-document');
        for (const { of } of papers) expect(side).toContain(of);
      }
  const more = filing({ papers: [{ kind: 'court-ruling', photos: [] }] });
  expect(fileRelease(ReleaseId.parse(`01J${'0'.repeat(23)}`), 'YC-1118-J001', more, FILED)).toMatchObject({
    ok: false,
  });
});

test('all defects are told at once: a check leaves no paper out and no defect unsaid', () => {
  const mine = claim(someRelease(), liu, FILED);
  if (!mine.ok) throw new Error(mine.refusal.detail);
  const good = { good: true, defects: [] };
  expect(checkPapers(mine.value, liu, [{ kind: 'certificate', ...good }], FILED)).toMatchObject({ ok: false });
  expect(
    checkPapers(
      mine.value,
      liu,
      [
        { kind: 'certificate', ...good },
        { kind: 'owner-identity', good: false, defects: [] },
      ],
      FILED,
    ),
  ).toMatchObject({ ok: false });
});

test('the script’s order holds for each person, and a step done again opens what follows', () => {
  const call = inCall();
  expect(tick(call, liu, 'statement:owner', FILED)).toMatchObject({ ok: false });
  expect(tick(call, liu, 'mandate:owner', FILED)).toMatchObject({ ok: false });
  expect(tick(call, ding, 'consent:owner', FILED)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  const done = allTicked(call);
  const undone = untick(done, liu, 'identity:owner', 'gap', FILED);
  expect(undone.ok && decide(undone.value, liu, { what: 'approved' }, [], FILED).ok).toBe(false);
});

test('with both wills stated the application is accepted, once, and the working day runs from there', () => {
  lives((passed) => {
    for (const { before, after } of passed) {
      if (before.acceptedAt !== undefined) expect(after.acceptedAt).toBe(before.acceptedAt);
      else if (after.acceptedAt !== undefined)
        for (const side of after.sides) expect(after.ticked.map(({ cell }) => cell)).toContain(`statement:${side}`);
      expect(after.acceptedAt === undefined).toBe(after.clock === undefined);
    }
  });
  const wednesday = allTicked(inCall());
  const due = readFiled('yinchuan', wednesday.clock as FiledClock, FILED).dueAt;
  expect(dayOf(due)).toBe('2026-11-19');
});

test('owner and lender may come in sessions of their own', () => {
  let r = inCall();
  const end = endRoom(r, liu, 'done', FILED);
  if (!end.ok) throw new Error(end.refusal.detail);
  const alone = openRoom(end.value, liu, RoomId.parse(`01J${'7'.repeat(23)}`), ['lender'], FILED);
  if (!alone.ok) throw new Error(alone.refusal.detail);
  expect(tick(alone.value, liu, 'consent:owner', FILED)).toMatchObject({ ok: false });
  expect(tick(alone.value, liu, 'consent:lender', FILED)).toMatchObject({ ok: true });
  r = alone.value;
  expect(r.sessions).toHaveLength(2);
});

test('after the yes come register, annotation and the way back, one after the other', () => {
  const yes = decide(allTicked(inCall()), liu, { what: 'approved' }, [], FILED);
  if (!yes.ok) throw new Error(yes.refusal.detail);
  expect(moveCertificate(yes.value, liu, 'annotated', FILED)).toMatchObject({ ok: false });
  const here = moveCertificate(yes.value, liu, 'collected', FILED);
  const filed = here.ok ? register(here.value, chen, '640120261118000123', FILED) : here;
  const signed = filed.ok ? moveCertificate(filed.value, liu, 'annotated', FILED) : filed;
  expect(signed.ok && moveCertificate(signed.value, liu, 'sent', FILED).ok).toBe(false);
  const sent = signed.ok ? moveCertificate(signed.value, liu, 'sent', FILED, 'EMS1') : signed;
  const back = sent.ok ? moveCertificate(sent.value, liu, 'returned', FILED) : sent;
  expect(back).toMatchObject({ ok: true, value: { state: { name: 'certificate-returned' } } });
  expect(back.ok && ring(back.value, plus(FILED, 8 * DAY))?.state.name).toBe('closed');
});

test('whoever follows an agent begins the lender’s part anew, and the code of the one before opens nothing', () => {
  const lin = { id: StaffId.parse('lin'), name: '林悦' };
  const before = allTicked(inCall());
  const after = takeForLender(before, lin, FILED, { stands: false, there: true });
  if (!after.ok) throw new Error(after.refusal.detail);
  expect(openCells(after.value)).toEqual(requiredCells(shapeOf(before)).filter((cell) => cell.endsWith(':lender')));
  expect(after.value.ticked.filter(({ cell }) => cell.endsWith(':owner'))).toHaveLength(
    before.ticked.filter(({ cell }) => cell.endsWith(':owner')).length,
  );
  expect(codeIsRight(before, 'lender')).toBe(true);
  expect(codeIsRight(after.value, 'lender')).toBe(false);
  expect(codeIsRight(after.value, 'owner')).toBe(true);
});

test('the working day that is missed is counted once, and the register says that it was late', () => {
  const yes = decide(allTicked(inCall()), liu, { what: 'approved' }, [], FILED);
  if (!yes.ok) throw new Error(yes.refusal.detail);
  const later = '2026-11-20T02:00:00.000Z' as Instant;
  const rang = ring(yes.value, later) ?? yes.value;
  expect(ring(rang, later)).toBeUndefined();
  const filed = register(rang, liu, '1', later);
  expect(filed.ok && filed.value.history.filter(({ what }) => what === 'late')).toHaveLength(1);
  expect(filed.ok && filed.value.history.at(-1)).toMatchObject({ what: 'registered', reason: 'late' });
});

test('nobody cancels in place of a refusal: an officer needs a reason of the list, “wrong office” the register’s word', () => {
  const mine = claim(someRelease(), liu, FILED);
  if (!mine.ok) throw new Error(mine.refusal.detail);
  expect(cancel(mine.value, liu, 'applicant', FILED)).toMatchObject({ ok: false });
  expect(cancel(mine.value, liu, 'wrong-office', FILED)).toMatchObject({ ok: false });
  expect(cancel(mine.value, undefined, 'applicant', FILED)).toMatchObject({ ok: true });
});

test('each side reads plate, certificate and contract, and that the mortgage is to be released', () => {
  const r = inCall();
  for (const side of r.sides)
    for (const said of ['宁AD00123', '640000120846', 'SS-2023-0418', '解除抵押'])
      expect(statementOf(r, side)).toContain(said);
  expect(requiredCells(shapeOf(r))).toContain('statement:lender');
});
