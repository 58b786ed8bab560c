/** Guides for the yearly inspection: when to go on the line, and when the mark alone is enough. */
import { agentPapers, inspectionProof, insurance, of164, vehicleLicence, vesselTax } from '../materials.ts';
import type { Service } from '../service.ts';
import { basis, copies, read, say, service, sure, violationsOfCar, ways, within } from '../service-draft.ts';

const shared = { category: 'inspection', agent: 'allowed', place: 'vehicle-location', feeYuan: 0 } as const;
const markFree = say(
  '这是检验标志。检测费由检验机构收，价格没有核实，看现场公示。',
  'This is for the mark. The station charges for its test; the price is not verified, see its notice.',
);
const eitherPaper = of164(
  'identity-or-licence',
  '车主身份证或行驶证，带一样',
  "Owner's ID card or the vehicle licence, one of them",
  55,
);

export const inspection: readonly Service[] = [
  service({
    ...shared,
    id: 'inspection-mark',
    nameZh: '核发检验合格标志（上线检验）',
    nameEn: 'Inspection mark after test',
    lead: say('车开到检验机构上线检，合格了领标志。', 'Have the vehicle tested at a station and get the mark.'),
    aliases: ['年检', '年审', '验车', '检验标志'],
    channels: ways('window', 'inspection-station', '12123?'),
    questions: ['owner', 'who'],
    materials: [
      vehicleLicence(54),
      insurance(54),
      vesselTax(54),
      inspectionProof(54, {
        note: say(
          '检验机构当场出；联网查得到的不用带。',
          'The station issues it; not needed if the office can see it online.',
        ),
      }),
      of164('vehicle', '把车开到检验机构', 'Drive the vehicle to the station', 54, { kind: 'vehicle' }),
      ...agentPapers(),
    ],
    conditions: [
      sure('检验有效期满前3个月内就能检', 'From 3 months before the test expires'),
      sure(
        '除大客车、校车外，可以在车所在地检、在当地申请',
        'Except coaches and school buses, test and apply where the car is',
      ),
      sure(
        '9座及以下非营运小微型客车（面包车除外）：第6、10年上线，10年后每年上线',
        'Private cars up to 9 seats: on the line in years 6 and 10, then every year',
      ),
      sure('电子标志和纸质的一样有效', 'The electronic mark is as valid as the paper one'),
    ],
    first: [violationsOfCar],
    notNeeded: [copies, say('登记证书', 'Registration certificate')],
    feeNote: markFree,
    timeLimit: within(1),
    legal: [basis('令164', [54, 56]), basis('车检改革')],
    sources: [read.o164, read.reform],
    validFrom: '2022-10-01',
  }),
  service({
    ...shared,
    id: 'inspection-exempt-mark',
    nameZh: '免检车申领检验合格标志（第2、4、8年）',
    nameEn: 'Inspection-exempt mark',
    lead: say('还在免检期的小车，不用上线，领个标志就行。', 'A newer private car needs no test, only the mark.'),
    aliases: ['六年免检', '免检', '申领免检标志', '电子检验标志'],
    channels: ways('12123', 'window', 'post'),
    questions: ['owner', 'who'],
    materials: [eitherPaper, insurance(55), vesselTax(55), ...agentPapers()],
    conditions: [
      sure(
        '9座及以下非营运小微型客车（面包车除外）：第2、4、8年领标，第6、10年和10年后每年要上线检',
        'Private cars up to 9 seats, not minivans: mark only in years 2, 4 and 8; on the line in years 6, 10 and every year after',
      ),
      sure(
        '出过伤亡事故、因非法改装受过罚、营转非等，不免检',
        'Not after an injury accident, a fine for illegal changes, or former commercial use',
      ),
      sure('有效期满前3个月内申请', 'From 3 months before expiry'),
    ],
    notNeeded: [copies],
    feeNote: say('要邮寄的，邮费另付。', 'Postage, if any, is extra.'),
    timeLimit: within(1),
    legal: [basis('令164', [54, 55]), basis('车检改革')],
    sources: [read.o164, read.reform, read.postZhuhai],
    validFrom: '2022-10-01',
  }),
  service({
    ...shared,
    id: 'inspection-mark-replace',
    nameZh: '补换领检验合格标志',
    nameEn: 'Replace inspection mark',
    lead: say('检验标志丢了、坏了，补一个。', 'Replace a lost or damaged inspection mark.'),
    aliases: ['补年检标'],
    channels: ways('window', 'post', '12123?'),
    questions: ['owner', 'who'],
    materials: [{ ...eitherPaper, legal: { rule: '令164', article: 57 } }, ...agentPapers()],
    conditions: [sure('交强险要在有效期内', 'The compulsory insurance must be in force')],
    notNeeded: [copies],
    timeLimit: within(1),
    legal: [basis('令164', [57])],
    sources: [read.o164, read.postZhuhai],
  }),
];
