/** Calling an officer, waiting, messages out of hours, and coming back. */
import { textOfReplies } from '../transcripts/transcript.ts';
import { openTalk } from './stage.ts';

const night = '2026-11-17T21:47+08:00';

test.each([
  '人工',
  '转人工',
  '我要真人',
  '找个警官',
  '能不能让人来跟我说',
  '有人吗',
  '不想跟机器人说，换人工客服',
  '客服',
])('“%s” as the first message queues at once', async (words) => {
  const talk = openTalk({ line: { ahead: 3, minutes: 9 } });
  const reply = await talk.ask(words);
  expect(reply.say).toContain('3位');
  expect(reply.say).toContain('9分钟');
  expect(talk.conversation().state).toMatchObject({ name: 'waiting-for-officer', kind: 'live', reason: 'asked' });
});

test('with nobody before, the next one is named instead of a zero', async () => {
  expect((await openTalk({ line: { ahead: 0, minutes: 2 } }).ask('人工')).say).toContain('下一位就是您');
});

test('what is said while waiting reaches the summary and gets no advice', async () => {
  const talk = openTalk();
  await talk.say('人工');
  const reply = await talk.ask('车子解押银行一直不来人，我身份证640102199001011234');
  expect(reply.say).toMatch(/记下了/);
  expect(reply.card).toBeUndefined();
  expect(talk.conversation().summary?.need).toContain('解押');
  expect(JSON.stringify(talk.conversation().summary)).not.toContain('640102199001011234');
});

test.each(['取消', '不等了', '算了不用了'])('“%s” leaves the line', async (words) => {
  const talk = openTalk();
  await talk.say('人工');
  await talk.say(words);
  expect(talk.conversation().state.name).toBe('with-bot');
});

test('who does not want to wait leaves a number and gets a receipt instead of a place in line', async () => {
  const talk = openTalk();
  await talk.say('人工');
  await talk.say('违章不是我拍的，想问咋申诉');
  await talk.say('不等了，给我回电');
  const reply = await talk.ask('13900001111');
  expect(reply.card?.type).toBe('receipt');
  expect(talk.conversation().state).toMatchObject({ kind: 'message', callBack: true });
  expect(talk.conversation().summary?.need).toContain('申诉');
});

test('the hand-over carries what was asked and answered', async () => {
  const talk = openTalk();
  await talk.say('二手车过户怎么办');
  await talk.say('还在抵押');
  await talk.say('转人工');
  expect(talk.conversation().summary).toMatchObject({ service: 'vehicle-transfer-registration' });
  expect(talk.conversation().summary?.known).toContainEqual({ label: '这车现在还有抵押吗？', value: '还在抵押' });
});

test('out of hours nobody is queued: the opening time, a message and a call-back are offered', async () => {
  const talk = openTalk({ now: night });
  const reply = await talk.ask('转人工');
  expect(reply.say).toContain('明早9:00');
  expect(reply.buttons.map((b) => b.label)).toEqual(['现在说事', '留言', '留电话等回拨']);
  expect(talk.conversation().state.name).toBe('with-bot');
});

test('open, but nobody on duty: said so, with the same three ways', async () => {
  const reply = await openTalk({ line: null }).ask('人工');
  expect(reply.say).toContain('不在线');
  expect(reply.buttons.map((b) => b.label)).toContain('留言');
});

test('on a holiday the reason is the holiday', async () => {
  expect((await openTalk({ now: '2026-10-03T10:00+08:00' }).ask('人工')).say).toMatch(/国庆放假，10月8日（周四）9:00/);
});

test('a message is taken in two steps and gets a receipt with number, time and the tail of the phone', async () => {
  const talk = openTalk({ now: night });
  await talk.say('留言');
  await talk.say('我的车被查封了想知道是哪个法院');
  const reply = await talk.ask('13900001111');
  expect(reply.card?.type).toBe('receipt');
  expect(textOfReplies([reply])).toContain('L-1117-012');
  expect(textOfReplies([reply])).toContain('1111');
  expect(textOfReplies([reply])).not.toContain('13900001111');
  expect(talk.conversation()).toMatchObject({
    phone: '13900001111',
    state: { name: 'waiting-for-officer', kind: 'message', number: 'L-1117-012', callBack: true },
  });
});

test('without a phone the answer comes in the talk', async () => {
  const talk = openTalk({ now: night });
  await talk.say('留言');
  await talk.say('问一下法拍车过户要带啥');
  const reply = await talk.ask('不留');
  expect(textOfReplies([reply])).toContain('L-1117-012');
  expect(talk.conversation().phone).toBeUndefined();
});

test('a mistyped phone is asked for again, once more by hand or not at all', async () => {
  const talk = openTalk({ now: night });
  await talk.say('留电话等回拨');
  expect((await talk.ask('1390000111')).say).toContain('11位');
  expect(textOfReplies(await talk.say('13900001111'))).toContain('1111');
});

