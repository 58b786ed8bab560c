/** Step cards for cars, exams and violations in 交管12123. */
import { unverified, type StepCard } from './step-card.ts';

const open = ['打开手机上的“交管12123”，登录本人账号。', 'Open 交管12123 on your phone and sign in.'] as const;
const check = ['核对页面上的信息，没错再提交。', 'Check what the page shows, then submit.'] as const;

export const vehicleCards: readonly StepCard[] = [
  unverified(
    '12123',
    'app-inspection-mark',
    ['免检车申领检验标志', 'Inspection mark for exempt cars'],
    { services: ['inspection-exempt-mark'], words: ['检验标志', '年检标志', '免检', '六年免检', '审车标志'] },
    [
      ['先看指南里的条件，都够了再办。', 'First see the conditions in the guide.'],
      open,
      ['找到免检车申领检验标志，选要领的车。', 'Find the mark for exempt cars and choose the car.'],
      ['按提示核对保险、车船税。', 'Check insurance and tax when asked.'],
      check,
      ['领到后点开电子标志看一次。', 'Open the electronic mark once to see it.'],
    ],
  ),
  unverified(
    '12123',
    'app-vehicle-licence-replace',
    ['补领、换领行驶证', 'Replace a vehicle licence'],
    {
      services: ['replace-vehicle-licence'],
      words: ['补行驶证', '换行驶证', '补领行驶证', '行驶证丢', '行车证丢'],
    },
    [
      open,
      ['找到机动车业务，选补换领行驶证。', 'Among vehicle matters choose the vehicle licence.'],
      ['选要办的车，说是丢了还是坏了。', 'Choose the car; say lost or damaged.'],
      ['填收件地址，或选自取。', 'Choose delivery or collection.'],
      check,
      ['按提示付费，记下流水号，等通知。', 'Pay as shown, note the number and wait for word.'],
    ],
  ),
  unverified(
    '12123',
    'app-plate-choose',
    ['在手机上选车牌号', 'Choose a plate number on the phone'],
    { services: ['plate-selection'], words: ['选号', '选车牌', '选牌', '挑号', '预选号牌', '自编号'] },
    [
      open,
      ['找到“新车注册选号”一类的入口。', 'Find the entry for choosing a number.'],
      ['填合格证上的车辆识别代号等信息。', 'Fill in the vehicle number from the certificate.'],
      ['选随机选取，或自己编一个。', 'Pick from a random list or compose your own.'],
      ['想好了再确认。', 'Confirm when you are sure.'],
      ['记下号码，带材料来办登记。', 'Note the number and come with the papers.'],
    ],
  ),
  unverified(
    '12123',
    'app-exam-book',
    ['预约考试', 'Book a driving test'],
    {
      services: ['exam-subject-1', 'exam-subject-2', 'exam-subject-3', 'exam-subject-4'],
      words: ['约考', '预约考试', '预约科目', '约科目', '考试预约'],
    },
    [
      open,
      ['找到“考试预约”，选科目。', 'Find 考试预约 (book a test) and choose the subject.'],
      ['选考试地点。', 'Choose the place.'],
      ['选日期和场次。', 'Choose day and session.'],
      check,
      ['等结果短信，约上了按时带身份证去。', 'Wait for the message; then come with your ID card.'],
    ],
  ),
  unverified(
    '12123',
    'app-exam-cancel',
    ['取消考试预约', 'Cancel a booked test'],
    { services: ['exam-cancel'], words: ['取消考试', '取消预约', '取消约考', '退约'] },
    [
      open,
      ['找到“考试预约”，看已约上的。', 'Find 考试预约 and what is booked.'],
      ['点那一场，选“取消”。', 'Choose the session, then 取消 (cancel).'],
      ['看清能不能再约的提示，再确认。', 'Read what it says about booking again, then confirm.'],
    ],
  ),
  unverified(
    '12123',
    'app-violation',
    ['在手机上处理违法', 'Settle a violation on the phone'],
    { services: ['violation-processing'], words: ['处理违法', '处理违章', '查违章', '查违法', '违章'] },
    [
      open,
      ['找到“违法处理”，选那辆车。', 'Find 违法处理 (violations) and choose the car.'],
      ['点开一条，看时间、地点和照片。', 'Open one: time, place and picture.'],
      ['认这条就确认处理；不认先别点，来窗口说。', 'If it is right, confirm; if not, do not, and come to the window.'],
      ['记下决定书编号，去缴款。', 'Note the number of the decision and pay.'],
    ],
  ),
  unverified(
    '12123',
    'app-fine-pay',
    ['在手机上缴罚款', 'Pay a fine on the phone'],
    { words: ['缴罚款', '交罚款', '缴款', '罚款怎么交'] },
    [
      open,
      ['找到“罚款缴纳”。', 'Find 罚款缴纳 (pay a fine).'],
      ['填决定书编号，或选名下那一条。', 'Type the decision’s number or choose it from the list.'],
      ['核对金额，付款。', 'Check the amount and pay.'],
      ['付完回来看一次，显示已缴就成了。', 'Look once more: it is done when it shows as paid.'],
    ],
  ),
  unverified(
    '12123',
    'app-points',
    ['在手机上学法减分', 'Earn points back by studying'],
    { services: ['points-reduction'], words: ['学法减分', '减分', '学习减分'] },
    [
      open,
      ['找到“学法减分”，点申请。', 'Find 学法减分 and apply.'],
      ['看清条件，符合才能申请。', 'Read the conditions; only who meets them may apply.'],
      ['按提示看完学习内容，中途会刷脸。', 'Study what is shown; your face is checked in between.'],
      ['学完做题，及格就成了。', 'Answer the questions; passing is enough.'],
    ],
  ),
];
