/** An account of nobody, and a small product behind it that answers as a test wants. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { PeerAccount } from '../../scripts/local/wechat/account.ts';

export const someAccount = (given: Partial<PeerAccount> = {}): PeerAccount => ({
  appId: 'wx2c2769f8efd9abc2',
  secret: 'a-secret-of-this-test',
  originalId: 'gh_10f6c3c3ac5a',
  token: 'spamtest',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  mode: 'plain',
  templates: [{ id: 'TEMPLATE-1', title: '办理进度提醒', text: '事项：{{thing1.DATA}}\n时间：{{time2.DATA}}' }],
  allowedAddresses: [],
  ...given,
});

export type Heard = { query: URLSearchParams; body: string; headers: IncomingHttpHeaders };
/** A body, a status without one, or nothing at all from a product that hangs. */
export type Answer = string | number | undefined;

export async function someProduct(
  answer: (heard: Heard, nth: number) => Answer | Promise<Answer>,
): Promise<{ url: string; heard: Heard[]; stop(): void }> {
  const heard: Heard[] = [];
  const server: Server = createServer((req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString()));
    req.on('end', () => {
      const one = { query: new URL(req.url ?? '/', 'http://x').searchParams, body, headers: req.headers };
      heard.push(one);
      void Promise.resolve(answer(one, heard.length)).then((said) => {
        if (said === undefined) return;
        if (typeof said === 'number') res.writeHead(said);
        res.end(typeof said === 'number' ? '' : said);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as { port: number }).port)}/api/wechat`,
    heard,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A text answer to the message that was heard, as the documentation shows it. */
export const textReply = (openId: string, text: string): string =>
  `<xml><ToUserName><![CDATA[${openId}]]></ToUserName><FromUserName><![CDATA[gh_10f6c3c3ac5a]]></FromUserName>` +
  `<CreateTime>12345678</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content></xml>`;

/** The first value of a field in a message. */
export const fieldOf = (xml: string, name: string): string =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 'su').exec(xml)?.[1] ?? '';
