import fc from 'fast-check';
import { answersAmong, answersFromQuery, decodeAnswers, encodeAnswers } from '../../models/guidance/answer-code.ts';
import { serviceById, services } from '../../models/guidance/catalogue.ts';
import {
  type Checklist,
  checklistFor,
  checklistForMany,
  questionsFor,
  situationText,
} from '../../models/guidance/checklist.ts';
import { type Answers, questionOf } from '../../models/guidance/questions.ts';
import type { Service } from '../../models/guidance/service.ts';
import { officeOf, offices } from '../../models/office/offices.ts';

const yinchuan = officeOf('yinchuan');
const service = (id: string): Service => {
  const found = serviceById(id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};
const names = (list: Checklist): string[] => list.items.map((i) => i.nameZh);

const anyService = fc.constantFrom(...services);
const anyOffice = fc.constantFrom(...offices);
const answersTo = (s: Service): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(s.questions.map((id) => [id, fc.constantFrom(...questionOf(id).options.map((o) => o.value))])),
    { requiredKeys: [] },
  );
const asked = anyService.chain((s) => fc.tuple(fc.constant(s), answersTo(s), anyOffice));

test('whatever is answered, nothing is asked for that is not on the legal list of the service', () => {
  fc.assert(
    fc.property(asked, ([s, answers, office]) => {
      const legal = new Map(s.materials.map((m) => [m.id, m.nameZh]));
      for (const item of checklistFor(s, answers, office).items) expect(legal.get(item.id)).toBe(item.nameZh);
    }),
  );
});

test('the same holds for several matters in one visit, each paper once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyService, { minLength: 1, maxLength: 4 }), anyOffice, (several, office) => {
      const [head, ...rest] = several;
      if (head === undefined) return;
      const list = checklistForMany([head, ...rest], {}, office);
      const legal = new Set(several.flatMap((s) => s.materials.map((m) => m.id)));
      expect(list.items.filter((i) => !legal.has(i.id))).toEqual([]);
      expect(new Set(list.items.map((i) => i.id)).size).toBe(list.items.length);
      expect(list.fee.yuan).toBe(several.reduce((sum, s) => sum + (s.feeYuan ?? 0), 0));
    }),
  );
});

test('every legal paper is reached by some answers', () => {
  for (const s of services) {
    const all = s.questions.reduce<Answers[]>(
      (soFar, id) => soFar.flatMap((a) => questionOf(id).options.map((o) => ({ ...a, [id]: o.value }))),
      [{}],
    );
    const reached = new Set(all.flatMap((a) => checklistFor(s, a, yinchuan).items.map((i) => i.id)));
    expect([s.id, s.materials.filter((m) => !reached.has(m.id)).map((m) => m.id)]).toEqual([s.id, []]);
  }
});

test('an owner who paid off the loan brings two papers and the lender one', () => {
  const list = checklistFor(service('mortgage-release'), {}, yinchuan);
  expect(names(list)).toEqual(['车主身份证', '机动车登记证书（大绿本）', '贷款机构身份证明']);
  expect(list.items.map((i) => i.who)).toEqual(['owner', 'owner', 'lender']);
  expect(list.fee.text.zh).toBe('不收费');
});

test('with a court document one side comes alone with the certificate and the two court papers', () => {
  const list = checklistFor(service('mortgage-release'), { lender: 'court' }, yinchuan);
  expect(names(list)).toEqual(['机动车登记证书（大绿本）', '生效的调解书、裁定书或判决书', '法院的协助执行通知书']);
});

test('a company brings its own proof, sealed mandate and clerk, and is not asked who comes', () => {
  const s = service('replace-vehicle-licence');
  expect(names(checklistFor(s, { owner: 'company', who: 'agent' }, yinchuan))).toEqual([
    '单位身份证明',
    '加盖公章的委托书',
    '经办人身份证',
  ]);
  expect(questionsFor(s, { owner: 'company' }).map((q) => q.id)).toEqual(['owner', 'lostOrWorn']);
});

test('somebody who comes for the owner brings a mandate and both ID cards', () => {
  const list = checklistFor(service('replace-vehicle-licence'), { who: 'agent' }, officeOf('zhongning'));
  expect(names(list)).toEqual(['车主身份证', '车主写的委托书', '代理人身份证']);
  expect(list.fee.text.zh).toBe('10元，银川公示价，中宁以窗口公示为准');
});

test('a lost licence takes the ID card only', () => {
  const list = checklistFor(service('licence-replace-lost'), {}, yinchuan);
  expect(names(list)).toEqual(['本人身份证']);
  expect(list.notNeeded.map((n) => n.zh)).toEqual(['登报声明', '遗失证明', '复印件', '照片']);
});

