/** The page on which somebody types as a WeChat user would: its files, what it shows, and what it may do. */
import type { ServerResponse } from 'node:http';
import type { PeerAccount } from './account.ts';
import type { Deeds, Said } from './deeds.ts';
import { devPage, type DevFiles } from './dev-page.ts';
import type { Asked } from './interface-duties.ts';
import type { Media } from './media.ts';
import type { Menu } from './menu.ts';
import type { PageAuthorization } from './page-authorization.ts';
import type { Phones } from './phones.ts';
import type { DevDeed, DevState } from './dev-state.ts';
import type { Faults, Person } from './talk.ts';

export type DevDesk = { answer(asked: Asked & { cookie: string }, res: ServerResponse): Promise<void> };
export type DevDeskParts = {
  account: PeerAccount;
  phones: Phones;
  media: Media;
  deeds: Deeds;
  pages: PageAuthorization;
  menu(): Menu | undefined;
  faults(): Faults;
  setFaults(faults: Partial<Faults>): void;
  now(): number;
};

const WAITS_MS = 20_000;
const SHOWN_EXCHANGES = 80;
const COOKIE = 'wx_person';

export function openDevDesk(parts: DevDeskParts): DevDesk {
  const { account, phones, media, deeds, pages, menu, faults, setFaults, now } = parts;
  let files: Promise<DevFiles> | undefined;

  const state = (openId: string): DevState => {
    const person = phones.find(openId) ?? phones.people()[0];
    return {
      version: phones.version(),
      mode: account.mode,
      people: phones.people().map((one) => ({
        openId: one.openId,
        name: one.name,
        following: one.following,
        blocks: one.blocks,
        left: phones.allowanceOf(one.openId).left(),
        typing: one.typingUntil > now(),
        last: one.bubbles.at(-1)?.seq ?? 0,
      })),
      person: person?.openId ?? '',
      bubbles: person?.bubbles ?? [],
      menu: menu()?.button ?? [],
      faults: faults(),
      exchanges: phones.exchanges().slice(-SHOWN_EXCHANGES),
    };
  };

  function does(deed: DevDeed): void {
    if (deed.do === 'faults') setFaults(deed.faults);
    else if (deed.do === 'add') phones.add(deed.name);
    else {
      const person = phones.find(deed.person);
      if (person !== undefined) void act(person, deed);
    }
    phones.changed();
  }
  async function act(person: Person, deed: Exclude<DevDeed, { do: 'faults' | 'add' }>): Promise<void> {
    switch (deed.do) {
      case 'say':
        await deeds.say(person, saidOf(deed.said));
        break;
      case 'follow':
        await deeds.follow(person, deed.scene);
        break;
      case 'unfollow':
        await deeds.unfollow(person);
        break;
      case 'scan':
        await deeds.scan(person, deed.scene);
        break;
      case 'tap':
        await deeds.tap(person, deed.button);
        break;
      case 'block':
        person.blocks = deed.blocks;
    }
  }

  /** In WeChat the phone itself says who it is; here the page does, before it opens a link. */
  function authorize({ query, cookie }: Asked & { cookie: string }, res: ServerResponse): void {
    const openId = query.get('person') ?? new RegExp(`${COOKIE}=([\\w-]+)`, 'u').exec(cookie)?.[1] ?? '';
    const person = phones.find(openId);
    if (person === undefined) send(res, 403, 'text/plain; charset=utf-8', '请在 /dev/wechat 里点链接打开。');
    else redirect(res, pages.go(person.openId, query));
  }

  return {
    async answer(asked, res) {
      const { method, query, body } = asked;
      const path = asked.path.replace(/^\/dev\/wechat/u, '');
      if (path === '/connect/oauth2/authorize') authorize(asked, res);
      else if (method === 'POST' && path === '/deeds') {
        does(JSON.parse(body.toString()) as DevDeed);
        send(res, 204, 'text/plain', '');
      } else if (path === '/state') {
        await phones.newer(Number(query.get('seen') ?? '0'), WAITS_MS);
        send(res, 200, 'application/json; charset=utf-8', JSON.stringify(state(query.get('person') ?? '')));
      } else if (path === '/open') {
        const kept = 'HttpOnly; SameSite=Lax';
        // Whose phone it is, for the platform alone; and, for pages that lead from the browser into WeChat, that they are open in it.
        res.setHeader('set-cookie', [
          `${COOKIE}=${query.get('person') ?? ''}; Path=/dev/wechat; ${kept}`,
          `wx_inside=1; Path=/wechat; Max-Age=300; ${kept}`,
        ]);
        redirect(res, query.get('to') ?? '/');
      } else if (path.startsWith('/media/')) {
        const found = media.find(path.slice('/media/'.length));
        if (found === undefined) send(res, 404, 'text/plain', '');
        else send(res, 200, found.type, found.bytes);
      } else {
        files ??= devPage();
        const file = (await files)[path === '' || path === '/' ? '/index.html' : path];
        if (file === undefined) send(res, 404, 'text/plain', '');
        else send(res, 200, file.type, file.body);
      }
    },
  };
}

function saidOf(said: Extract<DevDeed, { do: 'say' }>['said']): Said {
  if (said.type !== 'image') return said;
  return { type: 'image', mime: said.mime, bytes: Buffer.from(said.base64, 'base64') };
}

function send(res: ServerResponse, status: number, type: string, body: string | Buffer): void {
  res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  res.end(body);
}
function redirect(res: ServerResponse, to: string): void {
  res.writeHead(302, { location: to, 'cache-control': 'no-store' });
  res.end();
}
