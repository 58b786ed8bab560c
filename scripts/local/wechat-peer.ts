/**
 * The WeChat platform on one machine: it delivers what people write to the product's address and takes what the product sends, with the
 * rules and refusals of the real one. Published facts carry it; where the documentation is silent, a comment says what was assumed.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { openAccessTokens, type AccessTokens } from './wechat/access-tokens.ts';
import type { PeerAccount } from './wechat/account.ts';
import { checkAddress, type Line } from './wechat/callbacks.ts';
import { openDeeds, type Deeds } from './wechat/deeds.ts';
import { openDevDesk, type DevDesk } from './wechat/dev-desk.ts';
import { openInterface, type Interface } from './wechat/interface.ts';
import { isFile } from './wechat/interface-duties.ts';
import { openMedia, type Media } from './wechat/media.ts';
import { openPageAuthorization } from './wechat/page-authorization.ts';
import { openPhones, type Phones } from './wechat/phones.ts';
import { seeded } from './wechat/seeded.ts';
import { noFaults, type Exchange, type Faults, type Person } from './wechat/talk.ts';

export type WeChatPeerOptions = {
  account: PeerAccount;
  /** The product's address for messages; may be set later, when the product is there. */
  callback?: string;
  port?: number;
  now?: () => number;
  /** The same seed brings the same faults. */
  seed?: number;
  /** Five seconds on the real platform. */
  patienceMs?: number;
};
export type WeChatPeer = Pick<Deeds, 'say' | 'follow' | 'unfollow' | 'scan' | 'tap'> &
  Pick<Interface, 'menu' | 'failNext' | 'limit'> & {
    port: number;
    /** `WECHAT_API` of the product. */
    url: string;
    account: PeerAccount;
    tokens: AccessTokens;
    media: Media;
    person(name: string): Person;
    people(): readonly Person[];
    allowanceLeft(person: Person): number;
    faults(faults: Partial<Faults>): void;
    exchanges(): readonly Exchange[];
    /** What saving the address in the console does: the product must send the word back. */
    checkAddress(): Promise<boolean>;
    callback(address: string): void;
    stop(): Promise<void>;
  };

export async function startWeChatPeer(options: WeChatPeerOptions): Promise<WeChatPeer> {
  const { account, now = Date.now, seed = 1, patienceMs = 5000 } = options;
  let faults: Faults = noFaults;
  let url = '';
  const phones = openPhones(account.appId, now);
  const line: Line = {
    account,
    callback: options.callback ?? '',
    now,
    random: seeded(seed),
    faults: () => faults,
    patienceMs,
    note: phones.note,
  };
  const media = openMedia(now);
  const tokens = openAccessTokens(now);
  const deeds = openDeeds(line, phones, media, (id) => `${url}/dev/wechat/media/${id}`);
  const pages = openPageAuthorization(account, now);
  const platform = openInterface({ account, tokens, phones, media, pages, deeds, now });
  const desk = openDevDesk({
    account,
    phones,
    media,
    deeds,
    pages,
    menu: platform.menu,
    faults: () => faults,
    setFaults: (given) => (faults = { ...faults, ...given }),
    now,
  });
  const server = createServer((req, res) => {
    handle(req, res, { platform, desk, phones, now }).catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      res.end(String(error));
    });
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as { port: number };
  url = `http://127.0.0.1:${String(port)}`;
  return {
    ...deeds,
    ...platform,
    port,
    url,
    account,
    tokens,
    media,
    person: phones.add,
    people: phones.people,
    allowanceLeft: ({ openId }) => phones.allowanceOf(openId).left(),
    faults: (given) => {
      faults = { ...faults, ...given };
    },
    exchanges: phones.exchanges,
    checkAddress: () => checkAddress(line),
    callback: (address) => {
      line.callback = address;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
        // Pages that wait for news are let go.
        phones.changed();
      }),
  };
}

type Parts = { platform: Interface; desk: DevDesk; phones: Phones; now(): number };

async function handle(
  req: IncomingMessage,
  res: ServerResponse,
  { platform, desk, phones, now }: Parts,
): Promise<void> {
  const { pathname: path, searchParams: query } = new URL(req.url ?? '/', 'http://localhost');
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const asked = {
    path,
    query,
    method: req.method ?? 'GET',
    type: req.headers['content-type'] ?? '',
    body: Buffer.concat(parts),
    from: req.socket.remoteAddress ?? '',
  };
  if (path.startsWith('/dev/wechat') || path.startsWith('/connect/')) {
    await desk.answer({ ...asked, cookie: req.headers.cookie ?? '' }, res);
    return;
  }
  const began = performance.now();
  const answer = await platform.answer(asked);
  const { errcode = 0 } = answer as { errcode?: number };
  const told = isFile(answer) ? `${String(answer.bytes.length)} bytes, ${answer.type}` : JSON.stringify(answer);
  phones.note({
    at: now(),
    kind: 'interface',
    title: `${asked.method} ${path}`,
    tookMs: Math.round(performance.now() - began),
    outcome: errcode === 0 ? 'ok' : String(errcode),
    good: errcode === 0,
    sent: asked.type.startsWith('multipart/') ? `${String(asked.body.length)} bytes` : asked.body.toString(),
    answer: told,
  });
  if (isFile(answer))
    res.writeHead(200, { 'content-type': answer.type, 'content-disposition': `attachment; filename="${answer.name}"` });
  else res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  res.end(isFile(answer) ? answer.bytes : told);
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
