/** Whether a message belongs to the release that is being arranged, and what it means there. */
import type { Command } from '../../models/guidance/answers/commands.ts';
import { minuteOfDay, dayOf, weekdayOf, type Instant } from '../../models/time.ts';
import type { Move } from './move.ts';
import type { ReleasePlan, Scene } from './talk.ts';

const PUTS_ASIDE = /^(先不约|先不办|不约了|算了|先放|等会|等一下|回头|以后再说|not now|later)/u;
const GOES_ON = /^(接着|继续)(约|订|预约|选时间|办?视频|解押)|^go on( with the video)?$/u;
const OTHER = /别的|其他|其它|都不是|不在里|没有我|another|other/u;
export const COURT = /法院|法律文书|判决|裁定|调解书|协助执行|court|judge?ment|ruling/u;
const FORGOT = /不记得|忘了|记不|不知道|不清楚|想不起|don'?t remember|no idea/u;
const UNKNOWN = /不知道|不清楚|不确定|说不准|不了解|don'?t know|not sure/u;
const NOT = /^(没|不|无|否|no\b|not)|没有|没被|正常/u;
const IS = /^(有|是|对|被|yes)|被.{0,4}(查封|扣)|查封(了|着|过)/u;
const OWNER_HAS = /我这|在我|我手|手里|手上|家里|自己|i have|with me|at home/u;
const LOST = /丢|找不|遗失|没了|不见|lost|can'?t find/u;
const LENDER_HAS = /银行|公司|他们|那边|那儿|贷款|bank|lender/u;
const COUNTER = /窗口|大厅|柜台|counter|window/u;
const AGREES = /选时间|选个时间|约|时间|^(好|行|可以|嗯|中|ok|yes|choose)/u;
const NONE_CAME = /收不到|没收到|没短信|没来|重发|再发|发一遍|resend|send again|no code/u;
const OTHER_PHONE = /换.{0,4}号|号.{0,4}错|另一个号|(other|another) number/u;
const CHANGES = /改期|换.{0,3}时间|改.{0,3}时间|去不了|来不了|another time|reschedule/u;
const CANCELS = /取消|不约|不办|cancel/u;

/** While nothing is being arranged, nothing here hears anything. */
export function releaseMove(scene: Scene, command: Command | undefined): Move | undefined {
  const { talk, heard, open } = scene;
  const plan = talk.release;
  if (plan === undefined) return undefined;
  if (GOES_ON.test(heard.plain)) return { kind: 'release', value: 'continue' };
  if (open?.name === 'release') {
    const value = releaseAnswer(scene, plan, command);
    if (value !== undefined) return { kind: 'settle', value };
  }
  // The digits are recognised whatever came in between.
  if (plan.at === 'code' && /^\d{6}$/u.test(digitsOnly(heard.text))) return { kind: 'release', value: 'code' };
  if (plan.at !== 'booked' || command === 'person') return undefined;
  return CHANGES.test(heard.plain) || (CANCELS.test(heard.plain) && /预约|视频|约/u.test(heard.plain))
    ? { kind: 'release', value: 'change' }
    : undefined;
}

