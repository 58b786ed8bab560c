/** Guides for taking a vehicle off the register: scrapped, lost, returned or gone abroad. */
import { agentPapers, certificate, of164, ownerPapers, vehicleLicence } from '../materials.ts';
import type { Service } from '../service.ts';
import {
  basis,
  feeUnknown,
  postage,
  read,
  say,
  service,
  sure,
  unsure,
  violationsOfCar,
  ways,
  within,
} from '../service-draft.ts';

const shared = { category: 'deregistration', agent: 'allowed' } as const;
const releaseFirst = {
  ...say('抵押登记还在就不能注销，先办解除抵押', 'A mortgage on the register blocks this; have it released first'),
  service: 'mortgage-release',
  when: { mortgaged: ['yes'] },
};
const plates = of164('plates', '号牌', 'Plates', 38, { kind: 'plates' });
const blocked = {
  only: false,
  cases: [
    say('抵押登记、质押备案还没解除', 'A mortgage or pledge is still on the register'),
    say('车辆被依法查封、扣押，或是被盗抢骗的车', 'The vehicle is seized, stolen or defrauded'),
    say('证明、凭证无效，或车和档案对不上', 'Documents are invalid or the vehicle does not match its file'),
  ],
  legal: say('公安部令第164号第42条', 'MPS Order 164, article 42'),
};

