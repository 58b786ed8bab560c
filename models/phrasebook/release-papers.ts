/** What the papers of a release are called, what a photo of each must show, and what may be wrong with it. */
import type { Defect, PaperKind } from '../release/papers.ts';
import type { Language } from './refusals.ts';

type PaperWords = {
  names: Record<PaperKind, string>;
  show: Record<PaperKind, string>;
  defects: Record<Defect, string>;
};

const books: Record<Language, PaperWords> = {
  zh: {
    names: {
      'owner-identity': '车主的身份证明',
      'lender-identity': '银行的身份证明',
      certificate: '登记证书（绿本）',
      'owner-mandate': '车主签字的委托书',
      'proxy-identity': '代理人的身份证',
      'agent-mandate': '银行给经办人的委托书',
      'agent-identity': '银行经办人的身份证',
      'court-ruling': '生效的调解书、裁定书或判决书',
      'assistance-notice': '协助执行通知书',
    },
    show: {
      'owner-identity': '身份证正反两面；单位的车，营业执照或盖章的复印件。',
      'lender-identity': '银行自己准备。',
      certificate: '第1、2页，还有写着抵押的那一页，字要看得清。',
      'owner-mandate': '整张，签字和日期要在里面。',
      'proxy-identity': '正反两面。',
      'agent-mandate': '银行自己准备。',
      'agent-identity': '银行自己准备。',
      'court-ruling': '每一页，法院的章要看得清。',
      'assistance-notice': '每一页，法院的章要看得清。',
    },
    defects: {
      unreadable: '看不清',
      incomplete: '没拍全',
      expired: '过期了',
      'wrong-paper': '不是这样材料',
      'names-differ': '名字对不上',
      'no-seal': '没有章',
      other: '有别的问题',
    },
  },
  en: {
    names: {
      'owner-identity': 'Owner’s identity document',
      'lender-identity': 'Lender’s identity document',
      certificate: 'Registration certificate (green booklet)',
      'owner-mandate': 'Power of attorney signed by the owner',
      'proxy-identity': 'Identity card of whoever acts for the owner',
      'agent-mandate': 'Lender’s mandate for its agent',
      'agent-identity': 'Identity card of the lender’s agent',
      'court-ruling': 'Mediation document, ruling or judgment in force',
      'assistance-notice': 'Notice of assistance in enforcement',
    },
    show: {
      'owner-identity': 'Both sides of the identity card; for a company its business licence or a stamped copy.',
      'lender-identity': 'The lender prepares it.',
      certificate: 'Pages 1 and 2 and the page that names the mortgage, readable.',
      'owner-mandate': 'The whole sheet, with signature and date.',
      'proxy-identity': 'Both sides.',
      'agent-mandate': 'The lender prepares it.',
      'agent-identity': 'The lender prepares it.',
      'court-ruling': 'Every page, with the court’s seal readable.',
      'assistance-notice': 'Every page, with the court’s seal readable.',
    },
    defects: {
      unreadable: 'not readable',
      incomplete: 'part of it is missing',
      expired: 'expired',
      'wrong-paper': 'another paper',
      'names-differ': 'the names differ',
      'no-seal': 'no seal',
      other: 'something else is wrong',
    },
  },
};

/** `令164 art. 33 ¶2` as people read it. */
export function articleText(article: string, language: Language): string {
  if (language === 'en') return article.replace('令164 art.', 'Order 164, article').replace('¶', 'paragraph ');
  const [, numbers = '', paragraph] = /art\. ([\d, ]+?)(?: ¶(\d))?$/u.exec(article) ?? [];
  const said = numbers
    .split(', ')
    .map((n) => `第${n}条`)
    .join('、');
  return `依据164号令${said}${paragraph === undefined ? '' : `第${paragraph}款`}`;
}

export const releasePaperWords = (language: Language): PaperWords => books[language];
