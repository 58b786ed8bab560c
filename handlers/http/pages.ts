/** Serves the built pages: the citizen's chat, the officer's console, the lender's page, the guidance sheet, and what they load. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pageHeaders } from './page-headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json; charset=utf-8',
};
const FOLDER = process.env['PAGES_FOLDER'] ?? '.build/web';

/** Files do not change while a version runs; each is read and packed once. */
const packed = new Map<string, Promise<Buffer | undefined>>();

async function pack(path: string): Promise<Buffer | undefined> {
  try {
    return gzipSync(await readFile(join(FOLDER, path)), { level: 9 });
  } catch {
    return undefined;
  }
}

export const handler = async (
  event: Pick<APIGatewayProxyEventV2, 'rawPath'>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const path = fileFor(event.rawPath);
  const content = packed.get(path) ?? pack(path);
  packed.set(path, content);
  const body = await content;
  if (body === undefined) {
    packed.delete(path);
    return {
      statusCode: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: '没有这个页面。请从首页进入。 / No such page. Please start at the first page.',
    };
  }
  return {
    statusCode: 200,
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...pageHeaders(/^(?:console|lender)\//u.test(path) ? 'console' : 'citizen'),
    },
    isBase64Encoded: true,
    body: body.toString('base64'),
  };
};

/** Addresses of pages, not of files: everything under /console is the console. */
function fileFor(rawPath: string): string {
  const path = normalize(decodeURIComponent(rawPath)).replace(/^[/\\.]+/u, '');
  if (path === '') return 'citizen/index.html';
  if (/^sheet\/[^/]+$/u.test(path)) return 'sheet/index.html';
  if (path === 'live') return 'citizen/index.html';
  if (path.startsWith('live/helper/')) return 'live/index.html';
  if (path === 'room') return 'room/index.html';
  if (path === 'release/try') return 'trial/index.html';
  if (path === 'console' || path.startsWith('console/')) return 'console/index.html';
  if (path === 'lender') return 'lender/index.html';
  return path;
}
