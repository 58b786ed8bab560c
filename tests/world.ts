/** A whole office for one test file: the real engine in memory, the real handlers, a peer for the socket interface. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable, startDatabase } from '../scripts/local/database.ts';
import { freePort } from '../scripts/local/free-ports.ts';
import type { SmsMessage } from '../models/access/sms.ts';
import { startObjectStore } from '../scripts/local/object-store.ts';

export type Answer = {
  status: number;
  body: Record<string, unknown>;
  cookies: string[];
  headers: Record<string, string>;
};
export type Caller = { cookies: string[] };

export type World = {
  endpoint: string;
  /** What was sent to each socket. */
  sent: Map<string, Record<string, unknown>[]>;
  /** Sockets that are gone. */
  gone: Set<string>;
  /** Short messages to phones, oldest first. */
  sms: SmsMessage[];
  stop(): Promise<void>;
};

/** `clock` is the instant at which the office's clocks start. */
export async function openWorld(clock?: string): Promise<World> {
  const database = await startDatabase(await freePort());
  const sent: World['sent'] = new Map();
  const gone: World['gone'] = new Set();
  const sms: World['sms'] = [];
  const peer = await outsidePeer(sent, gone, sms);
  const outside = `http://127.0.0.1:${String((peer.address() as { port: number }).port)}`;
  const store = await startObjectStore({
    folder: join(tmpdir(), `bancheng-${randomUUID()}`),
    port: 0,
    accessKey: 'local',
    secretKey: 'local-secret',
    origins: [],
    versioned: ['evidence'],
  });
  Object.assign(process.env, {
    TABLE_NAME: 'bancheng',
    BUCKET_NAME: 'photos',
    EVIDENCE_BUCKET: 'evidence',
    LOCAL_MASTER_KEY: randomBytes(32).toString('base64'),
    AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${String(store.port)}`,
    AWS_REGION: 'cn-northwest-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    SOCKET_API: outside,
    SMS_INBOX: `${outside}/sms`,
    SOCKET_URL: 'ws://localhost/socket',
    PAGES_ORIGIN: 'http://localhost:3000',
    POWERTOOLS_DEV: 'false',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    RATE_FACTOR: '1000',
    CLOCK_AHEAD_MS: clock === undefined ? '0' : String(Date.parse(clock) - Date.now()),
  });
  await createTable(database.endpoint, 'bancheng');
  return {
    endpoint: database.endpoint,
    sent,
    gone,
    sms,
    async stop() {
      peer.close();
      peer.closeAllConnections();
      await store.stop();
      await database.stop();
    },
  };
}

/** Stands for the platform's management interface (takes messages for sockets, answers 410 for those that are gone) and for the phones' company. */
async function outsidePeer(sent: World['sent'], gone: World['gone'], sms: SmsMessage[]): Promise<Server> {
  const server = createServer((req, res) => {
    const socket = decodeURIComponent((req.url ?? '').replace('/@connections/', ''));
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString()));
    req.on('end', () => {
      if (req.url === '/sms') sms.push(JSON.parse(body) as SmsMessage);
      else if (gone.has(socket)) res.writeHead(410, { 'x-amzn-errortype': 'GoneException' });
      else sent.set(socket, [...(sent.get(socket) ?? []), JSON.parse(body) as Record<string, unknown>]);
      res.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const files: Record<string, () => Promise<unknown>> = {
  access: () => import('../handlers/http/access.ts'),
  oversight: () => import('../handlers/http/oversight.ts'),
  broadcasts: () => import('../handlers/http/broadcasts.ts'),
  air: () => import('../handlers/http/air.ts'),
  integrity: () => import('../handlers/http/integrity.ts'),
  desk: () => import('../handlers/http/desk.ts'),
  chat: () => import('../handlers/http/chat.ts'),
  matters: () => import('../handlers/http/matters.ts'),
  releases: () => import('../handlers/http/releases.ts'),
  appointments: () => import('../handlers/http/appointments.ts'),
  live: () => import('../handlers/http/live.ts'),
  liveDesk: () => import('../handlers/http/live-desk.ts'),
  releaseRoom: () => import('../handlers/http/release-room.ts'),
  releaseTrial: () => import('../handlers/http/release-trial.ts'),
  lenders: () => import('../handlers/http/lenders.ts'),
  lender: () => import('../handlers/http/lender.ts'),
  knowledge: () => import('../handlers/http/knowledge.ts'),
  notices: () => import('../handlers/http/notices.ts'),
  webhooks: () => import('../handlers/http/webhooks.ts'),
  apiKeys: () => import('../handlers/http/api-keys.ts'),
  evidence: () => import('../handlers/http/evidence.ts'),
  sheets: () => import('../handlers/http/sheets.ts'),
  ownSheets: () => import('../handlers/http/own-sheets.ts'),
};
type Handler = ((event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>) & {
  routes: Record<string, unknown>;
};

export async function handlersByRoute(): Promise<Map<string, Handler>> {
  const all = await Promise.all(
    Object.values(files).map(async (load) => ((await load()) as { handler: Handler }).handler),
  );
  return new Map(all.flatMap((handler) => Object.keys(handler.routes).map((route) => [route, handler] as const)));
}

async function handlerOf(routeKey: string): Promise<Handler> {
  for (const load of Object.values(files)) {
    const { handler } = (await load()) as { handler: Handler };
    if (routeKey in handler.routes) return handler;
  }
  throw new Error(`no handler has ${routeKey}`);
}

/** Calls a route as the platform would; cookies the answer sets are kept in `caller`. */
export async function call(
  routeKey: string,
  caller: Caller,
  input: Record<string, unknown> = {},
  headers: Record<string, string> = { 'x-bancheng': '1' },
): Promise<Answer> {
  const [method = '', pattern = ''] = routeKey.split(' ');
  const path: Record<string, string> = {};
  for (const [, name = ''] of pattern.matchAll(/\{(\w+)\+?\}/gu)) {
    path[name] = String(input[name]);
  }
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !(name in path)));
  const handler = await handlerOf(routeKey);
  const event = {
    version: '2.0',
    routeKey,
    rawPath: pattern.replaceAll(/\{(\w+)\+?\}/gu, (_, name: string) => encodeURIComponent(path[name] ?? '')),
    rawQueryString: '',
    cookies: caller.cookies,
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (X11; Linux) Chrome/150', ...headers },
    ...(method === 'GET'
      ? { queryStringParameters: Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, String(v)])) }
      : { body: JSON.stringify(rest) }),
    pathParameters: path,
    requestContext: {
      http: { method, path: pattern, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
    },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const answer = await handler(event, {} as Context);
  for (const cookie of answer.cookies ?? []) {
    const pair = cookie.split(';')[0] ?? '';
    const name = pair.split('=')[0] ?? '';
    caller.cookies = [...caller.cookies.filter((c) => !c.startsWith(`${name}=`)), pair];
  }
  return {
    status: answer.statusCode ?? 200,
    body: bodyOf(answer),
    cookies: answer.cookies ?? [],
    headers: (answer.headers ?? {}) as Record<string, string>,
  };
}

/** Data as it is; a page as `text`, a file as `base64`. */
function bodyOf({ body = '', headers, isBase64Encoded }: APIGatewayProxyStructuredResultV2): Record<string, unknown> {
  if (body === '') return {};
  if (isBase64Encoded === true) return { base64: body };
  const type = String(headers?.['content-type'] ?? 'application/json');
  return type.startsWith('application/json') ? (JSON.parse(body) as Record<string, unknown>) : { text: body };
}

export const somebody = (): Caller => ({ cookies: [] });
export const delivery = (): string => randomUUID();
