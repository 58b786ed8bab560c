/** When somebody wants to be called: 上午, 下午三点以后, 随时, 不用打. */
import { numberOf } from '../../models/guidance/understanding/chinese-numbers.ts';

export type CallTime = { wish: 'morning' | 'afternoon' | 'none' | 'any'; notBefore?: string };

const CLOCK = /(上午|早上|中午|下午|晚上)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|:|：)(半|\d{2}|三十分)?/u;
const CLOCK_EN = /(\d{1,2})(?::(\d{2}))? ?(am|pm|o'?clock)/u;

export function callTimeIn(plain: string): CallTime | undefined {
  if (/不用|别打|不打|不要打|算了|取消|no call|do not call|don'?t call/u.test(plain)) return { wish: 'none' };
  const clock = clockIn(plain);
  if (clock !== undefined) {
    const notBefore = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
    return { wish: clock < 12 * 60 ? 'morning' : 'afternoon', notBefore };
  }
  if (/上午|早上|早晨|morning/u.test(plain)) return { wish: 'morning' };
  if (/下午|中午以后|午后|afternoon/u.test(plain)) return { wish: 'afternoon' };
  return /随时|都行|都可以|什么时候都|any ?time|whenever/u.test(plain) ? { wish: 'any' } : undefined;
}

/** Minutes since midnight; 三点 without more is in the afternoon: nobody is called at three in the night. */
function clockIn(plain: string): number | undefined {
  const [, part, written, half] = CLOCK.exec(plain) ?? [];
  const [, hourEn, minuteEn, half12] = CLOCK_EN.exec(plain) ?? [];
  const hour = written === undefined ? (hourEn === undefined ? undefined : Number(hourEn)) : numberOf(written);
  if (hour === undefined || hour > 23) return undefined;
  const late =
    part === '下午' || part === '晚上' || half12 === 'pm' || (part === undefined && half12 !== 'am' && hour < 8);
  const minutes = half === undefined ? Number(minuteEn ?? '0') : /^\d/.test(half) ? Number(half) : 30;
  return (late && hour < 12 ? hour + 12 : hour) * 60 + (minutes < 60 ? minutes : 0);
}
