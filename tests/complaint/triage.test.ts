import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { services } from '../../models/guidance/catalogue.ts';
import { cueWords } from '../../models/complaint/triage/cues.ts';
import { doorOf, topics } from '../../models/complaint/triage/doors.ts';
import { Triage } from '../../models/complaint/triage/proposal.ts';
import { readLetter } from '../../models/complaint/triage/read-letter.ts';
import { redirectRules, refusalRules } from '../../models/complaint/triage/rules.ts';
import { lettersOf } from '../../models/complaint/triage/training/letters.ts';
import { letterTables, trainTriage } from '../../models/complaint/triage/training/train-triage.ts';
import type { Triager } from '../../models/complaint/triage/triager.ts';
import { buildLexicon, plainIdeas } from '../../models/guidance/understanding/lexicon.ts';
import { triageRuleSentences } from '../../models/phrasebook/complaint-kinds.ts';
import { ensureTriage, exampleLetters, exampleManners, shortLines } from '../../scripts/build-triage.ts';
import { characterTables, ensureUnderstanding } from '../../scripts/build-understanding.ts';

let propose: Triager;
beforeAll(async () => {
  await ensureUnderstanding();
  ensureTriage();
  ({ proposeTriage: propose } = await import('../../models/complaint/triage/propose-triage.ts'));
}, 180_000);

describe('the office’s own matters are accepted', () => {
  test.each([
    [
      '驾驶证换证没给办',
      '我爷爷的驾驶证下周到期，去大厅换证，窗口说体检不合格不给办，也没说哪一项。',
      'licence-renew-expiry',
    ],
    ['解除抵押要跑几次', '车贷还清了，来解除抵押来了三趟，每次说的材料都不一样。', 'mortgage-release'],
    ['行驶证补了二十天没拿到', '行驶证丢了，月初在窗口申请补领，说三天，到现在没有拿到。', 'replace-vehicle-licence'],
  ])('%s', (title, body, service) => {
    expect(propose({ title, body })).toMatchObject({ mine: true, window: 'accept', service });
  });

  test('also when the letter has no title', () => {
    expect(propose({ body: '在你们车管所给车办过户，等了一个月还没有办下来。' })).toMatchObject({ window: 'accept' });
  });
});

describe('what sounds alike is somebody else’s', () => {
  test.each([
    ['路口的红绿灯坏了三天', '中山街路口的红绿灯坏了三天，过马路很危险，请派人来修。', '交通设施'],
    ['驾校不退学费', '报名半年没有安排练车，找驾校退学费，校长说合同签了不退。', '驾培'],
    ['两轮电动自行车在哪登记', '家里买了一辆电动自行车，请问去哪里登记挂牌？', '电动自行车'],
    ['4S店扣着定金', '订的车没有货，4S店扣着五千定金不退。', '12315'],
    ['自来水三天没有来', '我们小区停水三天了，自来水公司没有通知。', '供水'],
  ])('%s', (title, body, whose) => {
    const proposed = propose({ title, body });
    expect(proposed).toMatchObject({ mine: false, window: 'redirect' });
    expect(proposed.whose).toContain(whose);
  });

  test.each([
    ['对事故责任认定不服', '交警的事故认定书认定我负全部责任，我对责任认定不服，要求重新认定。', 'accident-finding'],
    ['法院判决了不执行', '判决书下来两年，执行法官一直不执行，对方有钱不还。', 'before-court'],
    ['信访答复不服', '信访局出的处理意见书我不认可，已经复查复核过，要求重新信访。', 'petition'],
    ['要求撤销罚款', '城管的行政处罚决定书罚款三千，没有告知听证，我不服处罚，已申请复议。', 'penalty-appeal'],
    ['公安不立案', '被骗二十万，经侦说证据不足不予立案，请检察院监督立案侦查。', 'under-investigation'],
    ['朋友欠钱', '好友借走五万块有欠条，三年不还，请政府帮忙要回来。', 'private-dispute'],
    ['能不能通融', '老父亲的车早过了强制报废年限，能不能托个关系让它再检一年？', 'against-law'],
  ])('and for some no office’s door is right: %s', (title, body, rule) => {
    expect(propose({ title, body })).toMatchObject({ mine: false, window: 'refuse', rule });
  });
});

