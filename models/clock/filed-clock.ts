/** A clock as it is filed: its rule and what befell it; what it shows is reckoned anew, never stored. */
import * as z from 'zod';
import type { OfficeId } from '../ids.ts';
import { officeOf } from '../office/offices.ts';
import { Instant } from '../time.ts';
import { ClockRule, readClock, type ClockState } from './clock.ts';

export const FiledClock = z.strictObject({
  rule: ClockRule,
  startedAt: Instant,
  events: z.array(
    z.strictObject({ at: Instant, what: z.enum(['pause', 'resume', 'extend']), by: z.int().positive().optional() }),
  ),
  stoppedAt: Instant.optional(),
});
export type FiledClock = z.infer<typeof FiledClock>;

export const start = (rule: ClockRule, startedAt: Instant): FiledClock => ({ rule, startedAt, events: [] });

export const readFiled = (office: OfficeId, clock: FiledClock, now: Instant): ClockState =>
  readClock(
    officeOf(office),
    clock.rule,
    clock.startedAt,
    clock.events.map(({ at, what, by }) => ({ at, what, ...(by === undefined ? {} : { by }) })),
    now,
    clock.stoppedAt,
  );
