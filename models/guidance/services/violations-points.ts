/** Guides for traffic violations: settling them, objecting, study after full points, winning points back. */
import { paper } from '../materials.ts';
import type { Service } from '../service.ts';
import { basis, noTimeInRule, read, say, service, sure, unsure, ways, within } from '../service-draft.ts';

const shared = { category: 'violations-points', place: 'anywhere', agent: 'not-stated' } as const;
const ofProcedure = paper('程序规定');
const ofPoints = paper('记分办法');

export const violationsPoints: readonly Service[] = [
  service({
    ...shared,
    id: 'violation-processing',
    nameZh: '交通违法处理（非现场）',
    nameEn: 'Process camera-recorded violations',
    lead: say('电子眼拍的违章，处理掉。哪儿都能处理。', 'Settle a violation caught on camera, anywhere.'),
    aliases: ['处理违章', '电子眼', '扣分处理'],
    channels: ways('12123', 'window', 'self-service', 'post'),
    materials: [
      ofProcedure('party-identity', '驾驶证、身份证（或其信息）', 'Driving licence and ID card, or their details', 10, {
        who: 'driver',
      }),
    ],
    conditions: [
      sure('接到通知30日内处理，可以延期，最长3个月', 'Within 30 days of the notice; up to 3 months more on request'),
      sure('罚款200元以下的可以走简易程序', 'Fines up to 200 yuan can go through the short procedure'),
      sure('在任意地方都能处理', 'It may be settled anywhere'),
    ],
    feeYuan: 0,
    feeNote: say('罚款另缴。', 'The fine itself is paid separately.'),
    timeLimit: null,
    timeNote: sure('一般程序的罚款，24小时内作出决定', 'under the ordinary procedure, decided within 24 hours'),
    legal: [basis('程序规定', [5, 10, 20, 43, 51, 52, 53, 54, 58], [5, 20, 43, 53])],
    sources: [read.procedure, read.press, read.postGuangzhou],
  }),
  service({
    ...shared,
    id: 'violation-objection',
    nameZh: '违法记录异议',
    nameEn: 'Dispute a violation record',
    lead: say('觉得违章记录不对，提异议。', 'Object to a violation that you think is wrong.'),
    aliases: ['违章申诉', '电子眼异议'],
    channels: ways('12123', 'window'),
    materials: [
      ofProcedure('objection', '异议理由和证据', 'Your reasons and evidence', 22, { kind: 'statement', who: 'driver' }),
    ],
    conditions: [
      sure('处理地当天转给发生地', 'Passed on to the place of the violation the same day'),
      sure('成立的，3个工作日内消除记录', 'If you are right, the record is removed within 3 working days'),
    ],
    feeYuan: 0,
    timeLimit: within(5, '发生地5个工作日内审查', 'reviewed within 5 working days'),
    legal: [basis('程序规定', [5, 22])],
    sources: [read.procedure],
  }),
  service({
    ...shared,
    id: 'full-points-study',
    nameZh: '满分学习教育及考试',
    nameEn: 'Full-points education',
    lead: say(
      '记满12分了，先学习再考试，才能接着开车。',
      'With 12 points you study and pass a test before driving again.',
    ),
    aliases: ['扣满12分', '满分学习', '12分学习'],
    channels: ways('12123?', 'window'),
    agent: 'not-allowed',
    materials: [
      ofPoints('driving-licence', '机动车驾驶证', 'Driving licence', 17, {
        who: 'driver',
        note: say('已经被扣留的不用带。', 'Not if the police already hold it.'),
      }),
      ofPoints('study-notice', '满分教育通知书', 'Study notice', 17, { who: 'driver' }),
    ],
    conditions: [
      sure(
        '学习7天（大中型客货车30天）；现场加网络不少于5天，其中现场不少于2天',
        '7 days of study (30 for coaches and trucks); at least 5 days on site and online, 2 of them on site',
      ),
      sure(
        '一个周期里两次满分或24分，加考科目三；三次或36分，加考科目二、三',
        'Twice or 24 points: also subject 3; three times or 36: subjects 2 and 3',
      ),
      sure('30日内拒不参加的，公告停止使用', 'Refusing for 30 days suspends the licence'),
    ],
    feeYuan: null,
    feeNote: say('收费没有核实，请看窗口公示。', 'The fee is not verified; please see the notice at the window.'),
    timeLimit: null,
    timeNote: sure('考试不合格的，10日后重约', 'after a failed test, book again after 10 days'),
    legal: [basis('记分办法', [17, 18, 19, 20, 21, 22, 23, 24, 29], [17, 18, 19, 29])],
    sources: [read.points],
  }),
  service({
    ...shared,
    id: 'points-reduction',
    nameZh: '学法减分',
    nameEn: 'Points reduction by study',
    lead: say('学交通法规、做公益，把记的分减掉一些。', 'Study traffic law or volunteer to win points back.'),
    aliases: ['学法减分', '网上学习减分', '免分'],
    channels: ways('12123', 'window'),
    agent: 'not-allowed',
    materials: [ofPoints('driving-licence', '机动车驾驶证', 'Driving licence', 26, { who: 'driver' })],
    conditions: [
      sure('现在没满12分、违法都处理完了', 'Fewer than 12 points and no open violations'),
      sure(
        '网上3天内学满30分钟、考试合格减1分；现场学1小时减2分；公益1小时减1分；每周期最多6分',
        'Online 30 minutes in 3 days and a test: 1 point; 1 hour on site: 2; 1 hour of charity: 1; up to 6 per cycle',
      ),
      sure(
        '实习期、逾期没审验、酒驾等情形不受理',
        'Not in the probation year, with an overdue review, after drink driving',
      ),
      unsure('哪些渠道开通，没有逐条核实', 'Which channels are open was not checked one by one'),
    ],
    feeYuan: 0,
    timeLimit: null,
    timeNote: noTimeInRule,
    legal: [basis('记分办法', [25, 26, 27])],
    sources: [read.points],
  }),
];
