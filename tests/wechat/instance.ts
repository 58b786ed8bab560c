/** One instance of the functions, as the cloud runs them: a process of its own that may die at any moment. `functions` is where the bundles lie. */
import { createServer, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';

type Handler = (event: unknown) => Promise<{ statusCode?: number; headers?: Record<string, string>; body?: string }>;
const functions = new URL('../../.build/functions/handlers/', import.meta.url);
const handlerOf = async (file: string): Promise<Handler> =>
  ((await import(fileURLToPath(new URL(file, functions)))) as { handler: Handler }).handler;

const window = await handlerOf('http/wechat.mjs');
const events = { '/stream': 'events/record-stream.mjs', '/sweep': 'events/deadline-sweep.mjs' } as Record<
  string,
  string
>;

const server = createServer((req, res) => {
  void answer(req).then(({ statusCode = 200, headers = {}, body = '' }) => {
    res.writeHead(statusCode, headers);
    res.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as { port: number }).port);
});
// The end of whoever started it is its own.
process.on('disconnect', () => process.exit());

async function answer(req: IncomingMessage): ReturnType<Handler> {
  let body = '';
  for await (const part of req) body += String(part);
  const url = new URL(req.url ?? '/', 'http://localhost');
  const event = events[url.pathname];
  if (event !== undefined) {
    const told: unknown = await (await handlerOf(event))(JSON.parse(body));
    return { body: JSON.stringify(told ?? {}) };
  }
  return window({
    version: '2.0',
    routeKey: `${req.method ?? 'GET'} /api/wechat`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    queryStringParameters: Object.fromEntries(url.searchParams),
    headers: req.headers,
    body,
    isBase64Encoded: false,
    requestContext: { http: { method: req.method, path: url.pathname, sourceIp: '127.0.0.1' }, requestId: 'r' },
  });
}
