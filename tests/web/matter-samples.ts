/** A week on the time ruler, by the office's own calendar: received on a Wednesday, stopped from Friday afternoon to Monday morning. */
import { rulerSpans } from '../../models/clock/ruler.ts';
import { officeOf } from '../../models/office/offices.ts';
import type { Instant } from '../../models/time.ts';

export const ruleRows = rulerSpans(
  officeOf('yinchuan'),
  '2026-11-11T01:12:00.000Z' as Instant,
  '2026-11-19T06:00:00.000Z' as Instant,
  [
    { at: '2026-11-13T06:00:00.000Z' as Instant, what: 'pause' },
    { at: '2026-11-16T02:00:00.000Z' as Instant, what: 'resume' },
  ],
);
