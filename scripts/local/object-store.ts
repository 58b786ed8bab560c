/**
 * A small strict stand-in for the object store on one machine: it checks what S3 checks (signature version 4 in header or address,
 * expiry, signed headers, SHA-256, If-None-Match, versions, CORS) and answers what S3 answers. The obtainable emulators accept forged
 * addresses and wrong checksums, so tests against them would prove nothing.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { openObjectFiles, type ObjectFiles } from './object-files.ts';
import { prove, Refusal } from './object-proof.ts';

export type ObjectStoreOptions = {
  folder: string;
  port: number;
  accessKey: string;
  secretKey: string;
  origins: readonly string[];
  /** Buckets that keep every version, as serverless.yml says of them. */
  versioned?: readonly string[];
};

export async function startObjectStore(
  options: ObjectStoreOptions,
): Promise<{ server: Server; port: number; stop(): Promise<void> }> {
  const files = await openObjectFiles(options.folder, options.versioned ?? []);
  const pathOf = (url: URL): string => decodeURIComponent(url.pathname);
  /** Of two who put to the same place at once, the second sees what the first left. */
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(path: string, work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(path) ?? Promise.resolve()).then(work, work);
    turns.set(path, mine);
    void mine.catch(() => undefined).finally(() => turns.get(path) === mine && turns.delete(path));
    return mine;
  };

  async function put(req: IncomingMessage, url: URL): Promise<Record<string, string>> {
    const body = await bodyOf(req);
    const announced = req.headers['x-amz-checksum-sha256'];
    const digest = createHash('sha256').update(body);
    const [checksum, hex] = [digest.copy().digest('base64'), digest.digest('hex')];
    if (announced !== undefined && announced !== checksum) throw new Refusal(400, 'BadDigest');
    const signed = String(req.headers['x-amz-content-sha256'] ?? '');
    if (/^[0-9a-f]{64}$/.test(signed) && signed !== hex) throw new Refusal(400, 'XAmzContentSHA256Mismatch');
    // Pieces in frames of their own would be filed with the frames.
    if (signed.startsWith('STREAMING-')) throw new Refusal(501, 'NotImplemented');
    return inTurn(pathOf(url), async () => {
      if (req.headers['if-none-match'] === '*' && (await files.find(pathOf(url))) !== undefined)
        throw new Refusal(412, 'PreconditionFailed');
      const { etag, version } = await files.put(pathOf(url), body, {
        type: req.headers['content-type'] ?? 'binary/octet-stream',
        size: body.length,
        etag: `"${createHash('md5').update(body).digest('hex')}"`,
        ...(announced === undefined ? {} : { sha256: checksum }),
      });
      return { etag, ...(version === undefined ? {} : { 'x-amz-version-id': version }) };
    });
  }

  async function get(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const about = await files.find(pathOf(url));
    if (about === undefined) throw new Refusal(404, 'NoSuchKey');
    const range = rangeOf(req.headers.range, about.size);
    const askedForSum = req.headers['x-amz-checksum-mode'] === 'ENABLED' && range === undefined;
    res.writeHead(range === undefined ? 200 : 206, {
      etag: about.etag,
      'accept-ranges': 'bytes',
      'content-length': range === undefined ? about.size : range.to - range.from + 1,
      'content-type': url.searchParams.get('response-content-type') ?? about.type,
      'content-disposition': url.searchParams.get('response-content-disposition') ?? 'attachment',
      'x-content-type-options': 'nosniff',
      ...(range === undefined
        ? {}
        : { 'content-range': `bytes ${String(range.from)}-${String(range.to)}/${String(about.size)}` }),
      ...(about.version === undefined ? {} : { 'x-amz-version-id': about.version }),
      // Only what was announced with the object is kept with it, and only who asks is told.
      ...(askedForSum && about.sha256 !== undefined ? { 'x-amz-checksum-sha256': about.sha256 } : {}),
    });
    if (req.method === 'HEAD') res.end();
    else {
      const body = await files.read(pathOf(url));
      res.end(range === undefined ? body : body.subarray(range.from, range.to + 1));
    }
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', `http://${req.headers.host ?? 'localhost'}`);
    const { origin } = req.headers;
    if (origin !== undefined && options.origins.includes(origin)) {
      res.setHeader('access-control-allow-origin', origin);
      res.setHeader('vary', 'origin');
    }
    if (req.method === 'OPTIONS') {
      if (!res.hasHeader('access-control-allow-origin')) throw new Refusal(403, 'AccessForbidden');
      res.writeHead(200, {
        'access-control-allow-methods': 'PUT, GET',
        'access-control-allow-headers': 'content-type, x-amz-checksum-sha256, if-none-match',
        'access-control-max-age': '600',
      });
      res.end();
      return;
    }
    prove(req, url, options);
    if (req.method === 'PUT') {
      res.writeHead(200, await put(req, url));
      res.end();
    } else if (req.method === 'GET' && url.searchParams.has('versions')) {
      const [, bucket = ''] = url.pathname.split('/');
      const found = await files.versions(`/${bucket}/${url.searchParams.get('prefix') ?? ''}`);
      res.writeHead(200, { 'content-type': 'application/xml' });
      res.end(versionsXml(bucket, found));
    } else if (req.method === 'GET' || req.method === 'HEAD') await get(req, res, url);
    else if (req.method === 'DELETE') {
      await inTurn(pathOf(url), () => files.remove(pathOf(url), url.searchParams.get('versionId') ?? undefined));
      res.writeHead(204);
      res.end();
    } else throw new Refusal(501, 'NotImplemented');
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      const { status, code } = error instanceof Refusal ? error : { status: 500, code: 'InternalError' };
      res.writeHead(status, { 'content-type': 'application/xml' });
      res.end(
        req.method === 'HEAD' ? undefined : `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`,
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  if (req.headers['content-length'] !== undefined && body.length !== Number(req.headers['content-length']))
    throw new Refusal(400, 'IncompleteBody');
  return body;
}

function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '') return undefined;
  if (Number(from) >= size) throw new Refusal(416, 'InvalidRange');
  return { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

const MOST_VERSIONS = 1000;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function versionsXml(bucket: string, found: Awaited<ReturnType<ObjectFiles['versions']>>): string {
  const entries = found.slice(0, MOST_VERSIONS).map(({ path, version, latest, marker, size }) => {
    const tag = marker === true ? 'DeleteMarker' : 'Version';
    const key = escaped(path.slice(bucket.length + 2));
    return `<${tag}><Key>${key}</Key><VersionId>${version}</VersionId><IsLatest>${String(latest)}</IsLatest>${
      marker === true ? '' : `<Size>${String(size)}</Size>`
    }</${tag}>`;
  });
  const more = String(found.length > MOST_VERSIONS);
  return `<?xml version="1.0" encoding="UTF-8"?><ListVersionsResult><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${entries.join('')}</ListVersionsResult>`;
}
