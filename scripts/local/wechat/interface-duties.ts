/** What each address of the platform's interface does. */
import type { AccessTokens } from './access-tokens.ts';
import type { PeerAccount } from './account.ts';
import type { Deeds } from './deeds.ts';
import { PlatformRefusal } from './error-codes.ts';
import {
  sendCustom,
  sendTemplate,
  showTyping,
  somebody,
  type CustomMessage,
  type TemplateMessage,
} from './late-messages.ts';
import { mediaRules, type Media, type MediaKind } from './media.ts';
import { checkMenu, type Menu } from './menu.ts';
import type { PageAuthorization } from './page-authorization.ts';
import type { Phones } from './phones.ts';

export type Asked = { path: string; method: string; query: URLSearchParams; type: string; body: Buffer; from: string };
export type InterfaceParts = {
  account: PeerAccount;
  tokens: AccessTokens;
  phones: Phones;
  media: Media;
  pages: PageAuthorization;
  deeds: Deeds;
  now(): number;
};
export type Duty = (asked: Asked) => unknown;
/** A file instead of words. */
export type FileAnswer = { bytes: Buffer; type: string; name: string };
export const isFile = (answer: unknown): answer is FileAnswer =>
  typeof answer === 'object' && answer !== null && 'bytes' in answer;

type Sent = CustomMessage &
  TemplateMessage &
  Partial<Menu> &
  Credentials & { force_refresh?: boolean; command?: string };
type Credentials = { appid?: string | null; secret?: string | null };

const SAME_MS = 10 * 60_000;

export type InterfaceDuties = {
  /** Without a token: these give one, or exchange a code. */
  open: Record<string, Duty>;
  guarded: Record<string, Duty>;
  menu(): Menu | undefined;
};

export function openDuties({ account, tokens, phones, media, pages, deeds, now }: InterfaceParts): InterfaceDuties {
  let menu: Menu | undefined;
  let counted = 0;
  const sentTemplates = new Map<string, { answer: { msgid: number }; until: number }>();
  const credentials = (given: Credentials, from: string): void => {
    if (given.appid !== account.appId) throw new PlatformRefusal(40013);
    if (given.secret !== account.secret) throw new PlatformRefusal(40125);
    if (account.allowedAddresses.length > 0 && !account.allowedAddresses.includes(from))
      throw new PlatformRefusal(40164);
  };

  const open: Record<string, Duty> = {
    'GET /cgi-bin/token': ({ query, from }) => {
      credentials({ appid: query.get('appid'), secret: query.get('secret') }, from);
      return tokens.ordinary();
    },
    'POST /cgi-bin/stable_token': ({ body, from }) => {
      const given = read(body);
      credentials(given, from);
      return tokens.stable(given.force_refresh === true);
    },
    'GET /sns/oauth2/access_token': ({ query }) => pages.exchange(query),
  };
  const guarded: Record<string, Duty> = {
    'POST /cgi-bin/message/custom/send': ({ body }) => {
      sendCustom(phones, media, read(body));
    },
    'POST /cgi-bin/message/custom/typing': ({ body }) => {
      showTyping(phones, now(), read(body));
    },
    'POST /cgi-bin/message/template/send': ({ body }) => {
      const message = read(body);
      const same = `${message.touser ?? ''} ${message.client_msg_id ?? ''}`;
      const before = sentTemplates.get(same);
      // What a repeated one is answered with is not published; here it is what the first one was.
      if (message.client_msg_id !== undefined && before !== undefined && before.until > now()) return before.answer;
      const { person, status } = sendTemplate(account, phones, message);
      const answer = { errcode: 0, errmsg: 'ok', msgid: 4_000_000_000 + ++counted };
      sentTemplates.set(same, { answer, until: now() + SAME_MS });
      const told = { Event: 'TEMPLATESENDJOBFINISH', MsgID: answer.msgid, Status: status };
      // The event comes after the answer, as the sender must know the id first.
      setTimeout(() => void deeds.event(person, told.Event, told), 50);
      return answer;
    },
    'POST /cgi-bin/menu/create': ({ body }) => {
      menu = checkMenu(read(body));
      phones.changed();
    },
    'GET /cgi-bin/menu/get': () => {
      if (menu === undefined) throw new PlatformRefusal(46003);
      return { menu };
    },
    'GET /cgi-bin/menu/delete': () => {
      menu = undefined;
      phones.changed();
    },
    'POST /cgi-bin/media/upload': async ({ query, type, body }) => {
      const kind = query.get('type') ?? '';
      if (!(kind in mediaRules)) throw new PlatformRefusal(40004);
      const file = await fileIn(type, body);
      const media_id = media.keep(kind as MediaKind, file.type, Buffer.from(await file.arrayBuffer()));
      return { type: kind, media_id, created_at: Math.floor(now() / 1000) };
    },
    'GET /cgi-bin/media/get': ({ query }): FileAnswer => {
      const id = query.get('media_id') ?? '';
      const found = media.find(id);
      if (found === undefined) throw new PlatformRefusal(40007);
      return { bytes: found.bytes, type: found.type, name: `${id}.${found.type.split('/')[1] ?? 'bin'}` };
    },
    'GET /cgi-bin/user/info': ({ query }) => {
      const person = somebody(phones, query.get('openid') ?? '');
      // Name and picture are no longer told since the end of 2021.
      return person.following
        ? {
            subscribe: 1,
            openid: person.openId,
            language: 'zh_CN',
            subscribe_time: person.followedAt,
            remark: '',
            groupid: 0,
            tagid_list: [],
            subscribe_scene: person.scene === '' ? 'ADD_SCENE_SEARCH' : 'ADD_SCENE_QR_CODE',
            qr_scene: 0,
            qr_scene_str: person.scene,
          }
        : { subscribe: 0, openid: person.openId };
    },
    'GET /cgi-bin/getcallbackip': () => ({ ip_list: ['127.0.0.1'] }),
    'GET /cgi-bin/get_api_domain_ip': () => ({ ip_list: ['127.0.0.1'] }),
  };

  return { open, guarded, menu: () => menu };
}

/** What it holds is looked at where it is used: the platform takes any field and any lack of one. */
function read(body: Buffer): Sent {
  if (body.length === 0) throw new PlatformRefusal(44002);
  try {
    return JSON.parse(body.toString()) as Sent;
  } catch {
    throw new PlatformRefusal(47001);
  }
}

/** The one file of a form, in the field `media`. */
async function fileIn(type: string, body: Buffer): Promise<File> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('media');
  if (!(file instanceof File)) throw new PlatformRefusal(41005);
  return file;
}
