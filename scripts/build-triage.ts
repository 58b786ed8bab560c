/** Builds the model with which matters of the “办不成事” window are sorted, unless nothing it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NONE } from '../models/guidance/understanding/labels.ts';
import { lettersOf, mannersOf, type ExampleLetter, type Manners } from '../models/complaint/triage/training/letters.ts';
import { trainTriage, type ShortLine } from '../models/complaint/triage/training/train-triage.ts';
import { characterTables, closureOf, put, writersLines } from './build-understanding.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lettersFolder = join(root, 'models', 'complaint', 'triage', 'letters');
const linesFolder = join(root, 'models', 'guidance', 'lines');
const target = join(root, '.build', 'understanding');
const MANNERS = 'manners.tsv';

const tsvIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();

/** The second writer's files end so; the first writer's have nothing behind their topic. */
const SECOND_WRITER = '-2.tsv';

/** Both writers' letters, or one writer's. */
export const exampleLetters = (writer?: 'first' | 'second'): ExampleLetter[] =>
  tsvIn(lettersFolder)
    .filter((name) => name !== MANNERS)
    .filter((name) => writer === undefined || name.endsWith(SECOND_WRITER) === (writer === 'second'))
    .flatMap((name) => lettersOf(readFileSync(join(lettersFolder, name), 'utf8')));

export const exampleManners = (): Manners => mannersOf(readFileSync(join(lettersFolder, MANNERS), 'utf8'));

/** Of each service's lines one in so many is enough to tell the office's matters from others. */
const ONE_IN = 4;

/** What the understanding learns from also tells what is the office's at all; wishes such as “a person, please” say nothing of it. */
export function shortLines(): ShortLine[] {
  const seen = new Map<string, number>();
  return [...writersLines().values()].flat().flatMap(({ text, label }): ShortLine[] => {
    if (label.startsWith('intent:')) return [];
    if (label === NONE) return [{ text, office: 'no' }];
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count % ONE_IN === 0 ? [{ text, office: 'yes' }] : [];
  });
}

function inputsHash(): string {
  const hash = createHash('sha256');
  const trainer = join(root, 'models', 'complaint', 'triage', 'training', 'train-triage.ts');
  const files = [
    ...closureOf(trainer, new Set([fileURLToPath(import.meta.url), join(root, 'scripts', 'build-understanding.ts')])),
    ...tsvIn(lettersFolder).map((name) => join(lettersFolder, name)),
    ...tsvIn(linesFolder).map((name) => join(linesFolder, name)),
  ];
  for (const file of files.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

export function ensureTriage(): void {
  const hash = inputsHash();
  const mark = join(target, 'triage.hash');
  if (existsSync(mark) && existsSync(join(target, 'triage.js')) && readFileSync(mark, 'utf8') === hash) return;
  mkdirSync(target, { recursive: true });
  const stored = trainTriage(exampleLetters(), exampleManners(), shortLines(), characterTables().tables);
  put('triage.d.ts', 'export declare const storedTriage: string;\n');
  put('triage.js', `export const storedTriage = '${stored}';\n`);
  put('triage.hash', hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureTriage();
