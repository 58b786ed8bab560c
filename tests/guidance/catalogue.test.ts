import { categories, categoryOf, serviceById, services } from '../../models/guidance/catalogue.ts';
import { fullCitations, shortCitations } from '../../models/guidance/citations.ts';
import { questionsFor } from '../../models/guidance/checklist.ts';
import { questionIds, questionOf } from '../../models/guidance/questions.ts';
import { Service, unverifiedParts } from '../../models/guidance/service.ts';
import { offices } from '../../models/office/offices.ts';

const ids =
  `vehicle-initial-registration vehicle-change-registration vehicle-color-change-offsite vehicle-e-domicile-transfer
vehicle-move-out vehicle-move-in vehicle-co-owner-change plate-swap owner-name-address-filing owner-contact-filing vin-restamp-filing
modification-filing vehicle-transfer-registration vehicle-transfer-judicial used-vehicle-export mortgage-registration mortgage-release
mortgage-release-court mortgage-release-video pledge-filing pledge-release scrap-deregistration scrap-deregistration-offsite
loss-deregistration exit-return-deregistration yellow-label-scrap plate-selection keep-original-plate temporary-plate replace-plate
replace-vehicle-licence replace-registration-certificate registration-correction electronic-vehicle-licence inspection-mark
inspection-exempt-mark inspection-mark-replace school-bus-plate school-bus-plate-replace school-bus-inspection school-bus-driver
licence-first-apply licence-add-class exam-subject-1 exam-subject-2 exam-subject-3 exam-subject-4 exam-cancel exam-place-change
learner-permit licence-renew-expiry licence-replace-lost licence-replace-damaged licence-info-change licence-move-in
licence-age-downgrade licence-voluntary-downgrade licence-review medical-certificate-submit licence-deferral licence-cancel
licence-restore driver-contact-filing overseas-licence military-licence temporary-driving-permit electronic-licence
violation-processing violation-objection full-points-study points-reduction motorcycle-one-id motorcycle-exam mobile-vehicle-office
remote-guidance cannot-do-window service-review senior-proxy-online temporary-entry-vehicle`
    .split(/\s+/)
    .sort();

const notVerified = [
  'electronic-vehicle-licence',
  'licence-age-downgrade',
  'mobile-vehicle-office',
  'mortgage-release-video',
  'motorcycle-one-id',
  'plate-selection',
  'remote-guidance',
  'yellow-label-scrap',
];

