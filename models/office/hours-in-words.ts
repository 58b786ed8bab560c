/** An office's hours as a citizen reads them. */
import type { Office, Window } from './office.ts';

const clock = (minute: number): string => `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
const spans = (windows: readonly Window[], joiner: string): string =>
  windows.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(joiner);

export function describeHours({ hours }: Pick<Office, 'hours'>, language: 'zh' | 'en'): string {
  if (hours.roundTheClock) return language === 'zh' ? '全年24小时' : 'Open 24 hours, all year';
  const weekday = hours.weekly[1] ?? [];
  return language === 'zh'
    ? `周一至周五${spans(weekday, '、')}，调休上班日照常`
    : `Mon–Fri ${spans(weekday, ', ')}, also on make-up working days`;
}
