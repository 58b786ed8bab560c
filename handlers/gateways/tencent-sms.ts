/** The way out to phones by Tencent Cloud SMS (SendSms, 2021-01-11). It sends approved templates only, each by its number. */
import * as z from 'zod';
import type { Sms, SmsEnd, SmsMessage } from '../../models/access/sms.ts';
import { templateName, type SmsTemplateIds } from '../../models/access/sms-templates.ts';
import { noticeTemplates } from '../../models/phrasebook/notice-templates.ts';
import { errorCode, log } from '../log.ts';
import { tencentAuthorization, type TencentKeys } from './tencent-signature.ts';

export type TencentSms = {
  /** `https://sms.tencentcloudapi.com`; another address for another network, or a peer in a test. */
  endpoint: string;
  region: string;
  /** SdkAppId. */
  app: string;
  /** 短信签名, approved; stands before each message. */
  sign: string;
  /**
   * `path`: the approved texts hold our own address and take what stands behind it, because carriers approve no text whose whole address is
   * a value.
   */
  links: 'whole' | 'path';
  keys(): Promise<TencentKeys>;
  templates(): Promise<SmsTemplateIds>;
  /** The carrier goes by the machine's clock, also where the office's is set for a trial. */
  nowMs?: () => number;
};

const TYPE = 'application/json; charset=utf-8';
const WAIT_MS = 3000;

const Status = z.object({ Code: z.string() });
const Answer = z.object({
  Response: z.object({
    Error: z.object({ Code: z.string() }).optional(),
    SendStatusSet: z.array(Status).optional(),
  }),
});

export const openTencentSms = (settings: TencentSms): Sms => ({
  async send(message) {
    try {
      const id = (await settings.templates()).ids[templateName(message)];
      // An operator has not entered it yet; the message stands among those to look at.
      if (id === undefined) return said(message, 'failed', 'no-template');
      const answer = await ask(settings, message, id);
      const { Error: refused, SendStatusSet: [status] = [] } = Answer.parse(await answer.json()).Response;
      const code = refused?.Code ?? status?.Code ?? 'no-status';
      return code === 'Ok' ? 'sent' : said(message, endOf(code), code);
    } catch (error) {
      return said(message, 'failed', errorCode(error));
    }
  },
});

async function ask(settings: TencentSms, message: SmsMessage, template: string): Promise<Response> {
  const { endpoint, region, app, sign, nowMs = Date.now } = settings;
  const body = JSON.stringify({
    PhoneNumberSet: [`+86${message.to}`],
    SmsSdkAppId: app,
    SignName: sign,
    TemplateId: template,
    TemplateParamSet: valuesOf(message, settings.links),
    // Comes back with the receipt, so that what was sent twice after a crash can be told from two messages.
    ...(message.id === undefined ? {} : { SessionContext: message.id }),
  });
  const second = Math.floor(nowMs() / 1000);
  const { host } = new URL(endpoint);
  return fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': TYPE,
      authorization: tencentAuthorization(await settings.keys(), {
        host,
        service: 'sms',
        contentType: TYPE,
        body,
        second,
      }),
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': String(second),
      'x-tc-region': region,
    },
    body,
    signal: AbortSignal.timeout(WAIT_MS),
  });
}

/** In the order in which they stand in the sentence that was filed. */
function valuesOf({ template, language, values }: SmsMessage, links: TencentSms['links']): string[] {
  const text = noticeTemplates().find((one) => one.template === template)?.[language] ?? '';
  return [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => {
    const value = values[name] ?? '';
    return name === 'link' && links === 'path' ? value.replace(/^https?:\/\/[^/]+\//u, '') : value;
  });
}

/** By the published list of codes; whatever it does not know is tried again. */
const ends: readonly [RegExp, SmsEnd][] = [
  [/^LimitExceeded|^RequestLimitExceeded/u, 'later'],
  [/IncorrectPhoneNumber|PhoneNumberInBlacklist|ProhibitSendToThisNumber|PhoneNumberNotEnabled/u, 'no-phone'],
];
const endOf = (code: string): SmsEnd => ends.find(([shape]) => shape.test(code))?.[1] ?? 'failed';

/** Template and trouble only: neither number nor values are ever logged. */
function said<End extends SmsEnd>({ template }: SmsMessage, end: End, error: string): End {
  log('sms-failed', { code: template, error });
  return end;
}
