/** What programs of other bodies show their users about our matters; each sentence stands alone. */
import type { StateName } from '../complaint/complaint.ts';
import type { Language } from './refusals.ts';

type Both = Record<Language, string>;

export const open311Notes = {
  filed: { zh: '收到了，还没有分下去。', en: 'Received, not yet handed on.' },
  accepted: { zh: '受理了。', en: 'Taken on.' },
  assigned: { zh: '受理了，有专人承办。', en: 'Taken on, somebody is in charge.' },
  working: { zh: '正在办。', en: 'Being worked on.' },
  'waiting-for-citizen': { zh: '等反映的人补充。', en: 'Waiting for something from the person who reported it.' },
  resolved: {
    zh: '答复了，办没办成等反映的人说。',
    en: 'Answered; whether it is really done is for the person to say.',
  },
  confirmed: { zh: '反映的人说办成了。', en: 'The person says that it is done.' },
  declined: {
    zh: '不归这个窗口办，理由和该找哪儿已经告诉反映的人。',
    en: 'Not for this window; the person was told why and whom to turn to.',
  },
  withdrawn: { zh: '反映的人撤回了。', en: 'Withdrawn by the person.' },
  merged: { zh: '和同一个人的另一件合起来办。', en: 'Goes on together with another report of the same person.' },
  closed: { zh: '归档了。', en: 'Filed away.' },
} as const satisfies Record<StateName, Both>;

export const open311Words = {
  group: { zh: '“办不成事”反映窗口', en: 'The window for what could not be done' },
  described: {
    phone: { zh: '要留手机号，确认以后登记。', en: 'Needs a phone number; filed once that is confirmed.' },
    nameless: { zh: '可以不留手机号。', en: 'May be reported without a phone number.' },
  },
  words: { zh: '文字', en: 'Words' },
  number: { zh: '数字', en: 'A number' },
  errors: {
    'no-jurisdiction': { zh: '没有写是哪个车管所（jurisdiction_id）。', en: 'jurisdiction_id was not provided.' },
    'unknown-jurisdiction': {
      zh: '没有这个车管所（jurisdiction_id）。',
      en: 'jurisdiction_id provided was not found.',
    },
    'no-service': { zh: '没有写是哪一类（service_code）。', en: 'service_code was not provided.' },
    'unknown-service': { zh: '没有这一类（service_code）。', en: 'service_code provided was not found.' },
    'unknown-request': { zh: '没有这一件（service_request_id）。', en: 'service_request_id provided was not found.' },
    'unknown-token': { zh: '没有这个凭据（token），或者过期了。', en: 'token provided was not found, or has expired.' },
    'unknown-resource': { zh: '没有这个地址，格式只有xml和json。', en: 'No such resource; formats are xml and json.' },
    'wrong-key': {
      zh: '没有api_key，或者它不能用于这个车管所。',
      en: 'Missing or invalid api_key for this jurisdiction.',
    },
    'too-many': { zh: '来得太勤了，请过一会儿再来。', en: 'Too many requests; please try again later.' },
    'wrong-dates': {
      zh: '日期请写成2026-11-18T00:00:00Z这样，前后不超过90天。',
      en: 'Dates must look like 2026-11-18T00:00:00Z and span at most 90 days.',
    },
    'wrong-status': { zh: 'status只有open和closed。', en: 'status must be open or closed.' },
    'wrong-code': { zh: '短信里的验证码不对，或者过期了。', en: 'The code from the message is wrong or has expired.' },
    'no-message': {
      zh: '验证码没有发出去，请过一会儿再试。',
      en: 'The code could not be sent; please try again later.',
    },
    'not-form': {
      zh: '请用application/x-www-form-urlencoded提交，不超过64 KB。',
      en: 'Please post application/x-www-form-urlencoded, 64 KB at most.',
    },
    'too-long': { zh: '写得太长了，请短一些。', en: 'Too long; please shorten it.' },
    broken: { zh: '我们这边出了差错，请告诉我们。', en: 'Something went wrong on our side; please notify us.' },
  },
  filed: {
    zh: (number: string, code: string, answer: string): string =>
      `登记了，编号${number}，查询码${code}，最晚${answer}答复。查询码别给别人看。`,
    en: (number: string, code: string, answer: string): string =>
      `Filed as ${number}, query code ${code}; answered by ${answer} at the latest. Keep the code to yourself.`,
  },
  confirm: {
    zh: (tail: string): string => `验证码发到了尾号${tail}的手机，5分钟内有效。确认以后才登记。`,
    en: (tail: string): string =>
      `A code was sent to the phone ending in ${tail}, good for five minutes. The report is filed once it is confirmed.`,
  },
} as const;
export type Open311Fault = keyof typeof open311Words.errors;
