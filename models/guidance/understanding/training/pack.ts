/** Writes a trained model as the compact text that is shipped: small weights are dropped, the others rounded to a step. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { CharacterTables } from '../character-tables.ts';
import { plainIdeas } from '../lexicon.ts';
import type { Calibration } from '../model.ts';
import { NO_MORE_LABELS, RARITY_STEPS, STEPS, type Header } from '../stored-model.ts';
import type { Trained } from './train.ts';

/** Weights that, with their mark's rarity, move a score by less than this are dropped. */
const TOO_SMALL = 0.14;

export function pack(
  trained: Trained,
  calibration: Calibration,
  tables: CharacterTables,
  haste: 'fast' | 'small' = 'small',
  ideas: readonly (readonly string[])[] = plainIdeas(tables),
): string {
  const { labels, bias } = trained;
  const largest = trained.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const rows = weightRows(trained, largest);
  const streams = [
    increasing(rows.hashes),
    rows.rarity,
    rows.gaps,
    rows.steps,
    ...byCode(tables.sound),
    ...byCode(tables.simplified),
  ].map((numbers) => Uint8Array.from(numbers));
  const header: Header = {
    labels,
    bias: [...bias].map((value) => Math.round(value * 1e4) / 1e4),
    calibration,
    ideas,
    largest,
    streams: streams.map(({ length }) => length),
  };
  const head = Buffer.from(JSON.stringify(header), 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const bytes = Buffer.concat([size, head, ...streams]);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: haste === 'fast' ? 2 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).toString('base64');
}

type Rows = { hashes: number[]; rarity: number[]; gaps: number[]; steps: number[] };

function weightRows({ labels, hashes, rarity, weights }: Trained, largest: number): Rows {
  const rows: Rows = { hashes: [], rarity: [], gaps: [], steps: [] };
  for (let mark = 0; mark < hashes.length; mark++) {
    let next = 0;
    const rare = rarity[mark] ?? 0;
    for (let label = 0; label < labels.length; label++) {
      const weight = weights[mark * labels.length + label] ?? 0;
      const step = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / largest) * STEPS);
      if (Math.abs(weight) * rare < TOO_SMALL || step === 0) continue;
      rows.gaps.push(label - next);
      rows.steps.push(step + STEPS);
      next = label + 1;
    }
    if (next === 0) continue;
    rows.gaps.push(NO_MORE_LABELS);
    rows.hashes.push(hashes[mark] ?? 0);
    rows.rarity.push(Math.round(rare * RARITY_STEPS));
  }
  return rows;
}

function increasing(numbers: readonly number[]): number[] {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let gap = number - last;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap);
    last = number;
  }
  return bytes;
}

function byCode(table: Uint16Array): [codes: number[], values: number[]] {
  const codes = [...table.keys()].filter((code) => table[code] !== 0);
  return [increasing(codes), codes.flatMap((code) => [(table[code] ?? 0) & 255, (table[code] ?? 0) >>> 8])];
}
