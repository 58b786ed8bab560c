import { asksWhereToTap, findCard } from '../../models/guidance/step-cards/find-card.ts';
import { cardsInForce, readyCards, type OfficeCard } from '../../models/guidance/step-cards/office-card.ts';
import { StepCard } from '../../models/guidance/step-cards/step-card.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { bubbleOf } from '../../models/wechat/bubble.ts';
import { evaluateCard } from '../../functions/guidance/step-cards.ts';
import { openTalk } from '../chat/stage.ts';

test('twenty cards are shipped, each with short steps in both languages and marked as unverified', () => {
  expect(readyCards).toHaveLength(20);
  expect(new Set(readyCards.map(({ id }) => id)).size).toBe(20);
  for (const card of readyCards) {
    expect(StepCard.parse(card)).toEqual(card);
    expect([card.id, card.verified, card.title.en !== '']).toEqual([card.id, false, true]);
    for (const { zh, en } of card.steps) expect([zh.length <= 32, en !== '']).toEqual([true, true]);
    for (const service of card.services) expect([card.id, serviceById(service)?.id]).toEqual([card.id, service]);
  }
});

test('every card is found by every word people use for it', () => {
  for (const card of readyCards)
    for (const word of card.words) {
      const text = `${card.where === 'self-service' ? '自助机上' : '12123上'}${word}怎么点`;
      expect([text, asksWhereToTap(text, false), findCard(readyCards, text, undefined)?.id]).toEqual([
        text,
        true,
        card.id,
      ]);
    }
});

test('of two cards for one matter, the machine’s is for whoever stands at the machine', () => {
  expect(findCard(readyCards, '自助机上怎么操作', 'violation-processing')?.id).toBe('machine-violation');
  expect(findCard(readyCards, '怎么操作', 'violation-processing')?.id).toBe('app-violation');
  expect(findCard(readyCards, '自助机上怎么操作', 'plate-selection')).toBeUndefined();
});

const own = (more: Partial<OfficeCard>): OfficeCard => {
  const [first] = readyCards;
  if (first === undefined) throw new Error('no card is shipped');
  const { id: _id, ...words } = first;
  return {
    ...words,
    id: '01JABCDEFGHJKMNPQRSTVWXYZ0',
    version: 1,
    office: 'yinchuan',
    state: 'published',
    editedBy: 'liu' as OfficeCard['editedBy'],
    at: '2026-11-18T02:20:00.000Z' as OfficeCard['at'],
    ...more,
  };
};

test('an office’s newest card stands in place of the shipped one, and taken back the one before stands again', () => {
  const first = own({ of: 'app-register', title: { zh: '第一版', en: '' } });
  const second = own({
    of: 'app-register',
    title: { zh: '第二版', en: '' },
    at: '2026-11-19T02:20:00.000Z' as OfficeCard['at'],
  });
  const titleNow = (published: OfficeCard[]) =>
    cardsInForce(published).find(({ id }) => id === 'app-register')?.title.zh;
  expect(titleNow([])).toBe('注册和登录交管12123');
  expect(titleNow([second, first])).toBe('第二版');
  expect(titleNow([first])).toBe('第一版');
  expect(cardsInForce([second, first])).toHaveLength(20);
});

test('a card that takes another one’s words is found by the evaluation', () => {
  expect(evaluateCard([], own({ words: ['开车前检查'] })).worse).toEqual([]);
  const { worse, before, after } = evaluateCard([], own({ words: ['处理违法记录', '处理违法怎么点'] }));
  expect(worse).toEqual([{ text: '12123上处理违法怎么点', before: '在手机上处理违法', after: '注册和登录交管12123' }]);
  expect(after).toBeLessThan(before);
});

test('who asks where to tap gets the steps, with the caution that the screen decides', async () => {
  const talk = openTalk();
  const { card, say } = await talk.ask('交管12123上选车牌在哪儿点');
  expect(say).toContain('按下面几步弄');
  expect(card).toMatchObject({ type: 'steps', title: '在手机上选车牌号', caution: '名称和位置以手机上看到的为准。' });
  expect(card?.items.length).toBeGreaterThanOrEqual(3);
});

test('a matter named for the first time is answered by its guide, with the steps one tap away', async () => {
  const talk = openTalk();
  const { card, buttons } = await talk.ask('学法减分怎么操作');
  expect([card?.type, talk.conversation().topic]).toEqual(['guide', 'points-reduction']);
  expect(buttons.map(({ label }) => label)).toContain('一步步怎么点');
  expect((await talk.ask('一步步怎么点')).card).toMatchObject({ type: 'steps', title: '在手机上学法减分' });
});

test('within a matter the bare question is enough, and what is asked of the matter itself is answered as before', async () => {
  const talk = openTalk();
  expect((await talk.ask('电子驾驶证怎么领')).card?.type).not.toBe('steps');
  expect((await talk.ask('怎么操作')).card).toMatchObject({ type: 'steps', title: '申领电子驾驶证' });
  expect((await talk.ask('要带什么')).card?.type).not.toBe('steps');
});

test('a step that is too hard asks for a screenshot and offers an officer; in line it is a note', async () => {
  const talk = openTalk();
  await talk.ask('12123怎么注册，在哪儿点');
  const stuck = await talk.ask('第3步不会：填本人姓名、身份证号和手机号。');
  expect(stuck.say).toContain('第3步卡住了');
  expect(stuck.buttons.map(({ label, do: act }) => act ?? label)).toEqual(['add-photo', '找警官']);
  await talk.ask('找警官');
  expect((await talk.ask('第3步不会：填本人姓名、身份证号和手机号。')).say).not.toContain('截个图');
});

test('in large type nobody is sent to the app who did not name it', async () => {
  const talk = openTalk({ elder: true });
  await talk.ask('驾照到期了');
  expect((await talk.ask('我不会操作')).card?.type).not.toBe('steps');
  expect((await talk.ask('12123上到底点哪里')).card?.type).toBe('steps');
});

test('in English the steps come in English', async () => {
  const talk = openTalk({ language: 'en' });
  await talk.ask('I need the electronic driving licence');
  const { card } = await talk.ask('Where do I tap in the app?');
  expect(card).toMatchObject({ type: 'steps', title: 'Get the electronic driving licence' });
});

test('in WeChat a card is one message with numbered lines that are no answers to pick', () => {
  const [card] = readyCards;
  const line = {
    conversation: '01JABCDEFGHJKMNPQRSTVWXYZ0',
    seq: 1,
    at: '2026-11-18T02:20:00.000Z',
    from: 'officer',
    content: {
      type: 'reply',
      say: '按下面几步弄。',
      buttons: [],
      card: {
        type: 'steps',
        title: card?.title.zh,
        items: (card?.steps ?? []).map(({ zh }) => ({ text: zh })),
        caution: '名称和位置以手机上看到的为准。',
      },
    },
  } as never;
  const { text } = bubbleOf([line], [line], { language: 'zh', origin: 'https://office', link: 'https://office/t' });
  expect(text).toContain('【注册和登录交管12123】\n名称和位置以手机上看到的为准。\n第1步 在手机应用商店');
  expect(text.match(/第\d步/gu)).toHaveLength(6);
});
