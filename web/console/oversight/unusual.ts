/** Which of the numbers beside a promise are out of the ordinary, compared with the period before. */
import type { Beside } from '../../../models/aftermath/oversight-views.ts';

/** Fewer than so many more are chance. */
const MORE = 3;
const POINTS = 0.05;
/** Of fewer matters than this a share says nothing. */
export const ENOUGH = 10;

export function unusual({ name, unit, value, previous, of = ENOUGH }: Beside): 'high' | 'low' | undefined {
  if (value === null) return undefined;
  // One is one too many.
  if (name === 'same-device') return value > 0 ? 'high' : undefined;
  if (previous === null) return undefined;
  if (unit === 'share') {
    if (of < ENOUGH) return undefined;
    if (name === 'rating-coverage') return previous - value >= 2 * POINTS ? 'low' : undefined;
    return value - previous >= POINTS ? 'high' : undefined;
  }
  if (unit === 'minutes') return previous > 0 && value >= 1.5 * previous ? 'high' : undefined;
  return value >= 1.5 * previous && value - previous >= MORE ? 'high' : undefined;
}
