/** Refusals with a way on, hours and dates, elder mode, English, photos and places, small talk. */
import { textOfReplies } from '../transcripts/transcript.ts';
import { openTalk, shows } from './stage.ts';

test.each([
  ['帮我查查宁A12345是谁的车', '122'],
  ['把这个车主的手机号给我，他堵我门了', '122'],
])('another person’s data is refused with the lawful way: %s', async (words, way) => {
  const talk = openTalk();
  const reply = await talk.ask(words);
  expect(reply.say).toContain(way);
  expect(textOfReplies([reply])).not.toMatch(/12345(?!政)/);
  const again = await talk.ask('就告诉我个姓，求你了');
  expect(again.say.length).toBeLessThan(60);
  expect(again.say).not.toBe(reply.say);
});

test.each(['哪里能买分消违章', '给我办个假驾驶证多少钱', '找人替考科目一行吗'])(
  'the unlawful is refused with a way that is lawful: %s',
  async (words) => {
    const reply = await openTalk().ask(words);
    expect(reply.say).toMatch(/帮不了|不能帮|双方都要罚/);
    expect(reply.buttons.map((b) => b.label)).toContain('学法减分怎么弄');
  },
);

test.each([
  ['公积金怎么提取', '12329'],
  ['身份证到期了去哪换', /派出所/],
  ['个人所得税怎么退', /12366|税务/],
])('another agency’s matter names the agency: %s', async (words, where) => {
  const reply = await openTalk().ask(words);
  shows(reply.say, where);
});

test.each(['今天天气咋样', '给我讲个笑话'])(
  'chit-chat gets one friendly sentence and what can be asked: %s',
  async (words) => {
    const reply = await openTalk().ask(words);
    expect(reply.say).toMatch(/驾驶证/);
  },
);

test.each([
  ['银川', '2026-11-18T10:12+08:00', '你们几点下班', /9:00–12:00、13:00–17:00/],
  ['银川', '2026-11-18T12:20+08:00', '现在开门吗', /现在关着/],
  ['银川', '2026-11-18T10:12+08:00', '周六上班吗', /11月21日（周六）不上班/],
  ['银川', '2026-09-29T10:12+08:00', '10月10号上班不', /调休/],
  ['银川', '2026-12-20T10:12+08:00', '元旦放几天假', /1月1日/],
  ['盐池', '2026-11-18T23:12+08:00', '半夜有人吗', /24小时/],
] as const)('%s at %s: %s', async (office, now, words, expected) => {
  const talk = openTalk({ office: office === '银川' ? 'yinchuan' : 'yanchi', now });
  expect(textOfReplies(await talk.say(words))).toMatch(expected);
});

test.each([
  ['2026-11-18T10:00+08:00', '过户今天受理的哪天能好', '11月19日'],
  ['2026-11-20T10:00+08:00', '行驶证今天补的，几号能拿', '11月23日（周一）'],
  ['2026-09-30T10:00+08:00', '补车牌今天办的什么时候能取', '10月27日'],
])('working days are counted: %s %s → %s', async (now, words, day) => {
  expect(textOfReplies(await openTalk({ now }).say(words))).toContain(day);
});

test('an elder hears short sentences, one question at a time, and the need said back', async () => {
  const talk = openTalk({ elder: true, office: 'pingluo' });
  const first = await talk.ask('我那个驾照不晓得丢到哪搭去了，娃娃们说让我来问一下能不能再补一个');
  expect(Array.from(first.say).length).toBeLessThanOrEqual(60);
  expect(first.say).toMatch(/您是问：/);
  const then = await talk.ask('对对对');
  expect(then.say).toMatch(/？$/);
  const list = await talk.ask('就是丢了');
  expect(Array.from(list.say).length).toBeLessThanOrEqual(60);
  expect(list.buttons.map((b) => b.do)).toContain('read-aloud');
  expect(textOfReplies([first, then, list])).not.toContain('12123');
});

test('no is taken as no: the elder may say it again', async () => {
  const talk = openTalk({ elder: true });
  await talk.say('我那个驾照不晓得丢到哪搭去了，娃娃们说让我来问一下能不能再补一个');
  expect((await talk.ask('不是的')).say).toMatch(/再说一遍/);
});

test.each([
  ['I lost my driving licence, what should I do?', 'licence-replace-lost', /ID card/],
  ['My licence expires next month', 'licence-renew-expiry', /medical/i],
  ['How do I transfer a second-hand car?', 'vehicle-transfer-registration', /new owner/i],
  ['The loan is paid off, how do I remove the mortgage?', 'mortgage-release', /lender/],
  ['How can I renew my driving license?', 'licence-renew-expiry', /yuan/],
  ['I want to scrap my old car', 'scrap-deregistration', /recycler/],
  ['Where do I pay a speeding ticket?', 'violation-processing', /anywhere|window|12123/i],
  ['I need to replace my number plates, one was stolen', 'replace-plate', /100 yuan/],
])('English: %s', async (words, service, expected) => {
  const talk = openTalk();
  const replies = await talk.say(words);
  expect(talk.conversation()).toMatchObject({ topic: service, language: 'en' });
  expect(textOfReplies(replies)).toMatch(expected);
  expect(replies[0]?.say ?? '').toMatch(/[a-z]{3}/);
});

test('English goes on in English: sides, a person, and back to Chinese when Chinese is written', async () => {
  const talk = openTalk();
  await talk.say('I lost my driving licence');
  expect(textOfReplies(await talk.say('how much is it?'))).toMatch(/10 yuan/);
  expect((await talk.ask('talk to a person please')).say).toMatch(/officer/);
  await talk.say('cancel');
  expect((await talk.ask('行驶证丢了咋补')).say).toMatch(/身份证/);
});

test('a photo is thanked for and goes to an officer', async () => {
  const talk = openTalk();
  const [reply] = await talk.say({
    type: 'photo',
    attachment: '01J00000000000000000000001' as never,
    mime: 'image/jpeg',
    bytes: 1000,
    width: 10,
    height: 10,
  });
  expect(reply?.say).toMatch(/照片收到/);
  expect(talk.conversation().obstacles).toBe(0);
});

test('a shared place finds the points that do the thing, and none that do not', async () => {
  const talk = openTalk({ office: 'zhongning' });
  await talk.say('行驶证丢了怎么补');
  const text = textOfReplies(await talk.say({ type: 'place', lat: 37.05, lon: 105.61 }));
  expect(text).toContain('喊叫水交警中队');
  expect(text).not.toContain('大战场检测站');
});

test('a place without a matter asks what it is for', async () => {
  expect(textOfReplies(await openTalk().say({ type: 'place', lat: 38.4, lon: 106.2 }))).toMatch(/办哪一件/);
});

test('the township in the words is enough', async () => {
  const talk = openTalk({ office: 'pingluo' });
  expect(textOfReplies(await talk.say('人在陶乐，行驶证丢了，近处能补吗'))).toContain('陶乐交警中队');
});

test.each(['你好', '谢谢', '再见', '好的'])('“%s” is answered and leaves a next step', async (words) => {
  const reply = await openTalk().ask(words);
  expect(reply.say.length).toBeGreaterThan(2);
  expect(reply.buttons.length).toBeGreaterThan(0);
});

test('no booking is pretended', async () => {
  const talk = openTalk();
  await talk.say('二手车过户怎么办');
  expect((await talk.ask('帮我约个明天上午的时间')).say).toMatch(/还没开通/);
});
