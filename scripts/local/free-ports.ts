/** Ports for what runs only for a while on this machine. */
import { createServer } from 'node:net';

/**
 * Below those that the system gives to outgoing lines (32768 and up on Linux): between looking and listening one of them could be taken by a
 * line that anybody opens. Two who look at the same moment choose differently.
 */
const FROM = 12_000;
const TO = 32_000;

/** A port where nobody listens, and that nobody else is given soon. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * (TO - FROM));
    if (await isFree(port)) return port;
  }
}

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