const service = (id: string): Service => {
  const found = serviceById(id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};

/** Every text of a guide, wherever it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

test('the catalogue has exactly the 79 services', () => {
  expect(services.map((s) => s.id).sort()).toEqual(ids);
  expect(ids).toHaveLength(79);
});

test.each(services.map((s) => [s.id, s] as const))('%s keeps to the schema', (_id, s) => {
  expect(Service.safeParse(s).error?.issues).toBeUndefined();
});

test('exactly the eight guides whose facts were found in no source are unverified, and each says which part', () => {
  const unsure = services.filter((s) => !s.verified);
  expect(unsure.map((s) => s.id).sort()).toEqual(notVerified);
  for (const s of unsure) expect(unverifiedParts(s)).not.toHaveLength(0);
});

test('a condition that says it is not verified is marked so', () => {
  const claims = services.flatMap((s) => s.conditions).filter((c) => /没有核实|没有查到|没有逐/u.test(c.zh));
  expect(claims.length).toBeGreaterThan(10);
  expect(claims.filter((c) => c.verified)).toEqual([]);
});

test('every paper that is asked for stands on an article, except what a citizen tells in their own words', () => {
  const bare = services.flatMap((s) => s.materials.filter((m) => m.legal === null).map((m) => `${s.id}/${m.id}`));
  expect(bare).toEqual([
    'motorcycle-one-id/identity',
    'cannot-do-window/name',
    'cannot-do-window/contact',
    'cannot-do-window/what-happened',
    'senior-proxy-online/both-persons',
  ]);
});

test('the article of a paper belongs to a rule that the guide cites', () => {
  for (const s of services) {
    const cited = new Set(s.legal.map((l) => l.rule));
    for (const m of s.materials)
      if (m.legal !== null) expect([s.id, m.id, cited.has(m.legal.rule)]).toEqual([s.id, m.id, true]);
  }
});

test('nothing of how the catalogue was made shows in it', () => {
  const words = /种子|github|LawRefBook|seeds\/|domain\.md|索引文件|\bid \d+|\/work|TODO/iu;
  expect(services.flatMap(textsOf).filter((t) => words.test(t))).toEqual([]);
});

test('every guide cites a rule with articles and a date, or says that none was found', () => {
  for (const s of services) {
    const cited = fullCitations([s]).map((c) => c.zh);
    expect(
      cited.every((c) => /\d{4}年\d+月\d+日(起施行|公示)$/u.test(c) || c === '本地措施，没有找到公布的正式文件'),
    ).toBe(true);
    expect(cited.length).toBeGreaterThan(0);
  }
});

test.each([
  ['vehicle-transfer-registration', '公安部令第164号第25、26条（2022-05-01施行）；银川市公安局收费公示（2025-09-12）'],
  ['mortgage-release', '公安部令第164号第31、33、35条（2022-05-01施行）'],
  ['licence-replace-lost', '公安部令第162号第69、70条（2022-04-01施行）；银川市公安局收费公示（2025-09-12）'],
  ['inspection-mark', '公安部令第164号第54、56条（2022-05-01施行）；2022年车检改革意见（2022-10-01施行）'],
])('%s is cited in one line', (id, line) => {
  expect(
    shortCitations([service(id)])
      .map((c) => c.zh)
      .join('；'),
  ).toBe(line);
});

test('the fees are those of the Yinchuan list', () => {
  const fees = Object.fromEntries(services.map((s) => [s.id, s.feeYuan]));
  expect(fees).toMatchObject({
    'vehicle-initial-registration': 120,
    'vehicle-transfer-registration': 110,
    'replace-vehicle-licence': 10,
    'replace-plate': 100,
    'mortgage-release': 0,
    'exam-subject-3': null,
  });
});

test('every guide leads only to guides that exist', () => {
  const led = services.flatMap((s) => s.first.map((f) => f.service)).filter((id) => id !== undefined);
  expect(led.length).toBeGreaterThan(5);
  expect(led.filter((id) => serviceById(id) === undefined)).toEqual([]);
});

test('no guide asks more than three questions, and no two questions share a letter', () => {
  for (const s of services) expect(questionsFor(s).length).toBeLessThanOrEqual(3);
  const letters = questionIds.map((id) => questionOf(id).letter);
  expect(new Set(letters).size).toBe(letters.length);
});

test('every question that is asked changes what is needed', () => {
  for (const s of services) {
    const used = new Set([...s.materials, ...s.first].flatMap((m) => Object.keys(m.when ?? {})));
    expect([s.id, s.questions.filter((q) => !used.has(q))]).toEqual([s.id, []]);
  }
});

test('every category has a name and a guide, and every office takes nearly all of them', () => {
  for (const c of categories) expect(services.some((s) => s.category === c.id)).toBe(true);
  for (const s of services) expect(categoryOf(s.category).zh).not.toBe('');
  for (const o of offices) expect(o.leaves.length).toBeLessThan(5);
});

test('a release is never said to need proof of payment, the vehicle licence or the loan contract', () => {
  for (const s of services.filter((s) => s.id.startsWith('mortgage-release'))) {
    expect(s.materials.filter((m) => /结清|行驶证|贷款合同|主合同/u.test(m.nameZh))).toEqual([]);
    expect(s.notNeeded.map((n) => n.zh)).toEqual(['贷款结清证明', '行驶证', '贷款合同']);
  }
});
