/** The way out to other systems: HTTPS to public addresses only, whatever a name stands for at that moment; redirects are not followed. */
import { lookup } from 'node:dns/promises';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { goodAddress, isPublicAddress } from '../../models/webhook/address.ts';
import type { Poster, Try } from '../../models/webhook/delivery.ts';

const WAIT_MS = 5000;

export type PosterParts = {
  /** All addresses of a name. */
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>;
  request?: typeof httpsRequest;
  isPublic?: (address: string) => boolean;
  check?: typeof goodAddress;
  waitMs?: number;
};

export function openPoster({
  resolve = (host) => lookup(host, { all: true }),
  request = httpsRequest,
  isPublic = isPublicAddress,
  check = goodAddress,
  waitMs = WAIT_MS,
}: PosterParts = {}): Poster {
  return {
    async post({ url, headers, body }) {
      const began = performance.now();
      const end = (got: Pick<Try, 'code' | 'fault'>): Pick<Try, 'ms' | 'code' | 'fault'> => ({
        ms: Math.round(performance.now() - began),
        ...got,
      });
      const address = check(url);
      if (!address.ok) return end({ fault: 'address' });
      try {
        const found = await publicAddresses(address.value.hostname, resolve, isPublic);
        if (found.length === 0) return end({ fault: 'address' });
        return end(await send(request, address.value, found, { headers, body, waitMs }));
      } catch {
        return end({ fault: 'unreachable' });
      }
    },
  };
}

/** One that is not public spoils all: a name that stands for both is a trap. */
async function publicAddresses(
  hostname: string,
  resolve: NonNullable<PosterParts['resolve']>,
  isPublic: (address: string) => boolean,
): Promise<{ address: string; family: number }[]> {
  const host = hostname.replace(/^\[(.*)\]$/u, '$1');
  const family = isIP(host);
  const all = family === 0 ? await resolve(host) : [{ address: host, family }];
  return all.every(({ address }) => isPublic(address)) ? all : [];
}

/** The connection goes to the addresses that were looked at, not to what the name stands for a moment later. */
function send(
  request: typeof httpsRequest,
  url: URL,
  addresses: readonly { address: string; family: number }[],
  { headers, body, waitMs }: { headers: Record<string, string>; body: string; waitMs: number },
): Promise<Pick<Try, 'code' | 'fault'>> {
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(waitMs);
    const going = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pinned,
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Bancheng-Webhooks/1',
        },
      },
      (answer) => {
        // Only that it answered counts: nothing it says is read.
        answer.destroy();
        const code = answer.statusCode ?? 0;
        resolve(code >= 200 && code < 300 ? { code } : { code, fault: 'status' });
      },
    );
    going.on('error', () => {
      resolve({ fault: signal.aborted ? 'timeout' : 'unreachable' });
    });
    going.end(body);
  });
}
