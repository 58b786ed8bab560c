/** Writes the description of every route beside the pages, where it is served as /api/openapi.json. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from './build-functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, '.build', 'web', 'api', 'openapi.json');
const mark = join(root, '.build', 'openapi.hash');

export async function buildOpenApi(): Promise<void> {
  const hash = hashOf(['handlers', 'models', 'scripts/openapi', 'serverless.yml', 'package.json']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(file)) return;
  // Loads every window: only when something changed.
  const { openApiDocument } = await import('./openapi/document.ts');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(await openApiDocument(version)));
  writeFileSync(mark, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOpenApi();
