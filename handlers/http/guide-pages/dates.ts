/** Days and hours as people say them: 11月19日（周四）, Thu 19 Nov. */
import type { Opening } from '../../../models/office/opening.ts';
import { addWorkingDays } from '../../../models/office/opening.ts';
import type { Office } from '../../../models/office/office.ts';
import type { Text } from '../../../models/guidance/service.ts';
import { say } from '../../../models/guidance/service-draft.ts';
import { type Day, type Instant, dayOf, minuteOfDay, weekdayOf } from '../../../models/time.ts';

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六'];
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function dayText(day: Day): Text {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  const w = weekdayOf(day);
  return say(
    `${String(month)}月${String(date)}日（周${weekdaysZh[w] ?? ''}）`,
    `${weekdaysEn[w] ?? ''} ${String(date)} ${monthsEn[month - 1] ?? ''}`,
  );
}

export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
}

/** What was accepted now would be done by then. */
export function doneBy(office: Office, now: Instant, days: number): Text {
  const day = dayText(addWorkingDays(office, now, days));
  return say(`今天受理，最晚${day.zh}`, `accepted today: by ${day.en}`);
}

function momentText(now: Instant, then: Instant): Text {
  const clock = clockText(minuteOfDay(then));
  if (dayOf(now) === dayOf(then)) return say(`今天${clock}`, `today ${clock}`);
  const day = dayText(dayOf(then));
  return say(`${day.zh}${clock}`, `${day.en}, ${clock}`);
}

const reasons = {
  holiday: say('放假', 'closed for the holiday'),
  weekend: say('周末休息', 'closed for the weekend'),
  lunch: say('午休', 'closed for lunch'),
  night: say('没到上班时间', 'closed now'),
} as const;

export function openingText(opening: Opening, now: Instant): Text {
  if (opening.roundTheClock) return say('全年24小时有人', 'Open day and night, all year');
  const extra = opening.makeUpDay ? say('（调休上班日）', ' (a make-up working day)') : say('', '');
  if (opening.open) {
    const until = opening.until === undefined ? undefined : momentText(now, opening.until);
    return say(
      `现在开着${extra.zh}${until === undefined ? '' : `，到${until.zh}`}`,
      `Open now${extra.en}${until === undefined ? '' : `, until ${until.en}`}`,
    );
  }
  const reason = reasons[opening.reason ?? 'night'];
  const next = opening.next === undefined ? undefined : momentText(now, opening.next);
  return say(
    `现在${reason.zh}${next === undefined ? '' : `，${next.zh}开门`}`,
    `${reason.en.replace(/^c/, 'C')}${next === undefined ? '' : `, opens ${next.en}`}`,
  );
}
