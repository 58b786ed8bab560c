/** Bundles every function, for this machine and for the deployment, and writes the configuration with which they run on one machine. */
import { build, type Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readService } from './local/service.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
export const bundleFolder = '.build/functions';
/** Read by serverless-offline; it must lie beside serverless.yml. */
export const localService = 'serverless.local.json';

/** Two products may start at once, as in the tests: who reads the file finds the old one or the new one, never half of one. */
export function writeLocalService(): void {
  const { functions, provider, custom } = readService();
  const offline = { ...custom['serverless-offline'], location: bundleFolder, localEnvironment: true };
  const plain = Object.fromEntries(
    Object.entries(functions).map(([name, { handler, timeout, events }]) => [
      name,
      { handler, timeout, events: events.filter((event) => !('stream' in event || 'schedule' in event)) },
    ]),
  );
  const path = join(root, localService);
  const passing = `${path}.${String(process.pid)}`;
  writeFileSync(
    passing,
    JSON.stringify({
      service: 'bancheng',
      provider: {
        name: 'aws',
        runtime: provider.runtime,
        websocketsApiRouteSelectionExpression: provider.websocketsApiRouteSelectionExpression,
      },
      plugins: ['./scripts/local/dies-with-parent.cjs', 'serverless-offline'],
      custom: { 'serverless-offline': offline },
      functions: plain,
    }),
  );
  renameSync(passing, path);
}

export async function buildFunctions(): Promise<void> {
  writeLocalService();
  const { functions } = readService();
  const mark = join(root, '.build', 'functions.hash');
  const hash = hashOf([
    'handlers',
    'functions',
    'models',
    '.build/understanding',
    'serverless.yml',
    'package-lock.json',
    'scripts/esbuild-plugins.cjs',
    'scripts/botkit-stubs.cjs',
  ]);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  rmSync(join(root, bundleFolder), { recursive: true, force: true });
  const entries = new Set(Object.values(functions).map(({ handler }) => `${handler.split('.')[0] ?? ''}.ts`));
  // One by one: together they would share files, and each would load more than its own.
  for (const entry of entries) await bundle(join(root, entry), join(root, bundleFolder, dirname(entry)));
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(mark, hash);
}

/** Bundles one file into a folder with the options of serverless.yml. */
export async function bundle(entry: string, outdir: string): Promise<void> {
  const { outputFileExtension, plugins, ...options } = readService().custom.esbuild;
  await build({
    ...options,
    entryPoints: [entry],
    outdir,
    outExtension: { '.js': outputFileExtension },
    platform: 'node',
    plugins: createRequire(import.meta.url)(join(root, plugins)) as Plugin[],
    logLevel: 'error',
  });
}

/** Over the contents of all files below the named places. */
export function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places.map((p) => join(root, p))) {
    if (place.includes('.', place.lastIndexOf('/')) && !place.endsWith('understanding')) {
      hash.update(readFileSync(place));
      continue;
    }
    for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !path.endsWith('.tsv')) hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}
