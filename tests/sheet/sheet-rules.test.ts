import fc from 'fast-check';
import { services } from '../../models/guidance/catalogue.ts';
import { checklistFor } from '../../models/guidance/checklist.ts';
import { questionIds, questions, type Answers } from '../../models/guidance/questions.ts';
import { officeOf } from '../../models/office/offices.ts';
import { newCheckCode, readCheckCode, spacedCode } from '../../models/sheet/check-code.ts';
import { handOver, nextStep, photosGone, photosOf, takeStep, useAtCounter } from '../../models/sheet/changes/end.ts';
import { judge, tellVerdicts } from '../../models/sheet/changes/judge.ts';
import { answer } from '../../models/sheet/changes/open.ts';
import { takePhotoBack } from '../../models/sheet/changes/photos.ts';
import { explain, tick } from '../../models/sheet/changes/tick.ts';
import { forOfficer, forPerson } from '../../models/sheet/showing.ts';
import { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { DAY, plus } from '../../models/time.ts';
import { deed, filed, NOW, photo, someSheet, value, withPhoto } from './some-sheet.ts';

const CODE = 'AAAAAAAA';
const stateOf = (sheet: GuidanceSheet, paper: string) => sheet.items.find((item) => item.paper === paper)?.state;

test('a sheet holds the papers of the legal list for these answers, whatever is answered, and no other can be ticked', () => {
  const answers = fc.record(
    Object.fromEntries(questionIds.map((id) => [id, fc.constantFrom(...questions[id].options.map((o) => o.value))])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(...services), answers, fc.string(), (service, given, other) => {
      const sheet = someSheet(service.id, given);
      const law = checklistFor(service, sheet.answers as Answers, officeOf('yinchuan')).items.map(({ id }) => id);
      expect(sheet.items.map(({ paper }) => paper)).toEqual(law);
      if (!law.includes(other)) expect(tick(sheet, other, 'missing', deed('liu')).ok).toBe(false);
      expect(GuidanceSheet.safeParse(sheet).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('another answer keeps what was found of papers that are still asked for', () => {
  const sheet = value(tick(someSheet(), 'registration-certificate', 'fine', deed('liu')));
  const company = value(answer(filed(sheet), { owner: 'company' }, deed('liu')));
  expect(stateOf(company, 'registration-certificate')).toBe('fine');
  expect(stateOf(company, 'identity')).toBeUndefined();
  expect(stateOf(company, 'company-proof')).toBe('open');
  expect(answer(company, { busDriver: 'yes' }, deed('liu'))).toMatchObject({ ok: false });
});

test('two officers tick two papers side by side; of the same paper the later one sees first what the colleague did', () => {
  const sheet = filed(someSheet());
  const once = filed(value(tick(sheet, 'identity', 'fine', deed('liu', sheet.version))));
  const other = tick(once, 'registration-certificate', 'missing', deed('ding', sheet.version));
  expect(other.ok).toBe(true);
  expect(tick(once, 'identity', 'missing', deed('ding', sheet.version))).toMatchObject({
    ok: false,
    refusal: { kind: 'stale' },
  });
  expect(tick(once, 'identity', 'missing', deed('ding', once.version)).ok).toBe(true);
  expect(handOver(filed(value(other)), deed('liu', sheet.version))).toMatchObject({
    ok: false,
    refusal: { kind: 'stale' },
  });
});

test('nothing is told while one photo has no verdict; then everything is told at once, and only what failed is taken again', () => {
  let sheet = value(withPhoto(value(withPhoto(someSheet(), 'identity', 1)), 'registration-certificate', 2));
  sheet = filed(value(judge(filed(sheet), { photo: photo(1), defects: [] }, deed('liu'))));
  expect(tellVerdicts(sheet, CODE, deed('liu'))).toMatchObject({
    refusal: { detail: 'some photos have no verdict yet' },
  });
  // A verdict that was not told is the office's own.
  expect(forPerson(sheet).papers[0]?.photos[0]?.stands).toBe('waits');
  expect(forOfficer(sheet).papers[0]?.photos[0]?.stands).toBe('judged');
  sheet = filed(value(judge(sheet, { photo: photo(2), defects: ['cut-off'], words: '右下角' }, deed('liu'))));
  sheet = filed(value(tellVerdicts(sheet, CODE, deed('liu'))));
  expect(sheet).toMatchObject({ code: CODE, validTo: '2026-12-18' });
  expect([stateOf(sheet, 'identity'), stateOf(sheet, 'registration-certificate')]).toEqual(['fine', 'open']);
  expect(forPerson(sheet).papers.flatMap(({ photos }) => photos.map(({ stands }) => stands))).toEqual([
    'good',
    'again',
  ]);
  expect(withPhoto(sheet, 'identity', 3)).toMatchObject({ ok: false });
  const again = value(withPhoto(sheet, 'registration-certificate', 4));
  expect(again.items.find(({ paper }) => paper === 'registration-certificate')?.photos.map(({ id }) => id)).toEqual([
    photo(4),
  ]);
  expect(
    photosOf(again)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([photo(1), photo(2), photo(4)]);
});

test('another paper than the one on the list is missing; “another reason” needs its words', () => {
  let sheet = filed(value(withPhoto(someSheet(), 'identity', 1)));
  expect(judge(sheet, { photo: photo(1), defects: ['other'], words: ' ' }, deed('liu')).ok).toBe(false);
  sheet = filed(value(judge(sheet, { photo: photo(1), defects: ['expired'] }, deed('liu'))));
  expect(takePhotoBack(sheet, photo(1), NOW)).toMatchObject({ refusal: { kind: 'wrong-state' } });
  sheet = filed(value(tellVerdicts(sheet, CODE, deed('liu'))));
  expect(stateOf(sheet, 'identity')).toBe('missing');
  expect(sheet.code).toBeUndefined();
});

test('the notice can be given again after a change, and the sheet changes until the visit and not after it', () => {
  let sheet = filed(value(handOver(filed(someSheet()), deed('liu'))));
  expect(value(handOver(sheet, deed('liu')))).toBe(sheet);
  sheet = filed(value(explain(sheet, 'identity', { explanation: '要在有效期内', where: '户籍地派出所' }, deed('liu'))));
  sheet = filed(value(handOver(sheet, deed('liu'))));
  expect(forPerson(sheet).papers[0]).toMatchObject({ explanation: '要在有效期内', where: '户籍地派出所' });
  sheet = filed(value(useAtCounter(sheet, deed('wang'))));
  for (const late of [
    useAtCounter(sheet, deed('ding')),
    tick(sheet, 'identity', 'fine', deed('liu')),
    withPhoto(sheet, 'identity', 1),
    handOver(sheet, deed('liu')),
  ])
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'wrong-state' } });
});

test('the clock warns before a check ends, ends it after its whole last day, and names photos to delete once it is over', () => {
  let sheet = filed(value(withPhoto(someSheet(), 'identity', 1)));
  sheet = filed(value(judge(sheet, { photo: photo(1), defects: [] }, deed('liu'))));
  sheet = filed(value(tellVerdicts(sheet, CODE, deed('liu'))));
  expect(nextStep(sheet)).toEqual({ step: 'warn', at: '2026-12-15T16:00:00.000Z' });
  expect(takeStep(sheet, NOW)).toBeUndefined();
  sheet = filed(takeStep(sheet, plus(NOW, 28 * DAY)) as GuidanceSheet);
  expect(nextStep(sheet)).toEqual({ step: 'expire', at: '2026-12-18T16:00:00.000Z' });
  sheet = filed(takeStep(sheet, plus(NOW, 31 * DAY)) as GuidanceSheet);
  expect(sheet.state.name).toBe('expired');
  const due = nextStep(sheet);
  expect(due?.step).toBe('delete-photos');
  expect(takeStep(sheet, due?.at ?? NOW)).toBeUndefined();
  expect(nextStep(photosGone(sheet, { count: 1, sha256: 'x' }, due?.at ?? NOW))).toBeUndefined();
});

test('history tells closed words and ids only', () => {
  let sheet = filed(value(explain(someSheet(), 'identity', { explanation: '王小明的身份证' }, deed('liu'))));
  sheet = value(withPhoto(sheet, 'identity', 1));
  sheet = value(judge(filed(sheet), { photo: photo(1), defects: ['other'], words: '缺王小明签字' }, deed('liu')));
  expect(JSON.stringify([sheet.history, sheet.items])).not.toContain('王小明');
});

test('every slip of one letter and every swap of two in a check code is noticed', () => {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXY';
  fc.assert(
    fc.property(
      fc.array(fc.nat(28), { minLength: 7, maxLength: 7 }),
      fc.nat(7),
      fc.nat(7),
      fc.nat(28),
      (picks, i, j, other) => {
        let n = 0;
        const code = newCheckCode(() => picks[n++] ?? 0);
        expect(readCheckCode(` ${spacedCode(code).toLowerCase()} `)).toBe(code);
        const slip = Array.from(code);
        slip[i] = letters[other] ?? '';
        if (slip.join('') !== code) expect(readCheckCode(slip.join(''))).toBeUndefined();
        const swap = Array.from(code);
        [swap[i], swap[j]] = [swap[j] ?? '', swap[i] ?? ''];
        if (swap.join('') !== code) expect(readCheckCode(swap.join(''))).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});
