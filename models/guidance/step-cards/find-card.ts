/** Finds the step card somebody needs who knows the matter but not the buttons. */
import type { StepCard, StepPlace } from './step-card.ts';

/** 怎么点, 在哪儿点, 不会操作: the buttons are asked for, not the matter. */
const TAPS =
  /(怎么|怎样|咋个?|如何)(点|按|操作|注册|登录|绑)|(在|往|从|该)?(哪|哪儿|哪里|哪个|什么地方)(点|按|进去|操作)|(不会|不懂|不知道怎么?|弄不懂)(点|按|操作)|操作不(来|了|明白)|(点|按)哪(里|儿|个)?|哪个(按钮|菜单|选项|图标)|找不(到|着)(按钮|入口|菜单|图标|地方点|在哪点)|入口在哪/u;
const TAPS_ENGLISH =
  /where (do i|to|should i) (tap|click|press)|which (button|menu)|(can'?t|cannot) find the (button|menu|entry)|how do i use the (app|machine)|what do i (tap|click|press)/u;

const places: readonly (readonly [StepPlace, RegExp])[] = [
  ['self-service', /自助(机|终端|设备|服务)|取号机|机器上|机子上|the machine|self-service/u],
  ['12123', /12123|app|手机上|手机里|软件|the app/u],
];

export const asksWhereToTap = (plain: string, english: boolean): boolean => (english ? TAPS_ENGLISH : TAPS).test(plain);
/** 交管12123, 自助机: where the person stands with it, if they say so. */
export const placeNamed = (plain: string): StepPlace | undefined => places.find(([, words]) => words.test(plain))?.[0];

/**
 * The card whose own words are named decides, the longest first; without any, one for the matter at hand. `service` is what
 * the message or the talk is about.
 */
export function findCard(cards: readonly StepCard[], plain: string, service: string | undefined): StepCard | undefined {
  const place = placeNamed(plain);
  const ranked = cards
    .map((card) => ({ card, worth: worthOf(card, plain, service, place) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  return ranked[0]?.card;
}

function worthOf(
  { words, services, where }: StepCard,
  plain: string,
  service: string | undefined,
  place?: StepPlace,
): number {
  const named = Math.max(0, ...words.filter((word) => plain.includes(word.toLowerCase())).map(({ length }) => length));
  const fits = service !== undefined && services.includes(service);
  if (named === 0 && !fits) return 0;
  // A card for another place than the one named is no help; unsaid, it is the phone.
  if (place !== undefined && where !== place) return 0;
  return 10 * named + (fits ? 5 : 0) + (where === (place ?? '12123') ? 1 : 0);
}
