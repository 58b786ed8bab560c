import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type Product } from '../../scripts/local/product.ts';

const data = mkdtempSync(join(tmpdir(), 'bancheng-twice-'));
const lines = async ({ url }: Product, cookie: string): Promise<string> =>
  (await fetch(`${url}/api/chat?after=0`, { headers: { cookie } })).text();

test('a second start finds the data of the first: the same visitor reads the same words', async () => {
  const first = await startProduct({ port: 0, data });
  const opened = await fetch(`${first.url}/api/chat?after=0`);
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const said = await fetch(`${first.url}/api/chat/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie },
    body: JSON.stringify({ delivery: randomUUID(), content: { type: 'text', text: '记住这一句' }, after: 0 }),
  });
  expect(said.status).toBe(200);
  const health = (await (await fetch(`${first.url}/health`)).json()) as { status: string; version: string };
  expect(health).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/u) as string });
  await first.stop();
  const second = await startProduct({ port: 0, data });
  expect(await lines(second, cookie)).toContain('记住这一句');
  await second.stop();
}, 60_000);
