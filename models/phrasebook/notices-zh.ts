/** Short messages about a matter, as each is filed with the carrier: the number and the page's address are put in, nothing else. */
import type { MatterNews } from '../complaint/news.ts';

/** 【签名】 is put before it by the carrier. */
export const noticesZh: Record<MatterNews, string> = {
  accepted: '您反映的{number}已经受理，有专人在办。进度看这里：{link}',
  contacted: '您反映的{number}，刚才有人联系过您。进度看这里：{link}',
  asked: '您反映的{number}要请您补充一点东西，补了马上接着办。要补什么看这里：{link}',
  message: '您反映的{number}，经手的警官给您留了话：{link}',
  extended: '您反映的{number}批准延期一次。新的答复时间看这里：{link}',
  answered: '您反映的{number}有答复了。打开看看，办成没办成，给个准话：{link}',
  declined: '您反映的{number}没有受理，理由和该找哪儿都写在这里，不同意可以请人再看一次：{link}',
  reminder: '您反映的{number}还在等您补充，补了马上接着办：{link}',
  reopened: '您反映的{number}重新打开了，升一级接着办。什么时候答复看这里：{link}',
  raised: '您反映的{number}升了一级，由上一级的人盯着办：{link}',
  rate: '您反映的{number}办结了。办得怎么样，给打个分，不打也没关系：{link}',
  'called-back': '您反映的{number}，回访记好了。您给的评价原样保留：{link}',
  'call-back-missed': '您反映的{number}，该打的回访电话还没打通，我们接着打。想换个时间，在这里说一声：{link}',
  rectified: '您反映的{number}整改完了，改了什么看这里：{link}',
  closed: '您反映的{number}归档了。要是没真办成，在这里一点就重新打开：{link}',
  'check-back': '您反映的{number}过去四周了，回头问一句：现在还好用吗？在这里答：{link}',
};
