/** What each transcript demands of the assistant, in words and in checks; played against the bot alone and through the windows. */
import type { Reply } from '../../models/conversation/content.ts';
import { shows, type Setting } from '../chat/stage.ts';
import { literalsIn, readTranscript, textOfReplies, type Transcript } from './transcript.ts';

export const offices = { 银川: 'yinchuan', 盐池: 'yanchi', 平罗: 'pingluo', 中宁: 'zhongning' } as const;

/** What the transcripts say of their world and the record cannot hold. */
export const settings: Record<string, Setting> = {
  'elder-voice-misheard': { elder: true },
  'person-first-then-bot': { line: { ahead: 2, minutes: 6 } },
  'motorcycle-one-id': { line: { ahead: 1, minutes: 4 } },
};

/**
 * Turns that need what comes with later issues; until then they say plainly what can be done.
 * - two-needs-one-message 4: picks a window slot; the sum of the visit holds, the slots do not exist yet.
 * - scrap-while-mortgaged 4, transfer-violations-unpaid 3 and 4, motorcycle-one-id 4: window slots and bookings.
 * - holiday-make-up-day, mountain-township: reminders are not offered yet.
 */
const noSlotsYet: Record<string, number[]> = {
  'scrap-while-mortgaged': [4],
  'transfer-violations-unpaid': [3, 4],
  'motorcycle-one-id': [4],
  'two-needs-one-message': [4],
};

type Check = (shown: string, replies: readonly Reply[]) => void;
const has =
  (...words: (string | RegExp)[]): Check =>
  (shown) => {
    shows(shown, ...words);
  };
const hasNot =
  (...words: (string | RegExp)[]): Check =>
  (shown) => {
    for (const word of words) expect(typeof word === 'string' ? shown.includes(word) : word.test(shown)).toBe(false);
  };
const both =
  (...checks: Check[]): Check =>
  (shown, replies) => {
    for (const check of checks) check(shown, replies);
  };
const oneQuestion: Check = (_shown, replies) => {
  expect(
    replies
      .map((r) => r.say)
      .join('')
      .match(/[？?]/g) ?? [],
  ).toHaveLength(1);
};
const english: Check = (_shown, replies) => {
  for (const { say } of replies) expect((say.match(/\p{Script=Han}/gu) ?? []).length).toBeLessThan(say.length / 3);
};

