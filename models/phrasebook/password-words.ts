/** Why a new password is not taken, in one sentence each. */
import type { PasswordFault } from '../access/password-fault.ts';

export const passwordWords = {
  'too-short': {
    zh: '密码至少要12位。几个不相干的词连起来，好记又难猜。',
    en: 'At least 12 characters. A few unrelated words in a row are easy to keep and hard to guess.',
  },
  known: {
    zh: '这个密码主要是大家常用、已经泄露过的，请换一个。',
    en: 'This is mostly made of common, already leaked passwords. Please choose another.',
  },
  pattern: {
    zh: '密码太有规律了，像重复、连号或键盘顺序，请换一个。',
    en: 'Too regular: repeats, runs or keys in a row. Please choose another.',
  },
  name: {
    zh: '密码里有您的姓名或登录名，拼音也算，别人最先试这个。',
    en: 'It contains your name or sign-in name, which is what others try first.',
  },
  office: {
    zh: '密码里有单位名或“车管所”这类词，容易被猜到。',
    en: 'It contains the office’s name or a word like it, which is easy to guess.',
  },
  plate: {
    zh: '密码里像有车牌号，请换成和车无关的。',
    en: 'It seems to contain a number plate. Please leave that out.',
  },
  number: {
    zh: '密码里像有手机号或身份证号，请去掉。',
    en: 'It seems to contain a phone or identity number. Please leave that out.',
  },
  date: {
    zh: '密码里像有生日或日期，请去掉。',
    en: 'It seems to contain a birthday or a date. Please leave that out.',
  },
  same: { zh: '新密码和现在的一样，请换一个。', en: 'The new password is the one you have. Please choose another.' },
} as const satisfies Record<PasswordFault, { zh: string; en: string }>;
