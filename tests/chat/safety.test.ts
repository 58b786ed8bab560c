/** What holds for every message whatsoever: no crash, short answers, a next step, no number repeated, nothing kept outside the record. */
import fc from 'fast-check';
import { Reply } from '../../models/conversation/content.ts';
import { openTalk, type Setting } from './stage.ts';
import { quietCallBacks } from './quiet-call-backs.ts';
import { quietLive } from './quiet-live.ts';
import { quietDesk } from './quiet-desk.ts';
import { quietWindow } from './quiet-window.ts';

const words = fc.constantFrom(
  '驾照',
  '丢了',
  '过户',
  '解押',
  '人工',
  '怎么办',
  '多少钱',
  '取消',
  '留言',
  '不是',
  '是',
  '没有',
  '？',
  '，',
  '你好',
  '三趟',
  '废物',
  '网上',
  '外地',
  '明天',
  '10号',
  '国庆',
  '{{#vars}}',
  '{{',
  '}}',
  '<b>',
  '\u0000',
  '𠮷',
  '🙂',
  'licence',
  'lost',
  'person',
  '科目二',
  '六十八',
  '70岁',
  '没解决',
  '非常满意',
  '进度',
  '在喊叫水',
  '替我爸',
);
const text = fc
  .oneof(
    fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    fc.string({ minLength: 1, maxLength: 60 }),
  )
  .filter((t) => t.trim() !== '');
const setting: fc.Arbitrary<Setting> = fc.record({
  office: fc.constantFrom('yinchuan', 'yanchi', 'pingluo', 'zhongning'),
  elder: fc.boolean(),
  language: fc.constantFrom('zh', 'en'),
  now: fc.constantFrom('2026-11-18T10:12+08:00', '2026-11-18T22:12+08:00', '2026-10-03T10:00+08:00'),
  line: fc.constantFrom(null, { ahead: 0, minutes: 1 }),
});

test('any few messages get at most three short replies, each a valid one with a next step', async () => {
  await fc.assert(
    fc.asyncProperty(setting, fc.array(text, { minLength: 1, maxLength: 5 }), async (given, messages) => {
      const talk = openTalk(given);
      for (const message of messages) {
        const replies = await talk.say(message);
        expect(replies.length).toBeGreaterThan(0);
        expect(replies.length).toBeLessThanOrEqual(3);
        for (const reply of replies) {
          expect(Reply.safeParse(reply).error).toBeUndefined();
          expect(Array.from(reply.say).length).toBeLessThanOrEqual(given.elder === true ? 60 : 120);
          expect(reply.buttons.length > 0 || /[？?]/.test(reply.say)).toBe(true);
        }
        expect(talk.conversation().failedTurns).toBeLessThanOrEqual(messages.length);
        expect((talk.conversation().dialog ?? '').length).toBeLessThan(6000);
      }
    }),
    { numRuns: 150 },
  );
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (n: number): fc.Arbitrary<string> =>
  fc.array(digit, { minLength: n, maxLength: n }).map((d) => d.join(''));
const numbers = fc.oneof(
  digits(8).map((d) => `138${d}`),
  digits(3).map((d) => `640102199001011${d.slice(0, 2)}${d.slice(2)}`),
  fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), digits(5)).map(([letter, d]) => `宁${letter}${d}`),
);

test('a plate, an identity number or a phone that was typed is never shown in full, nor in what officers or the guide get unasked', async () => {
  await fc.assert(
    fc.asyncProperty(
      numbers,
      fc.constantFrom('%的车过户要啥', '我是%，驾照丢了', '帮我记一下%', '人工 我的号%', '车%被查封了咋办', '%'),
      async (number, frame) => {
        const talk = openTalk();
        await talk.say('转人工');
        const waiting = await talk.say(frame.replace('%', number));
        const other = openTalk();
        const replies = [...waiting, ...(await other.say(frame.replace('%', number)))];
        expect(JSON.stringify(replies)).not.toContain(number);
        expect(JSON.stringify([...talk.effects, ...other.effects])).not.toContain(number);
      },
    ),
    { numRuns: 120 },
  );
});

test('nothing of one talk is seen in another, even when both speak at once', async () => {
  const [a, b] = [openTalk(), openTalk({ office: 'pingluo' })];
  await Promise.all([a.say('二手车过户怎么办'), b.say('驾照丢了怎么补')]);
  const [fromA, fromB] = await Promise.all([a.ask('没有抵押'), b.ask('丢了')]);
  expect(fromA.card?.title).toContain('转让登记');
  expect(fromB.card?.title).toContain('遗失补证');
});

test('a memory of another release, or a broken one, begins the talk anew instead of failing', async () => {
  const { openBot } = await import('../../handlers/chat/bot.ts');
  const bot = openBot({ newId: () => 'id', knowledge: { published: () => [] } });
  const base = openTalk().conversation();
  for (const dialog of ['', 'not json', '{"v":0}', '{"v":1,"talk":{"topics":7}}', '[]'])
    expect(
      (
        await bot.hear({ ...base, dialog }, { type: 'text', text: '驾照丢了怎么补' }, base.openedAt, {
          line: () => Promise.resolve(null),
          nextMessageNumber: () => Promise.resolve('L-1'),
          window: quietWindow(),
          callBack: quietCallBacks,
          helperSpeaks: false,
          newHelper: () => Promise.resolve({ id: 'a-helper-id', link: 'http://localhost/helper/x' }),
          release: quietDesk,
          live: quietLive(null),
        })
      ).replies,
    ).toHaveLength(1);
});

test('when something fails inside a turn, the turn rejects and does not hang', async () => {
  const { openBot } = await import('../../handlers/chat/bot.ts');
  const bot = openBot({ newId: () => 'id', knowledge: { published: () => [] } });
  const base = openTalk().conversation();
  const failing = {
    line: () => Promise.reject(new Error('the table is gone')),
    nextMessageNumber: () => Promise.reject(new Error('the table is gone')),
    window: quietWindow(),
    callBack: quietCallBacks,
    helperSpeaks: false,
    newHelper: () => Promise.resolve({ id: 'a-helper-id', link: 'http://localhost/helper/x' }),
    release: quietDesk,
    live: quietLive(null),
  };
  await expect(bot.hear(base, { type: 'text', text: '人工' }, base.openedAt, failing)).rejects.toThrow(
    'the table is gone',
  );

  const talk = openTalk({ now: '2026-11-17T21:47+08:00' });
  await talk.say('留电话等回拨');
  await expect(
    bot.hear(talk.conversation(), { type: 'text', text: '13900001111' }, base.openedAt, failing),
  ).rejects.toThrow('the table is gone');
});
