/** What reaches a person in WeChat besides the reply: an officer's words, one bubble each while it lasts, the last kept in reserve, nothing lost. */
import { changeConversation } from '../../functions/conversation/change-conversation.ts';
import { tellOnWeChat } from '../../functions/wechat/tell-on-wechat.ts';
import { weChatOf } from '../../functions/wechat/show-post.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { DeliveryId, FollowerId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { instantOf, MINUTE, plus } from '../../models/time.ts';
import { reachedOf } from '../../models/wechat/reached.ts';
import { delivery } from '../world.ts';
import { openStage, sentOf, until, type Person, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
});
afterAll(() => stage.stop());
afterEach(() => {
  stage.platform.fail = { code: 0, times: 0 };
});

const stateOf = async (person: Person, seq: number) => {
  const view = await weChatOf(await stage.deps(), await person.talk());
  if (view === undefined) throw new Error('no view');
  return reachedOf(view, seq);
};

test('six words of an officer: four go out, the fifth message points to the rest, the next word brings it', async () => {
  const person = await stage.withOfficer('Six', '2026-11-18T10:00:00+08:00');
  const before = person.late().length;
  expect(before).toBe(0);
  for (let n = 1; n <= 6; n++) {
    await person.officerSays(`第${String(n)}句`);
    if (n <= 4)
      await until(
        () => person.late().length,
        (count) => count === n,
      );
  }
  const last = (await person.talk()).lastSeq;
  await until(
    () => stateOf(person, last),
    (state) => state.state === 'waits' && state.why === 'held-back',
  );
  expect(person.late().map((text) => /第\d句/u.exec(text)?.[0])).toEqual(['第1句', '第2句', '第3句', '第4句']);
  expect(person.late()[0]).toBe('马晓燕：第1句');

  await stage.at('2026-11-18T10:05:00+08:00');
  await stage.sweep();
  const pointer = person.late().at(-1) ?? '';
  expect(pointer).toContain('警官又回了2条');
  expect(pointer).toContain('/wechat/talk/');
  expect(await stateOf(person, last)).toEqual({ state: 'pointed', way: 'last' });
  await stage.sweep();
  expect(person.late()).toHaveLength(5);

  const reply = await person.say('在');
  expect(reply.match(/第\d句/gu)).toEqual(['第5句', '第6句']);
  expect(await stateOf(person, last)).toMatchObject({ state: 'sent', way: 'reply' });
  expect((await person.follower()).quota.words?.left).toBe(5);
  expect(person.late()).toHaveLength(5);
});

test('after two days the phone gets the link, and nothing personal', async () => {
  const person = await stage.withOfficer('Days', '2026-11-19T10:00:00+08:00');
  const { conversations } = await stage.deps();
  const talk = await person.talk();
  await conversations.commit(talk, { ...talk, confirmed: '13909512731' }, []);
  await stage.at('2026-11-21T12:00:00+08:00');
  await person.officerSays('您父亲的证没有注销');
  const text = await until(
    () => stage.world.sms.findLast((m) => m.template === 'talk-answered'),
    (found) => found !== undefined,
  );
  expect(text).toMatchObject({ to: '13909512731', language: 'zh' });
  expect(Object.keys(text?.values ?? {})).toEqual(['link']);
  expect(JSON.stringify(text)).not.toContain('父亲');
  expect(person.late()).toEqual([]);
  await until(
    async () => stateOf(person, (await person.talk()).lastSeq),
    (state) => state.state === 'pointed',
  );
  expect(await stateOf(person, (await person.talk()).lastSeq)).toEqual({ state: 'pointed', way: 'sms' });
  expect(await person.say('在')).toContain('您父亲的证没有注销');
});

test('what the platform refuses is shown with its reason and put right', async () => {
  const person = await stage.withOfficer('Refused', '2026-11-23T10:00:00+08:00');
  stage.platform.fail = { code: 45047, times: 1 };
  await person.officerSays('第一句');
  await until(
    async () => stateOf(person, (await person.talk()).lastSeq),
    (state) => state.state === 'waits' && state.why === 'count-used',
  );
  expect((await person.follower()).quota.words?.left).toBe(0);

  const other = await stage.withOfficer('Busy', '2026-11-23T11:00:00+08:00');
  stage.platform.fail = { code: -1, times: 1 };
  await other.officerSays('第一句');
  await until(
    async () => stateOf(other, (await other.talk()).lastSeq),
    (state) => state.state === 'failed' && state.why === 'busy' && state.next !== undefined,
  );
  await stage.at('2026-11-23T11:03:00+08:00');
  await stage.sweep();
  expect(other.late()).toEqual(['马晓燕：第一句']);
  expect(await stateOf(other, (await other.talk()).lastSeq)).toMatchObject({ state: 'sent', way: 'late', tries: 2 });
});

test('what was refused for good is not tried again and again; the next word of the person brings it', async () => {
  const person = await stage.withOfficer('Refuses', '2026-11-23T14:30:00+08:00');
  stage.platform.fail = { code: 48001, times: 1 };
  await person.officerSays('第一句');
  const seq = (await person.talk()).lastSeq;
  await until(
    () => stateOf(person, seq),
    (state) => state.state === 'failed' && state.why === 'not-permitted',
  );
  const { postToWeChat } = await import('../../functions/wechat/post-to-wechat.ts');
  for (let n = 0; n < 3; n++)
    await postToWeChat(await stage.deps(), (await person.follower()).id, (await person.talk()).id);
  expect(person.late()).toEqual([]);
  expect(await stateOf(person, seq)).toMatchObject({ state: 'failed', why: 'not-permitted' });
  expect(await person.say('在')).toContain('第一句');
});

