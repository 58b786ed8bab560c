/** The way out to WeChat's interfaces: one pass for all functions, asked anew once when the platform no longer takes it. */
import { accessToken } from '../../functions/wechat/access-token.ts';
import type { Deps } from '../../functions/deps.ts';
import { done, refused } from '../../models/outcome.ts';
import { OpenId, type WeChatAccount, type WeChatFault, type WeChatSent } from '../../models/wechat/account.ts';
import { asButton } from '../../models/wechat/menu.ts';
import { errorCode, log } from '../log.ts';
import type { WeChatSettings } from './wechat-settings.ts';

type Answer = Record<string, unknown> & { errcode?: number };
const PATIENCE_MS = 4000;
const BROKEN_MS = 10_000;
/** A pass the platform does not know (any more). */
const passFaults = [40001, 40014, 42001];

/** The platform's numbers that change what we do; all others are `not-taken`. -1 is its own “busy” and ours for a broken line. */
const faultOf: Record<number, WeChatFault> = {
  [-1]: 'busy',
  40003: 'not-following',
  40037: 'not-permitted',
  43004: 'not-following',
  43101: 'not-permitted',
  45009: 'daily-limit',
  45015: 'outside-window',
  45047: 'count-used',
  48001: 'not-permitted',
  48002: 'not-following',
};

export function openWeChatAccount(
  deps: Pick<Deps, 'weChatTokens' | 'now' | 'newId'>,
  settings: WeChatSettings,
): WeChatAccount {
  const { api, appId } = settings;
  /** Held for the time of one instance; `refused` makes it look again. */
  let pass: { token: string; untilMs: number } | undefined;

  /** After a broken line nobody waits for the next one: the stream and the sweep have more to do than this. */
  let brokenUntil = 0;

  const ask = async (path: string, init: RequestInit = {}): Promise<Response | undefined> => {
    if (brokenUntil > Date.now()) return undefined;
    try {
      return await fetch(`${api}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch (error) {
      // The address holds the pass: neither it nor the message is logged.
      log('wechat-failed', { error: errorCode(error) });
      brokenUntil = Date.now() + BROKEN_MS;
      return undefined;
    }
  };
  const read = async (answer: Response | undefined): Promise<Answer> => {
    // A message's number is longer than a number can hold exactly.
    const text = (await answer?.text().catch(() => undefined))?.replace(/("msgid"\s*:\s*)(\d+)/u, '$1"$2"');
    return text === undefined ? { errcode: -1 } : answerIn(text);
  };
  const post = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  const passFor = async (refused?: string): Promise<string | undefined> => {
    if (pass !== undefined && pass.token !== refused && pass.untilMs > Date.now()) return pass.token;
    const { secret } = await settings.secrets();
    const token = await accessToken(
      deps,
      async (force) => {
        const asked = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force };
        const answer = await read(await ask('/cgi-bin/stable_token', post(asked)));
        const { access_token: got, expires_in: seconds } = answer;
        if (typeof got === 'string' && typeof seconds === 'number') return { token: got, seconds };
        log('wechat-failed', { error: String(answer.errcode ?? '') });
        return undefined;
      },
      refused,
    );
    pass = token === undefined ? undefined : { token, untilMs: Date.now() + 60_000 };
    return token;
  };

  /** Asks with the pass; with a new one when the first is no longer taken. */
  const withPass = async <T>(
    go: (pass: string) => Promise<T>,
    codeOf: (answer: T) => number | undefined,
  ): Promise<T | undefined> => {
    const token = await passFor();
    if (token === undefined) return undefined;
    const answer = await go(token);
    if (!passFaults.includes(codeOf(answer) ?? 0)) return answer;
    const renewed = await passFor(token);
    return renewed === undefined ? answer : go(renewed);
  };
  const call = async (path: string, init: RequestInit): Promise<Answer> =>
    (await withPass(
      async (token) => read(await ask(`${path}?access_token=${token}`, init)),
      ({ errcode }) => errcode,
    )) ?? { errcode: -1 };
  const sent = async (path: string, body: unknown): Promise<WeChatSent> => {
    const { errcode, msgid } = await call(path, post(body));
    if (errcode === undefined || errcode === 0)
      return { ok: true, ...(typeof msgid === 'string' ? { message: msgid } : {}) };
    log('wechat-failed', { error: String(errcode) });
    return { ok: false, fault: faultOf[errcode] ?? 'not-taken' };
  };

  return {
    sendText: (to, text) =>
      sent('/cgi-bin/message/custom/send', { touser: to, msgtype: 'text', text: { content: text } }),
    sendPicture: (to, media) =>
      sent('/cgi-bin/message/custom/send', { touser: to, msgtype: 'image', image: { media_id: media } }),
    sendTemplate: ({ to, id, template, values, url }) => {
      const number = settings.templates[template];
      if (number === undefined) return Promise.resolve({ ok: false, fault: 'not-permitted' });
      const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
      return sent('/cgi-bin/message/template/send', {
        touser: to,
        template_id: number,
        client_msg_id: id,
        ...(url === undefined ? {} : { url }),
        data,
      });
    },
    async mediaOf(media) {
      const got = await withPass(
        async (token) => {
          const query = new URLSearchParams({ access_token: token, media_id: media });
          const answer = await ask(`/cgi-bin/media/get?${query.toString()}`);
          const json = answer?.headers.get('content-type')?.includes('json') === true || answer?.ok !== true;
          return json ? { fault: (await read(answer)).errcode } : { bytes: Buffer.from(await answer.arrayBuffer()) };
        },
        ({ fault }) => fault,
      ).catch(() => undefined);
      return got?.bytes === undefined ? refused('not-found', 'the platform has no such file now') : done(got.bytes);
    },
    async uploadPicture(bytes, mime) {
      const form = new FormData();
      form.append('media', new Blob([new Uint8Array(bytes)], { type: mime }), `picture.${mime.split('/')[1] ?? 'jpg'}`);
      const answer = await withPass(
        async (token) =>
          read(await ask(`/cgi-bin/media/upload?access_token=${token}&type=image`, { method: 'POST', body: form })),
        ({ errcode }) => errcode,
      );
      const media = answer?.['media_id'];
      return typeof media === 'string' ? done(media) : refused('wrong-state', 'the platform did not take the picture');
    },
    async openIdOf(code) {
      const { secret } = await settings.secrets();
      const query = new URLSearchParams({ appid: appId, secret, code, grant_type: 'authorization_code' });
      const answer = await read(await ask(`/sns/oauth2/access_token?${query.toString()}`));
      const who = OpenId.safeParse(answer['openid']);
      return who.success ? done(who.data) : refused('not-allowed', 'the platform does not know this code');
    },
    async createMenu(menu) {
      const { errcode } = await call('/cgi-bin/menu/create', post({ button: menu.map(asButton) }));
      return errcode === 0 ? done(undefined) : refused('wrong-state', `the menu was not taken (${String(errcode)})`);
    },
  };
}

function answerIn(text: string): Answer {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Answer) : { errcode: -1 };
  } catch {
    return { errcode: -1 };
  }
}
