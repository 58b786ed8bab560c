/** The sides of a matter that people ask about: fee, time, papers, place, online, agent, deadline … and by which words. */

export const facetIds = [
  'ready',
  'online',
  'agent',
  'elsewhere',
  'nearby',
  'hours',
  'fee',
  'deadline',
  'time',
  'papers',
  'where',
  'source',
  'doubt',
] as const;
export type Facet = (typeof facetIds)[number];

/** Compared with the plain message; the first language's words need no borders, Chinese has none. */
export const facetWords: Readonly<Record<Facet, { zh: RegExp; en: RegExp }>> = {
  ready: {
    zh: /(哪天|几号|啥时候|什么时候|多会儿|何时|多久|几天|多长时间|多少天)(之后|以后|后)?(能|可以|才|就)?(拿|取|领|好|办好|办完|下来|出来|寄到)|她的呢|他的呢/,
    en: /when (will|can|is|do) .*(ready|get it|pick|collect|receive)|ready by/,
  },
  online: {
    zh: /网上|线上|12123|手机上|手机能|app|小程序|网办|不跑|在家(里)?(能|可以)?(办|弄|申请)|自己在手机|网(能|可以)办|电脑上/,
    en: /online|\bapp\b|website|from home|internet/,
  },
  agent: {
    zh: /代办|代领|代替|委托|替(我|他|她|老人|家|爸|妈|父|母|老公|老婆)|(替|帮)(我|他|她)?(爸|妈|父|母|爷|奶|公|婆|媳|儿|哥|姐|弟|妹|朋友|老人|家里)|我替|(让|叫|找)(别人|家里人|朋友|孩子|儿子|女儿|媳妇|老公|老婆|我弟|我哥|我姐|弟弟|哥哥|人).{0,6}(办|去|弄|取|领|代)|本人(必须|一定|非得|要)?.{0,3}(去|到场|来|不去|不来|去不了|来不了)|必须本人|我(人)?(不去|去不了|来不了|不到场)|出不了门/,
    en: /somebody else|someone else|on my behalf|agent|in person|my (wife|husband|son|daughter|father|mother|friend)/,
  },
  elsewhere: {
    zh: /外地|异地|跨省|外省|不在本地|在别的(地方|城市)|不是(本地|这儿)的|老家|非得回|必须回|要回|别的地方(能|可以|行)/,
    en: /another (city|province|place)|different (city|province)|elsewhere|not (registered|issued) here/,
  },
  nearby: {
    zh: /近处|就近|最近的|附近|离我近|哪个点|哪里有点|网点|太远|跑那么远|家门口|乡上|镇上|村里/,
    en: /near(est|by)?|close to me|township/,
  },
  hours: {
    zh: /几点|上班|下班|周末|周六|周日|星期|礼拜|开门|关门|放假|中午|营业|工作时间|开不开|有人(吗|么|没)|国庆|春节|五一|元旦|清明|端午|中秋|调休|过节|值班/,
    en: /open|opening|hours|holiday|weekend|saturday|sunday|closed|lunch/,
  },
  fee: {
    zh: /多少钱|费用|收费|收多少|花多少|几块|几十|要钱|要不要钱|贵不|贵吗|免费|工本费|交钱|掏钱|掏多少|价格|啥价|花钱/,
    en: /how much|\bfee\b|cost|price|pay|charge|yuan/,
  },
  deadline: {
    zh: /多久(之)?内|几天(之)?内|期限|逾期|超期|晚了|过了(时间|期)|来得及|最晚|最迟|拖(着|了)|不(去|办|改|换).{0,4}(会|罚)|会不会罚|罚不罚|罚多少|什么时候之前/,
    en: /deadline|how long do i have|by when|too late|fine[ds]?\b|overdue/,
  },
  time: {
    zh: /几天|多久|多长时间|多少天|当天|立等|现场能|马上能|快不快|要等|等多久|几个工作日|跑几趟|得跑/,
    en: /how long|how many days|same day|how soon/,
  },
  papers: {
    zh: /带什么|带啥|带哪|拿什么|拿啥|材料|手续|准备什么|准备啥|需要什么|需要啥|要什么|要啥|什么证件|哪些证|啥证|资料|要带/,
    en: /what (do i|should i|to) (bring|need)|documents?|papers?|paperwork|bring/,
  },
  where: {
    zh: /去哪|在哪|到哪|哪里|哪儿|哪达|啥地方|什么地方|地址|怎么走|位置|哪个(大厅|窗口|车管所)|上哪/,
    en: /where|address|which office|location/,
  },
  source: {
    zh: /依据|哪条|哪一条|什么规定|啥规定|规定是|凭什么|法律|条文|哪里写|谁规定/,
    en: /which rule|legal basis|which article|source|what law/,
  },
  doubt: {
    zh: /真的假的|确定吗|确定么|别搞错|搞错了|不对吧|靠谱|没骗|说错|是不是真|准不准|你肯定|不是(说|讲)|听说.{0,12}(不|免|都)|人家说|别人说|朋友说|网上说/,
    en: /are you sure|really\?|is that right|i heard|wrong/,
  },
};

export function facetsIn(plain: string, english: boolean): Facet[] {
  return facetIds.filter((id) => (english ? facetWords[id].en : facetWords[id].zh).test(plain));
}
