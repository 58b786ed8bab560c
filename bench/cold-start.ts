/** Loading each function's bundle in a new process, against a bundle that only loads the DynamoDB client. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildFunctions, bundle, bundleFolder } from '../scripts/build-functions.ts';
import { readService } from '../scripts/local/service.ts';
import type { Measured } from './bench.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.build/bench');
const RUNS = 11;
const CLIENT = 'client only';

export async function benchCold(): Promise<Measured> {
  await buildFunctions();
  const { functions, custom } = readService();
  const bundles = new Map([[CLIENT, [await bundleClient(custom.esbuild.outputFileExtension)]]]);
  for (const [name, { handler }] of Object.entries(functions)) {
    const file = join(root, bundleFolder, handler.split('.')[0] ?? '');
    bundles.set(name, [`${file}${custom.esbuild.outputFileExtension}`]);
  }
  // What the first message to a new process costs on top; the dialog itself and the network are not in it.
  for (const name of ['chat', 'socketMessage'])
    bundles.set(`${name}, with the assistant`, withAssistant(bundles.get(name) ?? []));

  const times = new Map<string, number[]>([...bundles.keys()].map((name) => [name, []]));
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, files] of bundles) {
      const took = load(files);
      if (run > 0) times.get(name)?.push(took);
    }
  }
  const base = median(times.get(CLIENT) ?? []);
  return {
    title: `Cold start: loading each bundle in a new process, ${String(RUNS)} runs each, interleaved (ms; the start of Node itself is not in it)`,
    rows: [...bundles].map(([name, files]) => {
      const code = [...loadedWith(files)].map((file) => readFileSync(file));
      const took = median(times.get(name) ?? []);
      return {
        function: name,
        median: took.toFixed(0),
        ratio: `${(took / base).toFixed(2)}×`,
        'loaded KB': Math.round(Buffer.concat(code).length / 1024),
        'gzip KB': Math.round(gzipSync(Buffer.concat(code)).length / 1024),
      };
    }),
  };
}

async function bundleClient(extension: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'client-only.ts');
  writeFileSync(
    entry,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const handler = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));\n",
  );
  await bundle(entry, folder);
  return join(folder, `client-only${extension}`);
}

function withAssistant(files: readonly string[]): string[] {
  const parts = (files[0] ?? '').replace(/\.\w+$/u, '.parts');
  const assistant = readdirSync(parts).find((name) => /^open-bot-\w+\.\w+$/u.test(name));
  if (assistant === undefined) throw new Error(`no assistant in ${parts}`);
  return [...files, join(parts, assistant)];
}

/** The files and every part that they import at once; what is imported on demand is not among them. */
function loadedWith(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const imported = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s?"(\.[^"]+)"/gu);
    loadedWith(
      [...imported].map(([, path = '']) => join(dirname(file), path)),
      found,
    );
  }
  return found;
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Milliseconds that the imports took in a process of their own. */
function load(files: readonly string[]): number {
  const imports = files.map((file) => `await import(${JSON.stringify(pathToFileURL(file).href)});`).join('');
  const script = `const t=performance.now();${imports}process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, AWS_REGION: 'local' },
  });
  return Number(stdout);
}
