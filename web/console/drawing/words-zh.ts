/** What the drawing on a screenshot and the step cards say, in Chinese. */
import type { Mark } from '../../../models/conversation/drawing.ts';

type Tool = Mark['kind'];
export const drawZh = {
  open: '在图上标给他看',
  notMine: '认领以后才能在图上标',
  title: '在图上标给他看',
  tools: '工具',
  tool: {
    point: '编号点',
    arrow: '箭头',
    box: '方框',
    circle: '圈',
    line: '画线',
    text: '写字',
  } satisfies Record<Tool, string> as Record<Tool, string>,
  undo: '撤销',
  redo: '恢复',
  clear: '全部去掉',
  larger: '放大',
  smaller: '缩小',
  fit: '看整张',
  board: '截图。先选工具，再按住拖，或者点一下。用键盘：方向键移动十字（加Shift走得细），回车落笔，Esc放弃这一笔。',
  keys: '键盘：1到6选工具，方向键移动十字，回车落笔，Ctrl+Z撤销。',
  list: '标了什么（群众听到、看到的就是这些字）',
  none: '还没有标。点一下图，就是1号点。',
  says: (n: number) => `${String(n)}号点写什么`,
  saysHint: '点这里',
  text: '写在图上的字',
  textFirst: '看这里',
  remove: (n: number) => `去掉第${String(n)}样`,
  full: '一张图最多标30样，再多就看不清了。',
  live: '群众开着页面，您画的他同时看得到',
  send: '发给群众',
  sending: '正在发',
  sent: '标好的图发过去了',
  crossed: '同事刚发了话，您标的还在。看过了，再按一次发给群众。',
  gone: '这张图打不开了，标不了。请群众再发一张。',
  picture: '群众的截图',
  marked: (name: string) => `${name}标的`,
  byCitizen: '群众指的地方',
};
export type DrawWords = typeof drawZh;
