/** Builds the understanding's model from the catalogue and the example lines, unless nothing it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { services } from '../models/guidance/catalogue.ts';
import { nearSound, type CharacterTables } from '../models/guidance/understanding/character-tables.ts';
import { labelOfService, labelsOf } from '../models/guidance/understanding/labels.ts';
import { buildModel, type Corpus } from '../models/guidance/understanding/training/build-model.ts';
import { linesOf, type Line } from '../models/guidance/understanding/training/line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const linesFolder = join(root, 'models', 'guidance', 'lines');
const sourcesFolder = join(root, 'models', 'guidance', 'understanding');
const target = join(root, '.build', 'understanding');

/** The signs of GB 2312 in their own order: the everyday ones (level 1) stand first. */
function commonSigns(): { all: string; everyday: string } {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) =>
    Array.from({ length: 94 }, (__, cell) => decoder.decode(new Uint8Array([0xb0 + row, 0xa1 + cell])))
      .filter((sign) => /^\p{Script=Han}$/u.test(sign))
      .join(''),
  );
  return { all: rows.join(''), everyday: rows.slice(0, 0xd7 - 0xb0 + 1).join('') };
}

/** Simplified forms and toneless sounds, from two dictionaries that are needed only here. */
export function characterTables(): { tables: CharacterTables; common: string } {
  const { all, everyday } = commonSigns();
  const sound = new Uint16Array(65_536);
  const numbers = new Map<string, number>();
  for (const sign of all) {
    const [syllable = ''] = pinyin(sign, { toneType: 'none', type: 'array' });
    const near = nearSound(syllable);
    if (!numbers.has(near)) numbers.set(near, numbers.size + 1);
    sound[sign.charCodeAt(0)] = numbers.get(near) ?? 0;
  }
  const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
  const simplified = new Uint16Array(65_536);
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const sign = String.fromCharCode(code);
    const plain = simplify(sign);
    if (plain !== sign && plain.length === 1) simplified[code] = plain.charCodeAt(0);
  }
  return { tables: { sound, simplified }, common: everyday };
}

export const allLabels = labelsOf(services.map(({ id }) => id));

/** Lines that no writer wrote but that fill gaps: always learned from, never part of what calibration is measured on. */
export const SUPPLEMENT = 'supplement';

/** Each writer's lines, by the name of the file. */
export function writersLines(): Map<string, Line[]> {
  const known = new Set(allLabels);
  const files = readdirSync(linesFolder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  return new Map(
    files.map((name) => [name.slice(0, -4), linesOf(readFileSync(join(linesFolder, name), 'utf8'), known).lines]),
  );
}

export const catalogueNames = (): Line[] =>
  services.flatMap(({ id, nameZh, nameEn, aliases }) =>
    [nameZh, nameEn, ...aliases].map((text) => ({ text, label: labelOfService(id) })),
  );

/** `files` as from `writersLines`, all of them or without a writer whose lines are kept for checking. */
export const corpusOf = (files: ReadonlyMap<string, readonly Line[]>): Corpus => ({
  labels: allLabels,
  groups: [...files].filter(([name]) => name !== SUPPLEMENT).map(([, lines]) => lines),
  names: [...catalogueNames(), ...(files.get(SUPPLEMENT) ?? [])],
  ...characterTables(),
});

/** A source file and, through its relative imports, everything that it is made of. */
export function closureOf(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g))
    closureOf(join(dirname(file), path), seen);
  return seen;
}

function inputsHash(): string {
  const hash = createHash('sha256');
  const sources = closureOf(
    join(sourcesFolder, 'training', 'build-model.ts'),
    new Set([fileURLToPath(import.meta.url)]),
  );
  const lines = readdirSync(linesFolder).map((name) => join(linesFolder, name));
  for (const file of [...sources, ...lines].sort()) hash.update(relative(root, file)).update(readFileSync(file));
  hash.update(JSON.stringify([allLabels, catalogueNames()]));
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  hash.update(`${devDependencies['opencc-js'] ?? ''} ${devDependencies['pinyin-pro'] ?? ''}`);
  return hash.digest('hex');
}

/** Written beside and renamed: whoever reads at the same moment reads a whole file. */
export function put(name: string, text: string): void {
  const beside = join(target, `${name}.${process.pid}`);
  writeFileSync(beside, text);
  renameSync(beside, join(target, name));
}

export async function ensureUnderstanding(): Promise<void> {
  const hash = inputsHash();
  const mark = join(target, 'inputs.hash');
  if (existsSync(mark) && existsSync(join(target, 'model.js')) && readFileSync(mark, 'utf8') === hash) return;
  mkdirSync(target, { recursive: true });
  const stored = buildModel(corpusOf(writersLines()));
  put('model.d.ts', 'export declare const storedModel: string;\n');
  put('model.js', `export const storedModel = '${stored}';\n`);
  put('inputs.hash', hash);
  await Promise.resolve();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureUnderstanding();
