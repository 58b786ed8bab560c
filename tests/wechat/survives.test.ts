/**
 * A thousand messages of many people, each delivered three times and out of order, while the instances that take them are killed at random
 * and answers get lost on their way: each has one effect, none is lost, none is answered twice.
 */
import { textOf } from '../../models/conversation/content.ts';
import type { Line } from '../../models/conversation/line.ts';
import { OpenId } from '../../models/wechat/account.ts';
import { postOf } from '../../models/wechat/follower.ts';
import { pollStream, type Take } from '../../scripts/local/stream-poller.ts';
import { startWeChatPeer, type WeChatPeer } from '../../scripts/local/wechat-peer.ts';
import { environmentOf, localAccount } from '../../scripts/local/wechat/local-account.ts';
import { seeded } from '../../scripts/local/wechat/seeded.ts';
import type { Person } from '../../scripts/local/wechat/talk.ts';
import { openWorld, type World } from '../world.ts';
import { startInstances, type Instances } from './instances.ts';

const PEOPLE = 84;
/** Of each person, two at a time. */
const MESSAGES = 12;
const AT_ONCE = 6;
const KILLS = 8;
const WORDS = [
  '驾照丢了怎么补',
  '要多少钱',
  '几天',
  '车贷还清了解抵押',
  '谢谢',
  '今天上班吗',
  '新车上牌带啥',
  '网上能办吗',
];
const random = seeded(20_261_118);

let world: World;
let peer: WeChatPeer;
let instances: Instances;
/** Its clock runs two minutes ahead: what others left half done is due for it at once. */
let later: Instances;
let stream: { stop(): Promise<void> };
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  const ahead = Number(process.env['CLOCK_AHEAD_MS']);
  // Time passes twelve times as slowly as at the real platform, for both sides: how late a busy machine is, is not what is looked at here.
  peer = await startWeChatPeer({ account: localAccount(), now: () => Date.now() + ahead, patienceMs: 12 * 5000 });
  process.env['WECHAT_BUDGET_MS'] = String(12 * 3000);
  Object.assign(process.env, environmentOf(peer.account, peer.url, 'http://localhost:3000'));
  instances = await startInstances(3);
  later = await startInstances(1, { CLOCK_AHEAD_MS: String(ahead + 120_000) });
  peer.callback(instances.url);
  const take: Take = async (event) => (await instances.take('/stream', event)) as Awaited<ReturnType<Take>>;
  stream = pollStream(world.endpoint, 'bancheng', take, {});
}, 180_000);
afterAll(async () => {
  await stream.stop();
  instances.stop();
  later.stop();
  await peer.stop();
  await world.stop();
});

let said = 0;
let killing: Promise<void> = Promise.resolve();
const killAt = new Set(
  Array.from({ length: KILLS }, (_, n) => Math.floor(((n + random()) * PEOPLE * MESSAGES) / KILLS) + 1),
);

/** Two at a time, in whatever order they arrive; answers what was said. */
async function talks(person: Person): Promise<string[]> {
  const words = Array.from({ length: MESSAGES }, (_, n) => `${WORDS[n % WORDS.length] ?? ''}（${String(n)}）`);
  const says = async (text: string): Promise<void> => {
    await peer.say(person, { type: 'text', text });
    if (killAt.has(++said)) killing = killing.then(instances.kill);
  };
  for (let n = 0; n < MESSAGES; n += 2) await Promise.all(words.slice(n, n + 2).map(says));
  return words;
}

test(`of ${String(PEOPLE * MESSAGES)} messages, each delivered three times, each has one effect and one answer, whatever dies meanwhile`, async () => {
  peer.faults({ repeat: 1, reorderMs: 500, drop: 0.05 });
  const waiting = Array.from({ length: PEOPLE }, (_, n) => peer.person(`第${String(n)}位`));
  const all = new Map<Person, string[]>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let person = waiting.pop(); person; person = waiting.pop()) all.set(person, await talks(person));
    }),
  );
  await killing;
  peer.faults({ repeat: 0, reorderMs: 0, drop: 0 });
  for (const [person, words] of all) {
    const lines = await everythingArrived(person, words);
    const citizen = lines.filter(({ from }) => from === 'citizen').map(({ content }) => textOf(content));
    expect([...citizen].sort()).toEqual([...words].sort());
    const answers = lines.filter(({ from }) => from === 'bot').map(({ content }) => textOf(content));
    const onPhone = textsOn(person);
    const counted = (texts: readonly string[]): [string, number][] =>
      [...new Set(answers)].map((answer) => [
        answer,
        texts.reduce((sum, text) => sum + text.split(answer).length - 1, 0),
      ]);
    expect([person.name, counted(onPhone)]).toEqual([person.name, counted(answers)]);
  }
  expect(instances.killed()).toBe(KILLS);
}, 900_000);

const textsOn = ({ bubbles }: Person): string[] =>
  bubbles.flatMap(({ way, shown }) => (way !== 'person' && shown.type === 'text' ? [shown.text] : []));

/** The lines of the talk once all of them are on the phone; whoever waits for one in vain writes again, as people do. */
async function everythingArrived(person: Person, words: string[]): Promise<Line[]> {
  const { deps } = await (await import('../../handlers/wiring.ts')).wired();
  const id = await deps.followers.idOf(OpenId.parse(person.openId));
  for (let round = 1; ; round++) {
    const follower = await deps.followers.find(id);
    const talk = follower?.conversation;
    const lines = talk === undefined ? [] : await deps.conversations.linesAfter(talk, 0, 500);
    const post = follower === undefined || talk === undefined ? undefined : postOf(follower, talk);
    if (lines.length > 0 && post?.sent === lines.at(-1)?.seq) return lines;
    if (round === 60) throw new Error(`${person.name} still waits: ${JSON.stringify(post)}`);
    await later.take('/sweep', {});
    if (round % 10 === 0) {
      words.push(`还在吗（${String(round)}）`);
      await peer.say(person, { type: 'text', text: words.at(-1) ?? '' });
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
