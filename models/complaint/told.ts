/** What a person's own words say of a matter: how often they came, where, when, what they were told, what they want. */

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  once: 1,
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};
const COUNT = '([一二两俩三四五六七八九十]|\\d{1,2})';
const TRIPS = new RegExp(`(?:跑|去|来|折腾|找|到)了?(?:你们|窗口|车管所|大厅|这儿|那儿)?${COUNT}(?:趟|回|次|遍)`, 'u');
const JUST_TRIPS = new RegExp(`${COUNT}趟`, 'u');
const SECOND = /第(二|三|四|五|\d)(?:次|趟|回)(?:来|去|跑|了)/u;
const TRIPS_EN =
  /\b(twice|(?:two|three|four|five|six|\d{1,2}) (?:times|trips|visits))\b(?!.*\b(?:book|tried to book)\b)/iu;

/** Trips to the window, not tries to book. */
export function visitsIn(text: string): number | undefined {
  const found =
    TRIPS.exec(text)?.[1] ??
    JUST_TRIPS.exec(text)?.[1] ??
    SECOND.exec(text)?.[1] ??
    TRIPS_EN.exec(text)?.[1]?.split(' ')[0];
  if (found === undefined) return undefined;
  const count = NUMBERS[found.toLowerCase()] ?? Number(found);
  return count >= 1 && count <= 99 ? count : undefined;
}

/** Clauses as people break them. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/[，,。！!？?；;\n]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

const PLACE =
  /((?:[\p{Script=Han}]{2,8}?)?(?:车管所|登记服务站|服务站|检测站|考场|中队|大厅|邮政网点))?的?((?:[一二三四五六七八九十]|\d{1,2})号(?:窗口|台|柜台))?/gu;

/** 2号窗口, 银川车管所: the first place that is named as one. */
export function whereIn(text: string): string | undefined {
  for (const match of text.matchAll(PLACE)) {
    const place = `${match[1] ?? ''}${match[2] ?? ''}`.replace(/^[我你他在去到从跑的了是就]+/u, '');
    if (place.length >= 3) return place.slice(0, 60);
  }
  return undefined;
}

