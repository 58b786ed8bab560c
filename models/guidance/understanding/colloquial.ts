/** Words as people here say or type them, and the plain word for each. Longest first; fillers become nothing. */
const pairs = `
啥时候=什么时候 撒时候=什么时候 多会儿=什么时候 多会=什么时候 多咱=什么时候 多早晚=什么时候
咋样=怎么样 咋个=怎么 咋子=怎么 咋办=怎么办 咋弄=怎么办 咋整=怎么办 咋搞=怎么办 怎么弄=怎么办 怎么整=怎么办 怎么搞=怎么办 咋=怎么 阿么=怎么 昨么=怎么
啥子=什么 干啥=干什么 啥=什么 带撒=带什么 要撒=要什么 有撒=有什么 是撒=是什么 弄撒=办什么 吃撒=吃什么 为撒=为什么
哪哒=哪里 那哒=那里 哪达=哪里 那达=那里 阿哒=哪里 阿达=哪里 哪搭=哪里 那搭=那里 哪儿=哪里 哪块=哪里 这哒=这里 这达=这里 这儿=这里 那儿=那里
一哈=一下 哈了=下了 一哒=一起 一搭=一起 一块儿=一起 这会子=现在 这会儿=现在 立马=马上 而今=现在 夜来=昨天
婆姨=老婆 媳妇子=老婆 掌柜的=老公 娃娃=孩子 娃=孩子 尕=小
木有=没有 么有=没有 冒有=没有 莫有=没有 莫得=没有 没得=没有 俩=两个 木得=没有
晓得=知道 解不下=不懂 攒劲=很好 美得很=很好 歪得很=厉害 麻达=麻烦 日鬼=捣鬼
大绿本=登记证书 绿皮本=登记证书 大绿本子=登记证书 绿本子=登记证书 绿本=登记证书 机动车登记证书=登记证书 产权证书=登记证书
行车本=行驶证 行车证=行驶证 小蓝本=行驶证 行驶本=行驶证
驾驶执照=驾驶证 驾驶本=驾驶证 驾照本=驾驶证 驾照=驾驶证 驾证=驾驶证
车牌照=号牌 车牌子=号牌 车牌号=号牌 车牌=号牌 牌照=号牌 牌牌=号牌 牌子=号牌
审车=年检 验车=年检 检车=年检 车审=年检 年审=年检
违章=违法 打卡站=
哩=呢 咧=了 唻=了 嘞=了 噻= 呗= 嘛= 哟= 撒= 诶= 欸= 嗯= 呃= 额滴=我的 唉= 哎=
请问一下= 请问= 麻烦问下= 问一下= 问下= 想问下= 您好请问= 那个啥= 就是说= 的话=
`;

/** Keyed by the first sign, longest first. */
export const colloquial: ReadonlyMap<string, readonly (readonly [from: string, to: string])[]> = (() => {
  const table = new Map<string, [string, string][]>();
  for (const pair of pairs.split(/\s+/).filter(Boolean)) {
    const [from = '', to = ''] = pair.split('=');
    const first = from.slice(0, 1);
    table.set(first, [...(table.get(first) ?? []), [from, to]]);
  }
  for (const rows of table.values()) rows.sort((a, b) => b[0].length - a[0].length);
  return table;
})();
