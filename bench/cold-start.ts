/** Loading each function's bundle in a new process, against a bundle that only loads the DynamoDB client. */
import { build, type Plugin } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse, type ScalarTag } from 'yaml';
import type { Measured } from './bench.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.build/bench`;
const RUNS = 11;
const tags: ScalarTag[] = ['Ref', 'GetAtt', 'Sub'].map((name) => ({
  tag: `!${name}`,
  resolve: (value: string) => value,
}));

export async function benchCold(): Promise<Measured> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/client-only.ts`,
    "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const handler = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'local' }));\n",
  );
  const { functions, custom } = parse(readFileSync(`${root}serverless.yml`, 'utf8'), {
    customTags: tags,
    merge: true,
  }) as {
    functions: Record<string, { handler: string }>;
    custom: { esbuild: { mainFields: string[] } };
  };
  const entries = new Map([['client only', `${folder}/client-only.ts`]]);
  for (const [name, { handler }] of Object.entries(functions))
    entries.set(name, `${root}${handler.split('.')[0] ?? ''}.ts`);
  const plugins = createRequire(import.meta.url)(`${root}scripts/esbuild-plugins.cjs`) as Plugin[];
  for (const [name, entry] of entries) {
    await build({
      entryPoints: [entry],
      outfile: outfile(name),
      bundle: true,
      minify: true,
      keepNames: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      mainFields: custom.esbuild.mainFields,
      plugins,
      logLevel: 'error',
    });
  }
  const times = new Map<string, number[]>([...entries.keys()].map((name) => [name, []]));
  for (let run = 0; run <= RUNS; run++)
    for (const name of entries.keys())
      if (run > 0) times.get(name)?.push(load(name));
      else load(name);
  const base = median(times.get('client only') ?? []);
  return {
    title: `Cold start: loading each bundle in a new process, ${String(RUNS)} runs each, interleaved (ms after the process began, bare Node taken off)`,
    rows: [...entries.keys()].map((name) => {
      const code = readFileSync(outfile(name));
      return {
        function: name,
        median: median(times.get(name) ?? []).toFixed(0),
        ratio: `${(median(times.get(name) ?? []) / base).toFixed(2)}×`,
        'bundle KB': Math.round(code.length / 1024),
        'gzip KB': Math.round(gzipSync(code).length / 1024),
      };
    }),
  };
}

const outfile = (name: string): string => `${folder}/${name.replaceAll(' ', '-')}.cjs`;
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Milliseconds that the import took in a process of its own; Node's own start is not in it. */
function load(name: string): number {
  const script = `const t=performance.now();await import(${JSON.stringify(`file://${outfile(name)}`)});process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, AWS_REGION: 'local' },
  });
  return Number(stdout);
}
