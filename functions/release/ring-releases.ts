/** Every minute: releases whose next step by the clock has come. Costs what is due, not what exists. */
import { done } from '../../models/outcome.ts';
import { ring } from '../../models/release/changes/end.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';

const AT_ONCE = 100;

/** Answers how many steps were taken. Repeats and crashes do no harm: the rule looks at the clock again. */
export async function ringReleases(deps: Deps): Promise<number> {
  let taken = 0;
  for (const { id } of await deps.releases.ringing(deps.now(), AT_ONCE)) {
    const rang = await changeRelease(
      deps,
      id,
      (r, now) => {
        const after = ring(r, now);
        if (after !== undefined) taken += 1;
        return done({ release: after ?? r });
      },
      { clock: true },
    );
    if (!rang.ok) taken -= 1;
  }
  return taken;
}
