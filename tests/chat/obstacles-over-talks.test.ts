/** What did not work out before counts in this visitor's next talk, too: the window is offered to whoever comes again for the same. */
import { takeTurn } from '../../functions/conversation/take-turn.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { obstacleRules } from '../../models/conversation/obstacles.ts';
import { Say } from '../../models/conversation/requests.ts';
import { DAY } from '../../models/time.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { delivery, openWorld, type World } from '../world.ts';

const WINDOW = '登记“办不成事”';
const OTHER_WINDOW = '反映办不成事';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  await wireAnew();
});
afterAll(() => world.stop());

async function wireAnew(): Promise<void> {
  wireWith({});
  ({ deps } = await wired());
}
async function later(ms: number): Promise<void> {
  process.env['CLOCK_AHEAD_MS'] = String(Number(process.env['CLOCK_AHEAD_MS']) + ms);
  await wireAnew();
}
const open = (): Promise<CitizenTalk> => openCitizenTalk(world, deps);
const buttons = (shown: string): string[] => [...shown.matchAll(/\[([^\]]+)\]/gu)].map((m) => m[1] ?? '');
const record = async (t: CitizenTalk) => {
  const found = await deps.conversations.find(t.id);
  if (!found.ok) throw new Error(found.refusal.detail);
  return found.value.conversation;
};

test('who said yesterday that a trip was in vain and comes again for the same today is offered the window', async () => {
  const t = await open();
  const first = await t.ask('车贷还清了去解押，跑了一趟没办成');
  expect(buttons(first)).not.toContain(WINDOW);
  await later(DAY);
  await t.restart();
  const shown = await t.ask('车贷还清了去解押要带什么');
  expect(buttons(shown)).toContain(WINDOW);
});

test('what leads to a list stays with its list: the window is a button there', async () => {
  const t = await open();
  await t.say('车贷还清了去解押，跑了一趟没办成');
  await t.restart();
  await t.say('车贷还清了去解押');
  const [reply] = await t.say('还在');
  expect(reply?.say).toMatch(/：$/u);
  expect(reply?.buttons.map(({ label }) => label)).toContain(WINDOW);
});

test('in the same conversation, too, another day is another visit', async () => {
  const t = await open();
  await t.say('驾照丢了怎么补，跑了一趟没办成');
  expect(buttons(await t.ask('补驾照多少钱'))).not.toContain(WINDOW);
  await later(DAY);
  expect(await t.ask('补驾照多少钱')).toContain('上回就没办成');
  // Offered once; a thank-you brings it up no more.
  expect(await t.ask('谢谢')).not.toContain('上回');
});

test('who comes for something else is not asked about what failed before', async () => {
  const t = await open();
  await t.say('车贷还清了去解押，跑了一趟没办成');
  await t.restart();
  expect(buttons(await t.ask('驾照丢了怎么补'))).not.toContain(WINDOW);
});

test('the third refused photo opens the window, whichever talk the first two were told in', async () => {
  const t = await open();
  await t.say('换驾照上传的照片被退回来了');
  await t.restart();
  await t.say('换驾照的照片又被退回来了');
  await t.restart();
  expect(buttons(await t.ask('换驾照照片还是被退回来'))).toContain(OTHER_WINDOW);
});

test('a refused video call is not forgotten by starting over', async () => {
  const t = await open();
  await t.say('解除抵押视频没通过');
  await t.restart();
  expect(buttons(await t.ask('解除抵押要带什么'))).toContain(WINDOW);
});

test('the second failed turn in a row brings a person, though a new talk lies between', async () => {
  const t = await open();
  await t.say('阿巴阿巴呜啦呜啦');
  await t.restart();
  expect(buttons(await t.ask('呜啦啦啦哒哒哒'))).toEqual(['找警官', '留电话等回拨', OTHER_WINDOW]);
});

test('a report that was begun and left names its matter', async () => {
  const t = await open();
  await t.say('跑了一趟没办成');
  await t.say('车贷还清了去解押');
  expect((await record(t)).met).toMatchObject([{ service: 'mortgage-release', count: 1 }]);
});

test('a matter that is named later in the talk takes over what was told before it was known', async () => {
  const t = await open();
  await t.say('你好，昨天白跑了');
  expect((await record(t)).met).toMatchObject([{ count: 1 }]);
  await t.say('车贷还清了去解押');
  await t.restart();
  expect(buttons(await t.ask('车贷还清了去解押要带什么'))).toContain(WINDOW);
});

test('what comes along is service, count and time; words, phone and matters stay behind', async () => {
  const t = await open();
  await t.say('车贷还清了去解押，跑了一趟没办成');
  await t.say('还在');
  expect(Object.keys((await record(t)).told)).not.toEqual([]);
  await t.restart();
  const { met, told, phone, confirmed, matters, dialog, topic } = await record(t);
  expect(met).toEqual([{ service: 'mortgage-release', count: 1, at: expect.any(String) as string }]);
  expect({ told, phone, confirmed, matters, dialog, topic }).toEqual({ told: {} });
});

test('who told of nothing begins with nothing filed, and a stranger begins without anybody’s counts', async () => {
  const t = await open();
  await t.say('驾照丢了怎么补');
  await t.restart();
  expect((await deps.conversations.find(t.id)).ok).toBe(false);
  const stranger = await open();
  await stranger.say('车贷还清了去解押');
  expect((await record(stranger)).met ?? []).toEqual([]);
});

test('the first turn of a talk that counts came along to is one read and one transaction', async () => {
  const t = await open();
  await t.say('车贷还清了去解押，跑了一趟没办成');
  await t.restart();
  const asked: string[] = [];
  const conversations = new Proxy(deps.conversations, {
    get: (store, call: keyof Deps['conversations']) => {
      asked.push(call);
      return store[call];
    },
  });
  const visitor = { conversation: t.id, office: 'yinchuan', language: 'zh', elder: false } as const;
  const say = Say.parse({ delivery: delivery(), content: { type: 'text', text: '解押要带什么' }, after: 0 });
  const taken = await takeTurn({ ...deps, conversations }, visitor, say, { sameDevice: false });
  expect(JSON.stringify(taken)).toContain(WINDOW);
  expect(asked).toEqual(['look', 'commit']);
});

test('after the time that the rule names nothing of it counts any more', async () => {
  const [t, same] = [await open(), await open()];
  for (const one of [t, same]) await one.say('车贷还清了去解押，跑了一趟没办成');
  await t.restart();
  await later(obstacleRules.keptMs + DAY);
  expect(buttons(await t.ask('车贷还清了去解押要带什么'))).not.toContain(WINDOW);
  expect(buttons(await same.ask('又跑了一趟，解押还是没办成'))).not.toContain(WINDOW);
});
