/** What an officer or a manager does with a release: one rule each, reasons kept as notes, one conditional write, and what follows from it. */
import type { Officer } from '../../models/access/staff.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import type { Missing } from '../../models/release/evidence-complete.ts';
import type { Release } from '../../models/release/release.ts';
import type { ActOnRelease } from '../../models/release/requests.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import type { Deps } from '../deps.ts';
import { changeRelease } from './change-release.ts';
import { decideRelease, isDeciding } from './decide-release.ts';
import { followAct } from './follow-act.ts';
import { findReleaseFor, showReleaseFile } from './open-release.ts';
import { ruleReleaseAct } from './rule-release-act.ts';
import { sendCallCode } from './send-call-code.ts';

/** What adds to a file harms nobody's decision; whatever decides needs the newest on screen. */
const adds = new Set(['note', 'begin', 'tick', 'challenge', 'send-code', 'compare', 'custody', 'invite-helper']);

type Acted = Outcome<Release> & { missing?: Missing[] };

export async function actOnRelease(
  deps: Deps,
  by: Officer,
  input: ActOnRelease,
): Promise<Outcome<ReleaseFile> & { file?: ReleaseFile; missing?: Missing[] }> {
  const found = await findReleaseFor(deps, by, input.id);
  if (!found.ok) return found;
  const acted = await act(deps, by, found.value, input);
  if (acted.ok) return showReleaseFile(deps, acted.value);
  if (acted.refusal.kind !== 'stale') return acted;
  // The newest goes along with the refusal: the officer sees what changed, their words stay where they are.
  const now = await findReleaseFor(deps, by, input.id);
  const file = now.ok ? await showReleaseFile(deps, now.value) : refused('not-found', 'no such release');
  return { ...acted, ...(file.ok ? { file: file.value } : {}) };
}

async function act(deps: Deps, by: Officer, r: Release, { id, delivery, seen, what }: ActOnRelease): Promise<Acted> {
  if (what.act === 'send-code') return sendCallCode(deps, by, { id, delivery, side: what.side });
  if (isDeciding(what)) return decideRelease(deps, by, r, { delivery, seen, what });
  const changed = await changeRelease(
    deps,
    id,
    (newest, now) => ruleReleaseAct(deps, by, newest, what, now, [], delivery),
    {
      delivery,
      ...(adds.has(what.act) ? {} : { seen }),
    },
  );
  if (!changed.ok) return changed;
  const followed = await followAct(deps, by, changed.value, { delivery, what });
  return followed.ok ? changed : followed;
}
