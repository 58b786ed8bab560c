/** STUN and TURN servers for the pages in a room, from configuration; credentials are made for one seat and run out. */
import { createHmac } from 'node:crypto';
import { HOUR, MINUTE } from '../../models/time.ts';
import type { RelayServer, RelayServers } from '../../models/room/rooms.ts';
import type { KeyKeeper } from '../../models/store/key-ring.ts';
import { keeperFromEnvironment } from './key-keeper.ts';

/** As long as a socket lives; a page that stays longer joins anew and gets new ones. */
const CREDENTIAL_MS = 2 * HOUR + 10 * MINUTE;

/** As coturn checks them (`use-auth-secret`): the user's name says until when, the password is its seal. */
export function relayCredential(secret: string, holder: string, untilMs: number): Required<Omit<RelayServer, 'urls'>> {
  const username = `${String(Math.floor(untilMs / 1000))}:${holder}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** `urls` as they stand in the configuration, `stun:…` and `turn:…`; without a secret only those that need none. */
export const openRelayServers = (
  urls: readonly string[],
  secret: () => Promise<string | undefined>,
  // Coturn goes by the machine's clock, also where the office's clock is set for a trial.
  nowMs: () => number = Date.now,
): RelayServers => ({
  async for(holder, forMs = CREDENTIAL_MS) {
    const open = urls.filter((url) => url.startsWith('stun'));
    const closed = urls.filter((url) => url.startsWith('turn'));
    const seal = closed.length === 0 ? undefined : await secret();
    return [
      ...(open.length === 0 ? [] : [{ urls: open }]),
      ...(seal === undefined ? [] : [{ urls: closed, ...relayCredential(seal, holder, nowMs() + forMs) }]),
    ];
  },
});

/**
 * `RELAY_URLS`, separated by commas. The secret that is shared with coturn is never in the template: `RELAY_SECRET_SEALED` is what KMS
 * made of it, base64, and only this function's role may open it; `RELAY_SECRET` is for one machine.
 */
export function relaysFromEnvironment(keeper: () => KeyKeeper = keeperFromEnvironment): RelayServers {
  const urls = (process.env['RELAY_URLS'] ?? '').split(',').filter((url) => url !== '');
  let opened: Promise<string | undefined> | undefined;
  return openRelayServers(urls, () => {
    opened ??= openSecret(keeper);
    opened.catch(() => (opened = undefined));
    return opened;
  });
}

async function openSecret(keeper: () => KeyKeeper): Promise<string | undefined> {
  const sealed = process.env['RELAY_SECRET_SEALED'] ?? '';
  return sealed === '' ? process.env['RELAY_SECRET'] : (await keeper().unwrap(sealed)).toString('utf8');
}
