/** Whether a lender's agent may act now: the mandate stands, and the lender is approved. Only agents cost the look at the lender. */
import { mandateFault } from '../../models/access/mandate.ts';
import type { Standing } from '../../models/access/staff.ts';
import { refused, type Refusal } from '../../models/outcome.ts';
import { dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** Undefined for everybody of the office, and for an agent whom nothing stops. */
export async function stopOf(
  deps: Pick<Deps, 'now' | 'lenders'>,
  { role, lender, mandate }: Pick<Standing, 'role' | 'lender' | 'mandate'>,
): Promise<Refusal | undefined> {
  if (role !== 'agent') return undefined;
  if (lender === undefined || mandate === undefined) return stop('no-lender');
  const fault = mandateFault(mandate, deps.now());
  if (fault === 'not-yet') return stop(`not-yet ${mandate.from}`);
  if (fault === 'expired') return stop(`expired ${mandate.until}`);
  if (fault === 'revoked') return stop(`revoked ${dayOf(mandate.revokedAt ?? deps.now())}`);
  return (await deps.lenders.standing(lender)) === 'approved' ? undefined : stop('lender');
}

const stop = (why: string): Refusal => refused('not-allowed', `agent stopped: ${why}`).refusal;
