/** What the page says by which a lender applies, in the reader's language. */
import type { CreditCodeDoubt } from '../release/credit-code.ts';
import type { LenderKind } from '../release/lender-kinds.ts';
import type { Language } from './refusals.ts';

export type ApplyField = 'office' | 'name' | 'code' | 'kind' | 'contact' | 'phone';

const zh = {
  heading: '机构登记',
  title: '贷款机构登记，办视频解押',
  lead: '登记一次，审核通过后，经办人就能在网上和车主、民警一起办解除抵押。不收费。',
  needs: '要用到：营业执照（或盖章的复印件）、印章印样、一位能联系上的人。',
  faultsHead: (n: number) => `还有${String(n)}处要看一下，改好再交。您写的都在。`,
  labels: {
    office: '在哪个车管所办',
    name: '机构名称',
    code: '统一社会信用代码',
    kind: '是哪一类机构',
    contact: '联系人姓名',
    phone: '联系人手机号',
  } satisfies Record<ApplyField, string>,
  hints: {
    name: '和营业执照上一样，分行、支行写全。',
    code: '18位，照营业执照抄。',
    contact: '审核的人会打电话核对。',
    phone: '结果用短信告诉这个号。',
  } satisfies Partial<Record<ApplyField, string>>,
  kinds: { bank: '银行', 'auto-finance': '汽车金融公司', other: '其他（小贷、担保、融资租赁等）' } satisfies Record<
    LenderKind,
    string
  >,
  faults: {
    office: '请选一个车管所。',
    name: '请写机构名称，2到60个字。',
    code: '请写统一社会信用代码，只有数字和字母。',
    kind: '请选一类。',
    contact: '请写联系人姓名，2到20个字。',
    phone: '请写11位手机号。',
  } satisfies Record<ApplyField, string>,
  doubts: {
    shape: '信用代码一般是18位，这一串不太像。请对照执照看一眼；没抄错的话，再按一次就交上来了。',
    'check-digit':
      '这个信用代码的最后一位和前面对不上，可能抄错了一位。请对照执照看一眼；没抄错的话，再按一次就交上来了。',
  } satisfies Record<CreditCodeDoubt, string>,
  licence: '营业执照的照片',
  licenceLead: '拍正、拍全、字看得清。复印件要盖章。PDF请先转成图片。',
  seal: '印章印样的照片',
  sealLead: '盖在白纸上拍一张，印文要清楚。',
  photosNoScript: '您的浏览器不能在这里传照片。先把表交上来，审核的人会告诉您怎么补。',
  photosAdded: (n: number) => `已经加了${String(n)}张`,
  submit: '交上来',
  submitNote: '车管所的负责人会核对执照并打电话，审核的结果用短信告诉联系人。填的只用来审核这家机构。',
  tooOften: '这里交得太勤了，请十分钟后再来。您写的都在。',
  foreign: '这张表不是从本页面交上来的，没有收。请在本页面再按一次。',
  robot: '有一栏是给机器留的空，却填上了。请再按一次。您写的都在。',
  noCookies: '您的浏览器没有记住这张表（可能关了cookie），请打开后再按一次。您写的都在。',
  notTaken: '没有收成，是我们的系统忙。您写的都在，请再按一次。',
  doneTitle: '收到了',
  doneLead: '车管所会核对执照，给联系人打电话。',
  doneSteps: [
    '负责人核对执照和印章，有要改的一次告诉您。',
    '通过以后，联系人会收到短信。',
    '把经办人的委托书（写明起止日期）交给负责人，每人得到一个开通码，自己设密码、绑手机。',
  ],
  doneOther: '在别的车管所也要办，请在那里也登记一次。',
  again: '再登记一家',
  guide: '看看视频解押怎么办',
};
export type ApplyWords = typeof zh;

const en: ApplyWords = {
  heading: 'Lenders',
  title: 'Lenders: enrol for releases by video',
  lead: 'Enrol once. After approval your agents release mortgages online, together with the owner and an officer. No charge.',
  needs: 'You need the business licence (or a stamped copy), a copy of the seal, and somebody we can call.',
  faultsHead: (n) => `${String(n)} to look at before this can go in. Everything you wrote is kept.`,
  labels: {
    office: 'At which office',
    name: 'Name of the institution',
    code: 'Unified social credit code',
    kind: 'What kind of institution',
    contact: 'Name of the contact',
    phone: 'Mobile number of the contact',
  },
  hints: {
    name: 'As on the licence, with the branch.',
    code: 'Eighteen characters, as on the licence.',
    contact: 'Whoever checks this will call.',
    phone: 'The outcome is told to this number.',
  },
  kinds: { bank: 'Bank', 'auto-finance': 'Auto finance company', other: 'Other (small loans, guarantees, leasing …)' },
  faults: {
    office: 'Choose an office.',
    name: 'Write the name, 2 to 60 characters.',
    code: 'Write the credit code: digits and letters only.',
    kind: 'Choose a kind.',
    contact: 'Write the contact’s name, 2 to 20 characters.',
    phone: 'Write an 11-digit mobile number.',
  },
  doubts: {
    shape:
      'A credit code has eighteen characters, and this does not look like one. Compare it; if it is right, press again and it goes in.',
    'check-digit':
      'The last character of this code does not fit the others; one may be miscopied. Compare it; if it is right, press again and it goes in.',
  },
  licence: 'Photo of the business licence',
  licenceLead: 'Straight, whole and readable; a copy needs the stamp. Turn a PDF into a picture first.',
  seal: 'Photo of the seal’s print',
  sealLead: 'Stamped on white paper, the words clear.',
  photosNoScript: 'Your browser cannot add photos here. Hand the form in; you will be told how to add them.',
  photosAdded: (n) => `${String(n)} added`,
  submit: 'Hand it in',
  submitNote:
    'The office’s manager checks the licence and calls; the contact is told by message. What you write serves this check alone.',
  tooOften: 'Too many forms from here. Come back in ten minutes; everything you wrote is kept.',
  foreign: 'This form did not come from our page and was not taken. Press once more on this page.',
  robot: 'A field that is left for machines was filled in. Press once more; everything you wrote is kept.',
  noCookies: 'Your browser did not remember this form (cookies may be off). Allow them and press again; all is kept.',
  notTaken: 'It was not taken: our system is busy. Everything you wrote is kept; press once more.',
  doneTitle: 'Received',
  doneLead: 'The office checks the licence and calls the contact.',
  doneSteps: [
    'The manager checks licence and seal; whatever has to be mended is told at once.',
    'After approval the contact gets a message.',
    'Give the manager your agents’ mandates, with their dates; each agent gets a code and sets password and phone.',
  ],
  doneOther: 'For another office, apply there as well.',
  again: 'Another institution',
  guide: 'How a release by video goes',
};

const books: Record<Language, ApplyWords> = { zh, en };
export const applyWords = (language: Language): ApplyWords => books[language];
