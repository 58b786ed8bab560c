/** The clocks of the matters ring: reminders, 督办, 提级, filing away. Costs what is due; repeats and crashes do no harm, each step is noted once. */
import { ring } from '../../models/complaint/changes/ring.ts';
import { done, refused } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { changeComplaint } from './change-complaint.ts';

const AT_ONCE = 100;

/** Answers how many matters took a step. */
export async function ringClocks(deps: Deps): Promise<number> {
  let rang = 0;
  for (const { id } of await deps.complaints.ringing(deps.now(), AT_ONCE)) {
    const changed = await changeComplaint(
      deps,
      id,
      (c, now) => {
        const after = ring(c, now);
        return after === undefined ? refused('wrong-state', 'nothing is due any more') : done(after);
      },
      { clock: true },
    );
    if (changed.ok) rang += 1;
  }
  return rang;
}
