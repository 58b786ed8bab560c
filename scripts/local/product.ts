/** Runs the whole product on one machine: engine, table, object store, functions, stream and front; used by the start script and the browser tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { weChatFromEnvironment } from '../../handlers/gateways/wechat-settings.ts';
import { buildFunctions, localService } from '../build-functions.ts';
import { putMenu } from '../wechat/put-menu.ts';
import { CannotStart, createTable, startDatabase, TABLE } from './database.ts';
import { demoPage } from './demo-page.ts';
import { openInbox } from './inbox.ts';
import { freePort, isFree } from './free-ports.ts';
import { startFront } from './front.ts';
import { startObjectStore } from './object-store.ts';
import { startRelay } from './relay.ts';
import { seed, type DemoAccount } from './seed.ts';
import { pollStream } from './stream-poller.ts';
import { startWeChatPeer, type WeChatPeer } from './wechat-peer.ts';
import { environmentOf, localAccount, localPeople } from './wechat/local-account.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Read before anything here sets it: a DynamoDB of somebody's own, instead of the shipped engine. */
const outside = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
/** An account of somebody's own at the real platform, instead of the local one. */
const ownWeChat = process.env['WECHAT_APP_ID'];
const BUCKET = 'photos';
const EVIDENCE = 'evidence';

export type ProductOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Where data are kept; undefined keeps the database in memory. */
  data: string;
  inMemory?: boolean;
  /** Lines of the functions' logs. */
  onLog?(text: string): void;
  /** False: nothing follows a change, neither audit nor figures nor notices; for tests that look at the change alone. */
  stream?: boolean;
  /** Shifts the clock of all functions to this instant (tests of opening hours). */
  clock?: string;
};
export type Product = {
  url: string;
  port: number;
  accounts: DemoAccount[];
  environment: Record<string, string>;
  /** The WeChat platform of this machine; none where a real account is connected. */
  weChat: WeChatPeer | undefined;
  dropSockets(): void;
  /** Holds back everything that goes through the relay. */
  holdRelay(held: boolean): void;
  /** From now on the clocks are looked at every minute, as the schedule does in the cloud. */
  startSweeps(everyMs?: number): void;
  /** Kills the functions as a crash would, and starts them again. */
  crashFunctions(): Promise<void>;
  stop(): Promise<void>;
};