/** The `must` lines that say more than a word, by transcript and bot turn. */
const checks: Record<string, Record<number, Check>> = {
  'lost-licence': {
    1: both(oneQuestion, has(/扣/)),
    3: has(/别开|不能开/),
    4: hasNot('？'),
  },
  'night-asks-for-person': {
    1: both(has('留言', '回拨'), hasNot('前面')),
    2: both(has('身份证', '体', /先别开|别开/, '盐池', /转到/)),
    4: has('L-1117-012', '9:00', '8000'),
  },
  'two-needs-one-message': {
    3: has('发证', /驾驶证/),
    4: has('三件', '身份证'),
  },
  'elder-voice-misheard': {
    1: both(oneQuestion, has(/您是问/, /驾驶证/)),
    2: both(oneQuestion, has(/70/)),
    3: has('体检', '绿色通道', /现在/),
    4: has(/不用手机/, '念给我听', '电话'),
  },
  'person-first-then-bot': {
    1: has('取消'),
    2: has(/警官/, /不用再说/),
    3: both(has('异议', '截图', '报警'), has('打分')),
    4: has('同等效力'),
  },
  'refuse-owner-by-plate': {
    1: both(has(/不能/), hasNot('B7K9Q2', '7K9Q')),
    2: both(has(/不能/), hasNot('第35条', '？')),
    3: has('公开', /没有核实/),
  },
  'holiday-make-up-day': {
    1: has(/10月8日|8日/, '10月10日', '上班'),
    3: has(/1日到7日/, '不算工作日'),
    4: (shown) => {
      expect(['12123', '盐池', '平罗'].filter((way) => shown.includes(way)).length).toBeGreaterThanOrEqual(2);
    },
  },
  'inspection-year-six': {
    1: both(oneQuestion, has(/检/, '9座')),
    2: has('违章'),
    3: both(has('兰州'), hasNot(/开回来才/)),
    4: has(/警官/),
  },
  'english-speaker': {
    1: both(english, has('科目一', '90+')),
    2: both(english, has(/[Pp]assport/, '住宿登记', '体', '翻译', /not verified/)),
    3: both(english, has('3 months', '1 year')),
    4: both(english, has(/not verified/, /Chinese/)),
  },
  'mountain-township': {
    1: both(has('喊叫水交警中队', '身份证', /今天/, '1个工作日'), hasNot('大战场')),
    2: has('委托书', /代理人身份证/, /车主身份证/),
    3: has(/回电|电话/),
  },
  'motorcycle-one-id': {
    1: hasNot(/带(一张)?身份证就(行|能)/),
    2: both(has('银川市公安局收费公示', /警官/)),
    3: has('1位', '4分钟'),
    4: has('购车发票', '合格证', '马警官'),
  },
  'scrap-while-mortgaged': {
    1: both(oneQuestion, has(/抵押/)),
    2: both(has('第一步', '第二步', '不收费', '1个工作日', /多半|可能/, /签注/), hasNot('视频')),
    3: has(/先别交/),
  },
  'complaint-status-reopen': {
    1: both(has('8000'), hasNot('补录', '检验', '11月', '138', /警官[^。]*办/)),
    2: both(has('11月9日', '11月16日', '检验信息已补录', /办成了吗/), hasNot('138001', /刘一航/)),
    3: both(has('还是这个编号', '升一级', '重新打开', /昨天下午/), hasNot(/(再|重新|从头)(说|讲|描述)一遍/)),
    4: both(has('11月25日', '今天17:30', 'ZN-1109-003'), hasNot(/ZN-1118/)),
  },
  'insult-to-complaint': {
    1: both(has(/三趟/, /受累|窝火/, /没有结清证明/, /登记|反映/), hasNot(/窗口(做|弄|搞)错/)),
    2: has(/警官/),
    3: both(has('宁A****7', '塞上银行', /提交并附记录/, /提交不附/), hasNot('8K2X7', /废物|吃干饭/)),
    4: has('8000', /验证码/),
    5: both(has(/编号YC-1118-\d{3}/, /今天17:00前/, '11月25日'), hasNot('8K2X7')),
  },
  'exam-slot-not-available': {
    1: both(oneQuestion, has('满30天'), hasNot(/约好了/)),
    2: has('不敢保证', /登记“办不成事”/, '提前10天', /打电话/, /窗口/, '提前1天'),
    3: has('没有核实'),
    4: both(has('2731', /提交并附记录/, /没约上的/), hasNot(/手机号/)),
    5: has(/编号YC-1118-\d{3}/, '11月25日'),
  },
  'low-rating-call-back': {
    1: has('非常满意', '满意', '基本满意', '不满意', '非常不满意'),
    2: has(/今天/, /没经手/),
    3: has(/等得久/, /没人告诉您/),
    4: has('15:00', '2731', '保密'),
    5: both(has(/原样保留/, /重新打开/), hasNot(/打分|评分/)),
  },
  'release-owner-books-video': {
    1: both(oneQuestion, has(/三方/, /警官/, '不收费', '1个工作日')),
    2: both(oneQuestion, has(/查封/)),
    3: both(oneQuestion, has(/绿本/, /核/)),
    4: both(has('不用交结清证明', /同意才录/, /不想刷脸/, /窗口/), hasNot(/行驶证|身份证号|贷款合同/)),
    5: (shown, replies) => {
      has(/银行和警官都有空/)(shown, replies);
      expect(replies[0]?.buttons.filter(({ label }) => /月\d+日/u.test(label)).length).toBeLessThanOrEqual(3);
    },
    6: has(/留着/, /手机/),
    7: both(has('8000', /验证码/), hasNot('13800138000')),
    8: both(
      has('11月20日（周五）10:30', '30分钟', '8000', '试设备', /改期/),
      hasNot('13800138000', /批准|一定能办|保证/),
    ),
  },
  'release-bank-clerk-asks': {
    1: both(
      has('营业执照', /盖章|公章/, /经办人身份证|您的身份证/, /车主本人或他委托的人/, /没有核实/),
      hasNot(/(?<!不)要公证|(不用|不需|无需).{0,2}公证/u),
    ),
    2: both(has(/不能代办/, /国外/, '10元'), hasNot('13')),
    3: both(has(/不能查/), hasNot(/\d+台/)),
    4: has(/今天17:00前/, /代理人/, /境外/, /台账|对不上账/),
  },
  'transfer-violations-unpaid': {
    1: both(oneQuestion, has(/违章/, '12123', /抵押/)),
    2: has(/新车主|现车主/),
    3: hasNot(/电话号码是/),
  },
};

