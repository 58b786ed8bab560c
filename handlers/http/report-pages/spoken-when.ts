/** When something is due, as people say it: 今天17:00, 明天（周二）17:00, 11月30日（周一）17:00. */
import { reportWords } from '../../../models/phrasebook/report-words.ts';
import { addDays, dayOf, minuteOfDay, type Day, type Instant } from '../../../models/time.ts';
import type { PageContext } from '../guide-pages/context.ts';
import { clockText, dayText } from '../guide-pages/dates.ts';

type Reader = Pick<PageContext, 'lang' | 'now'>;

export const dayWhen = ({ lang }: Pick<Reader, 'lang'>, at: Instant): string => dayText(dayOf(at))[lang];

/** Midnight is said as the end of the day before it. */
function parts(at: Instant): { day: Day; clock: string } {
  const midnight = minuteOfDay(at) === 0;
  return midnight
    ? { day: addDays(dayOf(at), -1), clock: '24:00' }
    : { day: dayOf(at), clock: clockText(minuteOfDay(at)) };
}

export function spokenWhen({ lang, now }: Reader, at: Instant): string {
  const { day, clock } = parts(at);
  const words = reportWords(lang);
  const whole = dayText(day)[lang];
  if (day === dayOf(now)) return lang === 'en' ? `${clock} ${words.today}` : `${words.today}${clock}`;
  if (day === addDays(dayOf(now), 1))
    return lang === 'en'
      ? `${words.tomorrow} (${whole}), ${clock}`
      : `${words.tomorrow}${/（.+）/u.exec(whole)?.[0] ?? ''}${clock}`;
  return lang === 'en' ? `${whole}, ${clock}` : `${whole}${clock}`;
}

/** For paper, which is read on another day as well: 今天，11月18日（周三）17:00. */
export function paperWhen({ lang, now }: Reader, at: Instant): string {
  const { day, clock } = parts(at);
  const whole = dayText(day)[lang];
  const today = day === dayOf(now) ? `${reportWords(lang).today}${lang === 'en' ? ', ' : '，'}` : '';
  return lang === 'en' ? `${today}${whole}, ${clock}` : `${today}${whole}${clock}`;
}

/** For what has been: 11月19日（周四）10:05. */
export const momentSaid = ({ lang }: Pick<Reader, 'lang'>, at: Instant): string =>
  `${dayText(dayOf(at))[lang]}${lang === 'en' ? ', ' : ''}${clockText(minuteOfDay(at))}`;
