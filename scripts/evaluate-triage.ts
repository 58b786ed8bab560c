/**
 * Measures the triage of matters on a file of lines `{id, title, body, label}`: `npm run evaluate-triage -- --file lines.jsonl [--json]`.
 * With `--folds` instead of a file, the example letters are read by models that learned only from the others: in five folds, each writer's
 * letters by a model of the other writer's, and each agency's letters by a model that never saw one of that agency (minutes).
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { figuresOf, type LabelledLetter, type TriageFigures } from '../models/complaint/triage/measure.ts';
import { doorOf, topics } from '../models/complaint/triage/doors.ts';
import type { ExampleLetter } from '../models/complaint/triage/training/letters.ts';
import { trainTriage } from '../models/complaint/triage/training/train-triage.ts';
import { triager, type Triager } from '../models/complaint/triage/triager.ts';
import { ensureTriage, exampleLetters, exampleManners, shortLines } from './build-triage.ts';
import { characterTables, ensureUnderstanding } from './build-understanding.ts';

const EvaluationLine = z.object({
  title: z.string().optional(),
  body: z.string(),
  label: z.object({
    mine: z.boolean(),
    window: z.string(),
    problem: z.string(),
    service: z.string().nullish(),
  }),
});

/** Throws one clear sentence for a line that is not as it should be. */
export function triageLines(file: string): LabelledLetter[] {
  return file.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    const parsed = EvaluationLine.safeParse(jsonOf(row));
    if (!parsed.success)
      throw new Error(`line ${i + 1} is not {"title", "body", "label": {"mine", "window", "problem", "service"}}`);
    const { title = '', body, label } = parsed.data;
    return [{ title, body, label: { ...label, service: label.service ?? null } }];
  });
}

function jsonOf(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

const FOLDS = 5;
const windows = { office: 'accept', elsewhere: 'redirect', remedy: 'refuse' } as const;
const labelled = ({ topic, problem, service, title, body }: ExampleLetter): LabelledLetter => {
  const { kind } = doorOf(topic);
  return { title, body, label: { mine: kind === 'office', window: windows[kind], problem, service: service ?? null } };
};

/** Five folds over all letters, then either writer's letters, then every agency's letters left out in turn. */
async function unseenFigures(): Promise<Record<string, TriageFigures>> {
  const { understand } = await import('../models/guidance/understanding/understand.ts');
  const [letters, manners, lines, { tables }] = [exampleLetters(), exampleManners(), shortLines(), characterTables()];
  const textOf = ({ title, body }: ExampleLetter): string => `${title}\n${body}`;
  const firstWriters = new Set(exampleLetters('first').map(textOf));
  const taughtWithout = (out: (letter: ExampleLetter, i: number) => boolean): Triager =>
    triager(
      trainTriage(
        letters.filter((letter, i) => !out(letter, i)),
        manners,
        lines,
        tables,
        'fast',
      ),
      understand,
    );
  const read = (groups: readonly ((letter: ExampleLetter, i: number) => boolean)[]): TriageFigures => {
    const judged = groups.flatMap((out) => {
      const propose = taughtWithout(out);
      return letters.filter(out).map((letter) => ({ ...labelled(letter), proposed: propose(letter) }));
    });
    return figuresOf(judged);
  };
  return {
    'five folds': read(
      Array.from({ length: FOLDS }, (_, fold) => (_letter: ExampleLetter, i: number) => i % FOLDS === fold),
    ),
    'first writer unseen': read([(letter) => firstWriters.has(textOf(letter))]),
    'second writer unseen': read([(letter) => !firstWriters.has(textOf(letter))]),
    'unseen agencies': read(
      topics
        .filter((topic) => doorOf(topic).kind === 'elsewhere')
        .map((topic) => (letter: ExampleLetter) => letter.topic === topic),
    ),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const keys = ['mine', 'window', 'problem', 'service'] as const;
const table = (figures: TriageFigures): Record<string, { accuracy: number; macroF1: number }> =>
  Object.fromEntries(
    keys.map((key) => [key, { accuracy: rounded(figures[key]), macroF1: rounded(figures.macroF1[key]) }]),
  );

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      json: { type: 'boolean', default: false },
      folds: { type: 'boolean', default: false },
    },
  });
  if (!values.folds && (values.file === undefined || !existsSync(values.file))) {
    console.error('Say which lines to measure: npm run evaluate-triage -- --file lines.jsonl [--json]');
    process.exitCode = 2;
    return;
  }
  await ensureUnderstanding();
  ensureTriage();
  if (values.folds) {
    const figures = await unseenFigures();
    if (values.json) console.log(JSON.stringify(figures));
    else
      for (const [name, one] of Object.entries(figures)) {
        console.log(`${name}, ${one.lines} letters`);
        console.table(table(one));
      }
    return;
  }
  const lines = triageLines(readFileSync(values.file ?? '', 'utf8'));
  const started = performance.now();
  const { proposeTriage } = await import('../models/complaint/triage/propose-triage.ts');
  proposeTriage({ body: '你好' });
  const loadMs = performance.now() - started;
  const times: number[] = [];
  const judged = lines.map((line) => {
    const before = performance.now();
    const proposed = proposeTriage(line);
    times.push(performance.now() - before);
    return { ...line, proposed };
  });
  const figures = figuresOf(judged);
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  times.sort((a, b) => a - b);
  const at = (part: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(2);
  console.log(`${figures.lines} lines; load ${loadMs.toFixed(0)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  console.table(table(figures));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
