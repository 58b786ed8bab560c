/** How a line stands on its way to a person in WeChat, for the officer who wrote it. */
import type { WaitReason } from '../../models/wechat/post.ts';

export const weChatWordsZh = {
  heading: '微信',
  left: (left: number, until: string) => `还能发${left}条，到${until}`,
  none: (until: string) => `条数用完了，${until}前等群众回话`,
  closed: '等群众先说话，微信才让发',
  gone: '群众取消了关注',
  way: { reply: '随回复送到', late: '已送到微信', page: '在网页上看的' },
  again: (n: number) => `第${n}次才送到`,
  sending: '正在送',
  trying: (n: number) => `第${n}次在送`,
  queued: '排队',
  unsure: '可能已送到：送的时候断了，没有再送',
  pointed: { last: '已提醒点开看', template: '已发模板提醒', sms: '已发短信提醒' },
  arrived: '对方收到了',
  refused: '对方拒收',
  waits: {
    'outside-window': '等群众回话：过了48小时，微信不让发',
    'count-used': '等群众回话：条数用完了',
    'held-back': '留着最后1条，一起提醒',
    'not-following': '没送到：群众取消了关注',
    'not-permitted': '没送到：公众号没有这个权限',
    'daily-limit': '没送到：公众号今天的条数用完了',
    busy: '没送到：微信没应答',
    'not-taken': '没送到：微信没收',
    'page-open': '群众开着网页，先在那边看',
    answering: '随下一句回复送到',
    'no-way': '等群众回话：没有手机号，发不了短信',
  } as Record<WaitReason, string>,
  retryAt: (at: string) => `${at}再试`,
};
export type WeChatConsoleWords = typeof weChatWordsZh;
