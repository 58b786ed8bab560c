/** Guides for what the offices of Ningxia offer beyond the rules: guidance from afar, mobile offices, the report window. */
import { driverIdentity, medical } from '../materials.ts';
import type { Material, Service } from '../service.ts';
import { basis, read, say, service, sure, unsure, ways } from '../service-draft.ts';

const shared = { category: 'local-service', agent: 'not-stated', place: 'this-office' } as const;
const free = { feeYuan: 0 };
const asked = (id: string, nameZh: string, nameEn: string, verified = true): Material => ({
  id,
  nameZh,
  nameEn,
  kind: 'statement',
  who: 'applicant',
  legal: null,
  verified,
});

export const localService: readonly Service[] = [
  service({
    ...shared,
    id: 'motorcycle-one-id',
    nameZh: '摩托车业务“一证办”',
    nameEn: 'Motorcycle business with one ID',
    lead: say(
      '银川的摩托车便民措施。哪些情形只凭身份证，没有核实过的清单，去之前先问一声。',
      'A local measure of Yinchuan. Which cases need only the ID card is not verified; please ask first.',
    ),
    aliases: ['摩托车一证办', '摩托上牌'],
    channels: ways('window', 'service-station?'),
    materials: [{ ...asked('identity', '身份证', 'ID card', false), kind: 'paper' }],
    materialsVerified: false,
    conditions: [
      unsure(
        '范围没有核实：只带身份证够不够，请先问窗口或警官',
        'The scope is not verified: please ask whether the ID card is enough',
      ),
      sure(
        '有的店“带牌销售”，保险、缴税、上牌一处办完',
        'Some dealers sell motorcycles with plates: insurance, tax and registration in one place',
      ),
      sure('摩托车号牌35元/副，行驶证10元/本', 'Motorcycle plates 35 yuan, vehicle licence 10 yuan'),
    ],
    feeYuan: null,
    feeNote: say(
      '号牌35元/副、行驶证10元/本；其余项目以窗口公示为准。',
      'Plates 35 yuan, vehicle licence 10 yuan; for the rest see the notice at the window.',
    ),
    timeLimit: null,
    timeNote: unsure('没有核实', 'not verified'),
    legal: [basis('令164', [14])],
    sources: [read.press, read.fees],
    verified: false,
  }),
  service({
    ...shared,
    id: 'motorcycle-exam',
    nameZh: '摩托车驾驶证考试（科一科四联考、送考下乡）',
    nameEn: 'Motorcycle licence exam',
    lead: say(
      '考摩托车驾照。有的地方科一、科四一起考，还送考下乡。',
      'Take the motorcycle tests, in places also in your township.',
    ),
    aliases: ['摩托车驾照', '考摩托证', 'D证', 'E证'],
    channels: ways('window', 'mobile-office'),
    agent: 'not-allowed',
    materials: [driverIdentity(23), medical(23)],
    conditions: [
      sure('D、E：18至70周岁；F：18周岁以上', 'D, E: 18 to 70; F: from 18'),
      sure('平罗推行科目一、科目四联考', 'Pingluo holds subjects 1 and 4 together'),
    ],
    feeYuan: null,
    feeNote: say(
      '考试费没有核实，请看窗口公示。',
      'The exam fee is not verified; please see the notice at the window.',
    ),
    timeLimit: null,
    timeNote: sure('按预约的时间', 'at the booked time'),
    legal: [basis('令162', [14, 23, 33]), basis('令172')],
    sources: [read.press, read.o162, read.o172],
  }),
  service({
    ...shared,
    id: 'mobile-vehicle-office',
    nameZh: '流动车管所（上门、下乡）',
    nameEn: 'Mobile vehicle office',
    lead: say(
      '车管所的流动车到乡下来办事。哪天到哪儿看公告。',
      'The office comes to the townships; see the notice for days and places.',
    ),
    aliases: ['流动车管所', '送考下乡', '上门服务'],
    channels: ways('mobile-office'),
    materialsVerified: false,
    conditions: [
      unsure(
        '能办哪些事，清单没有公布；看公告，或先问一声',
        'The list of matters is not published; see the notice or ask first',
      ),
    ],
    feeYuan: null,
    feeNote: say('按所办的事收费。', 'As for the matter itself.'),
    timeLimit: null,
    timeNote: unsure('按公告', 'as announced'),
    legal: [],
    sources: [read.press],
    verified: false,
  }),
  service({
    ...shared,
    id: 'remote-guidance',
    nameZh: '空中电波“指导办”',
    nameEn: 'Remote guidance',
    lead: say(
      '驾驶证、车辆的事，不明白的随时问，说不清就连线警官。',
      'Ask anything about licences and vehicles; if words are not enough, an officer joins.',
    ),
    aliases: ['指导办', '空中电波', '远程指导'],
    channels: ways('online', 'video?', 'phone?'),
    conditions: [
      unsure(
        '银川的创新办法，原来用什么形式（广播、电话、视频）没有核实',
        'A local measure; its original form (radio, phone, video) is not verified',
      ),
    ],
    ...free,
    timeLimit: null,
    timeNote: unsure('没有核实', 'not verified'),
    legal: [],
    sources: [read.press],
    verified: false,
  }),
  service({
    ...shared,
    id: 'cannot-do-window',
    nameZh: '“办不成事”反映窗口',
    nameEn: 'Cannot-get-it-done window',
    lead: say(
      '事没办成、多次跑腿、态度不好，来这儿反映。有编号，有人管，有答复。',
      'Tell us what could not be done. You get a number, a person and an answer.',
    ),
    aliases: ['办不成事', '投诉', '反映问题', '吐槽'],
    channels: ways('window', 'online', 'phone?'),
    materials: [
      asked('name', '姓名', 'Name'),
      asked('contact', '联系方式', 'Phone number'),
      asked('what-happened', '反映的事', 'What happened'),
    ],
    conditions: [
      sure(
        '受理：符合条件却没受理、没办成，多次跑没办成，态度不好、推诿拖延',
        'Taken: refused or delayed although conditions are met, repeated trips, rude or slow service',
      ),
      sure(
        '不受理：涉法涉诉、信访，不符合政策，本人材料不符。不受理会一次说清理由和去处',
        'Not taken: court matters, petitions, against the rules. You are told why and where to go, at once',
      ),
      unsure('各地时限不一样，没有全国统一的规定', 'Time limits differ; there is no national rule'),
    ],
    ...free,
    timeLimit: null,
    timeNote: unsure('按本所公布的时限', 'within the limits that the office has published'),
    legal: [basis('国发2022-5')],
    sources: ['石嘴山市政府，http://www.shizuishan.gov.cn/zwgk/zfxxgkml/wmbss/202303/t20230327_4010094.html'],
  }),
  service({
    ...shared,
    id: 'service-review',
    nameZh: '政务服务“好差评”',
    nameEn: 'Service review',
    lead: say('事办完了，给打个分。不打也没关系。', 'Rate the service when it is done; you need not.'),
    aliases: ['评价', '好差评', '打分'],
    channels: ways('window', 'online', 'sms'),
    conditions: [
      sure(
        '五档：非常满意、满意、基本满意、不满意、非常不满意，后两档是差评',
        'Five grades; the lower two count as bad reviews',
      ),
      sure('不得强迫、干扰您评价，您的信息保密', 'Nobody may press you, and your details stay private'),
      unsure(
        '差评多久整改，各地5或15个工作日',
        'Bad reviews are settled in 5 or 15 working days, depending on the place',
      ),
    ],
    ...free,
    timeLimit: null,
    timeNote: unsure('各地不一样', 'differs by place'),
    legal: [basis('国办发2019-51')],
    sources: [
      'https://www.spprec.com/sczwweb/zwfwnew/027001/027001004/20200519/c84a7724-ff57-4a78-8be0-4a467d045b9e.html',
      'http://www.jiakaoti.com/page95?article_id=100',
    ],
  }),
  service({
    ...shared,
    id: 'senior-proxy-online',
    nameZh: '老年人网上代办（亲友通过12123）',
    nameEn: 'Relative-assisted online service for seniors',
    lead: say('老人不会用手机，家里人在交管12123上帮着办。', 'A relative acts for an elderly person in the 12123 app.'),
    aliases: ['帮父母办', '亲友代办', '绿色通道'],
    channels: ways('12123', 'window'),
    materials: [asked('both-persons', '老人和代办人的身份信息', 'Details of the elderly person and of the helper')],
    conditions: [unsure('能代办哪些事没有核实', 'Which matters are included is not verified')],
    feeYuan: 0,
    feeNote: say('所办的事按它自己的标准收费。', 'The matter itself costs what it costs.'),
    timeLimit: null,
    timeNote: sure('按所办的事', 'as for the matter itself'),
    legal: [basis('便利措施2021')],
    sources: ['http://news.cnhubei.com/content/2021-07/02/content_13903525.html'],
  }),
];
