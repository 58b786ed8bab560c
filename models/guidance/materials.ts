/** The papers that many services share, each written once, so that one paper is named once in a visit for several things. */
import type { When } from './questions.ts';
import type { RuleId } from './rules.ts';
import type { Material, Text } from './service.ts';

type More = Partial<Pick<Material, 'kind' | 'who' | 'note' | 'onlyIf' | 'verified'>> & { when?: When };

const say = (zh: string, en: string): Text => ({ zh, en });

export const paper =
  (rule: RuleId) =>
  (id: string, nameZh: string, nameEn: string, article: number, more: More = {}): Material => {
    const { when, ...rest } = more;
    return {
      id,
      nameZh,
      nameEn,
      kind: 'paper',
      who: 'owner',
      legal: { rule, article },
      verified: true,
      ...rest,
      ...(when === undefined ? {} : { when: { ...when } }),
    };
  };

/** A paper of the vehicle rules (Order 164), of the licence rules (Order 162). */
export const of164 = paper('令164');
export const of162 = paper('令162');

const person: When = { owner: ['person'] };
const company: When = { owner: ['company'] };

/** The owner's proof of identity, for a person or a company, and the agent's papers (Order 164, articles 86 and 89). */
export const ownerPapers = (
  article: number,
  more: { nameZh?: string; nameEn?: string; when?: When } = {},
): Material[] => [
  of164('identity', more.nameZh ?? '车主身份证', more.nameEn ?? "Owner's ID card", article, {
    note: say(
      '身份证或临时身份证；境外人员用规定的证件。',
      'ID card or temporary ID card; foreign nationals use the passport or permit that the rule names.',
    ),
    when: { ...person, ...more.when },
  }),
  ...companyPapers(more.when),
];

const companyPapers = (when: When = {}): Material[] => [
  of164('company-proof', '单位身份证明', "Company's registration document", 89, {
    note: say(
      '统一社会信用代码证书、营业执照、社会团体法人登记证书，有一样就行。',
      'Unified social credit code certificate, business licence or association certificate; one is enough.',
    ),
    when: { ...company, ...when },
  }),
  of164('company-mandate', '加盖公章的委托书', 'Mandate with the company seal', 89, { when: { ...company, ...when } }),
  of164('company-agent-identity', '经办人身份证', "ID card of the company's clerk", 89, {
    when: { ...company, ...when },
  }),
];

/** Where article 86 forbids an agent, only the company's own clerk remains. */
export const agentPapers = (when: When = {}): Material[] => [
  of164('mandate', '车主写的委托书', 'Mandate written by the owner', 86, {
    when: { ...person, ...when, who: ['agent'] },
  }),
  of164('agent-identity', '代理人身份证', "Agent's ID card", 86, {
    who: 'agent',
    when: { ...person, ...when, who: ['agent'] },
  }),
];

export const certificate = (article: number, more: More = {}): Material =>
  of164('registration-certificate', '机动车登记证书（大绿本）', 'Vehicle registration certificate', article, {
    note: say('原件。找不到的先补领。', 'The original. If it is lost, replace it first.'),
    ...more,
  });
export const vehicleLicence = (article: number, more: More = {}): Material =>
  of164('vehicle-licence', '行驶证', 'Vehicle licence', article, { note: say('原件。', 'The original.'), ...more });
export const vehicle = (article: number, more: More = {}): Material =>
  of164('vehicle', '把车开来交验', 'Bring the vehicle for inspection', article, { kind: 'vehicle', ...more });
export const inspectionProof = (article: number, more: More = {}): Material =>
  of164('inspection-proof', '安全技术检验合格证明', 'Safety test certificate', article, more);
export const insurance = (article: number, more: More = {}): Material =>
  of164('insurance', '交强险凭证', 'Compulsory insurance document', article, {
    note: say('联网查得到的不用带。', 'Not needed if the office can see it online.'),
    ...more,
  });
export const vesselTax = (article: number, more: More = {}): Material =>
  of164('vessel-tax', '车船税纳税或免税证明', 'Vehicle tax receipt or exemption', article, {
    note: say('联网查得到的不用带。', 'Not needed if the office can see it online.'),
    ...more,
  });
export const expiredTest = (article: number): Material[] => {
  const onlyIf = say('检验过期的才要', 'only if the test has expired');
  return [inspectionProof(article, { onlyIf }), insurance(article, { onlyIf })];
};
export const residenceProof = (): Material =>
  of164('residence-proof', '居住证明', 'Residence permit or registration', 89, {
    onlyIf: say('户籍不在本地的才要', 'only if your household registration is elsewhere'),
    note: say('公安机关核发的居住证明或居住登记证明。', 'Issued by the police.'),
  });

export const driverIdentity = (article: number, more: More = {}): Material =>
  of162('identity', '本人身份证', 'Your ID card', article, {
    who: 'driver',
    note: say(
      '身份证或临时身份证；境外人员用规定的证件。',
      'ID card or temporary ID card; foreign nationals use the passport or permit that the rule names.',
    ),
    ...more,
  });
export const driverLicence = (article: number, more: More = {}): Material =>
  of162('driving-licence', '机动车驾驶证', 'Driving licence', article, { who: 'driver', ...more });
export const medical = (article: number, more: More = {}): Material =>
  of162('medical', '身体条件证明（体检）', 'Medical certificate', article, {
    who: 'driver',
    note: say(
      '医疗机构出的，6个月内有效。医院联了网、查得到的不用带。',
      'From a recognised clinic, not older than 6 months. Not needed if the hospital is connected and the office can see it.',
    ),
    ...more,
  });
/** Order 162, article 105 allows an agent only for renewal, replacement, medical papers, review, deferral and cancellation. */
export const driverAgentPapers = (): Material[] => [
  of162('mandate', '本人写的委托书', 'Mandate written by you', 105, { who: 'driver', when: { who: ['agent'] } }),
  of162('agent-identity', '代理人身份证', "Agent's ID card", 105, { who: 'agent', when: { who: ['agent'] } }),
];
