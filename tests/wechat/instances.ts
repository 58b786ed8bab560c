/** Several instances behind one address; each may be killed in the middle of its work, and another takes its place. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

type Instance = { child: ChildProcess; port: number };
export type Instances = {
  url: string;
  /** Kills one that is at work, as a crash would; answers when another is ready. */
  kill(): Promise<void>;
  killed(): number;
  /** Lets one of them take an event. */
  take(path: '/stream' | '/sweep', event: unknown): Promise<unknown>;
  stop(): void;
};

const start = (environment: Record<string, string>): Promise<Instance> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', fileURLToPath(new URL('instance.ts', import.meta.url))], {
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('message', (port) => {
      resolve({ child, port: port as number });
    });
    child.once('exit', (code) => {
      reject(new Error(`an instance ended with ${String(code)} before it was ready`));
    });
  });

export async function startInstances(count: number, environment: Record<string, string> = {}): Promise<Instances> {
  const live = await Promise.all(Array.from({ length: count }, () => start(environment)));
  let [next, killed] = [0, 0];
  const server: Server = createServer((req, res) => {
    const instance = live[next++ % live.length];
    if (instance === undefined) {
      res.writeHead(503).end();
      return;
    }
    const { method, url: path, headers } = req;
    const onward = request(
      { host: '127.0.0.1', port: instance.port, method, path, headers, agent: false },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('error', () => res.destroy());
        answer.pipe(res);
      },
    );
    // What a gateway answers for a function that died.
    onward.on('error', () => {
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    });
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: `${url}/api/wechat`,
    async kill() {
      const victim = live.splice(Math.floor(Math.random() * live.length), 1)[0];
      victim?.child.removeAllListeners('exit').kill('SIGKILL');
      killed += 1;
      live.push(await start(environment));
    },
    killed: () => killed,
    async take(path, event) {
      const answer = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(event) });
      if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}`);
      return (await answer.json()) as unknown;
    },
    stop() {
      for (const { child } of live) child.removeAllListeners('exit').kill('SIGKILL');
      server.close();
      server.closeAllConnections();
    },
  };
}
