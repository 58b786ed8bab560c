/** Guides for school buses and the people who drive them. */
import { driverIdentity, driverLicence, inspectionProof, medical, of164, vehicleLicence } from '../materials.ts';
import type { Service } from '../service.ts';
import { basis, postage, read, say, service, sure, unsure, ways, within } from '../service-draft.ts';

const school = { applicant: say('学校或校车服务提供者', 'The school or bus operator') };
const shared = {
  category: 'school-bus',
  agent: 'not-stated',
  place: 'school-bus-authority',
  feeYuan: 0,
  feeNote: postage,
} as const;
const ownerProof = (article: number) =>
  of164('owner-proof', '机动车所有人身份证明', "Owner's identity document", article, {
    note: say(
      '单位的：统一社会信用代码证书、盖章委托书和经办人身份证。',
      'For an organisation: code certificate, sealed mandate and the clerk’s ID card.',
    ),
  });

export const schoolBus: readonly Service[] = [
  service({
    ...shared,
    ...school,
    id: 'school-bus-plate',
    nameZh: '核发校车标牌',
    nameEn: 'School-bus permit plate',
    lead: say('教育部门批了校车使用许可，来领校车标牌。', 'With the school-bus permit granted, collect the bus plate.'),
    aliases: ['校车标牌', '校车牌'],
    channels: ways('window'),
    materials: [
      ownerProof(60),
      of164('bus-driver-licence', '校车驾驶人的驾驶证', "Bus driver's licence", 60, { who: 'driver' }),
      vehicleLicence(60),
      of164('bus-permit', '政府批准的校车使用许可', 'School-bus permit of the government', 60),
      of164('bus-route', '批准的运行方案（线路、时间、停靠站点）', 'Approved route, times and stops', 60),
    ],
    conditions: [
      sure('先向教育行政部门申请使用许可', 'First apply to the education authority for the permit'),
      sure('有效期和检验有效期一致，不超过使用许可有效期', 'Valid as long as the inspection, not beyond the permit'),
      sure(
        '征求意见阶段：交验后2个工作日确认，收到材料3个工作日回复',
        'Consultation: vehicle confirmed in 2 working days, reply in 3',
      ),
    ],
    timeLimit: within(3, '收到领取表后3个工作日内', 'within 3 working days of the collection form'),
    legal: [basis('令164', [58, 59, 60, 61], [60, 61]), basis('校车条例', [15])],
    sources: [read.o164],
    validFrom: '2022-05-01',
  }),
  service({
    ...shared,
    ...school,
    id: 'school-bus-plate-replace',
    nameZh: '补换领校车标牌',
    nameEn: 'Replace school-bus plate',
    lead: say('校车标牌丢了、坏了，补一块。', 'Replace a lost or damaged bus plate.'),
    aliases: ['校车标牌补领'],
    channels: ways('window'),
    materials: [ownerProof(66), vehicleLicence(66)],
    timeLimit: within(3),
    legal: [basis('令164', [66])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    ...school,
    id: 'school-bus-inspection',
    nameZh: '校车检验合格标志及换发标牌',
    nameEn: 'School-bus inspection',
    lead: say('校车每半年检一次，检完领标志、换标牌。', 'School buses are tested every half year.'),
    aliases: ['校车年检'],
    channels: ways('window'),
    materials: [inspectionProof(62)],
    conditions: [
      sure('每半年检一次，期满前1个月内申请', 'Every half year, from one month before expiry'),
      unsure('规定没有列全材料，其他材料没有核实', 'The rule does not list all papers; others are not verified'),
    ],
    timeLimit: within(1),
    legal: [basis('令164', [62])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    applicant: say('驾驶人本人', 'The driver'),
    id: 'school-bus-driver',
    nameZh: '校车驾驶资格申请',
    nameEn: 'School-bus driver qualification',
    lead: say('想开校车，申请在驾驶证上签注校车资格。', 'Have the school-bus qualification entered on your licence.'),
    aliases: ['校车驾驶人', '校车驾照'],
    channels: ways('window'),
    materials: [driverIdentity(88), driverLicence(88), medical(88)],
    conditions: [
      unsure(
        '25周岁以上；上限条例写60周岁，新规定的表述没有逐字核对',
        'At least 25; the regulation says up to 60, the newest wording was not checked',
      ),
      sure('3年以上驾驶经历，最近3个记分周期没有满分', '3 years of driving, no full points in the last 3 cycles'),
      sure(
        '没有致人死伤的责任事故，没有酒驾，近1年没有严重客运违法，没有犯罪、吸毒记录',
        'No injury accident at fault, drink driving, recent serious bus offence, crime or drug record',
      ),
    ],
    timeLimit: within(5),
    legal: [basis('令162', [87, 88, 89, 90], [87, 88, 89]), basis('令172'), basis('校车条例', [23, 24])],
    sources: [read.o162, read.o172],
  }),
];
