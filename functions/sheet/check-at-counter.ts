/** A window looks up by its code what was checked on photos, and notes that it was used. */
import type { Officer } from '../../models/access/staff.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { lookedUp, useAtCounter } from '../../models/sheet/changes/end.ts';
import { readCheckCode } from '../../models/sheet/check-code.ts';
import { foundCheck } from '../../models/sheet/showing.ts';
import { isOver, type GuidanceSheet } from '../../models/sheet/sheet.ts';
import type { FoundCheck } from '../../models/sheet/views.ts';
import { msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { changeSheet } from './change-sheet.ts';

/** A busy window serves far fewer people in an hour. */
const TRIES_PER_HOUR = 60;

async function byCode(deps: Deps, by: Officer, typed: string): Promise<Outcome<GuidanceSheet>> {
  if ((await deps.limits.use(`check-code#${by.id}`, 3600, msOf(deps.now()))) > TRIES_PER_HOUR)
    return refused('too-many', 'too many codes looked up');
  const code = readCheckCode(typed);
  if (code === undefined) return refused('bad-input', 'this is no check code');
  const sheet = await deps.sheets.byCode(by.office, code);
  return sheet === undefined ? refused('not-found', 'no check with this code') : done(sheet);
}

export async function lookUpCheck(deps: Deps, by: Officer, { code }: { code: string }): Promise<Outcome<FoundCheck>> {
  const found = await byCode(deps, by, code);
  if (!found.ok) return found;
  const noted = await changeSheet(deps, found.value.id, (sheet, now) => done(lookedUp(sheet, { by: by.id, now })));
  return noted.ok ? done(foundCheck(noted.value, deps.now())) : noted;
}

/** Of two windows that use it at once, one does; the other is told by whom. */
export async function useCheck(
  deps: Deps,
  by: Officer,
  { code, delivery }: { code: string; delivery: DeliveryId },
): Promise<Outcome<FoundCheck>> {
  const found = await byCode(deps, by, code);
  if (!found.ok) return found;
  const used = await changeSheet(
    deps,
    found.value.id,
    (sheet, now) => useAtCounter(sheet, { by: by.id, byName: by.name, now, seen: sheet.version }),
    delivery,
  );
  if (!used.ok) return used;
  return isOver(used.value) ? done(foundCheck(used.value, deps.now())) : refused('stale', 'the check was not used');
}
