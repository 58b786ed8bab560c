/** What the page of a lender's agents says, in either language. */
import { aloneEn, aloneZh } from './alone-words.ts';
import { releasesEn, releasesZh } from './release-words.ts';
import { noticesEn, noticesZh } from './notices-words.ts';
import { timesEn, timesZh } from './times-words.ts';
import type { ReleaseColumn, RowFault } from '../../models/release/release-columns.ts';

const day = (text: string): string => {
  const [year = '', month = '', date = ''] = text.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const zh = {
  releases: releasesZh,
  alone: aloneZh,
  times: timesZh,
  notices: noticesZh,
  main: '主导航',
  content: '内容',
  signIn: {
    title: '贷款机构登录',
    lead: '经办人用登录名、密码和手机上的6位验证码登录。',
    lost: '手机丢了、换了，或者忘了密码，请找车管所负责人重新开通。',
  },
  nav: { releases: '我的案子', times: '时间', import: '批量申请', home: '本单位', account: '我的登录' },
  dark: '换成深色',
  light: '换成浅色',
  language: 'English',
  signOut: '退出登录',
  offline: '断网了。填的都还在，连上再按。',
  loading: '正在取',
  failed: '没取到',
  kinds: { bank: '银行', 'auto-finance': '汽车金融公司', other: '其他机构' },
  demo: '演示',
  enrolledAt: (office: string) => `在${office}登记通过`,
  code: '统一社会信用代码',
  kind: '类别',
  office: '登记的车管所',
  mandate: '我的委托',
  validity: (from: string, until: string) => `${day(from)}到${day(until)}，最后一天也能办`,
  places: '能办的地方',
  endsSoon: (n: number) =>
    n === 0
      ? '委托今天到期，明天起就登录不了了。请今天把新的委托书交给车管所负责人。'
      : `委托还有${n}天到期，到期那天以后就登录不了。请把新的委托书交给车管所负责人，早一点换就不会断。`,
  colleagues: '同事',
  colleaguesLead: '本单位在这里登记的经办人。',
  until: (text: string) => `到${day(text)}`,
  you: '我',
  importTitle: '批量申请解除抵押',
  importLead: '一行一辆车。先核对，看清楚了再交；交过的再交一次也不会重。',
  steps: ['照模板填好', '选文件，先核对', '看清楚，再提交'],
  template: '下载模板',
  templateName: '批量解除抵押模板.csv',
  templateHint: (most: number) => `用Excel、WPS打开都行，存成CSV。一次最多${most}行。`,
  columns: {
    plate: '号牌号码',
    vinTail: '车架号后6位',
    certificate: '登记证书编号',
    contract: '抵押合同号',
    ownerName: '车主姓名',
    ownerPhone: '车主手机号',
    certificateWith: '登记证书在谁那里',
  } satisfies Record<ReleaseColumn, string>,
  choose: '选文件',
  other: '换一个文件',
  drop: '把CSV文件拖到这里，或者',
  checking: '正在核对',
  checkingLong: '还在核对，文件大一点会慢一些。',
  summary: (fresh: number, known: number, bad: number) =>
    [`能交${fresh}行`, ...(known > 0 ? [`交过${known}行`] : []), ...(bad > 0 ? [`要改${bad}行`] : [])].join('，'),
  nothingNew: '这个文件里没有新的可交。',
  encodings: { 'utf-8': '', 'utf-16': '', gb18030: '按GBK编码读的，看一眼姓名对不对。' },
  file: (n: number) => `提交${n}行`,
  filing: (n: number) => `正在提交${n}行`,
  filed: (n: number) => `交上了${n}行`,
  refused: (n: number) => `${n}行没有交上`,
  badHead: (n: number) => `要改的${n}行`,
  badLead: '这些行没有交，别的不受影响。改好存下，再选一次文件就行。',
  badDownload: '下载要改的行',
  badName: '要改的行.csv',
  badColumn: '要改的地方',
  line: '行号',
  plate: '号牌',
  outcome: '结果',
  what: { new: '能交', known: '交过了', filed: '交上了', refused: '没交上' },
  why: '怎么改',
  seeAll: (n: number) => `看全部${n}行`,
  fault: (column: string | undefined, fault: RowFault, line: number | undefined): string => {
    switch (fault) {
      case 'missing':
        return `没填${column ?? ''}`;
      case 'rounded':
        return `${column ?? ''}被Excel变成了科学计数，把这一列设成“文本”再填一次`;
      case 'twice':
        return `和第${line ?? 0}行是同一笔`;
      case 'quote':
        return '引号没有配对';
      default:
        return `${column ?? ''}不对`;
    }
  },
  hints: {
    plate: '像宁A12345，新能源8位',
    vinTail: '6位数字和字母，也可以写全17位',
    certificate: '10到14位数字',
    ownerName: '至少2个字',
    ownerPhone: '11位手机号',
    certificateWith: '写“车主”或者“银行”',
  } as Partial<Record<ReleaseColumn, string>>,
  unread: {
    empty: '这个文件是空的，换一个试试。',
    'no-rows': '只有表头，没有车。填好再选一次。',
    'too-many-rows': (most: number) => `一次最多${most}行，请分成几个文件。`,
    columns: (missing: string) => `缺这几列：${missing}。请照模板的表头来。`,
  },
};
export type LenderWords = typeof zh;

const en: LenderWords = {
  releases: releasesEn,
  alone: aloneEn,
  times: timesEn,
  notices: noticesEn,
  main: 'Main navigation',
  content: 'Content',
  signIn: {
    title: 'Lenders: sign in',
    lead: 'Agents sign in with name, password and the six digits on their phone.',
    lost: 'For a lost or new phone or a forgotten password, ask the office’s manager for a reset.',
  },
  nav: { releases: 'My cases', times: 'Hours', import: 'File a list', home: 'My lender', account: 'My sign-in' },
  dark: 'Dark colours',
  light: 'Light colours',
  language: '中文',
  signOut: 'Sign out',
  offline: 'No network. What you filled in is kept; press again when it is back.',
  loading: 'Fetching',
  failed: 'It could not be fetched',
  kinds: { bank: 'Bank', 'auto-finance': 'Auto finance company', other: 'Other institution' },
  demo: 'Demo',
  enrolledAt: (office) => `Enrolled at ${office}`,
  code: 'Unified social credit code',
  kind: 'Kind',
  office: 'Enrolled at',
  mandate: 'My mandate',
  validity: (from, until) => `${from} to ${until}, the last day included`,
  places: 'Where',
  endsSoon: (n) =>
    n === 0
      ? 'Your mandate ends today; from tomorrow you cannot sign in. Give the office’s manager the new one today.'
      : `Your mandate ends in ${n} days; afterwards you cannot sign in. Give the office’s manager the new one in time.`,
  colleagues: 'Colleagues',
  colleaguesLead: 'Agents of your lender who are registered here.',
  until: (text) => `until ${text}`,
  you: 'You',
  importTitle: 'Ask for many releases at once',
  importLead: 'One vehicle a row. The list is checked first; what was filed before is not filed twice.',
  steps: ['Fill in the template', 'Choose the file, check it', 'Look, then file'],
  template: 'Download the template',
  templateName: 'release-list.csv',
  templateHint: (most) => `Any spreadsheet program will do; save it as CSV. At most ${most} rows.`,
  columns: {
    plate: 'plate',
    vinTail: 'last six of the VIN',
    certificate: 'certificate number',
    contract: 'contract number',
    ownerName: 'owner’s name',
    ownerPhone: 'owner’s phone',
    certificateWith: 'who has the certificate',
  },
  choose: 'Choose a file',
  other: 'Another file',
  drop: 'Drop the CSV file here, or',
  checking: 'Checking',
  checkingLong: 'Still checking; a large file takes longer.',
  summary: (fresh, known, bad) =>
    [`${fresh} to file`, ...(known > 0 ? [`${known} filed before`] : []), ...(bad > 0 ? [`${bad} to mend`] : [])].join(
      ', ',
    ),
  nothingNew: 'Nothing new in this file.',
  encodings: { 'utf-8': '', 'utf-16': '', gb18030: 'Read as GBK: look whether the names are right.' },
  file: (n) => `File ${n} rows`,
  filing: (n) => `Filing ${n} rows`,
  filed: (n) => `${n} rows filed`,
  refused: (n) => `${n} rows were not filed`,
  badHead: (n) => `${n} rows to mend`,
  badLead: 'They were not filed; the others are not affected. Mend them, save, and choose the file again.',
  badDownload: 'Download these rows',
  badName: 'rows-to-mend.csv',
  badColumn: 'to mend',
  line: 'Row',
  plate: 'Plate',
  outcome: 'Outcome',
  what: { new: 'to file', known: 'filed before', filed: 'filed', refused: 'not filed' },
  why: 'How to mend it',
  seeAll: (n) => `All ${n} rows`,
  fault: (column, fault, line) => {
    switch (fault) {
      case 'missing':
        return `no ${column ?? ''}`;
      case 'rounded':
        return `${column ?? ''}: Excel rounded it; set the column to “text” and write it again`;
      case 'twice':
        return `the same as row ${line ?? 0}`;
      case 'quote':
        return 'a quotation mark is not closed';
      default:
        return `${column ?? ''} is wrong`;
    }
  },
  hints: {
    plate: 'like 宁A12345; new-energy plates have eight signs',
    vinTail: 'six signs, or all seventeen',
    certificate: '10 to 14 digits',
    ownerName: 'at least two characters',
    ownerPhone: '11 digits',
    certificateWith: '车主 (owner) or 银行 (lender)',
  },
  unread: {
    empty: 'This file is empty.',
    'no-rows': 'Only the heading, no vehicle.',
    'too-many-rows': (most) => `At most ${most} rows; please split it.`,
    columns: (missing) => `These columns are missing: ${missing}. Please keep the template’s heading.`,
  },
};

export const lenderWords: Record<'zh' | 'en', LenderWords> = { zh, en };
