/** Proves a request to the local object store as S3 does: signature version 4 in header or address, expiry, what was signed unchanged. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

export type Account = { accessKey: string; secretKey: string };

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
export function prove(req: IncomingMessage, url: URL, { accessKey, secretKey }: Account): void {
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
