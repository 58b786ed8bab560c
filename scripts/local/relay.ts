/** The relay for calls on one machine: coturn, when it is installed, with a secret of this run. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './free-ports.ts';

const COTURN = ['/usr/bin/turnserver', '/usr/local/bin/turnserver', '/opt/homebrew/bin/turnserver'].find(existsSync);

export type Relay = {
  /** `RELAY_URLS` and `RELAY_SECRET`; nothing where there is no coturn: calls then connect directly. */
  environment: Record<string, string>;
  /** Lets nothing through for a while, as a broken network would. */
  hold(held: boolean): void;
  stop(): void;
};
const none: Relay = { environment: {}, hold: () => undefined, stop: () => undefined };

export async function startRelay(folder: string): Promise<Relay> {
  if (COTURN === undefined) return none;
  const port = await freePort();
  const secret = randomBytes(24).toString('base64url');
  const pidFile = join(folder, 'relay.pid');
  // Its own end follows from ours, whatever way that comes: our end of its stdin closes.
  const child = spawn(
    'sh',
    [
      '-c',
      '"$0" "$@" </dev/null & relay=$!; cat >/dev/null; kill -CONT $relay; kill $relay',
      COTURN,
      '-n',
      ...['--listening-ip', '127.0.0.1', '--relay-ip', '127.0.0.1', '--listening-port', String(port)],
      ...['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=bancheng.local'],
      ...['--allow-loopback-peers', '--no-tls', '--no-dtls', '--no-cli', '--no-multicast-peers', '--fingerprint'],
      ...['--userdb', join(folder, 'relay-users'), '--pidfile', pidFile, '--log-file', 'stdout'],
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const stop = (): void => {
    child.stdin.end();
  };
  if (!(await answers(port))) {
    stop();
    return none;
  }
  const address = `127.0.0.1:${String(port)}`;
  return {
    environment: {
      RELAY_URLS: `stun:${address},turn:${address}?transport=udp,turn:${address}?transport=tcp`,
      RELAY_SECRET: secret,
    },
    hold(held) {
      process.kill(Number(readFileSync(pidFile, 'utf8')), held ? 'SIGSTOP' : 'SIGCONT');
    },
    stop,
  };
}

async function answers(port: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    if (open) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
