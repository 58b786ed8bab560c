/** Says whether all parts answer; looked at by monitoring, so it costs one read. */
import { keys } from '../../models/store/keys.ts';
import { errorCode, log } from '../log.ts';
import { wired } from '../wiring.ts';
import { json } from './problem.ts';

export const handler = async () => {
  try {
    const { table } = await wired();
    await table.get(keys.published());
    return json(200, { status: 'ok', version: version() });
  } catch (error) {
    log('health-failed', { error: errorCode(error) });
    return json(503, { status: 'failing', version: version() });
  }
};

const version = (): string => process.env['APP_VERSION'] ?? 'unknown';
