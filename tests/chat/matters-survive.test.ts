/** Dropped answers, repeats, races and random talk in between: the draft is never lost and the matter is filed exactly once. */
import fc from 'fast-check';
import { takeTurn, type Visitor } from '../../functions/conversation/take-turn.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { DeliveryId } from '../../models/ids.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { delivery, openWorld, type World } from '../world.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  wireWith({});
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const STORY = '解除抵押窗口非要结清证明，跑了三趟都没办成，车是宁A24680';
let phones = 13_900_040_000;
const newPhone = (): string => String((phones += 1));
const count = async (phone: string): Promise<number> => (await deps.complaints.bySign('phone', phone)).length;

async function waitingForCode(phone: string): Promise<CitizenTalk> {
  const t = await openCitizenTalk(world, deps);
  await t.say(`我要投诉，${STORY}`);
  await t.say('提交并附记录');
  await t.say(phone);
  return t;
}
const visitorOf = (t: CitizenTalk): Visitor => ({
  conversation: t.id,
  office: 'yinchuan',
  language: 'zh',
  elder: false,
});

test('the message with the code, brought five times at once, files one matter and shows one receipt', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const [code, as] = [t.code(phone), delivery()];
  await Promise.all(Array.from({ length: 5 }, () => t.say(code, as)));
  expect(await count(phone)).toBe(1);
  expect(JSON.stringify(await t.lines()).match(/受理回执/g)).toHaveLength(1);
});

test('the code typed in five messages at once files one matter', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const code = t.code(phone);
  await Promise.all(Array.from({ length: 5 }, () => t.say(code)));
  expect(await count(phone)).toBe(1);
  const [matter] = await deps.complaints.bySign('phone', phone);
  expect(JSON.stringify(await t.lines())).toContain(matter?.number);
});

test('other messages that race with the code cost no second code, no matter and no word', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const code = t.code(phone);
  const others = ['还有啊', '驾照丢了怎么补', '你们几点下班', '快点'];
  await Promise.all([t.say(code), ...others.map((text) => t.say(text))]);
  expect(await count(phone)).toBe(1);
  expect(world.sms.filter((m) => m.to === phone)).toHaveLength(1);
  const lines = JSON.stringify(await t.lines());
  for (const text of [code, ...others]) expect(lines).toContain(text);
});

/** The record cannot be written the first `times`: the process died before its answer was. */
const dying = (times: number): Deps => {
  let left = times;
  return {
    ...deps,
    conversations: new Proxy(deps.conversations, {
      get: (part, name: keyof Deps['conversations']) =>
        name === 'commit' && left-- > 0
          ? () => Promise.reject(new Error('killed'))
          : (part[name] as (...a: unknown[]) => unknown).bind(part),
    }),
  };
};

test('killed after the filing and before the answer: the same message brought again shows the same receipt', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const say = {
    delivery: DeliveryId.parse(delivery()),
    content: { type: 'text' as const, text: t.code(phone) },
    after: 0,
  };
  await expect(takeTurn(dying(1), visitorOf(t), say, { sameDevice: false })).rejects.toThrow('killed');
  expect(await count(phone)).toBe(1);
  const again = await takeTurn(deps, visitorOf(t), say, { sameDevice: false });
  expect(JSON.stringify(again)).toContain('登记好了');
  expect(await count(phone)).toBe(1);
});

test('killed after the filing, and the code typed anew: the receipt is shown, nothing is filed twice', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const say = (): Parameters<typeof takeTurn>[2] => ({
    delivery: DeliveryId.parse(delivery()),
    content: { type: 'text' as const, text: t.code(phone) },
    after: 0,
  });
  await expect(takeTurn(dying(1), visitorOf(t), say(), { sameDevice: false })).rejects.toThrow('killed');
  expect(JSON.stringify(await takeTurn(deps, visitorOf(t), say(), { sameDevice: false }))).toContain('登记好了');
  expect(await count(phone)).toBe(1);
});

test('killed before the filing, with the code used up: the same message brought again still files', async () => {
  const phone = newPhone();
  const t = await waitingForCode(phone);
  const say = {
    delivery: DeliveryId.parse(delivery()),
    content: { type: 'text' as const, text: t.code(phone) },
    after: 0,
  };
  const broken: Deps = {
    ...deps,
    complaints: new Proxy(deps.complaints, {
      get: (part, name: keyof Deps['complaints']) =>
        name === 'commit'
          ? () => Promise.reject(new Error('killed'))
          : (part[name] as (...a: unknown[]) => unknown).bind(part),
    }),
  };
  // The assistant says sorry for what broke; the page brings the message again only if that got lost, too.
  await expect(
    takeTurn({ ...broken, ...{ conversations: dying(1).conversations } }, visitorOf(t), say, { sameDevice: false }),
  ).rejects.toThrow('killed');
  expect(await count(phone)).toBe(0);
  expect(JSON.stringify(await takeTurn(deps, visitorOf(t), say, { sameDevice: false }))).toContain('登记好了');
  expect(await count(phone)).toBe(1);
});

test('whatever is said in between, in any order, the draft is kept and files exactly once', async () => {
  const between = fc.constantFrom(
    '驾照丢了怎么补',
    '就是丢了',
    '你们几点下班',
    '谢谢',
    '废物',
    '年检要带啥',
    '嗯',
    '在吗',
    '多少钱',
    '进度',
    'YC-1118-999',
    '123',
    '取消',
    '算了',
    'hello there',
    '有帮助',
    '没解决',
    '收不到',
    '阿巴阿巴',
    '帮我查查宁A12345是谁的车',
    '补充材料',
    '没办成',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(between, { maxLength: 4 }),
      fc.array(between, { maxLength: 4 }),
      fc.array(between, { maxLength: 4 }),
      async (first, second, third) => {
        const phone = newPhone();
        const t = await openCitizenTalk(world, deps);
        await t.say(`我要投诉，${STORY}`);
        for (const text of first) await t.say(text);
        const draft = await t.ask('接着登记');
        expect(draft).toContain('宁A****0');
        expect(draft).toContain('非要结清证明');
        await t.say('提交不附');
        for (const text of second) await t.say(text);
        await t.say('接着登记');
        await t.say(phone);
        for (const text of third) await t.say(text);
        expect(await count(phone)).toBe(0);
        const code = t.code(phone);
        expect(code).toMatch(/^\d{6}$/);
        expect(await t.ask(code)).toMatch(/登记好了|Registered as/);
        expect(await count(phone)).toBe(1);
        const [matter] = await deps.complaints.bySign('phone', phone);
        expect(matter?.matter.what).toContain('非要结清证明');
        await t.say(code);
        expect(await count(phone)).toBe(1);
        const lines = JSON.stringify(await t.lines());
        for (const text of [...first, ...second, ...third]) expect(lines).toContain(text);
      },
    ),
    { numRuns: 25 },
  );
}, 240_000);
