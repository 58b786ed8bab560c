/** Guides for mortgaging a vehicle, and for taking the mortgage off again when the loan is paid. */
import { agentPapers, certificate, of164, ownerPapers } from '../materials.ts';
import type { Material, Service } from '../service.ts';
import { basis, postage, read, say, service, sure, unsure, ways, within } from '../service-draft.ts';

const shared = {
  category: 'mortgage-pledge',
  agent: 'allowed',
  place: 'registration-place',
  feeYuan: 0,
  feeNote: postage,
} as const;
const settlement = say('贷款结清证明', 'Proof that the loan is paid off');
const licence = say('行驶证', 'Vehicle licence');
const contract = say('贷款合同', 'Loan contract');
const loanOver = { lender: ['active', 'gone'] } as const;

const lenderProof = (article: number, when: Material['when']): Material =>
  of164('lender-proof', '贷款机构身份证明', "Lender's registration document", article, {
    who: 'lender',
    note: say(
      '营业执照（或盖公章的复印件）、委托书、经办人身份证，由贷款机构带。',
      'Business licence (or a stamped copy), mandate and the clerk’s ID card; the lender brings them.',
    ),
    ...(when === undefined ? {} : { when }),
  });

/** Order 164, article 33: the same papers whether the parties meet at the window or by video. */
const releasePapers: Material[] = [
  ...ownerPapers(33, { when: loanOver }),
  ...agentPapers(),
  certificate(33, {
    note: say(
      '原件，解除的内容和日期要签注在上面。找不到的先补领。',
      'The original; the release is entered on it. If it is lost, replace it first.',
    ),
  }),
  lenderProof(33, { lender: ['active'] }),
  of164(
    'lender-gone-proof',
    '贷款机构注销、撤销或破产的证明',
    'Proof that the lender was dissolved, closed or bankrupt',
    89,
    {
      who: 'lender',
      when: { lender: ['gone'] },
      note: say(
        '注销的：准予注销登记通知书；撤销的：上级机关证明；破产的：清算组或破产管理人证明。',
        'Deregistration notice, certificate of the superior body, or of the liquidator.',
      ),
    },
  ),
  of164('judgment', '生效的调解书、裁定书或判决书', 'Effective mediation, ruling or judgment', 33, {
    when: { lender: ['court'] },
  }),
  of164('enforcement-notice', '法院的协助执行通知书', 'Enforcement notice of the court', 33, {
    when: { lender: ['court'] },
  }),
];
const releaseRefusals = {
  only: true,
  cases: [
    say(
      '证明、凭证无效。会一次说清哪一样、怎么换',
      'A document is invalid. You are told which one and how to replace it',
    ),
    say(
      '车辆被依法查封、扣押。先找办理查封的机关，解除后随时来',
      'The vehicle is seized by law. Go to the authority that seized it; come any time after it is lifted',
    ),
  ],
  legal: say('公安部令第164号第36条', 'MPS Order 164, article 36'),
};

