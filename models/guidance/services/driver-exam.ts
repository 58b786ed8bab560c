/** Guides for the driving tests: booking, cancelling, changing the place, the learner permit. */
import { driverIdentity } from '../materials.ts';
import type { Service } from '../service.ts';
import { basis, noTimeInRule, read, say, service, sure, ways, within } from '../service-draft.ts';

const shared = { category: 'driver-exam', agent: 'not-allowed', place: 'exam-place' } as const;
const examFee = {
  feeYuan: null,
  feeNote: say('考试费没有核实，请看窗口公示。', 'The exam fee is not verified; please see the notice at the window.'),
};
const free = { feeYuan: 0 };
const byBooking = { timeLimit: null, timeNote: sure('按预约的时间', 'at the booked time') };
const plan = sure('考试计划至少提前10天在网上公开', 'The plan is published at least 10 days ahead');
const cancelAhead = sure(
  '去不了要提前1天取消；不取消又没去，算不合格',
  'Cancel a day ahead; not coming without cancelling counts as failed',
);
const identity = driverIdentity(49);

export const driverExam: readonly Service[] = [
  service({
    ...shared,
    ...examFee,
    ...byBooking,
    id: 'exam-subject-1',
    nameZh: '科目一考试预约（法规理论）',
    nameEn: 'Subject 1 exam booking',
    lead: say('约科目一，考交通法规。', 'Book the theory test.'),
    aliases: ['科一', '理论考试', '科目一约考'],
    channels: ways('12123', 'window', 'phone'),
    materials: [identity],
    conditions: [
      sure('90分合格', 'Pass at 90 of 100'),
      cancelAhead,
      plan,
      sure('合格后1个工作日内发学习驾驶证明', 'The learner permit follows within 1 working day'),
    ],
    legal: [basis('令162', [32, 38, 39, 40, 46, 47, 49, 52], [38, 39, 46, 52])],
    sources: [read.o162, read.press],
  }),
  service({
    ...shared,
    ...examFee,
    ...byBooking,
    id: 'exam-subject-2',
    nameZh: '科目二考试预约（场地）',
    nameEn: 'Subject 2 exam booking',
    lead: say('约科目二，考场地驾驶。', 'Book the test on the training ground.'),
    aliases: ['科二', '倒库', '科目二约考'],
    channels: ways('12123', 'window', 'phone'),
    materials: [identity],
    conditions: [
      sure(
        '拿到学习驾驶证明满10天能约；大车、轻型牵引挂车满20天',
        '10 days after the learner permit; 20 for coaches, trucks and light trailers',
      ),
      sure('小汽车等80分合格，大车、轻型牵引挂车90分', 'Pass at 80; 90 for coaches, trucks and light trailers'),
      sure('不合格可当场补考一次；再不合格，10天后重约', 'One second try on the day; then book again after 10 days'),
      sure(
        '预约不超过5次，第5次还不合格，已合格的科目作废',
        'Up to 5 bookings; after the fifth failure passed subjects lapse',
      ),
      cancelAhead,
      plan,
    ],
    legal: [basis('令162', [33, 38, 39, 43, 46, 47, 49, 52], [38, 43, 46, 47])],
    sources: [read.o162],
  }),
  service({
    ...shared,
    ...examFee,
    ...byBooking,
    id: 'exam-subject-3',
    nameZh: '科目三道路驾驶考试预约',
    nameEn: 'Subject 3 road exam booking',
    lead: say('约科目三，考上路。', 'Book the road test.'),
    aliases: ['科三', '路考', '科目三约考', '科目三全时办'],
    channels: ways('12123', 'window', 'phone'),
    materials: [identity],
    conditions: [
      sure(
        '拿到学习驾驶证明：C1满30天，C2、C5、低速货车、三轮满20天，大车满40天（增驾30天）',
        'After the learner permit: C1 30 days, C2 and C5 20, coaches and trucks 40 (30 when adding a class)',
      ),
      sure('90分合格', 'Pass at 90 of 100'),
      sure('预约不超过5次', 'Up to 5 bookings'),
      cancelAhead,
      plan,
    ],
    legal: [basis('令162', [34, 38, 39, 44, 46, 47, 49, 52], [39, 44, 46, 52])],
    sources: [read.o162],
  }),
  service({
    ...shared,
    ...examFee,
    ...byBooking,
    id: 'exam-subject-4',
    nameZh: '安全文明驾驶常识考试（俗称科目四）',
    nameEn: 'Subject 4 theory exam',
    lead: say('科二、科三都过了，考最后一门安全文明常识。', 'The last theory test, after subjects 2 and 3.'),
    aliases: ['科四', '科目四', '文明常识'],
    channels: ways('12123', 'window'),
    materials: [identity],
    conditions: [
      sure('科目二、科目三道路都合格，当天就能考', 'On the same day that subjects 2 and 3 are passed'),
      sure('90分合格；不合格不影响路考成绩', 'Pass at 90; failing does not undo the road test'),
    ],
    legal: [basis('令162', [35, 38, 39, 47, 49], [35, 38, 39, 47])],
    sources: [read.o162],
  }),
  service({
    ...shared,
    ...free,
    id: 'exam-cancel',
    nameZh: '取消考试预约',
    nameEn: 'Cancel exam booking',
    lead: say('约了考试去不了，提前一天取消。', 'Cannot come to the test? Cancel a day ahead.'),
    aliases: ['取消约考'],
    channels: ways('12123', 'window'),
    conditions: [sure('至少提前1天', 'At least one day ahead')],
    timeLimit: null,
    timeNote: noTimeInRule,
    legal: [basis('令162', [46])],
    sources: [read.o162],
  }),
  service({
    ...shared,
    ...free,
    id: 'exam-place-change',
    nameZh: '变更考试地',
    nameEn: 'Change exam place',
    lead: say('考到一半搬家了，剩下的科目换个地方考。', 'You moved between tests; take the rest in your new place.'),
    aliases: ['异地分科目考试', '转考场'],
    channels: ways('window', '12123?'),
    materials: [{ ...driverIdentity(39) }],
    conditions: [
      sure(
        '小型汽车、自动挡、低速货车、三轮、残疾人专用车和轻型牵引挂车，过了部分科目、居住地变了的',
        'For car, automatic, low-speed truck, three-wheeler, adapted car and light trailer, after some subjects and a move',
      ),
      sure('不超过3次', 'Up to 3 times'),
    ],
    timeLimit: null,
    timeNote: noTimeInRule,
    legal: [basis('令162', [39])],
    sources: [read.o162],
  }),
  service({
    ...shared,
    ...free,
    id: 'learner-permit',
    nameZh: '学习驾驶证明（补领、打印、电子）',
    nameEn: 'Learner permit',
    lead: say(
      '学车用的证明，科目一合格就有，能网上打印。',
      'The learner permit comes with subject 1 and can be printed online.',
    ),
    aliases: ['学驾证明', '准考证'],
    channels: ways('12123', 'window'),
    materials: [driverIdentity(40)],
    conditions: [
      sure('有效期3年', 'Valid for 3 years'),
      sure('纸质和电子的一样有效，可以网上打印、下载', 'Paper and electronic are equal; print or download it online'),
    ],
    timeLimit: within(1, '科目一合格后1个工作日内', 'within 1 working day after passing subject 1'),
    legal: [basis('令162', [40, 41])],
    sources: [read.o162],
  }),
];
