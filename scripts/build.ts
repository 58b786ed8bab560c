/** Builds what has changed: the understanding's model and the pages. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { buildRegressionLines } from './build-regression-lines.ts';
import { ensureUnderstanding } from './build-understanding.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function build(): Promise<void> {
  await ensureUnderstanding();
  buildRegressionLines();
  await buildPages();
}

async function buildPages(): Promise<void> {
  const mark = join(root, '.build', 'web.hash');
  const hash = hashOf(['web', 'models'].map((folder) => join(root, folder)));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(join(root, '.build', 'web'))) return;
  await viteBuild({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(mark, hash);
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.endsWith('.tsv'))
        hash.update(join(entry.parentPath, entry.name)).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
