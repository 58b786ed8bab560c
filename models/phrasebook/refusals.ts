/** What a person reads when something was refused: what was wrong, and what to do. */
import type { Refusal, RefusalKind } from '../outcome.ts';
import { broadcastRefusals } from './broadcast-refusals.ts';
import { appointmentRefusals } from './appointment-refusals.ts';
import { helperRefusals } from './helper-words.ts';
import { lenderRefusals } from './lender-refusals.ts';
import { evidenceRefusals } from './evidence-refusals.ts';
import { matterRefusals } from './matter-refusals.ts';
import { passwordWords } from './password-words.ts';
import { releaseRefusals } from './release-refusals.ts';
import { ownReleaseRefusals } from './own-release-refusals.ts';
import { liveRefusals } from './live-refusals.ts';
import { roomRefusals } from './room-refusals.ts';
import { sheetRefusals } from './sheet-talk.ts';
import { webhookRefusals } from './webhook-refusals.ts';

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
  ...helperRefusals,
  [
    /^signed out/,
    {
      zh: '登录已过期，请重新登录。您写的还在。',
      en: 'You are signed out. Please sign in again; what you wrote is kept.',
    },
  ],
  [
    /^wrong name, password or code, (\d+) tries left/,
    { zh: '登录名、密码或验证码不对，还能试$1次。', en: 'Name, password or code is wrong. $1 tries left.' },
  ],
  [
    /^wrong name, password or code/,
    { zh: '登录名、密码或验证码不对，请再输一次。', en: 'Name, password or code is wrong. Please try again.' },
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
      zh: '这个验证码刚用过，请等手机上换下一个（最多30秒）。',
      en: 'This code was just used. Wait for the next one on your phone (30 seconds at most).',
    },
  ],
  ...Object.entries(passwordWords).map(([fault, words]) => [new RegExp(`^password ${fault}$`, 'u'), words] as const),
  [
    /^this sign-in name is taken/,
    {
      zh: '这个登录名已经有人用了，请换一个，比如后面加个数字。',
      en: 'This sign-in name is taken. Please choose another.',
    },
  ],
  [
    /^nobody administers the own account/,
    {
      zh: '自己的账号不能自己管，请另一位管理员来办。这样单位里总留着一位能管账号的人。',
      en: 'Nobody administers their own account; ask another operator. So the office always keeps one.',
    },
  ],
  [/^this account is closed already/, { zh: '这个账号已经停用了。', en: 'This account is closed already.' }],
  [/^this account is open already/, { zh: '这个账号本来就在用。', en: 'This account is open already.' }],
  [
    /^a closed account has to be opened/,
    { zh: '账号停用着，先恢复，再重新开通。', en: 'The account is closed. Open it again first, then reset it.' },
  ],
  [
    /^no such enrolment/,
    {
      zh: '登录名或开通码不对，或者已经用过。请对照再输一次，还不行就找管理员再要一个。',
      en: 'The sign-in name or the code is wrong, or it was used already. Check again, or ask the operator for a new one.',
    },
  ],
  [
    /^enrolment expired/,
    {
      zh: '这个开通码过了24小时，不能用了。请管理员再给一个。',
      en: 'This code is older than 24 hours and no longer works. Ask the operator for a new one.',
    },
  ],
  [
    /^wrong code from the new phone/,
    {
      zh: '验证码对不上。请看手机上最新的6位数字，手机时间要准。',
      en: 'The code does not match. Type the newest six digits; the phone’s clock must be right.',
    },
  ],
  [
    /^no new phone is being set up/,
    { zh: '绑定超过15分钟了，请从头再来一次。', en: 'Setting up took more than 15 minutes. Please start again.' },
  ],
  [
    /^the present password is wrong/,
    { zh: '现在的密码不对，请再输一次。', en: 'The present password is wrong. Please try again.' },
  ],
  [
    /^too many wrong tries at the own account/,
    {
      zh: '试得太多了，请过15分钟再来。忘了密码就找管理员重新开通。',
      en: 'Too many tries. Come back in 15 minutes, or ask the operator for a reset.',
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
  [
    /^a published card is changed by/,
    { zh: '在用的步骤卡不能直接改，请另提一份，由同事发布。', en: 'A card in use is changed by a new proposal.' },
  ],
  [/^a verified card names/, { zh: '标“已核实”要写明依据。', en: 'A verified card names its source.' }],
  [
    /^(\d+) other cards would no longer/,
    {
      zh: '发布了，别的步骤卡有$1处就找不着了，先改关键词。',
      en: '$1 other cards would no longer be found. Change the words.',
    },
  ],
  [/^an answer needs its words/, { zh: '还缺答案或依据，补上再发布。', en: 'The answer or its source is missing.' }],
  [
    /^the photo has not arrived/,
    { zh: '照片还没传完，请再传一次。', en: 'The photo has not arrived yet. Please send it again.' },
  ],
  [
    /^the photo drawn on is gone/,
    {
      zh: '这张图已经不在了，标不上去。请再发一张来标。',
      en: 'This picture is no longer there, so it cannot be marked. Please send another one.',
    },
  ],
  [
    /^the request must come from/,
    { zh: '请求来路不对，已拒绝。请从本页面操作。', en: 'The request did not come from this page and was refused.' },
  ],
  ...matterRefusals,
  ...releaseRefusals,
  ...lenderRefusals,
  ...appointmentRefusals,
  ...roomRefusals,
  ...liveRefusals,
  ...webhookRefusals,
  ...broadcastRefusals,
  ...ownReleaseRefusals,
  ...evidenceRefusals,
  ...sheetRefusals,
  [/^no phone number was given/, { zh: '群众没有留电话。', en: 'No phone number was given.' }],
  [
    /^wrong phone code, 0 tries left/,
    {
      zh: '验证码不对，这一条不能再试了。请再要一条新的。',
      en: 'The code is wrong, and this one cannot be tried again. Please ask for a new one.',
    },
  ],
  [
    /^wrong phone code, (\d+) tries left/,
    {
      zh: '验证码不对，请对照短信再输一次，还能试$1次。',
      en: 'The code is wrong. Check the message and type it again; $1 tries left.',
    },
  ],
  [
    /^phone code no longer works/,
    {
      zh: '这条验证码过期了，或者已经用过。请再要一条新的，您写的都还在。',
      en: 'This code has run out or was used. Please ask for a new one; what you wrote is kept.',
    },
  ],
  [
    /^phone codes come a minute apart/,
    {
      zh: '刚给这个手机发过验证码，请先看短信。没收到的话，一分钟后可以再要一条。',
      en: 'A code was just sent to this phone. If it does not arrive, you can ask for another in a minute.',
    },
  ],
  [
    /^no more phone codes today/,
    {
      zh: '今天给这个手机发的验证码已经够多了。请明天再来，或者打电话找我们登记。',
      en: 'This phone has had enough codes today. Please come back tomorrow, or call us.',
    },
  ],
  [
    /^too many phone codes from one place/,
    {
      zh: '这里要验证码要得太勤了，请一小时后再来，或者打电话找我们登记。',
      en: 'Too many codes were asked for from here. Please come back in an hour, or call us.',
    },
  ],
  [
    /^phone code was not sent/,
    {
      zh: '短信没有发出去，是我们这边的问题，您写的都还在。请再按一次“重新发送”。',
      en: 'The message was not sent; the fault is ours and what you wrote is kept. Please press “Send again”.',
    },
  ],
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
