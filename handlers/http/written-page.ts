/** Answers a page that is written here, without a file: its style and script carry a nonce of this answer alone. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { pageHeaders } from './page-headers.ts';

/** `kept`: `no-cache` may be kept and asked about again, `no-store` is for one reader only. */
export function writtenPage(
  write: (nonce: string) => string,
  kept: 'no-cache' | 'no-store',
): APIGatewayProxyStructuredResultV2 {
  const nonce = randomBytes(16).toString('base64');
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...pageHeaders('guide', nonce),
      'cache-control': kept,
    },
    body: write(nonce),
  };
}
