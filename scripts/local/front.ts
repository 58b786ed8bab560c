/** One origin for everything on one machine: pages and interface from the functions, the socket behind /socket, demo codes behind /dev. */
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type Socket } from 'node:net';

export type FrontOptions = {
  port: number;
  httpPort: number;
  socketPort: number;
  dev?(path: string): { type: string; body: string } | undefined;
  /** Takes what the functions post to this machine's own pages. */
  devPost?(path: string, body: string): void;
  /** A page of this machine that answers by itself, on a port of its own. */
  aside?: { path: string; port: number };
};

export async function startFront({
  port,
  httpPort,
  socketPort,
  dev,
  devPost,
  aside,
}: FrontOptions): Promise<{ port: number; dropSockets(): void; stop(): Promise<void> }> {
  const lines = new Set<Socket>();
  const onward = new Agent({ keepAlive: false });
  const server = createServer((req, res) => {
    const own = dev?.(req.url ?? '/');
    if (aside !== undefined && req.url?.startsWith(aside.path) === true) passAside(req, res, aside.port, onward);
    else if (req.method === 'POST' && req.url?.startsWith('/dev/') === true) takePost(req, res, devPost);
    else if (own !== undefined) {
      res.writeHead(200, { 'content-type': own.type, 'cache-control': 'no-store' });
      res.end(own.body);
    } else pass(req, res, httpPort, onward);
  });
  // As long as the gateway in the cloud keeps a line that says nothing.
  server.keepAliveTimeout = 350_000;
  server.on('upgrade', (req: IncomingMessage, socket: Socket, head: Buffer) => {
    const target = connect(socketPort, '127.0.0.1', () => {
      const path = (req.url ?? '/').replace(/^\/socket/, '') || '/';
      const headers = Object.entries(req.headers).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((v) => `${name}: ${v ?? ''}`),
      );
      target.write(`GET ${path.startsWith('/') ? path : `/${path}`} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      if (head.length > 0) target.write(head);
      socket.pipe(target).pipe(socket);
    });
    lines.add(socket);
    const end = (): void => {
      lines.delete(socket);
      socket.destroy();
      target.destroy();
    };
    socket.on('error', end).on('close', end);
    target.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    dropSockets: () => {
      for (const socket of lines) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of lines) socket.destroy();
        server.closeAllConnections();
      }),
  };
}

/** From this machine only: nobody else writes in the name of its people. */
function passAside(req: IncomingMessage, res: ServerResponse, port: number, agent: Agent): void {
  if (req.method === 'GET' || isNear(req)) pass(req, res, port, agent, req.headers);
  else res.writeHead(403).end();
}

const isNear = (req: IncomingMessage): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress ?? '');

/** From this machine only: nobody else drops messages into its inbox. */
function takePost(req: IncomingMessage, res: ServerResponse, take: FrontOptions['devPost']): void {
  const near = isNear(req);
  let body = '';
  req.on('data', (part: Buffer) => (body += part.toString()));
  req.on('end', () => {
    if (near) take?.(req.url ?? '/', body);
    res.writeHead(near ? 204 : 403);
    res.end();
  });
}

/**
 * Each request has a line of its own: the local gateway hangs up on a line that was silent for five seconds, and on a
 * busy machine the next request may already be on it. It would be lost, and the page would think itself offline.
 */
function pass(
  req: IncomingMessage,
  res: ServerResponse,
  port: number,
  agent: Agent,
  headers: IncomingHttpHeaders = { ...req.headers, ...ourCookies(req), ...insideWeChat(req) },
): void {
  const onward = request(
    { agent, host: '127.0.0.1', port, method: req.method, path: req.url, headers: endToEnd(headers) },
    (answer) => {
      const headers = endToEnd(answer.headers);
      res.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(res);
    },
  );
  onward.on('error', () => {
    if (!res.headersSent) res.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    res.end('The functions do not answer yet.');
  });
  req.pipe(onward);
}

/** Other programs on localhost leave cookies that the local gateway stumbles over; only our own are handed on. */
function ourCookies({ headers }: IncomingMessage): { cookie: string } {
  const all = headers.cookie?.split('; ') ?? [];
  return { cookie: all.filter((cookie) => cookie.startsWith('bc_')).join('; ') };
}

/** What a phone at /dev/wechat opens says that it is open inside WeChat, as WeChat's own browser does. */
function insideWeChat({ headers }: IncomingMessage): { 'user-agent'?: string } {
  const { cookie = '', 'user-agent': agent = '' } = headers;
  return cookie.includes('wx_inside=') ? { 'user-agent': `${agent} MicroMessenger/8.0` } : {};
}

/** What two neighbours agree about their line is not for the next one (RFC 9110, section 7.6.1). */
function endToEnd({ connection, 'keep-alive': kept, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}