test('whoever left the account gets nothing, and the officer sees it', async () => {
  const person = await stage.withOfficer('Gone', '2026-11-23T15:00:00+08:00');
  await person.send({ MsgType: 'event', Event: 'unsubscribe', EventKey: '' });
  await person.officerSays('还在吗');
  await until(
    async () => stateOf(person, (await person.talk()).lastSeq),
    (state) => state.state === 'waits' && state.why === 'not-following',
  );
  expect(person.late()).toEqual([]);
});

test('of many who find a line unsent at once, one sends it', async () => {
  const person = await stage.withOfficer('Race', '2026-11-23T14:00:00+08:00');
  await person.officerSays('只说一次');
  const { id } = await person.talk();
  const { postToWeChat } = await import('../../functions/wechat/post-to-wechat.ts');
  const deps = await stage.deps();
  const follower = (await person.follower()).id;
  await Promise.all(Array.from({ length: 12 }, () => postToWeChat(deps, follower, id)));
  await until(
    () => sentOf(person),
    async (sent) => sent === (await person.talk()).lastSeq,
  );
  expect(person.late()).toEqual(['马晓燕：只说一次']);
});

/** Whoever sends a line dies as soon as the platform has it; what the talk's stream would send waits for an open page meanwhile. */
async function cutOff(name: string, clock: string, say: (person: Person) => Promise<void>): Promise<Person> {
  const person = await stage.withOfficer(name, clock);
  const { id } = await person.talk();
  await (await stage.deps()).conversations.listen(id, 'c:page');
  await say(person);
  await until(
    async () => stateOf(person, (await person.talk()).lastSeq),
    (state) => state.state === 'waits' && state.why === 'page-open',
  );
  await stage.at(plus(instantOf(Date.parse(clock)), MINUTE));
  const deps = await stage.deps();
  const { weChat } = deps;
  const dies = {
    ...weChat,
    sendText: async (...to: Parameters<typeof weChat.sendText>) => {
      await weChat.sendText(...to);
      return new Promise<never>(() => undefined);
    },
  };
  const { postToWeChat } = await import('../../functions/wechat/post-to-wechat.ts');
  void postToWeChat({ ...deps, weChat: dies }, (await person.follower()).id, id);
  await until(person.late, (texts) => texts.length === 1);
  await stage.at(plus(instantOf(Date.parse(clock)), 3 * MINUTE));
  return person;
}

test('an officer’s words whose sending was cut off are sent again: to hear nothing would be worse', async () => {
  const person = await cutOff('Again', '2026-11-25T10:00:00+08:00', (p) => p.officerSays('请今天来'));
  await stage.sweep();
  expect(person.late()).toEqual(['马晓燕：请今天来', '马晓燕：请今天来']);
  expect(await stateOf(person, (await person.talk()).lastSeq)).toMatchObject({ state: 'sent', tries: 2 });
});

test('what the assistant tells by itself is not sent again; the officer sees that it may have gone, what has to be told goes another way', async () => {
  const id = DeliveryId.parse(delivery());
  const person = await cutOff('Unsure', '2026-11-25T11:00:00+08:00', async (p) => {
    const rule = (conversation: Conversation) =>
      done({
        conversation,
        lines: [{ from: 'bot' as const, content: { type: 'reply' as const, say: '约在明天', buttons: [] } }],
      });
    await changeConversation(await stage.deps(), (await p.talk()).id, rule, { delivery: id });
  });
  await stage.sweep();
  await stage.sweep();
  const { id: talk, lastSeq: seq } = await person.talk();
  expect(person.late()).toEqual(['约在明天']);
  expect(await stateOf(person, seq)).toEqual({ state: 'unsure' });
  const notice = { person: (await person.follower()).id, talk, seq, id, template: { name: 'none', values: {} } };
  expect(await tellOnWeChat(await stage.deps(), { ...notice, due: false })).toBe('sent');
  expect(await tellOnWeChat(await stage.deps(), { ...notice, due: true })).toBe('impossible');
});

test('a notice is told once, waits when it must, and says when only another way is left', async () => {
  await stage.at('2026-11-24T10:00:00+08:00');
  const person = stage.person('Told');
  await person.say('你好');
  const { id: who, conversation: talk } = await person.follower();
  const template = { name: 'never-approved', values: {} };
  /** Written into the talk, as every notice is before it is told. */
  const written = async (say: string) => {
    const id = DeliveryId.parse(delivery());
    const buttons = [{ label: '看进度', open: '/release/track' }];
    const rule = (conversation: Conversation) =>
      done({ conversation, lines: [{ from: 'bot' as const, content: { type: 'reply' as const, say, buttons } }] });
    const wrote = await changeConversation(await stage.deps(), talk, rule, { delivery: id });
    return { person: who, talk, id, template, due: false, seq: wrote.ok ? (wrote.value.lines.at(-1)?.seq ?? 0) : 0 };
  };
  const notice = await written('您的申请受理了');
  const deps = await stage.deps();
  expect(await tellOnWeChat(deps, notice)).toBe('sent');
  expect(await tellOnWeChat(deps, notice)).toBe('sent');
  expect(person.late()).toHaveLength(1);
  expect(person.late()[0]).toContain('http://localhost:3000/release/track');
  await stage.at('2026-11-27T10:00:00+08:00');
  const late = await stage.deps();
  const next = await written('您的约在明天');
  expect(await tellOnWeChat(late, next)).toBe('impossible');
  process.env['WECHAT_TEMPLATES'] = '{}';
  expect(await tellOnWeChat(late, { ...next, person: FollowerId.parse('x'.repeat(32)) })).toBe('impossible');
  // It was not lost: the next word brings it.
  expect(await person.say('在')).toContain('您的约在明天');
});
