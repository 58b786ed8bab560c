/** The signature that Tencent Cloud's interfaces want with every request (TC3-HMAC-SHA256), by its published rules. */
import { createHash, createHmac } from 'node:crypto';

export type TencentKeys = { id: string; key: string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The value of the header `Authorization`. What is signed: body, host, content type and the second of sending; it holds five minutes. */
export function tencentAuthorization(
  { id, key }: TencentKeys,
  of: { host: string; service: string; contentType: string; body: string; second: number },
): string {
  const names = 'content-type;host';
  const day = new Date(of.second * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${of.service}/tc3_request`;
  const request = ['POST', '/', '', `content-type:${of.contentType}\nhost:${of.host}\n`, names, sha256(of.body)];
  const signed = ['TC3-HMAC-SHA256', String(of.second), scope, sha256(request.join('\n'))].join('\n');
  const secret = hmac(hmac(hmac(`TC3${key}`, day), of.service), 'tc3_request');
  const signature = hmac(secret, signed).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}