function releaseAnswer(scene: Scene, plan: ReleasePlan, command: Command | undefined): string | undefined {
  const { heard } = scene;
  const { plain } = heard;
  if (command === 'cancel' && plan.at !== 'change') return 'pause';
  if (PUTS_ASIDE.test(plain)) return 'pause';
  const digits = digitsOnly(heard.text);
  switch (plan.at) {
    case 'lender':
      if (COURT.test(plain)) return 'court';
      if (OTHER.test(plain)) return 'lender-other';
      if (FORGOT.test(plain)) return 'lender-forgot';
      return command === undefined && !heard.asks && plain.length <= 30 ? 'lender' : undefined;
    case 'seized':
      if (UNKNOWN.test(plain)) return 'seized:unknown';
      return NOT.test(plain) ? 'seized:no' : IS.test(plain) ? 'seized:yes' : undefined;
    case 'certificate':
      return certificateAt(heard.text);
    case 'ready':
      return COUNTER.test(plain) ? 'counter' : AGREES.test(plain) ? 'choose' : undefined;
    case 'slot':
    case 'move': {
      const start = timeMeant(heard.text, plan.times ?? []);
      if (start !== undefined) return `at:${start}`;
      return COUNTER.test(plain) ? 'counter' : undefined;
    }
    case 'phone':
      return digits.length >= 6 && /^[\d\s+()-]+$/u.test(heard.text.trim()) ? 'phone' : undefined;
    case 'code':
      if (digits.length === 11) return 'phone';
      if (digits !== '' && digits.length === heard.text.trim().length) return 'code';
      return NONE_CAME.test(plain) ? 'resend' : OTHER_PHONE.test(plain) ? 'other-phone' : undefined;
    case 'change':
      return CHANGES.test(plain) ? 'move' : CANCELS.test(plain) ? 'cancel' : undefined;
    case 'booked':
      return CHANGES.test(plain) || CANCELS.test(plain) ? 'change' : undefined;
  }
}

export const digitsOnly = (text: string): string => text.normalize('NFKC').replace(/\D/gu, '');

/** The first clause answers; what is asked behind it is answered with it. */
function certificateAt(text: string): string | undefined {
  const [first = ''] = text.toLowerCase().split(/[。，,.；;！!？?]/u);
  for (const words of [first, text.toLowerCase()]) {
    if (LOST.test(words)) return 'certificate:lost';
    if (OWNER_HAS.test(words)) return 'certificate:owner';
    if (LENDER_HAS.test(words)) return 'certificate:lender';
  }
  return undefined;
}

const SMALL = '零一二三四五六七八九';
/** 二十 is 20, 十五 is 15, 三 is 3. */
function numbersIn(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/gu, (_all, tens?: string, ones?: string) =>
      String((tens === undefined ? 1 : SMALL.indexOf(tens)) * 10 + (ones === undefined ? 0 : SMALL.indexOf(ones))),
    )
    .replace(/[一二三四五六七八九](?=[号日点月])/gu, (one) => String(SMALL.indexOf(one)))
    .replace(/两点/gu, '2点');
}

/** One of the offered times, by number, by date, by hour or by weekday; undefined where more than one fits. */
export function timeMeant(text: string, times: readonly Instant[]): Instant | undefined {
  const ordinal = /第([一二三123])个?|^([123])$/u.exec(text.trim());
  if (ordinal !== null) {
    const said = ordinal[1] ?? ordinal[2] ?? '';
    return times[(SMALL.indexOf(said) > 0 ? SMALL.indexOf(said) : Number(said)) - 1];
  }
  const read = numbersIn(text);
  const date = /(?:(\d{1,2})月)?(\d{1,2})[号日]/u.exec(read) ?? /(\d{1,2})\/(\d{1,2})/u.exec(read);
  const hour = /(\d{1,2})(?:点|:|：)(半|\d{1,2})?/u.exec(read);
  const weekday = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1];
  if (date === null && hour === null && weekday === undefined) return undefined;
  const fits = times.filter((start) => {
    const day = dayOf(start);
    const minute = minuteOfDay(start);
    if (date !== null && Number(day.slice(8, 10)) !== Number(date[2])) return false;
    if (date?.[1] !== undefined && Number(day.slice(5, 7)) !== Number(date[1])) return false;
    if (weekday !== undefined && '日一二三四五六'.indexOf(weekday === '天' ? '日' : weekday) !== weekdayOf(day))
      return false;
    if (hour === null) return true;
    const wanted = Number(hour[1]);
    const minutes = hour[2] === '半' ? 30 : hour[2] === undefined ? undefined : Number(hour[2]);
    const h = Math.floor(minute / 60);
    if (h !== wanted && h !== wanted + 12) return false;
    return minutes === undefined || minute % 60 === minutes;
  });
  return fits.length === 1 ? fits[0] : undefined;
}
