/**
 * Twenty, then fifty WeChat messages a second for half a minute, at the running product on one machine: how long the platform waits for each
 * reply. Messages leave at their time whether or not earlier ones were answered, so a slow answer slows nothing else down; and whoever is not
 * answered in five seconds is asked twice more, which is what makes an overloaded office worse.
 */
import { startProduct } from '../tests/browser/product.ts';
import type { WeChatPeer } from '../scripts/local/wechat-peer.ts';
import type { Delivered } from '../scripts/local/wechat/callbacks.ts';
import type { Measured } from './bench.ts';

const RATES = [20, 50];
const SECONDS = 30;
const WARM_UP = 60;
const PEOPLE = 300;
const WORDS = [
  '驾照丢了怎么补',
  '要多少钱',
  '几天能拿',
  '车贷还清了怎么解抵押',
  '今天上班吗',
  '新车上牌带啥',
  '谢谢',
  '网上能办吗',
];

const until = (due: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));

export async function benchWeChat(): Promise<Measured> {
  const rows = [];
  for (const rate of RATES) rows.push(await loadAfresh(rate));
  return {
    title: `WeChat messages of ${String(PEOPLE)} people, ${String(SECONDS)} seconds each (goal at 50 a second: p99 under 1500 ms, never above 4000 ms)`,
    rows,
  };
}

/** Each rate begins afresh: what an earlier one left to be done weighs on none. */
async function loadAfresh(rate: number): Promise<Measured['rows'][number]> {
  const product = await startProduct();
  const { weChat } = product;
  if (weChat === undefined) throw new Error('a real account is connected; this run needs the local platform');
  for (let n = 0; n < WARM_UP; n++) await say(weChat, n);
  const row = await load(weChat, rate);
  await product.stop();
  return row;
}

async function say(weChat: WeChatPeer, n: number): Promise<readonly Delivered[]> {
  const person = weChat.person(`第${String(n % PEOPLE)}位`);
  const text = WORDS[(n + Math.floor(n / PEOPLE)) % WORDS.length] ?? '';
  return (await weChat.say(person, { type: 'text', text })).deliveries;
}

async function load(weChat: WeChatPeer, rate: number): Promise<Measured['rows'][number]> {
  const began = performance.now();
  const sent = await Promise.all(
    Array.from({ length: rate * SECONDS }, async (_, n) => {
      const due = began + (n * 1000) / rate;
      await until(due);
      // The sender's own loop may be late, too: then the line was not asked at its time.
      const late = performance.now() - due;
      return { late, deliveries: await say(weChat, n) };
    }),
  );
  const took = (performance.now() - began) / 1000;
  const all = sent.flatMap(({ deliveries }) => deliveries);
  const ms = all.map((one) => one.ms).sort((one, two) => one - two);
  const at = (share: number): number => Math.round(ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0);
  const count = (how: Delivered['how']): number => all.filter((one) => one.how === how).length;
  return {
    'a second': rate,
    carried: (all.length / took).toFixed(1),
    'p50 (ms)': at(0.5),
    'p95 (ms)': at(0.95),
    'p99 (ms)': at(0.99),
    'max (ms)': at(1),
    'in the reply': count('replied'),
    later: count('silent'),
    'not taken': count('failed'),
    'tried again': all.filter(({ attempt }) => attempt > 1).length,
    'sender late, max (ms)': Math.round(Math.max(...sent.map(({ late }) => late))),
  };
}