export const deregistration: readonly Service[] = [
  service({
    ...shared,
    id: 'scrap-deregistration',
    nameZh: '报废注销登记',
    nameEn: 'Scrapping and deregistration',
    lead: say(
      '车不开了要报废：交给报废回收企业，由企业把材料转给车管所。',
      'Hand the vehicle to a licensed recycler, who passes the papers to the office.',
    ),
    aliases: ['报废', '车辆报废', '注销', '报废补贴'],
    channels: ways('scrap-recycler', 'window'),
    place: 'recycler',
    questions: ['mortgaged', 'heavy'],
    materials: [
      certificate(38, {
        note: say(
          '原件。要先解除抵押的，先别交给回收企业。',
          'The original. Keep it if a mortgage must be released first.',
        ),
      }),
      plates,
      vehicleLicence(38),
      of164('vehicle', '车，交给报废回收企业', 'The vehicle, handed to the recycler', 38, { kind: 'vehicle' }),
      of164('rubbing-and-photos', '车架号拓印膜、解体照片或电子资料', 'VIN rubbing and photos of the dismantling', 38, {
        who: 'recycler',
        when: { heavy: ['yes'] },
        note: say('由回收企业准备。', 'The recycler prepares them.'),
      }),
    ],
    conditions: [
      sure('回收企业7个工作日内把材料交车管所', 'The recycler sends the papers within 7 working days'),
      unsure(
        '报废补贴不归车管所管，标准没有核实',
        'Scrapping subsidies are handled elsewhere; the amounts are not verified',
      ),
    ],
    first: [releaseFirst],
    refusals: blocked,
    feeYuan: 0,
    feeNote: postage,
    timeLimit: within(
      1,
      '企业转交、受理后1个工作日内',
      'within 1 working day after the recycler has handed in the papers',
    ),
    legal: [basis('令164', [37, 38, 42])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'scrap-deregistration-offsite',
    nameZh: '异地报废注销',
    nameEn: 'Scrapping away from registration place',
    lead: say('车不在登记地，可以就地交给当地的回收企业报废。', 'Scrap the vehicle where it is.'),
    aliases: ['异地报废'],
    channels: ways('scrap-recycler'),
    place: 'recycler',
    questions: ['mortgaged', 'heavy'],
    materials: [
      certificate(38),
      plates,
      vehicleLicence(38),
      of164('vehicle', '车，交给报废回收企业', 'The vehicle, handed to the recycler', 38, { kind: 'vehicle' }),
      of164('rubbing', '车架号拓印膜或电子资料', 'VIN rubbing or electronic copy', 38, { who: 'recycler' }),
      of164('dismantling-photos', '解体照片或电子资料', 'Photos of the dismantling', 38, {
        who: 'recycler',
        when: { heavy: ['yes'] },
      }),
    ],
    conditions: [sure('可以交给车辆所在地的回收企业', 'A recycler at the vehicle’s place may take it')],
    first: [releaseFirst],
    refusals: blocked,
    feeYuan: 0,
    feeNote: postage,
    timeLimit: within(
      2,
      '报废地受理后1个工作日，登记地收到信息后再1个工作日',
      '1 working day at the place of scrapping, then 1 at the place of registration',
    ),
    legal: [basis('令164', [38, 42])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'loss-deregistration',
    nameZh: '机动车灭失注销登记',
    nameEn: 'Deregistration after loss',
    lead: say('车烧了、冲走了、撞没了，把登记注销掉。', 'The vehicle was destroyed by fire, flood or accident.'),
    aliases: ['车辆灭失', '车烧了注销'],
    channels: ways('window'),
    place: 'registration-place',
    agent: 'not-allowed',
    questions: ['owner'],
    materials: [
      ...ownerPapers(39),
      certificate(39),
      vehicleLicence(39),
      of164('loss-promise', '灭失情况书面承诺', 'Written statement of the loss', 39, {
        kind: 'statement',
        note: say(
          '写明因什么灭失。不实要负法律责任。',
          'States how it was lost; a false statement has legal consequences.',
        ),
      }),
    ],
    conditions: [
      sure(
        '不能委托别人（死亡、出境、重病、伤残、不可抗力除外）',
        'No agent, except in case of death, absence abroad, illness, disability or force majeure',
      ),
    ],
    refusals: blocked,
    feeYuan: 0,
    feeNote: postage,
    timeLimit: within(1),
    legal: [basis('令164', [37, 39, 42, 86])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'exit-return-deregistration',
    nameZh: '出境、退车注销登记',
    nameEn: 'Deregistration for export or return',
    lead: say(
      '车退给厂家，或者带到国外不再在国内用，注销登记。',
      'The vehicle goes back to the maker or leaves the country.',
    ),
    aliases: ['退车注销', '出境注销'],
    channels: ways('window'),
    place: 'registration-place',
    questions: ['owner', 'who', 'leaving'],
    materials: [
      ...ownerPapers(39),
      ...agentPapers(),
      certificate(39),
      vehicleLicence(39),
      of164('return-proof', '厂家或经销商的退车证明', "Maker's or dealer's return certificate", 39, {
        when: { leaving: ['return'] },
      }),
      of164(
        'customs-notice',
        '海关监管车辆进（出）境领（销）牌照通知书',
        'Customs notice for vehicles under supervision',
        39,
        {
          when: { leaving: ['abroad'] },
          onlyIf: say('海关监管的车才要', 'only for vehicles under customs supervision'),
        },
      ),
    ],
    first: [violationsOfCar],
    refusals: blocked,
    feeYuan: 0,
    feeNote: postage,
    timeLimit: within(1),
    legal: [basis('令164', [37, 39, 42])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'yellow-label-scrap',
    nameZh: '黄标车淘汰',
    nameEn: 'Yellow-label vehicle retirement',
    lead: say(
      '中宁的黄标车淘汰，在各交警中队办。',
      'In Zhongning, high-emission vehicles are retired at the traffic police squadrons.',
    ),
    aliases: ['黄标车'],
    channels: ways('township-squadron'),
    place: 'this-office',
    agent: 'not-stated',
    materialsVerified: false,
    conditions: [
      sure('中宁县已下放到各交警中队', 'Delegated to the squadrons of Zhongning county'),
      unsure('要带的材料、补贴和现行标准没有核实', 'Papers, subsidies and today’s standard are not verified'),
    ],
    feeYuan: null,
    feeNote: feeUnknown,
    timeLimit: null,
    timeNote: unsure('没有核实', 'not verified'),
    legal: [],
    sources: [read.press],
    verified: false,
  }),
];
