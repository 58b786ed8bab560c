/** The clock's window: looks every minute at what is due. */
import { sweepDeadlines } from '../../functions/aftermath/sweep-deadlines.ts';
import { OfficeId } from '../../models/ids.ts';
import { count, errorCode, log } from '../log.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { wired, wireWith } from '../wiring.ts';

wireWith({ wire: wireFromEnvironment });

export const handler = async (): Promise<void> => {
  const { deps } = await wired();
  try {
    const given = await sweepDeadlines(deps, OfficeId.options);
    if (given > 0) count('LeaseLost', given);
    log('sweep-done', { count: given });
  } catch (error) {
    log('request-failed', { route: 'deadline-sweep', error: errorCode(error) });
    count('RequestFailed');
  }
};
