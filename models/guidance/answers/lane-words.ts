/** Whether somebody says of themselves, or of whoever sits beside them, that they should come first; a question about a rule says nothing. */
export type LaneWish = 'on' | 'off';

/** The lane by its name and nothing else. */
const asksForLane =
  /^(请|我要|我想|麻烦|能不能|可以|给我)*(走|开|用|进)?(一下)?(绿色通道|老年人?通道|老年优先|老人优先|残疾人优先|老人、?残疾人优先|让我排(在)?前面|照顾一下老人?|优先一下)(吧|吗|么|行吗|可以吗|好吗|谢谢)*$/u;
const leavesLane =
  /^(我)?(不用|不要|不走|取消|退出|别)(给我)?(优先|绿色通道|排(在)?前面|照顾)(了|吧)*$|^(我)?(按顺序|按先来后到|跟大家一样)(排)?(就行|吧|就好)?$/u;

const tens = '(?:[七八九]十[一二三四五六七八九多几来]?|[789]\\d)';
const aged = `(?:都|已经|今年|今年都|今年已经)?${tens}(?:岁|多岁|周岁)?(?:的?老?(?:人|汉|太太|头|婆子)|了|啦|咧|的人|岁|$)`;
const parent =
  '(?:爸|妈|爹|娘|父亲|母亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈人|老伴|老爷子|老太太|老汉|家老人)';
const helpless =
  '(?:不会(?:弄|用|按|操作|上网|打字|手机)|弄不(?:来|了|懂|明白)|按不来|看不(?:清|见|懂)|走不(?:动|了)|腿脚|腿不好|耳(?:朵)?(?:背|聋)|听不(?:清|见)|坐轮椅|拄拐|瘫|卧床)';

/** Each is looked for in one clause. */
const ofOneself: readonly RegExp[] = [
  new RegExp(`(?:^|[^\\p{L}])我(?:这)?(?:个)?(?:老汉|老太太|老头|老婆子)?${aged}`, 'u'),
  /我(是|属于|这个)?(个|一个|位)?(视力|听力|肢体|腿部?|左腿|右腿|左手|右手|一级|二级|三级|四级)?残疾(?!证|车|辅助|标志|专用|补|军|人?(证|驾|车|专用|考))/u,
  /我(是)?(个|一个)?(盲人|聋哑人|聋人|老年人|老人家|孤寡老人)/u,
  /^(我)?(现在|一直)?(是)?(坐(着)?轮椅|拄(着)?(双)?拐|挂拐)(?!的人|的能|的可)/u,
  /^我?(的)?(两只|双|一只)?(眼睛|眼神|眼|老眼)(不好|花了?|昏花|不行|看不清|看不见|瞎了?)/u,
  /^我?(的)?(实在|有点|老是)?看不(清|见|到)(你|这|手机|屏幕|上面|小)*(上|里)?(的)?(这些|这么小的)?(字|小字|屏幕|手机)(了|啊|呀|哦)?$/u,
  /^(你们?的?|这|这个|手机|屏幕上?的?)?(字|字体)(太|有点|也太)?小(了|啊)?(我)?(看不(清|见|到)|$)/u,
  /^我?(的)?(两只|双|一只)?(耳朵|耳)(有点|不太)?(听不(见|清)|背|聋|不好使|不行|不好)/u,
  /^我(是)?(听不见|听不清楚?|聋|看不见|失明|瘫痪|腿脚不(好|便|方便|利索)|行动不便|走不(动|了)路?)/u,
  /我(现在)?(怀孕|是孕妇|怀着孩子|大着肚子)/u,
];
/** Somebody helps: the age alone is a question about a rule, not being able to is a wish for help. */
const ofSomebodyNear = new RegExp(
  `(?:我|咱|俺)?家?(?:里)?的?(?:${parent})[^，。！？；,.!?;]{0,4}?(?:都|今年|已经)?${tens}(?:多|几)?(?:岁)?(?:了|啦|咧)?[，,、 ]?.{0,6}?${helpless}`,
  'u',
);
/** What is told of others, of papers and of what might be. */
const notSo =
  /如果|要是|假如|等我|等到|万一|我不是|不算|我没|(我|他|她)?(哥|姐|弟|妹|朋友|同事|邻居|儿子|女儿|客户|媳妇|老公|老婆|丈夫|妻子)/u;

const asksEn = /^(please )?(use |take )?(the )?(green lane|priority)( please)?$/;
const leavesEn = /^(no|without|cancel( the)?) (green lane|priority)$/;
const ofOneselfEn =
  /\bi(?: am|'m|’m) (?:(?:over |already |now )?[789]\d(?: years old)?\b|(?:an? )?(?:elderly|old|disabled|deaf|blind|pregnant)|hard of hearing|in a wheelchair)|\bi (?:use a wheelchair|(?:cannot|can't|can’t) (?:see|read) (?:the|this|small) (?:letters|text|screen|print|words)|(?:cannot|can't|can’t) hear)|\bmy (?:father|mother|grandfather|grandmother|dad|mum|mom) is [789]\d.{0,20}(?:can't|can’t|cannot|does not know|unable)/;

/** Nothing else is said. */
export function laneAlone(text: string, english: boolean): LaneWish | undefined {
  const said = text.normalize('NFKC').toLowerCase().trim();
  const bare = english ? said.replace(/[.!]+$/, '') : said.replace(/[，。！？；、,.!?;\s]+/gu, '');
  if ((english ? leavesEn : leavesLane).test(bare)) return 'off';
  return (english ? asksEn : asksForLane).test(bare) ? 'on' : undefined;
}

export function laneWishIn(text: string, english: boolean): LaneWish | undefined {
  const alone = laneAlone(text, english);
  if (alone !== undefined) return alone;
  const said = text.normalize('NFKC').toLowerCase().trim();
  if (english) return ofOneselfEn.test(said) ? 'on' : undefined;
  if (ofSomebodyNear.test(said) && !/如果|要是|假如|等/u.test(said)) return 'on';
  const clauses = said.split(/[，。！？；,.!?;\s]+/u);
  return clauses.some((clause) => !notSo.test(clause) && ofOneself.some((words) => words.test(clause)))
    ? 'on'
    : undefined;
}
