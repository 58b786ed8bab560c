/** Builds what has changed: the models of the understanding and of the triage, the functions and the pages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { buildFunctions, hashOf } from './build-functions.ts';
import { buildOpenApi } from './build-openapi.ts';
import { buildRegressionLines } from './build-regression-lines.ts';
import { ensureTriage } from './build-triage.ts';
import { ensureUnderstanding } from './build-understanding.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function build(): Promise<void> {
  await buildModels();
  await buildFunctions();
  await buildPages();
  await buildOpenApi();
}

/** What the sources themselves import: types and lint need no more. */
async function buildModels(): Promise<void> {
  await ensureUnderstanding();
  ensureTriage();
  buildRegressionLines();
}

async function buildPages(): Promise<void> {
  const mark = join(root, '.build', 'web.hash');
  const hash = hashOf(['web', 'models']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(join(root, '.build', 'web'))) return;
  await viteBuild({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(mark, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await (process.argv.includes('--models') ? buildModels() : build());
