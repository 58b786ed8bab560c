/** Times as people read them, always on the clock of the office (Asia/Shanghai), whatever the computer is set to. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/** Fields of an instant on the wall clock in Shanghai. */
function wall(ms: number): { year: number; month: number; day: number; time: string } {
  const d = new Date(ms + SHANGHAI);
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    time: `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`,
  };
}

type Parts = { days: number; hours: number; minutes: number; seconds: number };
function parts(ms: number): Parts {
  const t = Math.max(0, ms);
  return {
    days: Math.floor(t / DAY),
    hours: Math.floor((t % DAY) / HOUR),
    minutes: Math.floor((t % HOUR) / MINUTE),
    seconds: Math.floor((t % MINUTE) / 1000),
  };
}

/** The two largest units, seconds only below ten minutes: nobody plans by them. */
export function durationZh(ms: number): string {
  const { days, hours, minutes, seconds } = parts(ms);
  if (days > 0) return hours > 0 ? `${days}天${hours}时` : `${days}天`;
  if (hours > 0) return minutes > 0 ? `${hours}时${String(minutes).padStart(2, '0')}分` : `${hours}时`;
  if (minutes >= 10) return `${minutes}分`;
  return minutes > 0 ? `${minutes}分${String(seconds).padStart(2, '0')}秒` : `${seconds}秒`;
}

export function durationEn(ms: number): string {
  const { days, hours, minutes, seconds } = parts(ms);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes >= 10) return `${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Today only the time, this year the day as well, otherwise the year too. */
export function momentZh(at: number, now: number): string {
  const a = wall(at);
  const n = wall(now);
  if (a.year !== n.year) return `${a.year}年${a.month}月${a.day}日`;
  return a.month === n.month && a.day === n.day ? a.time : `${a.month}月${a.day}日 ${a.time}`;
}

export function momentEn(at: number, now: number): string {
  const a = wall(at);
  const n = wall(now);
  const day = `${a.day} ${months[a.month - 1] ?? ''}`;
  if (a.year !== n.year) return `${day} ${a.year}`;
  return a.month === n.month && a.day === n.day ? a.time : `${day} ${a.time}`;
}

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六'];
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (at: number): number => new Date(at + SHANGHAI).getUTCDay();
export function dayZh(at: number): string {
  const { month, day } = wall(at);
  return `${month}月${day}日 星期${weekdaysZh[weekday(at)] ?? ''}`;
}
export function dayEn(at: number): string {
  const { month, day } = wall(at);
  return `${weekdaysEn[weekday(at)] ?? ''}, ${day} ${months[month - 1] ?? ''}`;
}
/** Counts days in Shanghai, to tell whether two instants fall on the same one. */
export const dayNumber = (at: number): number => Math.floor((at + SHANGHAI) / DAY);

/** True when `at` falls on a later day in Shanghai than `now`. */
export const isLaterDay = (at: number, now: number): boolean => dayNumber(at) > dayNumber(now);
