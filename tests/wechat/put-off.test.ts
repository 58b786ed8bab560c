/** Deliveries that are put off, overtaken or die: whichever of them was to say the answer, it comes, once. */
import { fileLateTurn } from '../../functions/wechat/late-turns.ts';
import { hearOnWeChat } from '../../functions/wechat/hear-on-wechat.ts';
import { HOUR, MINUTE, plus } from '../../models/time.ts';
import { postOf } from '../../models/wechat/follower.ts';
import { inboundOf, type Inbound } from '../../models/wechat/message.ts';
import { openStage, until, type Person, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T02:20:00Z');
}, 60_000);
afterAll(() => stage.stop());

async function messageOf(person: Person, text: string): Promise<Inbound> {
  const fields = await person.message({ MsgType: 'text', Content: text });
  const inbound = inboundOf({ ...fields, CreateTime: String(fields['CreateTime']) });
  if (!inbound.ok) throw new Error(inbound.refusal.detail);
  return inbound.value;
}
const hears = async (inbound: Inbound, attempt: string): Promise<string | undefined> =>
  hearOnWeChat(await stage.deps(), inbound, { office: 'yinchuan', attempt, open: () => true, claim: () => true });

test.each([
  ['before', ['other', 'sayer']],
  ['after', ['sayer', 'other']],
])('the answer of a delivery that was put off %s its sister still comes', async (when, order) => {
  const person = stage.person(`put-off-${when}`);
  const inbound = await messageOf(person, '驾照丢了怎么补');
  // One delivery has written the answer down as said, and then the platform was told that it comes later.
  expect(await hears(inbound, 'sayer')).toContain('只带身份证就能补');
  for (const attempt of order) await fileLateTurn(await stage.deps(), inbound, 'yinchuan', attempt);
  const late = await until(person.late, (seen) => seen.length > 0);
  expect(late).toEqual([expect.stringContaining('只带身份证就能补')]);
  // A third delivery has nothing to say any more.
  expect(await hears(inbound, 'third')).toBeUndefined();
});

test('an answer that was put off and overtaken by the next one still comes, once', async () => {
  const person = stage.person('Overtaken');
  const first = await messageOf(person, '驾照丢了怎么补');
  // Said too late for the platform, which was told that it comes later; before it does, the next message is answered.
  expect(await hears(first, 'slow')).toContain('只带身份证就能补');
  expect(await hears(await messageOf(person, '几点上班'), 'next')).toMatch(/9:00/u);
  await fileLateTurn(await stage.deps(), first, 'yinchuan', 'slow');
  const late = await until(person.late, (seen) => seen.length > 0);
  expect(late).toEqual([expect.stringContaining('只带身份证就能补')]);
  expect(late[0]).not.toMatch(/9:00/u);
  expect(await person.say('谢谢')).not.toContain('只带身份证就能补');
  expect(person.late()).toHaveLength(1);
  const post = postOf(await person.follower(), (await person.talk()).id);
  expect([post?.sent, post?.missed]).toEqual([(await person.talk()).lastSeq, undefined]);
});

test('a message whose three deliveries all die as soon as it is filed is answered by the sweep, once', async () => {
  const person = stage.person('Dies');
  const deps = await stage.deps();
  const inbound = await messageOf(person, '驾照丢了怎么补');
  const dies = { ...deps, conversations: { ...deps.conversations, look: () => new Promise<never>(() => undefined) } };
  for (const attempt of ['one', 'two', 'three'])
    void hearOnWeChat(dies, inbound, { office: 'yinchuan', attempt, open: () => true, claim: () => true });
  const owed = async () => {
    const id = await deps.followers.idOf(inbound.from);
    const due = await deps.followers.dueLate(plus(deps.now(), HOUR), 50);
    return due.filter(({ follower }) => follower === id);
  };
  await until(owed, (due) => due.length === 1);
  await stage.sweep();
  expect(person.late()).toEqual([]);
  await stage.at(plus(deps.now(), 2 * MINUTE));
  await Promise.all([stage.sweep(), stage.sweep()]);
  await stage.sweep();
  expect(person.late()).toEqual([expect.stringContaining('只带身份证就能补')]);
  const { id } = await person.talk();
  expect((await deps.conversations.linesAfter(id, 0, 9)).map(({ from }) => from)).toEqual(['citizen', 'bot']);
  expect(await owed()).toEqual([]);
  // A delivery that comes after all finds everything said, and files nothing anew.
  expect(await hears(inbound, 'four')).toBeUndefined();
  expect(await owed()).toEqual([]);
});

test('a message that was answered in time is owed nothing, and its words are not kept twice', async () => {
  const person = stage.person('Answered');
  const inbound = await messageOf(person, '几点上班');
  expect(await hears(inbound, 'one')).toMatch(/9:00/u);
  const { followers, now } = await stage.deps();
  const id = await followers.idOf(inbound.from);
  expect((await followers.dueLate(plus(now(), HOUR), 50)).filter(({ follower }) => follower === id)).toEqual([]);
});
