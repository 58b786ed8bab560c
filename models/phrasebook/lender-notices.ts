/** What a lender's contact is told by short message when its application is decided. */
import type { Lender } from '../release/lender.ts';
import { returnReasons, type LenderNews, type ReturnReason } from '../release/lender-kinds.ts';

/** Each stands alone and says what to do about it. */
export const returnReasonWords: Record<ReturnReason, { zh: string; en: string }> = {
  'code-differs': { zh: '信用代码和执照不一致', en: 'The credit code differs from the licence' },
  'name-differs': { zh: '机构名称和执照不一致', en: 'The name differs from the licence' },
  'licence-missing': { zh: '缺营业执照照片', en: 'The business licence is missing' },
  'licence-unreadable': { zh: '营业执照照片看不清', en: 'The business licence cannot be read' },
  'licence-expired': { zh: '营业执照过期了', en: 'The business licence has expired' },
  'seal-missing': { zh: '缺印章印样照片', en: 'The copy of the seal is missing' },
  'seal-unreadable': { zh: '印章印样看不清', en: 'The copy of the seal cannot be read' },
  'contact-not-reached': { zh: '留的联系人联系不上', en: 'The contact could not be reached' },
  'not-a-lender': { zh: '不是办机动车抵押的机构', en: 'This is no body that lends against vehicles' },
  other: { zh: '别的原因', en: 'Another reason' },
};

const texts: Record<LenderNews, { zh: string; en: string }> = {
  approve: {
    zh: '{lender}在{office}登记通过了。请把经办人的委托书交给负责人，开好账号就能办视频解押。',
    en: '{lender} is enrolled at {office}. Give the manager your agents’ mandates; with their accounts they release mortgages by video.',
  },
  return: {
    zh: '{lender}在{office}的登记申请退回了，要改{count}处：{reasons}。改好请再交一次：{link}',
    en: '{lender}: the application at {office} came back, {count} to mend: {reasons}. Then hand it in again: {link}',
  },
  suspend: {
    zh: '{lender}在{office}暂停办理视频解押，经办人的账号一起停了。请联系负责人。',
    en: '{lender} is suspended at {office}, and so are its agents’ accounts. Please get in touch with the manager.',
  },
  resume: {
    zh: '{lender}在{office}恢复办理视频解押了，经办人可以登录。',
    en: '{lender} is resumed at {office}; its agents may sign in.',
  },
};

export const lenderTemplates = (): { template: string; zh: string; en: string }[] =>
  Object.entries(texts).map(([act, words]) => ({ template: `lender-${act}`, ...words }));

export function lenderNews(
  act: LenderNews,
  lender: Pick<Lender, 'name' | 'state'>,
  office: string,
  origin: string,
): { template: string; values: Record<string, string> } {
  const reasons = lender.state.name === 'returned' ? lender.state.reasons : [];
  const inOrder = returnReasons.filter((reason) => reasons.includes(reason));
  return {
    template: `lender-${act}`,
    values: {
      lender: lender.name,
      office,
      ...(act === 'return'
        ? {
            count: String(inOrder.length),
            reasons: inOrder.map((reason) => returnReasonWords[reason].zh).join('；'),
            link: `${origin}/lenders/apply`,
          }
        : {}),
    },
  };
}