const WHEN =
  /((?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|(?:\d{1,2})[日号](?!窗口|台|楼|柜)|今天|今儿|昨天|昨儿|前天|大前天|上个月|上周|刚才|刚刚)(?:的)?(上午|下午|早上|中午|晚上)?/u;

/** 昨天下午, as it was said; the report's own date stands beside it. */
export const whenIn = (text: string): string | undefined => WHEN.exec(text)?.[0];

const TOLD =
  /(窗口|警官|民警|工作人员|柜台|他们|她|他|电话里|大厅|officer|window|clerk|they)[^，。！？]{0,6}?(说|讲|告诉|让|叫|要|非|不给|不让|不收|不办|退|推|said|told|want|ask|refus)/iu;

/** What they were told there, in the clauses that say so. */
export function saidIn(text: string): string | undefined {
  const clauses = clausesOf(text).filter((clause) => TOLD.test(clause));
  return clauses.length === 0 ? undefined : clauses.join('，').slice(0, 400);
}

const LENDER =
  /([\p{Script=Han}]{1,8}?(?:银行|信用社|农商行|汽车金融|金融公司|金融租赁|融资租赁|消费金融|小额贷款公司|贷款公司))/u;
/** Words that stand before a lender's name and do not belong to it. */
const BEFORE_NAME =
  /^.*(抵押|解押|还清|结清|的是|是在|在|从|跟|和|找|去|到|欠|给|向|被|由|是|的|那|就|把|贷|款|我|你|他|她|它|们|家|叫|让|等|请|问)/u;

export function lenderIn(text: string): string | undefined {
  const found = LENDER.exec(text)?.[1]?.replace(BEFORE_NAME, '');
  return found === undefined || /^(银行|贷款公司|金融公司|汽车金融|信用社)$/u.test(found) || found.length < 3
    ? undefined
    : found.slice(0, 40);
}

const WANTED = /(?:我?(?:就|只|还是)?(?:想要|希望|要求|盼着|只想|就想)|想要：?)([^，。！？\n]{3,80})/u;
export const wantedIn = (text: string): string | undefined => WANTED.exec(text)?.[1]?.trim();

export type Trouble = 'papers' | 'booking' | 'overdue' | 'conduct' | 'other';
/** What kind of wish usually follows from the trouble. */
export function troubleIn(text: string): Trouble {
  if (/约不上|约不到|没约上|约满|抢不到|没号|约了.{0,4}[回次]|no slot|cannot book/iu.test(text)) return 'booking';
  if (/(非要|还要|要求|让我?|非得|必须).{0,12}(证明|单子?|函|表|合同|书|复印件|材料|手续)|extra paper/iu.test(text))
    return 'papers';
  if (/超期|超时|拖|等了|还没好|没下来|催|overdue|still waiting/iu.test(text)) return 'overdue';
  if (/态度|骂|凶|不耐烦|推来推去|踢皮球|互相推|不理|rude/iu.test(text)) return 'conduct';
  return 'other';
}

const PAPER =
  /(?:非要|非得要?|还要|要求|必须要?|让我?(?:再)?(?:交|拿|开|带|补|出)|硬要)(?:我)?(?:交|拿|开|带|补|出|提交|个|一个|一份)*([\p{Script=Han}]{1,8}?(?:证明|保证书|承诺书|同意书|介绍信|公证书|公证|函|复印件))/u;
/** A paper that was asked for: 结清证明. */
export const paperAskedFor = (text: string): string | undefined => PAPER.exec(text)?.[1];

const TELLS =
  /趟|没办成|办不成|办不了|办不下|不给|不让|不收|不受理|非要|非得|退回|打回|被退|约不上|约不到|没约上|推来推去|踢皮球|态度|没人管|不理|超期|拖|还没|卡住|查不到|打不开|报错|崩|交不上|白跑|折腾|投诉|反映|说不行|不行|要求|说没有|凭什么|refus|cannot|can't|won't|rude|three times|twice|waiting|nobody|not accept/iu;
/** It tells of something that went wrong, rather than asking how things go. */
export const tellsTrouble = (text: string): boolean => TELLS.test(text);

const VENTS =
  /废物|傻[逼比叉子x]|混蛋|王八|滚|垃圾|破(机器|玩意|系统|地方)|白痴|智障|脑残|吃干饭|不要脸|他妈|你妈|狗屁|放屁|有个屁|去死|什么玩意|没用的东西|stupid|idiot|useless|damn|garbage|shit|fuck/iu;
/** The clauses that tell something; what only vents stays in the talk and goes into no file. */
export function withoutVenting(text: string): string {
  if (!VENTS.test(text)) return text.trim();
  const parts = text.split(/(?<=[，,。！!？?；;\n])/u).filter((part) => !VENTS.test(part));
  return parts
    .join('')
    .replace(/[，,；;]\s*$/u, '')
    .trim();
}

const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu;
/** A phone number typed into the story belongs to the person's file, not to the story. */
export const withoutPhones = (text: string): string => text.replace(MOBILE, '').trim();

const FOR =
  /(?:替|帮|代)(?:我|俺)?(?:们)?(?:家)?的?(老?妈|母亲|娘|老?爸|父亲|爹|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|丈母娘|岳父|岳母|老人|老伴|老公|老婆|媳妇|丈夫|妻子|儿子|女儿|孩子|哥|姐|弟|妹|叔|姑|姨|舅|朋友|邻居|同事)[^，。！？]{0,8}?(?:反映|登记|投诉|说|告|提|问问|报)|\b(?:for|on behalf of) my (mother|father|grandmother|grandfather|parents?|wife|husband|neighbou?r|friend)\b/iu;
const politely: Readonly<Record<string, string>> = {
  妈: '妈妈',
  老妈: '妈妈',
  娘: '妈妈',
  爸: '爸爸',
  老爸: '爸爸',
  爹: '爸爸',
};
/** 我替我妈反映: for whom somebody writes. */
export function writesFor(text: string): string | undefined {
  const match = FOR.exec(text);
  const found = match?.[1] ?? match?.[2];
  return found === undefined ? undefined : (politely[found] ?? found);
}
