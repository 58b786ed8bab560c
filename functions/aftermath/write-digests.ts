/** In the small hours each office's day is closed: a hash over its audit lines, chained to the day before, for everybody to see. */
import { OfficeId } from '../../models/ids.ts';
import { addDays, dayOf, minuteOfDay, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** 03:10: what the stream was late with has come by then; what comes later belongs to the next day. */
const FROM_MINUTE = 3 * 60 + 10;
/** After an outage the missing days are made up, so many a minute. */
const AT_ONCE = 5;

/** Answers how many digests were written. Repeats and crashes do no harm: a day is closed once. */
export async function writeDigests(
  deps: Pick<Deps, 'now' | 'digests'>,
  offices: readonly OfficeId[] = OfficeId.options,
): Promise<number> {
  const now = deps.now();
  const today = dayOf(now);
  const until = addDays(today, minuteOfDay(now) >= FROM_MINUTE ? -1 : -2);
  let written = 0;
  for (const office of offices) {
    const [last] = await deps.digests.latest(office, 1);
    let previous = last?.hash ?? '';
    let day = last === undefined ? await deps.digests.firstDay(office) : addDays(last.day, 1);
    for (let n = 0; day !== undefined && day <= until && n < AT_ONCE; n++) {
      if ((await deps.digests.close(office, day, previous, now)) !== 'written') break;
      written += 1;
      const [made] = await deps.digests.latest(office, 1);
      previous = made?.hash ?? '';
      day = addDays(day, 1) satisfies Day;
    }
  }
  return written;
}
