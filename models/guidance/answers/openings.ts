/** The first sentence for the matters where the guide's own lead is not enough, and how to say a matter back to somebody. */
import type { Text } from '../service.ts';

export type Opening = {
  /** The answer in one breath, at most 80 characters; without it the sentence is composed from the guide. */
  first?: Text;
  /** When somebody was sent away or the system refused: the usual reasons. */
  blocked?: Text;
  /** The matter in the person's own order of words: 您是问：…，对吗？ */
  plain?: Text;
  /** The one thing to mind until it is done. */
  mind?: Text;
  /** Lines under the checklist that everybody should know before they go. */
  notes?: readonly Text[];
  /** Facts offered as buttons under the first answer. */
  facts?: readonly string[];
};

const t = (zh: string, en: string): Text => ({ zh, en });

export const openings: Readonly<Record<string, Opening>> = {
  'licence-replace-lost': {
    first: t(
      '只带身份证就能补，工本费10元，受理后1个工作日内办好；网上申请可以不跑窗口。',
      'Only the ID card (身份证) is needed, 10 yuan, one working day after acceptance; online it needs no visit.',
    ),
    mind: t('补好之前先别开车', 'Do not drive until it is replaced'),
    plain: t('驾驶证丢了，要补一本', 'you lost your driving licence and want a new one'),
    facts: ['lost-drive-meanwhile'],
  },
  'licence-renew-expiry': {
    mind: t('过了期、新证没办好，先别开车', 'Once it has expired, do not drive until it is renewed'),
    first: t(
      '能换，到期前90天里随时办：带身份证和体检证明，10元，受理后1个工作日内。',
      'Renew in the last 90 days: ID card and medical certificate, 10 yuan, one working day.',
    ),
    plain: t('驾驶证快到期了，上哪儿换、怎么换', 'your licence is about to expire and you want to renew it'),
    facts: ['medical-where', 'renew-expired-drive'],
  },
  'licence-replace-damaged': { plain: t('驾驶证坏了，要换一本', 'your licence is damaged and you want a new one') },
  'replace-vehicle-licence': {
    plain: t('行驶证丢了或坏了，要补一本', 'you want a new vehicle licence'),
    facts: ['vehicle-licence-drive'],
  },
  'replace-plate': {
    mind: t('没牌先别上路，可以领临时号牌', 'No driving without plates; temporary ones are possible'),
    plain: t('车牌丢了或坏了，要补', 'you want new plates'),
    facts: ['plate-drive-meanwhile'],
  },
  'replace-registration-certificate': {
    plain: t('大绿本丢了或坏了，要补一本', 'you want a new registration certificate'),
  },
  'medical-certificate-submit': { plain: t('到了岁数，要交体检证明', 'you want to hand in your medical certificate') },
  'licence-review': { plain: t('驾驶证要审验', 'your licence needs its review') },
  'violation-processing': { plain: t('有违章要处理', 'you want to settle a traffic violation') },
  'inspection-mark': { plain: t('车要年检', 'your car needs its inspection') },
  'inspection-exempt-mark': { plain: t('车要领年检的标', 'you want the inspection mark') },
  'vehicle-transfer-registration': {
    first: t(
      '带车来过户，由新车主申请，交车起30日内办；这辆车的违章要先处理完。',
      'The new owner applies within 30 days, with the car; its violations are settled first.',
    ),
    blocked: t(
      '要先把违章处理完才能过户。好在不挑地方：交管12123，或随便哪儿的处理窗口都行。',
      'The violations come first; they can be settled anywhere, in 交管12123 or at any window.',
    ),
    plain: t('车卖了或买了，要过户', 'you want to transfer a car'),
    facts: ['transfer-both-present', 'transfer-plate-keep'],
  },
  'mortgage-release': {
    first: t(
      '您和贷款机构一起申请，不收费，受理后1个工作日内办完；车不用来，也不用结清证明。',
      'You and the lender apply together; free, one working day. Neither the car nor a settlement letter is needed.',
    ),
    blocked: t(
      '解除抵押只有两种情形不能办：证明无效，或车被依法查封。别的都有办法。',
      'A release is refused only for invalid papers or a legally seized car. Everything else has a way.',
    ),
    plain: t('车贷还完了，要解除抵押', 'the loan is paid and you want the mortgage taken off'),
    facts: ['release-settlement-letter', 'release-bank-absent'],
  },
  'scrap-deregistration': {
    first: t(
      '车、绿本、号牌、行驶证交给报废回收企业就行，不收费，企业把材料转给车管所注销。',
      'Hand car, certificate, plates and vehicle licence to a recycler; free, it passes the papers on.',
    ),
    blocked: t(
      '注销不了，常见两种原因：抵押没解除，或被法院等机关查封。',
      'Two usual reasons: the mortgage was not released, or a court has seized the car.',
    ),
    plain: t('车要报废', 'you want to scrap your car'),
    facts: ['scrap-lost-papers', 'scrap-where'],
  },
  'owner-contact-filing': { plain: t('换了手机号，要改车的登记', 'you want to change the owner’s phone number') },
  'driver-contact-filing': {
    first: t(
      '30日内到驾驶证的发证地备案，只要身份证，不收费。',
      'File it within 30 days where the licence was issued; only the ID card, free.',
    ),
    plain: t('换了手机号，要改驾驶证的登记', 'you want to change the driver’s phone number'),
  },
  'overseas-licence': {
    first: t(
      '能换（境外驾驶证换领）。小车只考科目一，满分100、90分合格。',
      'Yes (换领驾驶证). Car: one theory test (科目一), pass at 90 of 100.',
    ),
    facts: ['overseas-drive-meanwhile', 'exam-language'],
  },
  'temporary-driving-permit': {
    first: t(
      '短期来的，领临时机动车驾驶许可：3个月，停居留超过3个月的可以到1年，10元。',
      'Get a temporary permit (临时机动车驾驶许可): 3 months, or up to 1 year; 10 yuan.',
    ),
  },
  'motorcycle-one-id': {
    first: t(
      '银川确实有摩托车“一证办”。但哪些情形只凭身份证，我没有核实过的清单，不敢乱答应。',
      '银川 does have “one ID” for motorcycles (一证办), but which cases need only the ID card I have not verified.',
    ),
  },
  'licence-restore': { plain: t('驾驶证被注销了，想恢复', 'your licence was cancelled and you want it back') },
  'vehicle-initial-registration': {
    plain: t('新车要上牌', 'you want to register a new car'),
    facts: ['new-car-deadline', 'new-car-tax-first'],
  },
  'full-points-study': {
    mind: t('学完考过之前先别开车', 'Do not drive until you have passed'),
    plain: t('记满12分了，要学习考试', 'you have 12 points and need the study'),
  },
  'electronic-licence': { plain: t('想领电子驾驶证', 'you want the electronic licence') },
  'licence-first-apply': {
    plain: t('想考驾驶证', 'you want to learn to drive'),
    facts: ['age-to-learn', 'where-to-apply'],
  },
  'exam-subject-2': { facts: ['when-subject-2', 'exam-five-times'] },
  'exam-subject-3': { facts: ['when-subject-3', 'exam-five-times'] },
  'points-reduction': { facts: ['points-reduce-how', 'points-reduce-refused'] },
  'mortgage-release-video': {
    first: t(
      '能。您、贷款机构和警官三方视频，不收费，受理后1个工作日内办完；材料和窗口一样。',
      'Yes: you, the lender and an officer meet by video; free, one working day, same papers.',
    ),
  },
};

export const openingOf = (service: string): Opening => openings[service] ?? {};
