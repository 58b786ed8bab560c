/** Times of an appointment, on the office's clock. */
import { minuteOfDay, MINUTE, plus, type Instant } from '../../../models/time.ts';

export function clockOf(instant: Instant): string {
  const minute = minuteOfDay(instant);
  return `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
}
export const spanOf = (start: Instant, minutes: number): string =>
  `${clockOf(start)}–${clockOf(plus(start, minutes * MINUTE))}`;