/** Those that reach the “办不成事” counter need the whole office behind the assistant. */
export const matterTranscripts = [
  'complaint-status-reopen',
  'insult-to-complaint',
  'exam-slot-not-available',
  'low-rating-call-back',
] as const;

/** Those of the release by video need lenders, agents and calendars. */
export const releaseTranscripts = ['release-owner-books-video', 'release-bank-clerk-asks'] as const;

const everywhere = [/11月20日 ?(10:00|9:00|14:30|15:30)/, /约好了/, /订好了/];

export const transcripts = Object.keys(checks).filter(
  (id) => !([...matterTranscripts, ...releaseTranscripts] as readonly string[]).includes(id),
);

/** Tests of one transcript; `playOnce` answers with what the citizen saw in each bot turn. */
export function describeTranscript(id: string, playOnce: (transcript: Transcript) => Promise<Reply[][]>): void {
  const transcript = readTranscript(id);
  const shownIn = async (turn: number | undefined): Promise<Reply[]> => {
    const shown = await playOnce(transcript);
    return turn === undefined ? shown.flat() : (shown[turn - 1] ?? []);
  };

  describe(id, () => {
    test('answers every turn, with a next step, in 120 letters at most (60 for elders)', async () => {
      const shown = await playOnce(transcript);
      for (const replies of shown) {
        expect(replies.length).toBeGreaterThan(0);
        for (const reply of replies) {
          expect(Array.from(reply.say).length).toBeLessThanOrEqual(settings[id]?.elder === true ? 60 : 120);
          expect(reply.buttons.length).toBeGreaterThan(0);
        }
      }
    });

    for (const { line, turn, word } of literalsIn(transcript.must))
      test(`${line} (${word})`, async () => {
        expect(textOfReplies(await shownIn(turn))).toContain(word);
      });

    for (const { line, turn, word } of literalsIn(transcript.must_not))
      test(`never ${line} (${word})`, async () => {
        expect(textOfReplies(await shownIn(turn))).not.toContain(word);
      });

    for (const [turn, check] of Object.entries(checks[id] ?? {}))
      test(`bot ${turn} does what its line says`, async () => {
        const replies = await shownIn(Number(turn));
        check(textOfReplies(replies), replies);
      });

    for (const turn of noSlotsYet[id] ?? [])
      test(`bot ${turn} invents no slot and no booking`, async () => {
        for (const pattern of everywhere) expect(textOfReplies(await shownIn(turn))).not.toMatch(pattern);
      });

    test('asks for no plate, identity number or photo', async () => {
      for (const { say } of await shownIn(undefined))
        expect(say).not.toMatch(/(发|告诉我|报)(一下)?(您的)?(车牌|身份证号|证件号)/);
    });
  });
}
