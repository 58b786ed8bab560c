/** Reads a guidance sheet, lets a rule change it, writes it back and tells the open pages; when somebody else wrote first it reads again. */
import type { DeliveryId, SheetId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { pause } from '../pause.ts';
import { tellOfSheet } from './tell-of-sheet.ts';

export type SheetDeps = Pick<Deps, 'sheets' | 'conversations' | 'wire' | 'now'>;
export type SheetRule = (sheet: GuidanceSheet, now: Instant) => Outcome<GuidanceSheet>;

/** Fifty writers at once need some rounds; more than that is a fault, not a race. */
const ROUNDS = 60;
const KEPT_DELIVERIES = 40;

export async function changeSheet(
  deps: SheetDeps,
  id: SheetId,
  rule: SheetRule,
  delivery?: DeliveryId,
): Promise<Outcome<GuidanceSheet>> {
  for (let round = 0; round < ROUNDS; round++) {
    const found = await deps.sheets.find(id);
    if (!found.ok) return found;
    const before = found.value;
    if (delivery !== undefined && before.deliveries.includes(delivery)) return done(before);
    const now = deps.now();
    const ruled = rule(before, now);
    if (!ruled.ok || ruled.value === before) return ruled;
    const after: GuidanceSheet = {
      ...ruled.value,
      lastAt: now,
      deliveries: delivery === undefined ? before.deliveries : [...before.deliveries, delivery].slice(-KEPT_DELIVERIES),
    };
    if ((await deps.sheets.commit(before, after)) === 'done') {
      const filed = { ...after, version: before.version + 1 };
      await tellOfSheet(deps, filed);
      return done(filed);
    }
    await pause(round);
  }
  return refused('stale', 'too many people wrote at once');
}