test('three matters in one visit name the ID card once and the sum', () => {
  const list = checklistForMany(
    [service('replace-vehicle-licence'), service('owner-contact-filing'), service('driver-contact-filing')],
    {},
    yinchuan,
  );
  expect(names(list)).toEqual(['车主身份证']);
  expect(list.items[0]?.services).toEqual(['replace-vehicle-licence', 'owner-contact-filing', 'driver-contact-filing']);
  expect(list.fee.text.zh).toBe('10元');
  expect(list.sources.map((s) => s.zh)).toEqual([
    '公安部令第164号第23、24、52条（2022-05-01施行）',
    '公安部令第162号第81条（2022-04-01施行）',
    '银川市公安局收费公示（2025-09-12）',
  ]);
  expect(list.channels).toEqual([
    { kind: 'window', verified: true },
    { kind: '12123', verified: false },
    { kind: 'post', verified: true },
  ]);
});

test('a paper that one of the matters wants anyway is not said to depend on the case', () => {
  const both = checklistForMany([service('vehicle-transfer-registration'), service('inspection-mark')], {}, yinchuan);
  expect(both.items.find((i) => i.id === 'insurance')?.onlyIf).toBeUndefined();
  const alone = checklistFor(service('vehicle-transfer-registration'), {}, yinchuan);
  expect(alone.items.find((i) => i.id === 'insurance')?.onlyIf?.zh).toBe('检验过期的才要');
});

test('a transfer says that violations come first, what the fee is made of, and who must join while mortgaged', () => {
  const s = service('vehicle-transfer-registration');
  const list = checklistFor(s, {}, yinchuan);
  expect(list.fee.text.zh).toBe('110元（号牌100、行驶证10）');
  expect(list.before).toEqual([
    expect.objectContaining({ zh: '先把这辆车的违章和事故处理完', service: 'violation-processing' }),
  ]);
  expect(list.times[0]?.text.zh).toBe('受理后1个工作日内');
  expect(checklistFor(s, { mortgaged: 'yes' }, yinchuan).before[1]?.zh).toContain('三方一起申请');
});

test('the video room is offered where the office has opened it and nowhere else', () => {
  const ways = (id: 'yinchuan' | 'pingluo') =>
    checklistFor(service('mortgage-release'), {}, officeOf(id)).channels.map((c) => c.kind);
  expect(ways('yinchuan')).toContain('video');
  expect(ways('pingluo')).not.toContain('video');
  expect(checklistFor(service('mortgage-release-video'), {}, officeOf('pingluo')).elsewhere).toEqual([
    'mortgage-release-video',
  ]);
});

test('a list that nobody verified says so', () => {
  expect(checklistFor(service('motorcycle-one-id'), {}, yinchuan).itemsVerified).toBe(false);
  expect(checklistFor(service('mortgage-release'), {}, yinchuan).itemsVerified).toBe(true);
});

test('answers survive the trip through a link', () => {
  fc.assert(
    fc.property(asked, ([s, answers]) => {
      const code = encodeAnswers(s, answers);
      expect(code).toMatch(/^[a-z0-9]*$/u);
      expect(decodeAnswers(s, code)).toEqual(answers);
    }),
  );
});

test('several matters share one code, each question once', () => {
  const several = [service('replace-vehicle-licence'), service('mortgage-release')];
  const answers = { owner: 'company', lostOrWorn: 'worn', lender: 'gone' };
  expect(encodeAnswers(several, answers)).toBe('o1x1l1');
  expect(decodeAnswers(several, 'o1x1l1')).toEqual(answers);
});

test('whatever stands in a link, only real answers to asked questions come out', () => {
  fc.assert(
    fc.property(anyService, fc.string(), fc.dictionary(fc.string(), fc.string()), (s, a, fields) => {
      const answers = answersFromQuery(s, { ...fields, a });
      expect(answersAmong(s, answers)).toEqual(answers);
    }),
  );
});

test('the form of a browser without script says the same as the short code', () => {
  const s = service('mortgage-release');
  expect(answersFromQuery(s, { owner: 'company', lender: 'gone', lang: 'en' })).toEqual(
    answersFromQuery(s, { a: 'o1l1' }),
  );
});

test('the situation is said in words', () => {
  expect(situationText([service('mortgage-release')], { who: 'agent' }).zh).toBe(
    '车主是：个人；谁来办：委托别人；贷款机构：还在',
  );
  expect(situationText([service('exam-cancel')], {}).zh).toBe('一般情形');
});
