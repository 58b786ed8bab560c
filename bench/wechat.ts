/**
 * Fifty WeChat messages a second for half a minute, at the running product on one machine: how long the platform waits for each reply.
 * Messages leave at their time whether or not earlier ones were answered, so a slow answer slows nothing else down.
 */
import { startProduct } from '../tests/browser/product.ts';
import type { Delivered } from '../scripts/local/wechat/callbacks.ts';
import type { Measured } from './bench.ts';

const A_SECOND = 50;
const SECONDS = 30;
const WARM_UP = 40;
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
const GOAL_MS = 1500;
const NEVER_MS = 4000;

export async function benchWeChat(): Promise<Measured> {
  const product = await startProduct();
  const { weChat } = product;
  if (weChat === undefined) throw new Error('a real account is connected; this run needs the local platform');
  const people = Array.from({ length: PEOPLE }, (_, n) => weChat.person(`第${String(n)}位`));
  const say = async (n: number): Promise<readonly Delivered[]> => {
    const person = people[n % PEOPLE];
    const text = WORDS[(n + Math.floor(n / PEOPLE)) % WORDS.length];
    if (person === undefined || text === undefined) return [];
    return (await weChat.say(person, { type: 'text', text })).deliveries;
  };
  for (let n = 0; n < WARM_UP; n++) await say(n);
  const began = performance.now();
  const sent = await Promise.all(
    Array.from({ length: A_SECOND * SECONDS }, async (_, n) => {
      const due = began + (n * 1000) / A_SECOND;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      // The loop of this process may be late, too: then the line was not asked at its time.
      const late = performance.now() - due;
      return { late, deliveries: await say(n) };
    }),
  );
  const took = (performance.now() - began) / 1000;
  await product.stop();
  const all = sent.flatMap(({ deliveries }) => deliveries);
  const ms = all.map((one) => one.ms).sort((one, two) => one - two);
  const at = (share: number): number => Math.round(ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? 0);
  const count = (how: Delivered['how']): number => all.filter((one) => one.how === how).length;
  return {
    title: `WeChat: ${String(all.length)} messages of ${String(PEOPLE)} people at ${String(A_SECOND)} a second, ${(all.length / took).toFixed(1)} a second carried (goal: p99 under ${String(GOAL_MS)} ms, never above ${String(NEVER_MS)} ms)`,
    rows: [
      {
        'p50 (ms)': at(0.5),
        'p95 (ms)': at(0.95),
        'p99 (ms)': at(0.99),
        'max (ms)': at(1),
        'answered in the reply': count('replied'),
        'answered later': count('silent'),
        'not taken': count('failed'),
        'tried again': all.filter(({ attempt }) => attempt > 1).length,
        'sender late, max (ms)': Math.round(Math.max(...sent.map(({ late }) => late))),
      },
    ],
  };
}
