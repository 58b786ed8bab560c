/** Ports for what runs only for a while on this machine. */
import { createServer } from 'node:net';

/**
 * Below those that the system gives to outgoing lines (32768 and up on Linux): between looking and listening one of them could be taken by a
 * line that anybody opens.
 */
const RANGE = { from: 12_000, to: 32_000 };

/** A port where nobody listens, and that nobody else of ours is given as long as this process lives. */
export async function freePort({ from, to } = RANGE): Promise<number> {
  for (;;) {
    const port = from + Math.floor(Math.random() * (to - from));
    if ((await isOurs(port)) && (await isFree(port))) return port;
  }
}

/**
 * Seconds pass between looking and listening, and two who listen at different addresses of one port would never hear of it. So each port is
 * held by a name that Linux knows without a file, and forgets with its process; where there are no such names the chance is taken.
 */
const isOurs = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const held = createServer();
    held.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code !== 'EADDRINUSE');
    });
    held.listen(`\0bancheng-port-${String(port)}`, () => {
      held.unref();
      resolve(true);
    });
  });

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
