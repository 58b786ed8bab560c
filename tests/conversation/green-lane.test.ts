/** The green lane: who is heard to ask for it, and that it never starves the others. */
import fc from 'fast-check';
import { comesFirst, greenLaneRules, standsAt } from '../../models/conversation/green-lane.ts';
import { laneWishIn } from '../../models/guidance/answers/lane-words.ts';
import { instantOf, msOf } from '../../models/time.ts';

test.each([
  '我七十了',
  '我今年78岁，驾照咋换',
  '我妈八十了不会弄',
  '我爸七十多不会用手机，我能帮他换驾照吗',
  '我残疾，跑不动',
  '我是聋人，打字问您',
  '看不清字',
  '字太小了看不清',
  '我坐轮椅不方便',
  '耳朵听不见',
  '我耳背打字慢',
  '本人年迈，眼睛看不清屏幕文字',
  '老人、残疾人优先',
  '走绿色通道',
])('“%s” asks to come first', (words) => {
  expect(laneWishIn(words, false)).toBe('on');
});

test.each([
  '我爸残疾证怎么换驾照',
  '七十岁还能考驾照吗',
  '我爸七十了驾照怎么换',
  '如果我七十了还能开吗',
  '残疾人能考驾照吗',
  '坐轮椅的人能不能考C5',
  '我朋友坐轮椅',
  '行驶证看不清字了',
  '车牌褪色看不清，想换一副新的',
  '鲜活农产品绿色通道怎么申请',
  '我跑了七趟',
  '我驾照70天后到期',
])('“%s” is a question or tells of somebody else', (words) => {
  expect(laneWishIn(words, false)).toBeUndefined();
});

test('it is asked for and given back in English, too', () => {
  expect(laneWishIn('I am 72 years old, how do I renew my licence', true)).toBe('on');
  expect(laneWishIn('No priority', true)).toBe('off');
  expect(laneWishIn('Can disabled people get a licence', true)).toBeUndefined();
});

test('large type counts as the wish until the person says otherwise', () => {
  expect(comesFirst({ elder: true })).toBe(true);
  expect(comesFirst({ elder: true, greenLane: false })).toBe(false);
  expect(comesFirst({ elder: false, greenLane: true })).toBe(true);
});

test('the lane goes ahead of whoever came within the head start, and overtakes nobody who waited longer', () => {
  const person = fc.record({ came: fc.integer({ min: 0, max: 10_800_000 }), first: fc.boolean() });
  const place = ({ came, first }: { came: number; first: boolean }): number =>
    msOf(standsAt(instantOf(Date.UTC(2026, 10, 18) + came), first));
  fc.assert(
    fc.property(person, person, (a, b) => {
      const ahead = place(b) < place(a);
      if (b.came - a.came > greenLaneRules.headStartMs) expect(ahead).toBe(false);
      if (b.first && !a.first && b.came - a.came < greenLaneRules.headStartMs) expect(ahead).toBe(true);
      if (a.first === b.first) expect(ahead).toBe(b.came < a.came);
    }),
    { numRuns: 60 },
  );
});
