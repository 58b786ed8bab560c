/** The sentences about a guidance sheet for talks and phones, and what is said when something on it is refused. */
import type { SheetNews } from '../sheet/news.ts';
import type { Language } from './refusals.ts';

type Both = Record<Language, string>;

/** An officer's question about one paper, as it stands in the talk. */
export const aboutPaper = (paper: string, text: string, language: Language): string =>
  language === 'zh' ? `关于“${paper}”：${text}` : `About “${paper}”: ${text}`;

const zh = {
  opened: (service: string, n: number) =>
    `警官给您开了一张清单：${service}，一共${String(n)}样。一样一样跟您对，您这边同时看得到。`,
  judged: (good: number, again: number) =>
    again === 0
      ? `照片都看过了，${String(good)}样都可以。到窗口报预审码，不用再看一遍。`
      : good === 0
        ? `照片都看过了，有${String(again)}样要重来。下面一次说清，照着改就行。`
        : `照片都看过了，${String(good)}样可以，${String(again)}样要重来。下面一次说清，别的不用再拍。`,
  given: (service: string) =>
    `这是您的一次性告知单：${service}。哪样好了、还差什么、去哪儿拿，都在上面，能打印，也能留在手机里。`,
  'ends-soon': (day: string) => `您的预审结果有效到${day}。请在这之前来窗口，过了要重新看照片。`,
  openSheet: '打开清单',
  openNotice: '看告知单',
  good: '可以',
  again: '重拍',
  another: '换一样',
  missing: '还差',
  fine: '好了',
  bring: '要带',
  code: '预审码',
  validTo: (day: string) => `任一窗口都能查，有效到${day}`,
};
const en: typeof zh = {
  opened: (service, n) =>
    `The officer has opened a list for you: ${service}, ${String(n)} ${n === 1 ? 'paper' : 'papers'}. You see every tick as it is made.`,
  judged: (good, again) =>
    again === 0
      ? 'All photos were looked at, and everything is good. Give the check code at any window.'
      : `All photos were looked at: ${String(good)} good, ${String(again)} to take again. Everything is said below, at once.`,
  given: (service) =>
    `Your notice of all papers: ${service}. It says what is ready, what is missing and where to get it.`,
  'ends-soon': (day) =>
    `What was checked on your photos counts until ${day}. Please come before; after it they have to be looked at again.`,
  openSheet: 'Open the list',
  openNotice: 'See the notice',
  good: 'Good',
  again: 'Again',
  another: 'Another',
  missing: 'Missing',
  fine: 'Ready',
  bring: 'Bring',
  code: 'Check code',
  validTo: (day) => `Any window can look it up, until ${day}`,
};
export const sheetTalk = (language: Language): typeof zh => (language === 'zh' ? zh : en);

export const sheetTemplate = (news: SheetNews): string => `sheet-${news}`;

/** For phones: the number and the way to the page, nothing that a stranger who sees the screen could learn from. */
const texts: Record<SheetNews, Both> = {
  opened: { zh: '警官给您开了材料清单{number}：{link}', en: 'An officer opened the list {number} for you: {link}' },
  judged: {
    zh: '清单{number}的照片都看过了，哪样可以、哪样要重来看这里：{link}',
    en: 'The photos of {number} were looked at. See what is good and what to take again: {link}',
  },
  given: { zh: '您的一次性告知单{number}在这里：{link}', en: 'Your notice of all papers {number}: {link}' },
  'ends-soon': {
    zh: '清单{number}的预审结果快到期了，请按时来窗口：{link}',
    en: 'What was checked for {number} ends soon. Please come in time: {link}',
  },
};
export const sheetTemplates = (): { template: string; zh: string; en: string }[] =>
  (Object.entries(texts) as [SheetNews, Both][]).map(([news, words]) => ({ template: sheetTemplate(news), ...words }));

export const sheetRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^a colleague changed this (paper|sheet)/,
    {
      zh: '同事刚改过，已换成最新的。看一眼再点一次。',
      en: 'A colleague has just changed it; the newest is shown. Look, and press again.',
    },
  ],
  [
    /^this sheet is over/,
    {
      zh: '这张清单已经用过或者到期了，不能再改。需要的话请再开一张。',
      en: 'This list was used or has run out. If you need it, have a new one opened.',
    },
  ],
  [
    /^some photos have no verdict yet/,
    {
      zh: '还有照片没看完。都看完再一起发，让群众一次听清。',
      en: 'Some photos have no verdict yet. Judge them all, then tell everything at once.',
    },
  ],
  [/^there is nothing new to tell/, { zh: '没有新的结果要发。', en: 'There is nothing new to tell.' }],
  [
    /^another reason needs its words/,
    { zh: '选了“别的原因”，请写一句是什么。', en: 'Please say what the other reason is.' },
  ],
  [
    /^an officer has looked at this photo already/,
    { zh: '警官已经看过这张了，不能撤回。', en: 'An officer has looked at this photo already.' },
  ],
  [
    /^this paper was found good already/,
    { zh: '这一样已经看过，没问题，不用再拍。', en: 'This paper was found good already.' },
  ],
  [
    /^three photos of a paper/,
    { zh: '一样最多三张，先撤回一张再拍。', en: 'Three photos of a paper are enough. Take one back first.' },
  ],
  [
    /^this is no check code/,
    {
      zh: '预审码是8位字母和数字，这个对不上。请对照再输一次。',
      en: 'A check code has eight letters and digits; this is none. Please check it.',
    },
  ],
  [
    /^no check with this code/,
    {
      zh: '本单位没有这个预审码。请对照再输一次，或看看是不是别的车管所的。',
      en: 'This office has no such code. Please check it, or ask which office gave it.',
    },
  ],
  [/^this check was used already/, { zh: '这个预审码已经用过了。', en: 'This check was used already.' }],
  [
    /^too many codes looked up/,
    { zh: '查得太多了，请一小时后再查。', en: 'Too many look-ups. Please come back in an hour.' },
  ],
];