test.each([
  ['物业乱收费', '物业突然每户加收两百块垃圾费，不交就停水卡，没有任何文件，请查处。', 'fee-or-charge'],
  ['医保报销', '材料交上去七个月了，报销款到现在没有到账，当时说三个月。', 'overdue'],
  ['两个部门互相推', '街道说归城管，城管说归街道，打电话就挂断，没有人管，态度还很差。', 'attitude-or-buck-passing'],
  ['咨询入学', '请问外来务工人员的孩子上小学要什么材料，什么时候报名？', 'policy-question'],
])('what went wrong is told for other agencies’ matters, too: %s', (title, body, problem) => {
  expect(propose({ title, body })).toMatchObject({ window: 'redirect', problem });
});

test('the service is found where the letter names it, however late', () => {
  const chatter = '我今年四十二岁，在城里打零工。家里有两个孩子，都在上学。平时工作很忙，很少有时间出门。';
  const body = `${chatter}今天写信想咨询一件事。行驶证丢了，想补领行驶证，请问车管所要带什么？谢谢。`;
  expect(propose({ body })).toMatchObject({ mine: true, service: 'replace-vehicle-licence' });
});

test('says because of which words, as they were written', () => {
  const title = '駕照換證被拒絕';
  const body = '本人Ｃ１驾照到期，去车管所换证，窗口不给办理。';
  const { because } = propose({ title, body });
  expect(because.length).toBeGreaterThan(0);
  for (const words of because) expect(`${title}\n${body}`).toContain(words);
});

test('masked places and leftovers of web forms leave no marks', () => {
  const tables = letterTables(characterTables().tables);
  const reader = { tables, lexicon: buildLexicon(plainIdeas(tables, cueWords), tables) };
  const marks = (body: string): number[] => readLetter({ title: '驾驶证', body }, reader).features.hash;
  expect(marks('在C4市办证_x000D_，详见https://a.cn/b 电话13800000000，姓名***')).toEqual(
    marks('在 市办证 ，详见 电话 ，姓名'),
  );
});

test('whatever is written, the proposal is complete and names a rule exactly when it is not accepted', () => {
  const ids = new Set<string>(services.map(({ id }) => id));
  const writing = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...exampleLetters().map(({ body }) => body)),
  );
  fc.assert(
    fc.property(fc.option(writing, { nil: undefined }), writing, (title, body) => {
      const proposed = propose({ title, body });
      expect(Triage.parse(proposed)).toEqual(proposed);
      expect(proposed.mine).toBe(proposed.window === 'accept');
      expect(proposed.whose !== undefined).toBe(proposed.window === 'redirect');
      const rules: readonly (string | undefined)[] =
        proposed.window === 'accept' ? [undefined] : proposed.window === 'redirect' ? redirectRules : refusalRules;
      expect(rules).toContain(proposed.rule);
      if (proposed.service !== undefined) expect(proposed.mine && ids.has(proposed.service)).toBe(true);
      expect(propose({ title, body })).toEqual(proposed);
    }),
    { numRuns: 150 },
  );
});

test('every topic has example letters, and every letter names a service of the catalogue only if it is the office’s', () => {
  const ids = new Set<string>(services.map(({ id }) => id));
  const letters = exampleLetters();
  expect(topics.filter((topic) => letters.filter((letter) => letter.topic === topic).length < 5)).toEqual([]);
  const misplaced = letters.filter(
    ({ topic, service }) => service !== undefined && (doorOf(topic).kind !== 'office' || !ids.has(service)),
  );
  expect(misplaced).toEqual([]);
});

test('a letter that lacks a part stops the build', () => {
  expect(() => lettersOf('licence\tother\tunclear\tordinary\t-\tonly a title\n')).toThrow('letter 1 is not complete');
});

test('every rule has a sentence in both languages that says where to go or why not', () => {
  for (const rule of [...redirectRules, ...refusalRules]) {
    expect(triageRuleSentences[rule].zh).toMatch(/。$/);
    expect(triageRuleSentences[rule].en).toMatch(/\.$/);
  }
});

test('the same letters build the same model, small enough for the bundle', () => {
  const built = (): string =>
    trainTriage(
      exampleLetters().slice(0, 60),
      exampleManners(),
      shortLines().slice(0, 60),
      characterTables().tables,
      'fast',
    );
  expect(built()).toBe(built());
  const shipped = readFileSync(fileURLToPath(new URL('../../.build/understanding/triage.js', import.meta.url)));
  expect(gzipSync(shipped).length).toBeLessThan(200_000);
});
