/** Loading each function's bundle in a new process, against a bundle that only loads the DynamoDB client. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildFunctions, bundleFolder } from '../scripts/build-functions.ts';
import { readService } from '../scripts/local/service.ts';
import type { Measured } from './bench.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.build/bench');
const RUNS = 11;
const CLIENT = 'client only';

export async function benchCold(): Promise<Measured> {
  await buildFunctions();
  const { functions, custom } = readService();
  const bundles = new Map([[CLIENT, await bundleClient(custom.esbuild.target)]]);
  for (const [name, { handler }] of Object.entries(functions))
    bundles.set(name, join(root, bundleFolder, `${handler.split('.')[0] ?? ''}${custom.esbuild.outputFileExtension}`));

  const times = new Map<string, number[]>([...bundles.keys()].map((name) => [name, []]));
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, file] of bundles) {
      const took = load(file);
      if (run > 0) times.get(name)?.push(took);
    }
  }
  const base = median(times.get(CLIENT) ?? []);
  return {
    title: `Cold start: loading each bundle in a new process, ${String(RUNS)} runs each, interleaved (ms; the start of Node itself is not in it)`,
    rows: [...bundles].map(([name, file]) => {
      const code = readFileSync(file);
      const took = median(times.get(name) ?? []);
      return {
        function: name,
        median: took.toFixed(0),
        ratio: `${(took / base).toFixed(2)}×`,
        'bundle KB': Math.round(code.length / 1024),
        'gzip KB': Math.round(gzipSync(code).length / 1024),
      };
    }),
  };
}

async function bundleClient(target: string | string[] | undefined): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'client-only.ts');
  const outfile = join(folder, 'client-only.cjs');
  writeFileSync(
    entry,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const handler = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));\n",
  );
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    ...(target === undefined ? {} : { target }),
    logLevel: 'error',
  });
  return outfile;
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Milliseconds that the import took in a process of its own. */
function load(file: string): number {
  const script = `const t=performance.now();require(${JSON.stringify(file)});process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, AWS_REGION: 'local' },
  });
  return Number(stdout);
}
