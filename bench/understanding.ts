/** Understanding beside nlp.js: the same example lines, the same authored lines to answer, each in a fresh process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { figuresOf, type Figures } from '../models/guidance/understanding/measure.ts';
import type { Understand } from '../models/guidance/understanding/understander.ts';
import { ensureUnderstanding, writersLines } from '../scripts/build-understanding.ts';
import { evaluationLines } from '../scripts/evaluate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = fileURLToPath(import.meta.url);
const folder = join(root, '.build', 'bench-understanding');
/** Both are loaded as they would be shipped: one minified file each. */
const bundles = { ours: join(folder, 'ours.mjs'), nlpjs: join(folder, 'nlpjs.cjs') };
const linesToAnswer = (): ReturnType<typeof evaluationLines> =>
  evaluationLines(readFileSync(join(root, 'tests', 'guidance', 'authored-dev.jsonl'), 'utf8'));

type Result = Figures & { loadMs: number; p50Ms: number; p95Ms: number };

/** nlp.js has no types of its own; this is the part used here. */
type Nlp = {
  settings: Record<string, unknown>;
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  export(minified: boolean): string;
  import(model: string): void;
  process(
    language: string,
    text: string,
  ): Promise<{ classifications: { intent: string; score: number }[]; intent: string }>;
};

async function newNlp(): Promise<Nlp> {
  const { containerBootstrap, Nlp, LangZh } = createRequire(import.meta.url)(bundles.nlpjs) as {
    containerBootstrap: () => Promise<Container>;
    Nlp: unknown;
    LangZh: unknown;
  };
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangZh);
  const nlp = container.get('nlp');
  nlp.settings = { ...nlp.settings, autoSave: false, log: false };
  nlp.addLanguage('zh');
  return nlp;
}
type Container = { use(plugin: unknown): void; get(name: 'nlp'): Nlp };

/** At most so many lines per label; everything for Infinity. */
async function trainNlp(perLabel: number, file: string): Promise<void> {
  const nlp = await newNlp();
  const counts = new Map<string, number>();
  for (const { text, label } of [...writersLines().values()].flat()) {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    if (count <= perLabel) nlp.addDocument('zh', text, label);
  }
  await nlp.train();
  writeFileSync(file, nlp.export(true));
}

async function measureOurs(): Promise<Result> {
  const started = performance.now();
  const { understand } = (await import(bundles.ours)) as { understand: Understand };
  understand('你好');
  const loadMs = performance.now() - started;
  const times: number[] = [];
  const figures = figuresOf(linesToAnswer(), (text) => {
    const before = performance.now();
    const understood = understand(text);
    times.push(performance.now() - before);
    return understood;
  });
  return { ...figures, loadMs, ...percentiles(times) };
}

async function measureNlp(file: string): Promise<Result> {
  const started = performance.now();
  const nlp = await newNlp();
  nlp.import(readFileSync(file, 'utf8'));
  await nlp.process('zh', '你好');
  const loadMs = performance.now() - started;
  const times: number[] = [];
  const answers = new Map<string, ReturnType<Understand>>();
  const lines = linesToAnswer();
  for (const { text } of lines) {
    const before = performance.now();
    const { intent, classifications } = await nlp.process('zh', text);
    times.push(performance.now() - before);
    const known = classifications.filter((one) => !['none', 'None'].includes(one.intent)).slice(0, 3);
    answers.set(text, {
      text,
      entities: [],
      decision: intent === 'None' || intent === 'none' ? 'none' : 'answer',
      candidates: known.map(({ intent: label, score }) => ({ label, score, because: [] })),
    });
  }
  const answered = (text: string): ReturnType<Understand> => {
    const answer = answers.get(text);
    if (answer === undefined) throw new Error('a line was not answered');
    return answer;
  };
  return { ...figuresOf(lines, answered), loadMs, ...percentiles(times) };
}

function percentiles(times: number[]): { p50Ms: number; p95Ms: number } {
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Writes the code as it would be shipped, in one file, and says how large it is compressed, in KB. */
async function bundle(code: string, file: string): Promise<number> {
  await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    format: file.endsWith('.cjs') ? 'cjs' : 'esm',
    logLevel: 'error',
  });
  return gzipSync(readFileSync(file)).length / 1024;
}

const inFreshProcess = (...args: string[]): Result => {
  const out = execFileSync(process.execPath, [here, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Result;
};

const rowOf = (system: string, lines: number, result: Result, kb: number): Record<string, string | number> => ({
  system,
  'example lines': lines,
  top1Lenient: Number((result.top1Lenient ?? 0).toFixed(3)),
  top3: Number((result.top3 ?? 0).toFixed(3)),
  noneRefused: Number((result.noneRefused ?? 0).toFixed(3)),
  loadMs: Math.round(result.loadMs),
  p50Ms: Number(result.p50Ms.toFixed(3)),
  p95Ms: Number(result.p95Ms.toFixed(3)),
  gzipKB: Math.round(kb),
});

export async function benchUnderstanding(): Promise<{ title: string; rows: Record<string, string | number>[] }> {
  await ensureUnderstanding();
  mkdirSync(folder, { recursive: true });
  const lines = [...writersLines().values()].flat();
  const libraryKb = await bundle(
    "export { containerBootstrap } from '@nlpjs/core'; export { Nlp } from '@nlpjs/nlp'; export { LangZh } from '@nlpjs/lang-zh';",
    bundles.nlpjs,
  );
  const oursKb = await bundle("export * from './models/guidance/understanding/understand.ts';", bundles.ours);
  const rows = [rowOf('Bancheng', lines.length, inFreshProcess('--ours'), oursKb)];
  for (const perLabel of [7, Infinity]) {
    const file = join(folder, `nlpjs-${perLabel}.json`);
    execFileSync(process.execPath, [here, '--train', String(perLabel), file], { stdio: 'ignore' });
    const kb = libraryKb + gzipSync(readFileSync(file)).length / 1024;
    const count = perLabel === Infinity ? lines.length : new Set(lines.map(({ label }) => label)).size * perLabel;
    if (statSync(file).size > 0)
      rows.push(
        rowOf(
          `nlp.js, ${perLabel === Infinity ? 'the same lines' : '7 lines a label'}`,
          count,
          inFreshProcess('--nlpjs', file),
          kb,
        ),
      );
  }
  return { title: 'Understanding on 576 authored lines, both taught with the same example lines', rows };
}

if (process.argv[1] === here) {
  const [mode, first = '', file = ''] = process.argv.slice(2);
  if (mode === '--train') await trainNlp(Number(first), file);
  else console.log(JSON.stringify(mode === '--ours' ? await measureOurs() : await measureNlp(first)));
  process.exit(0);
}
