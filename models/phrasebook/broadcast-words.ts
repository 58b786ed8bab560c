/** What a radio script, its printed page and its feeds say around the published text. */
import type { SpokenPart } from '../broadcast/item.ts';

type Both = Record<'zh' | 'en', string>;

/** The radio speaks Chinese: what the speaker reads is in no other language. */
export const broadcastWords = {
  question: (matter: string) => `${matter}，怎么办、带什么？`,
  office: '车管所的业务',
  aboutMatter: (matter: string) => `关于“${matter}”，有人问起的一点`,
  where: (place: string) => `到这里办：${place}`,
  more: '各人情况不同，要带的会差一两样，在网上问车管所，能得到自己的清单。',
  title: (from: string, to: string) => `空中电波：${from}到${to}问得最多的`,
  spoken: {
    question: '问：',
    answer: '答：',
    papers: '要带的：',
    fee: '费用：',
    time: '时间：',
    source: '依据：',
  } as const satisfies Record<SpokenPart['of'], string>,
} as const;

const dayZh = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
};
const shortZh = (day: string): string => dayZh(day).slice(5);

export const airPageWords = {
  title: { zh: '空中电波', en: 'On the air' },
  lead: {
    zh: '每周问得最多的事，由车管所写好答案，负责人批准，交给交通广播播出。',
    en: 'What people asked most each week, answered by the vehicle office, approved by its manager, for the traffic radio.',
  },
  none: { zh: '还没有批准的稿子。', en: 'No script has been approved yet.' },
  feeds: { zh: '给电台和阅读器', en: 'For stations and feed readers' },
  other: { zh: 'English', en: '中文' },
  inChinese: {
    zh: '',
    en: 'The scripts are read out in Chinese and are shown as they are read.',
  },
  asked: {
    zh: (from: string, to: string) => `${dayZh(from)}—${shortZh(to)}问得最多的`,
    en: (from: string, to: string) => `most asked from ${from} to ${to}`,
  },
  aired: {
    zh: (day: string, programme: string) => `${shortZh(day)}在“${programme}”播出`,
    en: (day: string, programme: string) => `aired on ${day} in “${programme}”`,
  },
  approved: { zh: (day: string) => `${shortZh(day)}批准`, en: (day: string) => `approved on ${day}` },
  notYet: { zh: '还没有批准，不要播出', en: 'Not approved yet: not for the air' },
  withdrawn: { zh: '已经撤回，不要播出', en: 'Withdrawn: not for the air' },
  length: {
    zh: (minutes: number, seconds: number) =>
      `约${minutes === 0 ? '' : `${String(minutes)}分`}${minutes > 0 && seconds === 0 ? '' : `${String(seconds)}秒`}`,
    en: (minutes: number, seconds: number) =>
      `about ${minutes === 0 ? '' : `${String(minutes)} min `}${String(seconds)} s`,
  },
  lengthHow: {
    zh: (signs: number) => `按每分钟${String(signs)}字估的，以播音员为准`,
    en: (signs: number) => `reckoned at ${String(signs)} signs a minute; the speaker decides`,
  },
  whole: { zh: '全稿', en: 'The whole' },
  checked: { zh: (day: string) => `指南${dayZh(day)}核对`, en: (day: string) => `guide checked on ${day}` },
  free: {
    zh: '稿子只用问的次数和公布过的指南写成，没有任何人的话和资料。',
    en: 'Written from counts and published guides alone; it holds nobody’s words or data.',
  },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '各期节目', en: 'All programmes' },
  read: { zh: '看稿子', en: 'Read it' },
} as const satisfies Record<string, Both | Record<'zh' | 'en', (...args: never[]) => string>>;
