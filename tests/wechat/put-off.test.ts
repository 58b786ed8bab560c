/** Deliveries that are put off, overtaken or die: whichever of them was to say the answer, it comes, once. */
import { fileLateTurn } from '../../functions/wechat/late-turns.ts';
import { hearOnWeChat } from '../../functions/wechat/hear-on-wechat.ts';
import { postToWeChat } from '../../functions/wechat/post-to-wechat.ts';
import type { FollowerId } from '../../models/ids.ts';
import { HOUR, instantOf, MINUTE, plus } from '../../models/time.ts';
import type { OpenId } from '../../models/wechat/account.ts';
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

test('while an officer’s words are on their way the next message waits for them, so that what follows does not wait for the sweep', async () => {
  const clock = '2026-11-24T10:00:00+08:00';
  const person = await stage.withOfficer('Between', clock);
  const { id } = await person.talk();
  const deps = await stage.deps();
  // With a page open the stream leaves the officer's words for a while: they are sent below.
  await deps.conversations.listen(id, 'c:page');
  await person.officerSays('请带身份证');
  await until(person.follower, (f) => postOf(f, id)?.waits?.why === 'page-open');
  await stage.at(plus(instantOf(Date.parse(clock)), MINUTE));
  const now = await stage.deps();
  let goes: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goes = resolve));
  const { weChat, followers } = now;
  const slow = { ...weChat, sendText: (to: OpenId, text: string) => held.then(() => weChat.sendText(to, text)) };
  let looks = 0;
  const overtaken = Object.assign(Object.create(followers) as typeof followers, {
    find: async (of: FollowerId) => {
      const found = await followers.find(of);
      // Between the look at the record and the message's turn somebody begins to send.
      if (looks++ === 0) {
        void postToWeChat({ ...now, weChat: slow }, of, id);
        await until(person.follower, (f) => postOf(f, id)?.sending !== undefined);
        setTimeout(goes, 1000);
      }
      return found;
    },
  });
  const asked = { office: 'yinchuan', attempt: 'one', open: () => true, claim: () => true } as const;
  const inbound = await messageOf(person, '知道了');
  expect(await hearOnWeChat({ ...now, followers: overtaken }, inbound, asked)).toBeUndefined();
  expect(postOf(await person.follower(), id)?.sent).toBe((await person.talk()).lastSeq);
  expect(person.late()).toEqual(['马晓燕：请带身份证']);
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
