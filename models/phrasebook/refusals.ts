/** What a person reads when something was refused: what was wrong, and what to do. */
import type { Refusal, RefusalKind } from '../outcome.ts';

export type Language = 'zh' | 'en';
type Both = Record<Language, string>;

const byKind = {
  'bad-input': {
    zh: '这一项填得不对，请看一下再发。您写的都还在。',
    en: 'Something here is not filled in right. Please look at it again; nothing you wrote is lost.',
  },
  'not-allowed': {
    zh: '这件事您现在不能做。需要的话，请找本单位的管理员开通。',
    en: 'You may not do this. If you need to, ask your office’s administrator.',
  },
  'not-found': { zh: '没有找到。请核对后再试。', en: 'Nothing was found. Please check and try again.' },
  'wrong-state': {
    zh: '现在做不了这一步，情况已经变了。请刷新看看最新的。',
    en: 'This step is not possible now: the matter has moved on. Please look at the newest state.',
  },
  stale: {
    zh: '有人比您先改了。已为您取来最新的，您写的还在，请看过再发。',
    en: 'Somebody changed it before you. The newest is shown, your words are kept; look and send again.',
  },
  'too-many': { zh: '试得太勤了，请过一会儿再来。', en: 'Too many tries. Please come back in a while.' },
} as const satisfies Record<RefusalKind, Both>;

/** Sentences for particular refusals, by the beginning of their detail. */
const byDetail: readonly (readonly [RegExp, Both])[] = [
  [
    /^signed out/,
    {
      zh: '登录已过期，请重新登录。您写的还在。',
      en: 'You are signed out. Please sign in again; what you wrote is kept.',
    },
  ],
  [
    /^wrong name, password or code, (\d+) tries left/,
    { zh: '姓名、密码或动态码不对，还能试$1次。', en: 'Name, password or code is wrong. $1 tries left.' },
  ],
  [
    /^wrong name, password or code/,
    { zh: '姓名、密码或动态码不对，请再输一次。', en: 'Name, password or code is wrong. Please try again.' },
  ],
  [
    /^locked/,
    {
      zh: '连错五次，这个账号先锁15分钟。急用请找管理员。',
      en: 'Five wrong tries: this account is locked for 15 minutes. If it is urgent, ask the administrator.',
    },
  ],
  [
    /^this code was used/,
    {
      zh: '这个动态码刚用过，请等手机上换下一个（最多30秒）。',
      en: 'This code was just used. Wait for the next one on your phone (30 seconds at most).',
    },
  ],
  [/^taken by (.+)/, { zh: '$1已经接了这位群众。', en: '$1 has already taken this conversation.' }],
  [
    /^this conversation is already yours/,
    { zh: '这位群众已经在您手上了。', en: 'This conversation is already yours.' },
  ],
  [
    /^this conversation is with another officer/,
    {
      zh: '这位群众在别的同事手上，只有他能回。可以写内部备注。',
      en: 'This conversation is with a colleague, and only they may answer. You can leave a private note.',
    },
  ],
  [
    /^a colleague answered meanwhile/,
    {
      zh: '同事刚刚回过了。先看看他的，您写的还在，没有发出去。',
      en: 'A colleague has just answered. Look at theirs first; your words are kept and were not sent.',
    },
  ],
  [
    /^a second person publishes/,
    {
      zh: '改的人不能自己发布，请另一位同事来发布。',
      en: 'Whoever edited an answer may not publish it. Ask a colleague.',
    },
  ],
  [
    /^(\d+) other lines would be answered worse/,
    {
      zh: '发布后会有$1句别的话答错，先改问法再发布。',
      en: '$1 other lines would be answered worse. Change the questions first.',
    },
  ],
  [/^an answer needs its words/, { zh: '还缺答案或依据，补上再发布。', en: 'The answer or its source is missing.' }],
  [
    /^the photo has not arrived/,
    { zh: '照片还没传完，请再传一次。', en: 'The photo has not arrived yet. Please send it again.' },
  ],
  [
    /^the request must come from/,
    { zh: '请求来路不对，已拒绝。请从本页面操作。', en: 'The request did not come from this page and was refused.' },
  ],
  [/^no phone number was given/, { zh: '群众没有留电话。', en: 'No phone number was given.' }],
  [
    /^too many tries from this address/,
    {
      zh: '这台设备试得太勤了，请一分钟后再来。',
      en: 'Too many tries from this device. Please come back in a minute.',
    },
  ],
];

export function refusalSentence({ kind, detail }: Refusal, language: Language): string {
  for (const [pattern, sentence] of byDetail) {
    const match = pattern.exec(detail);
    if (match !== null) return sentence[language].replace('$1', match[1] ?? '');
  }
  return byKind[kind][language];
}

/** Something broke on our side; `code` is four characters to tell the office. */
export const brokenSentence = (code: string, language: Language): string =>
  language === 'zh'
    ? `我们的系统出了问题，您的话没有丢，请再试一次。报修号${code}。`
    : `Something broke on our side. Nothing you wrote is lost; please try again. Reference ${code}.`;
