import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../scripts/local/database.ts';
import { startProduct } from '../../scripts/local/product.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'bancheng-start-'));
const failure = async (starting: Promise<unknown>): Promise<string> => {
  const error = await starting.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(CannotStart);
  return (error as Error).message;
};

test('a port that is taken is named, with the way to choose another', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  expect(await failure(startProduct({ port, data: folder() }))).toMatch(
    new RegExp(`Port ${String(port)} is taken; .*PORT=${String(port + 10)} npm start`, 'u'),
  );
  server.close();
});

test('a data folder that cannot be opened is named, with what to do', async () => {
  const data = folder();
  writeFileSync(join(data, 'records.db'), Buffer.alloc(8192, 7));
  expect(await failure(startProduct({ port: 0, data }))).toMatch(
    /records\.db cannot be opened; move the folder .* away/u,
  );
});