export async function startProduct({
  port,
  data,
  inMemory,
  onLog,
  clock,
  stream: follows = true,
}: ProductOptions): Promise<Product> {
  if (port !== 0 && !(await isFree(port))) {
    throw new CannotStart(
      `Port ${String(port)} is taken; stop what runs there or choose another one: PORT=${String(port + 10)} npm start`,
    );
  }
  await buildFunctions();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const databasePort = await freePort();
  const httpPort = await freePort();
  const socketPort = await freePort();
  const lambdaPort = await freePort();
  const frontPort = await freePort();
  const database =
    outside === undefined
      ? await startDatabase(databasePort, inMemory === true ? undefined : join(data, 'records.db'))
      : { endpoint: outside, stop: () => Promise.resolve() };
  const front = port === 0 ? frontPort : port;
  const origin = `http://localhost:${String(front)}`;
  const store = await startObjectStore({
    folder: join(data, 'objects'),
    port: 0,
    accessKey: 'local',
    secretKey: 'local-secret',
    origins: [origin, `http://127.0.0.1:${String(front)}`],
    versioned: [EVIDENCE],
  });
  const relay = await startRelay(data);
  const ahead = clock === undefined ? 0 : Date.parse(clock) - Date.now();
  const weChat = ownWeChat === undefined ? await startLocalWeChat(front, ahead) : undefined;
  const environment: Record<string, string> = {
    ...relay.environment,
    APP_VERSION: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
    TABLE_NAME: TABLE,
    BUCKET_NAME: BUCKET,
    EVIDENCE_BUCKET: EVIDENCE,
    LOCAL_MASTER_KEY: masterKey(data),
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${String(store.port)}`,
    AWS_REGION: 'cn-northwest-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    SOCKET_API: `http://127.0.0.1:${String(socketPort)}`,
    SOCKET_URL: `ws://localhost:${String(front)}/socket`,
    PAGES_ORIGIN: origin,
    SMS_INBOX: `http://127.0.0.1:${String(front)}/dev/inbox`,
    PHOTOS_ORIGIN: `http://127.0.0.1:${String(store.port)}`,
    EVIDENCE_ORIGIN: `http://127.0.0.1:${String(store.port)}`,
    POWERTOOLS_DEV: 'false',
    ...(clock === undefined ? {} : { CLOCK_AHEAD_MS: String(ahead), RATE_FACTOR: '100' }),
    ...(weChat === undefined ? {} : environmentOf(weChat.account, weChat.url, origin)),
  };
  Object.assign(process.env, environment);
  const settings = weChatFromEnvironment();
  if (weChat !== undefined && settings !== undefined) await putMenu(settings, origin);
  await createTable(database.endpoint, TABLE, follows);
  const accounts = await seed();

  if (inMemory !== true) {
    const { endpoint } = database;
    writeFileSync(runningFile(data), JSON.stringify({ endpoint, environment }), { mode: 0o600 });
  }

  const startFunctions = async (): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/serverless/bin/serverless.js'),
        'offline',
        'start',
        '--config',
        localService,
        '--httpPort',
        String(httpPort),
        '--websocketPort',
        String(socketPort),
        '--lambdaPort',
        String(lambdaPort),
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          ...environment,
          SLS_NOTIFICATIONS_MODE: 'off',
          SLS_TELEMETRY_DISABLED: '1',
          // A third of the start is compiling: what one run compiled, the next one finds.
          NODE_COMPILE_CACHE: join(root, '.build', 'compiled'),
        },
        // An open stdin tells the functions that we live.
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        said = (said + part.toString()).slice(-4000);
        onLog?.(part.toString());
      });
    }
    await healthy(httpPort, child, () => said);
    return child;
  };
  let functions = await startFunctions();
  const end = async (child: ChildProcess, how: (child: ChildProcess) => void): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
        return;
      }
      child.once('exit', () => {
        resolve();
      });
      how(child);
    });

  const place = join(data, 'stream-position');
  const stream = follows
    ? pollStream(
        database.endpoint,
        TABLE,
        async (event) => {
          const taken = (await invoke(lambdaPort, 'recordStream', event)) as DynamoDBBatchResponse;
          // The platform filters for this one by itself, and does not wait for it either.
          const Records = event.Records.filter(isCopyAsked);
          if (Records.length > 0)
            invoke(lambdaPort, 'evidenceExport', { Records }).catch((error: unknown) => onLog?.(String(error)));
          return taken;
        },
        {
          ...(inMemory !== true && existsSync(place) ? { after: readFileSync(place, 'utf8') } : {}),
          taken: (sequence) => {
            if (inMemory !== true) writeFileSync(place, sequence);
          },
        },
      )
    : undefined;
  let sweeps: NodeJS.Timeout | undefined;
  const codes = demoPage(accounts);
  const inbox = openInbox();
  const door = await startFront({
    port: front,
    httpPort,
    socketPort,
    dev: (path) => {
      const page = { '/dev/codes': codes, '/dev/inbox': inbox.page }[path];
      if (page !== undefined) return { type: 'text/html; charset=utf-8', body: page() };
      return path === '/dev/inbox.json' ? { type: 'application/json; charset=utf-8', body: inbox.json() } : undefined;
    },
    devPost: (path, body) => {
      if (path === '/dev/inbox') inbox.take(body);
    },
    ...(weChat === undefined ? {} : { aside: { path: '/dev/wechat', port: weChat.port } }),
  });
  return {
    url: origin,
    port: door.port,
    accounts,
    environment,
    weChat,
    dropSockets: () => {
      door.dropSockets();
    },
    holdRelay: relay.hold,
    startSweeps(everyMs = 60_000) {
      // A function that is just being restarted is asked again a minute later.
      sweeps ??= setInterval(() => {
        invoke(lambdaPort, 'deadlineSweep', {}).catch((error: unknown) => onLog?.(String(error)));
      }, everyMs);
    },
    async crashFunctions() {
      await end(functions, (child) => child.kill('SIGKILL'));
      functions = await startFunctions();
    },
    async stop() {
      clearInterval(sweeps);
      rmSync(runningFile(data), { force: true });
      await door.stop();
      await stream?.stop();
      await end(functions, (child) => {
        child.stdin?.end();
        // Whoever hangs does not hear it.
        setTimeout(() => child.kill('SIGKILL'), 3000).unref();
      });
      await weChat?.stop();
      await store.stop();
      relay.stop();
      await database.stop();
    },
  };
}

async function startLocalWeChat(front: number, ahead: number): Promise<WeChatPeer> {
  const weChat = await startWeChatPeer({
    account: localAccount(),
    callback: `http://127.0.0.1:${String(front)}/api/wechat`,
    now: () => Date.now() + ahead,
  });
  for (const name of localPeople) weChat.person(name);
  return weChat;
}

/** Where a running product leaves word of its database and settings, for commands beside it. */
export const runningFile = (data: string): string => join(data, 'running.json');

/** As `filterPatterns` of the function says it. */
const isCopyAsked = (record: unknown): boolean => {
  const { eventName, dynamodb } = record as DynamoDBRecord;
  return eventName === 'INSERT' && dynamodb?.NewImage?.['kind']?.S === 'evidence-copy';
};

async function invoke(port: number, name: string, event: unknown): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/2015-03-31/functions/bancheng-dev-${name}/invocations`, {
    method: 'POST',
    body: JSON.stringify(event),
  });
  if (!answer.ok) throw new Error(`the ${name} function answered ${String(answer.status)}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function healthy(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null)
      throw new CannotStart(`The functions did not start: ${said().trim().split('\n').slice(-12).join('\n')}`);
    try {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/health`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new CannotStart(
    `The functions did not answer within a minute: ${said().trim().split('\n').slice(-12).join('\n')}`,
  );
}

/** Made once for a data folder; without it the sealed fields in it cannot be read again. */
export function masterKey(data: string): string {
  const file = join(data, 'master-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
