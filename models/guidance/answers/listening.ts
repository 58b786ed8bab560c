/** What to listen for in a message besides its matter: yes and no, a holiday, a refused wish said again. */

export const saysYes = /^(对|是|嗯|没错|就是|可以|行|好|yes|yeah|right|correct)/;
export const saysNo = /^(不是|不对|不|错|没有|no|not|wrong)/;

/** A question in an answer's place: 丢了还能开车吗 answers nothing. */
export const asksBack = /(吗|么|咋|怎么|哪|多少|几|什么|啥|能不能|要不要|可以|可不可以|how|what|where|when|can i|do i)/;

/** The system or a window said no. */
export const wasRefused =
  /不了|不给|不让|不能|办不成|卡住|退回|提示|为什么|为啥|咋回事|啥情况|没交|没处理|refus|cannot|can't|blocked/;

/** After a refusal: the same wish in other words, a bribe, a plea. */
export const pleads =
  /告诉|说一下|透露|查|姓|叫啥|叫什么|电话|号码|地址|住|名字|红包|给钱|给你钱|好处|求|通融|就一个|偷偷|悄悄|帮帮忙|多少钱都|tell me|please just|pay you|name|phone/;

/** Holidays by what people call them, and by the name in the State Council's calendar. */
export const holidayWords: readonly (readonly [RegExp, string])[] = [
  [/国庆|十一(长假|放假|假期)|national day/, '国庆'],
  [/春节|过年|大年|spring festival|chinese new year/, '春节'],
  [/元旦|new year'?s day/, '元旦'],
  [/清明|qingming/, '清明'],
  [/五一|劳动节|labou?r day|may day/, '劳动节'],
  [/端午|dragon boat/, '端午'],
  [/中秋|mid-?autumn/, '中秋'],
];
/** The holiday that was spoken of before. */
export const thoseDays = /放假|那几天|假期|holiday/;

/** What a message says unasked about whose car it is, who comes, lost or worn. */
export function toldInPassing(plain: string): Record<string, string> {
  const lost = /丢|找不着|找不到|没了|遗失/.test(plain);
  const worn = /坏|烂|磨|看不清|洗了|折|断|损/.test(plain);
  return {
    ...(/(单位|公司|公户|企业|厂里)的?(车|货车|皮卡|名下)|公司名下/.test(plain) ? { owner: 'company' } : {}),
    ...(/替我?(爸|妈|父|母|他|她|老|儿|女|媳|婆|公|哥|姐|弟|妹|朋友|家)|代办|委托|帮我?(爸|妈|父|母|老人)/.test(plain)
      ? { who: 'agent' }
      : {}),
    ...(lost ? { lostOrWorn: 'lost' } : worn ? { lostOrWorn: 'worn' } : {}),
  };
}
