/** What the assistant and the messages say of live guidance (连线指导), in Chinese. */
import type { LiveNews } from '../live/news.ts';
import type { LiveOutcome } from '../live/live-session.ts';
import type { Asked, Rung } from '../live/ladder.ts';

export const liveZh = {
  how: { video: '视频', voice: '语音', photos: '发照片', text: '文字' } satisfies Record<Rung, string>,
  /** The line and what comes next; nothing is recorded, and it says so. */
  offer: (ahead: number, minutes: number) =>
    ahead === 0
      ? '可以和警官视频或语音，现在没有人排在前面。点开先试镜头和话筒，不录音不录像。'
      : `可以和警官视频或语音。前面还有${String(ahead)}位，约${String(minutes)}分钟。点开先试镜头和话筒，不录音不录像。`,
  already: '已经在排了。点开就能看到前面还有几位，也可以取消。',
  live: '警官正在和您连线，点开就能回去。',
  closed: (when: string) => `这会儿没有警官能连线，${when}上班。可以约警官给您打电话，也可以留言，都不会丢。`,
  nobody: '这会儿没有警官在线。可以约警官给您打电话，也可以留言，都不会丢。',
  open: { video: '打开视频', voice: '只用语音' } satisfies Record<Asked, string>,
  back: '回到连线',
  news: {
    invited: { say: '{officer}警官想和您连线，边看边教您办。点开就接通，不录音不录像', see: '接通' },
    answered: { say: '{officer}警官接起来了，正在等您', see: '进去说' },
    missed: { say: '刚才{officer}警官等您连线，没等到。什么时候方便，再点开就行', see: '再连线' },
    'not-met': { say: '抱歉，您等的连线没有警官接起来。您写的都在；可以再排，也可以约个电话', see: '再排一次' },
    ended: { say: '和{officer}警官的连线结束了，经过记在对话里', see: '看对话' },
  } satisfies Record<LiveNews, { say: string; see: string }>,
  summary: {
    title: '这次连线',
    say: {
      solved: (officer: string) => `和${officer}警官的连线结束了，您的事办明白了。经过记在下面。`,
      'not-solved': (officer: string) =>
        `和${officer}警官的连线结束了，这次没能办成。要不要交给“办不成事”窗口？说过的都替您填好，有人专门盯着。`,
      'cut-off': (officer: string) => `和${officer}警官的连线断了。您写的、发的都在，可以再连，也可以留言。`,
    } satisfies Record<LiveOutcome, (officer: string) => string>,
    who: '谁',
    matter: '办的事',
    long: '多久',
    ways: '方式',
    result: '结果',
    minutes: (n: number) => (n < 1 ? '不到1分钟' : `${String(n)}分钟`),
    results: { solved: '办明白了', 'not-solved': '没办成', 'cut-off': '线断了' } satisfies Record<LiveOutcome, string>,
    again: '再连线',
    checklist: '清单留给您',
  },
};
export type LiveWords = typeof liveZh;
