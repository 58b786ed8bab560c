import { ConversationId, DeliveryId } from '../../models/ids.ts';
import type { Line } from '../../models/conversation/line.ts';
import { instantOf } from '../../models/time.ts';
import { bubbleOf } from '../../models/wechat/bubble.ts';

const context = {
  language: 'zh',
  origin: 'https://office.example',
  link: 'https://office.example/wechat/talk/x',
} as const;

test('an address that card and button share is written once, every other one stays', () => {
  const line: Line = {
    conversation: ConversationId.parse('01J00000000000000000000001'),
    seq: 1,
    at: instantOf(Date.parse('2026-11-18T02:00:00Z')),
    from: 'bot',
    delivery: DeliveryId.parse('wx-6054768590064'),
    content: {
      type: 'reply',
      say: '带身份证来。',
      card: {
        type: 'checklist',
        items: [{ text: '身份证' }],
        link: { label: '我的清单', href: '/guides/lost-licence/list' },
      },
      buttons: [
        { label: '我的材料清单', open: '/guides/lost-licence/list' },
        { label: '看指南', open: '/guides/lost-licence' },
      ],
    },
  };
  const links = bubbleOf([line], [line], context).text.match(/https:\S+/gu);
  expect(links).toEqual([
    'https://office.example/guides/lost-licence/list',
    'https://office.example/guides/lost-licence',
  ]);
});