test('after a message was left the assistant goes on helping', async () => {
  const talk = openTalk({ now: night });
  await talk.say('留言');
  await talk.say('想约个时间');
  await talk.say('不留');
  expect(textOfReplies(await talk.say('行驶证丢了怎么补'))).toContain('10元');
  expect(talk.conversation().state.name).toBe('waiting-for-officer');
  expect((await talk.ask('进度')).say).toContain('L-1117-012');
});

test('while an officer has the talk the assistant is silent', async () => {
  const talk = openTalk();
  await talk.say('人工');
  talk.claim('李');
  expect(await talk.say('驾照丢了怎么补')).toEqual([]);
  expect(await talk.say('人工')).toEqual([]);
});

test('when the officer hands back, one line sums up and rating is offered, never presumed', async () => {
  const talk = openTalk();
  await talk.say('人工');
  talk.claim('王');
  talk.officer('您好，我是王警官。');
  talk.officer('您带身份证和绿本来三号窗口，我给您查。要不要我先看看？');
  const [reply] = await talk.handBack();
  expect(reply?.say).toContain('王警官');
  expect(reply?.say).toContain('三号窗口');
  expect(reply?.say).not.toContain('要不要我先看看');
  await talk.say('给这次打分');
  const rated = await talk.ask('基本满意');
  expect(talk.effects).toContainEqual({ do: 'rate', grade: 'fairly-satisfied', of: 'officer' });
  expect(rated.buttons.length).toBeGreaterThan(0);
});

test('a low grade offers a person, a high one does not push', async () => {
  const talk = openTalk();
  await talk.say('驾照丢了怎么补');
  await talk.say('评价');
  expect((await talk.ask('非常不满意')).buttons.map((b) => b.label)).toContain('找警官');
  expect(talk.effects).toContainEqual({ do: 'rate', grade: 'very-dissatisfied', of: 'bot' });
});

test('two failed turns, then a person, a call-back or a complaint; never a third', async () => {
  const talk = openTalk();
  const first = await talk.ask('阿巴阿巴呜啦呜啦');
  expect(first.say).not.toContain('警官');
  const second = await talk.ask('呜啦啦啦哒哒哒');
  expect(second.buttons.map((b) => b.label)).toEqual(['找警官', '留电话等回拨', '反映办不成事']);
});

test('an answer in between starts the count anew', async () => {
  const talk = openTalk();
  await talk.say('阿巴阿巴呜啦呜啦');
  await talk.say('驾照丢了怎么补');
  expect(talk.conversation().failedTurns).toBe(0);
});

test.each(['我为这事跑了三趟了', '都来回跑了四次还没给办', '去了好几趟都不行'])(
  'the third obstacle opens the way to the “办不成事” window: %s',
  async (words) => {
    const talk = openTalk();
    await talk.say('车贷还清了去解押');
    const reply = await talk.ask(words);
    expect(reply.buttons.map((b) => b.label)).toContain('反映办不成事');
    expect(talk.conversation().obstacles).toBeGreaterThanOrEqual(3);
  },
);

test('obstacles add up over the talk', async () => {
  const talk = openTalk();
  await talk.say('解除抵押我跑了两趟了');
  expect(talk.conversation().obstacles).toBe(2);
  expect((await talk.ask('今天照片又被退回来了')).buttons.map((b) => b.label)).toContain('反映办不成事');
});

test('an insult alone gets one honest clause and a way; with a matter it becomes the matter', async () => {
  const talk = openTalk();
  expect((await talk.ask('废物')).buttons.map((b) => b.label)).toContain('找警官');
  expect(textOfReplies(await talk.say('一群废物，驾照丢了到底怎么补'))).toContain('身份证');
});

test('whoever says they are old or disabled comes first, is told so in one line, and can take it back', async () => {
  const talk = openTalk({ line: { ahead: 1, minutes: 3 } });
  const replies = await talk.say('我坐轮椅不方便，麻烦转人工');
  expect(replies[0]).toMatchObject({ say: expect.stringContaining('给您排在前面了') as string });
  expect(talk.conversation()).toMatchObject({ greenLane: true, elder: true, state: { kind: 'live' } });
  expect((await talk.ask('我八十了')).say).not.toContain('给您排在前面了');
  expect((await talk.ask('不用优先')).say).toContain('按先来后到');
  expect(talk.conversation()).toMatchObject({ greenLane: false, state: { name: 'waiting-for-officer' } });
  expect((await talk.ask('老人、残疾人优先')).say).toMatch(/排在前面了，前面1位/);
});

test('an age told on the way does not stand in the way of the answer; no reason is kept', async () => {
  const talk = openTalk();
  const said = textOfReplies(await talk.say('我七十八了，驾照丢了咋补'));
  expect(said).toContain('排在前面');
  expect(said).toContain('身份证');
  expect(talk.conversation().greenLane).toBe(true);
  expect(JSON.stringify(talk.conversation().history)).not.toMatch(/七十|78/);
});
