import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localService, writeLocalService } from '../../scripts/build-functions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('while another product starts, the list of its functions can be read whole', async () => {
  writeLocalService();
  const starts = `import { writeLocalService } from './scripts/build-functions.ts'; for (let n = 0; n < 400; n++) writeLocalService();`;
  const other = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', starts], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ended = new Promise<number | null>((resolve) => other.once('exit', resolve));
  let reads = 0;
  while (other.exitCode === null) {
    expect(JSON.parse(readFileSync(`${root}${localService}`, 'utf8'))).toHaveProperty('functions.chat');
    reads += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await ended).toBe(0);
  expect(reads).toBeGreaterThan(10);
});
