/** The names of what went wrong, of causes and of urgencies, and the sentence of each rule by which a matter is not the window's own. */
import type { CauseCode, ProblemKind, Urgency } from '../complaint/kinds.ts';
import type { TriageRule } from '../complaint/triage/rules.ts';
import type { Language } from './refusals.ts';

type Both = Record<Language, string>;

export const problemNames = {
  'not-accepted': { zh: '不给受理', en: 'Not accepted' },
  overdue: { zh: '超期没办', en: 'Overdue' },
  'repeat-visits': { zh: '来回跑', en: 'Repeated visits' },
  'attitude-or-buck-passing': { zh: '态度差、推来推去', en: 'Attitude or buck-passing' },
  'fee-or-charge': { zh: '收费问题', en: 'Fee or charge' },
  'appointment-shortage': { zh: '约不上', en: 'No appointment to be had' },
  'system-fault': { zh: '系统出错', en: 'System fault' },
  'policy-question': { zh: '问政策', en: 'Question about the rules' },
  'other-counties-can': { zh: '别的县能办、这里不能', en: 'Other counties can do it' },
  'special-need': { zh: '需要特别照顾', en: 'Special need' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<ProblemKind, Both>;

export const causeNames = {
  'missing-material': { zh: '材料缺失', en: 'Papers missing' },
  'cross-department': { zh: '跨部门协调难', en: 'Between departments' },
  'rigid-policy': { zh: '政策执行僵化', en: 'Rigid application of rules' },
  'system-fault': { zh: '系统故障', en: 'System fault' },
  'legacy-issue': { zh: '历史遗留', en: 'Legacy issue' },
  conduct: { zh: '人员作风', en: 'Conduct' },
  capacity: { zh: '能力不足', en: 'Not enough capacity' },
  unclear: { zh: '还不清楚', en: 'Not clear yet' },
} as const satisfies Record<CauseCode, Both>;

export const urgencyNames = {
  today: { zh: '当天联系', en: 'Today' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  complex: { zh: '复杂', en: 'Complex' },
} as const satisfies Record<Urgency, Both>;

/** The review of an accident finding: 道路交通事故处理程序规定 (公安部令第146号) arts 71 and 112(五). */
export const triageRuleSentences = {
  'traffic-police': {
    zh: '这件事归交警的其他岗位管，不在车管所。',
    en: 'This belongs to another desk of the traffic police, not to the vehicle office.',
  },
  'another-agency': {
    zh: '这件事归别的部门管，车管所没有这项职权。',
    en: 'This belongs to another agency; the vehicle office has no power over it.',
  },
  'company-first': {
    zh: '这件事先找办理的企业，谈不成再找它的主管部门。',
    en: 'Ask the company first; if that fails, the body that supervises it.',
  },
  'accident-finding': {
    zh: '对事故责任认定不服的，请在收到认定书三个工作日内向上一级公安交管部门书面申请复核，也可以向法院起诉。',
    en: 'Against a finding on an accident, apply in writing to the next higher traffic police for a review within three working days of receiving it, or go to court.',
  },
  'before-court': {
    zh: '已经判决、仲裁或正在打官司的事，请找法院或仲裁机构，窗口不能改变结果。',
    en: 'What a court or an arbitrator has decided or is deciding is theirs; the window cannot change it.',
  },
  'under-investigation': {
    zh: '报案、立案侦查的事，请找办案的公安机关；认为该立案不立案的，可以找检察院监督。',
    en: 'A criminal report or case belongs to the investigating police; the procuratorate supervises whether a case is opened.',
  },
  'penalty-appeal': {
    zh: '对罚款等处罚决定不服的，可以按决定书上写的期限申请行政复议，或者向法院起诉。',
    en: 'Against a fine or another penalty, apply for administrative review or go to court within the time that the decision names.',
  },
  'private-dispute': {
    zh: '这是双方之间的民事纠纷，可以找人民调解委员会调解，或者向法院起诉。',
    en: 'This is a private dispute: a people’s mediation committee can mediate, or a court decide.',
  },
  petition: {
    zh: '信访事项请找信访部门或人民来访接待窗口；您在这里说的，我们会登记下来。',
    en: 'A petition belongs to the petitions office; what you have said here will be registered.',
  },
  'against-law': {
    zh: '法律不允许这样办，窗口也不能办。',
    en: 'The law does not allow this, so the window cannot do it either.',
  },
} as const satisfies Record<TriageRule, Both>;
