/**
 * Measures understanding on a file of lines `{"text", "labels"}`: `npm run evaluate -- --file lines.jsonl [--json]`.
 * With `--writers` instead of a file, each writer's example lines are read by a model that learned only from the others (minutes).
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { figuresOf, type Figures, type LabelledLine } from '../models/guidance/understanding/measure.ts';
import { buildModel } from '../models/guidance/understanding/training/build-model.ts';
import { understander, type Understand } from '../models/guidance/understanding/understander.ts';
import { corpusOf, ensureUnderstanding, SUPPLEMENT, writersLines } from './build-understanding.ts';

const EvaluationLine = z.object({ text: z.string(), labels: z.array(z.string()).min(1) });

export type Evaluation = Figures & { p50Ms: number; p95Ms: number; loadMs: number };

/** Throws one clear sentence for a line that is not as it should be. */
export function evaluationLines(file: string): LabelledLine[] {
  return file.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    const parsed = EvaluationLine.safeParse(jsonOf(row));
    if (!parsed.success) throw new Error(`line ${i + 1} is not {"text": "…", "labels": ["…"]}`);
    return [parsed.data];
  });
}

function jsonOf(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** `load` brings the understanding in; it is timed with the first message, which unpacks the model. */
export async function evaluate(lines: readonly LabelledLine[], load: () => Promise<Understand>): Promise<Evaluation> {
  const started = performance.now();
  const understand = await load();
  understand('你好');
  const loadMs = performance.now() - started;
  const times: number[] = [];
  const timed: Understand = (text) => {
    const before = performance.now();
    const understood = understand(text);
    times.push(performance.now() - before);
    return understood;
  };
  const figures = figuresOf(lines, timed);
  times.sort((a, b) => a - b);
  const at = (part: number): number => rounded(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  return { ...figures, p50Ms: at(0.5), p95Ms: at(0.95), loadMs: rounded(loadMs) };
}

/** What to expect of a stranger's manner of writing: every writer in turn is the stranger. */
function byUnseenWriter(): Record<string, Figures> {
  const files = writersLines();
  const writers = [...files.keys()].filter((name) => name !== SUPPLEMENT);
  return Object.fromEntries(
    writers.map((writer) => {
      const others = new Map([...files].filter(([name]) => name !== writer));
      const lines = (files.get(writer) ?? []).map(({ text, label }) => ({ text, labels: [label] }));
      return [writer, figuresOf(lines, understander(buildModel(corpusOf(others))))];
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      json: { type: 'boolean', default: false },
      writers: { type: 'boolean', default: false },
    },
  });
  if (values.writers) {
    const figures = byUnseenWriter();
    if (values.json) console.log(JSON.stringify(figures));
    else console.table(figures);
    return;
  }
  if (values.file === undefined || !existsSync(values.file)) {
    console.error('Say which lines to measure: npm run evaluate -- --file lines.jsonl [--json]');
    process.exitCode = 2;
    return;
  }
  const lines = evaluationLines(readFileSync(values.file, 'utf8'));
  await ensureUnderstanding();
  const result = await evaluate(
    lines,
    async () => (await import('../models/guidance/understanding/understand.ts')).understand,
  );
  if (values.json) console.log(JSON.stringify(result));
  else console.table(result);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
