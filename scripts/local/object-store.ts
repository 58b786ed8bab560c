/**
 * A small strict stand-in for the object store on one machine: it checks what S3 checks (signature version 4 in header or address,
 * expiry, signed headers, SHA-256, If-None-Match, CORS) and answers what S3 answers. The obtainable emulators accept forged
 * addresses and wrong checksums, so tests against them would prove nothing.
 */
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';

export type ObjectStoreOptions = {
  folder: string;
  port: number;
  accessKey: string;
  secretKey: string;
  origins: readonly string[];
};

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

type Claim = {
  credential: string;
  signedHeaders: string;
  signature: string;
  date: string;
  payload: string;
  seconds?: number;
};

function claimOf(req: IncomingMessage, query: URLSearchParams): Claim {
  const signature = query.get('X-Amz-Signature');
  if (signature !== null) {
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
      signature,
      date: query.get('X-Amz-Date') ?? '',
      payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
      seconds: Number(query.get('X-Amz-Expires')),
    };
  }
  const header = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    req.headers.authorization ?? '',
  );
  if (header === null) throw new Refusal(403, 'AccessDenied');
  const [, credential = '', signedHeaders = '', given = ''] = header;
  return {
    credential,
    signedHeaders,
    signature: given,
    date: String(req.headers['x-amz-date']),
    payload: String(req.headers['x-amz-content-sha256']),
  };
}

/** Refuses what was not signed with our key, was changed after signing, or is out of date. */
function prove(req: IncomingMessage, url: URL, { accessKey, secretKey }: ObjectStoreOptions): void {
  const claim = claimOf(req, url.searchParams);
  const [id, day = '', region = ''] = claim.credential.split('/');
  if (id !== accessKey) throw new Refusal(403, 'InvalidAccessKeyId');
  const signedAt = Date.parse(claim.date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  const stale =
    claim.seconds === undefined
      ? Math.abs(Date.now() - signedAt) > 900_000
      : Date.now() > signedAt + claim.seconds * 1000;
  if (!(signedAt > 0) || stale)
    throw new Refusal(403, claim.seconds === undefined ? 'RequestTimeTooSkewed' : 'AccessDenied');
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = claim.signedHeaders
    .split(';')
    .map(
      (name) =>
        `${name}:${String(req.headers[name] ?? '')
          .trim()
          .replaceAll(/ +/g, ' ')}\n`,
    )
    .join('');
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const canonical = [req.method, path, query, headers, claim.signedHeaders, claim.payload].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secretKey}`, day), region), 's3'), 'aws4_request');
  const wanted = hmac(
    key,
    ['AWS4-HMAC-SHA256', claim.date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n'),
  );
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Refusal(403, 'SignatureDoesNotMatch');
}

type Stored = { type: string; size: number; etag: string; sha256?: string };

export async function startObjectStore(
  options: ObjectStoreOptions,
): Promise<{ server: Server; port: number; stop(): Promise<void> }> {
  await mkdir(options.folder, { recursive: true });
  const fileOf = (url: URL): string => join(options.folder, sha256(decodeURIComponent(url.pathname)));
  const stored = async (url: URL): Promise<Stored | undefined> => {
    try {
      return JSON.parse(await readFile(`${fileOf(url)}.json`, 'utf8')) as Stored;
    } catch {
      return undefined;
    }
  };

  async function put(req: IncomingMessage, url: URL): Promise<Record<string, string>> {
    const body = await bodyOf(req);
    const announced = req.headers['x-amz-checksum-sha256'];
    const checksum = createHash('sha256').update(body).digest('base64');
    if (announced !== undefined && announced !== checksum) throw new Refusal(400, 'BadDigest');
    if (req.headers['if-none-match'] === '*' && (await stored(url)) !== undefined)
      throw new Refusal(412, 'PreconditionFailed');
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const about: Stored = {
      type: req.headers['content-type'] ?? 'binary/octet-stream',
      size: body.length,
      etag,
      ...(announced === undefined ? {} : { sha256: checksum }),
    };
    await writeSafely(fileOf(url), body);
    await writeSafely(`${fileOf(url)}.json`, Buffer.from(JSON.stringify(about)));
    return { etag };
  }

  async function get(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const about = await stored(url);
    if (about === undefined) throw new Refusal(404, 'NoSuchKey');
    res.writeHead(200, {
      etag: about.etag,
      'content-length': about.size,
      'content-type': url.searchParams.get('response-content-type') ?? about.type,
      'content-disposition': url.searchParams.get('response-content-disposition') ?? 'attachment',
      'x-content-type-options': 'nosniff',
    });
    res.end(req.method === 'HEAD' ? undefined : await readFile(fileOf(url)));
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
        'access-control-allow-methods': 'PUT',
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
    } else if (req.method === 'GET' || req.method === 'HEAD') await get(req, res, url);
    else throw new Refusal(501, 'NotImplemented');
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

/** Written beside, flushed, then renamed: after a crash a file is whole or not there. */
async function writeSafely(path: string, content: Buffer): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = await open(beside, 'w');
  await file.writeFile(content);
  await file.sync();
  await file.close();
  await rename(beside, path);
}