export const mortgagePledge: readonly Service[] = [
  service({
    ...shared,
    id: 'mortgage-registration',
    nameZh: '抵押登记',
    nameEn: 'Mortgage registration',
    lead: say('用车贷款，把抵押登记到登记证书上。', 'Enter a mortgage on the registration certificate.'),
    aliases: ['车辆抵押', '办抵押', '抵押上户'],
    channels: ways('window', 'service-station', 'post'),
    together: 'lender',
    questions: ['owner', 'who', 'lenderKind'],
    materials: [
      ...ownerPapers(32),
      ...agentPapers(),
      of164('lender-proof', '抵押权人的营业执照，或盖公章的复印件', "Lender's business licence or a stamped copy", 89, {
        who: 'lender',
        when: { lenderKind: ['bank'] },
      }),
      of164(
        'lender-company-proof',
        '抵押权人的单位身份证明、委托书、经办人身份证',
        "Lender's registration document, mandate and clerk's ID card",
        89,
        { who: 'lender', when: { lenderKind: ['company'] } },
      ),
      of164('lender-identity', '抵押权人身份证', "Lender's ID card", 32, {
        who: 'lender',
        when: { lenderKind: ['person'] },
      }),
      certificate(32),
      of164('mortgage-contract', '机动车抵押合同', 'Vehicle mortgage contract', 32),
    ],
    conditions: [
      sure(
        '车主和抵押权人一起申请、确认信息；各自都能委托人',
        'Owner and lender apply together; each may send an agent',
      ),
      sure(
        '和金融机构联网查得到的，不用交相应凭证',
        'What the office can see online from the lender need not be handed in',
      ),
    ],
    refusals: {
      only: false,
      cases: [
        say('证明、凭证无效', 'A document is invalid'),
        say('到了报废标准，或被查封扣押、被盗抢骗', 'Scrap limit reached, seized, stolen or defrauded'),
        say('海关监管没有解除', 'Not released by customs'),
      ],
      legal: say('公安部令第164号第36条', 'MPS Order 164, article 36'),
    },
    notNeeded: [licence],
    timeLimit: within(1),
    legal: [basis('令164', [31, 32, 35, 36, 86, 89], [31, 32])],
    sources: [read.o164, read.freeDongguan, read.postZhuhai],
  }),
  service({
    ...shared,
    id: 'mortgage-release',
    nameZh: '解除抵押登记',
    nameEn: 'Mortgage release registration',
    lead: say(
      '车贷还清以后，把登记证书上的抵押去掉。也叫解押、撤押。',
      'When the loan is paid, the mortgage is taken off the registration certificate.',
    ),
    aliases: ['解押', '解除抵押', '车贷还清解押', '撤押', '大本解押'],
    channels: ways('window', 'service-station', 'post', 'video?'),
    together: 'lender',
    questions: ['owner', 'who', 'lender'],
    materials: releasePapers,
    conditions: [
      sure('车主和贷款机构一起申请；双方都能委托人', 'Owner and lender apply together; each may send an agent'),
      sure('不用把车开来，只看证件', 'The vehicle need not be brought'),
      sure('有生效法院文书的，车主或贷款机构一方来就行', 'With a court document, one side alone may apply'),
      sure(
        '和金融机构联网查得到的，不用交相应凭证',
        'What the office can see online from the lender need not be handed in',
      ),
    ],
    refusals: releaseRefusals,
    notNeeded: [settlement, licence, contract],
    timeLimit: within(1),
    legal: [basis('令164', [31, 33, 35, 36, 83, 86, 89], [31, 33, 35])],
    sources: [read.o164, read.freeDongguan],
  }),
  service({
    ...shared,
    id: 'mortgage-release-court',
    nameZh: '依法院文书解除抵押登记',
    nameEn: 'Court-ordered mortgage release',
    lead: say(
      '法院已经判了、裁定了解除抵押，一方就能来办。',
      'A court has ordered the release; one side alone may apply.',
    ),
    aliases: ['法院解押', '判决解除抵押'],
    channels: ways('window'),
    questions: ['owner', 'who'],
    materials: [
      certificate(33),
      of164('judgment', '生效的调解书、裁定书或判决书', 'Effective mediation, ruling or judgment', 33),
      of164('enforcement-notice', '相应的协助执行通知书', 'Matching enforcement notice', 33),
      ...agentPapers(),
    ],
    conditions: [sure('车主或抵押权人一方来，确认信息', 'Owner or lender comes alone and confirms the details')],
    refusals: releaseRefusals,
    notNeeded: [settlement, licence, contract],
    timeLimit: within(1),
    legal: [basis('令164', [33])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'mortgage-release-video',
    nameZh: '解除抵押“视频办”',
    nameEn: 'Mortgage release by video (local practice)',
    lead: say(
      '您、贷款机构和警官三方视频，不用去窗口。',
      'You, the lender and an officer meet by video instead of at the window.',
    ),
    aliases: ['视频解押', '远程解押', '线上解押'],
    channels: ways('video', '12123?', 'post?'),
    together: 'lender',
    questions: ['owner', 'who', 'lender'],
    materials: releasePapers,
    conditions: [
      sure(
        '视频全程录音录像作凭证，先给您看说明，您同意才录',
        'The call is recorded as evidence, only after you have read why and agreed',
      ),
      sure(
        '不想刷脸，可以换别的方式核身份；不想视频，窗口照样办',
        'If you do not want a face check there is another way, and the window stays open to you',
      ),
      sure('发现可疑情形的，转到现场办理', 'If something looks wrong, the case moves to the window'),
      unsure(
        '登记证书原件怎么送来签注，由警官和您商量（没有核实到统一规定）',
        'How the certificate comes in to be endorsed is agreed with the officer (no published rule found)',
      ),
      unsure(
        '这是银川车管所的创新办法，没有查到公开的流程文件',
        'A local measure of Yinchuan; no published procedure was found',
      ),
    ],
    refusals: releaseRefusals,
    notNeeded: [settlement, licence, contract],
    timeLimit: within(1),
    timeNote: unsure('按解除抵押登记的时限推定', 'taken from the limit for mortgage release'),
    legal: [basis('令164', [6, 9, 31, 33, 35, 36, 74], [31, 33, 35])],
    sources: [read.press, read.o164],
    verified: false,
  }),
  service({
    ...shared,
    id: 'pledge-filing',
    nameZh: '质押备案',
    nameEn: 'Pledge filing',
    lead: say('车质押出去了，到车管所备个案。', 'File that the vehicle has been pledged.'),
    aliases: ['质押'],
    channels: ways('window'),
    together: 'pledgee',
    questions: ['owner', 'who'],
    materials: [
      ...ownerPapers(34),
      ...agentPapers(),
      of164('pledgee-identity', '质权人身份证明', "Pledgee's identity document", 34, { who: 'pledgee' }),
      certificate(34),
    ],
    conditions: [sure('车主和质权人一起申请', 'Owner and pledgee apply together')],
    timeLimit: within(1),
    legal: [basis('令164', [34, 36])],
    sources: [read.o164],
  }),
  service({
    ...shared,
    id: 'pledge-release',
    nameZh: '解除质押备案',
    nameEn: 'Pledge release',
    lead: say('质押了结了，把备案去掉。', 'Take a pledge off the register.'),
    aliases: ['解除质押'],
    channels: ways('window'),
    together: 'pledgee',
    questions: ['owner', 'who'],
    materials: [
      ...ownerPapers(34),
      ...agentPapers(),
      of164('pledgee-identity', '质权人身份证明', "Pledgee's identity document", 34, { who: 'pledgee' }),
      certificate(34),
    ],
    conditions: [
      sure('车主和质权人一起申请', 'Owner and pledgee apply together'),
      sure('证明无效，或车被查封、扣押的，不办理', 'Not with invalid documents or a seized vehicle'),
    ],
    timeLimit: within(1),
    legal: [basis('令164', [34, 36])],
    sources: [read.o164],
  }),
];
