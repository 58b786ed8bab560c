/** How the model is kept between building and reading: one compact row of bytes, compressed, as text that fits in a bundle. */
import { brotliDecompressSync } from 'node:zlib';
import type { Calibration, Model } from './model.ts';

export type Header = {
  labels: readonly string[];
  bias: number[];
  calibration: Calibration;
  ideas: readonly (readonly string[])[];
  largest: number;
  streams: number[];
};

/** Weights are kept as one of 63 steps, finer near nothing. */
export const STEPS = 31;
export const NO_MORE_LABELS = 255;

export const weightOfStep = (step: number, largest: number): number =>
  Math.sign(step - STEPS) * ((step - STEPS) / STEPS) ** 2 * largest;

/** Rarity is kept in sixteenths. */
export const RARITY_STEPS = 16;

/** Increasing numbers, each as its distance from the one before, seven bits a byte. */
function increasing(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let at = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    numbers[i] = last += gap;
  }
  return numbers;
}

export function unpack(stored: string): Model {
  const bytes = brotliDecompressSync(Buffer.from(stored, 'base64'));
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as Header;
  let offset = headerEnd;
  const streams = header.streams.map((length) => plain.subarray(offset, (offset += length)));
  const [hashes, rarity, gaps, steps, signs, sounds, traditional, simple] = streams;
  if (!hashes || !rarity || !gaps || !steps || !signs || !sounds || !traditional || !simple)
    throw new Error('model is cut short');
  const rows = weightRows(gaps, steps, rarity.length, header.largest);
  return {
    labels: header.labels,
    calibration: header.calibration,
    ideas: header.ideas,
    bias: Float32Array.from(header.bias),
    tables: { sound: byCode(signs, sounds), simplified: byCode(traditional, simple) },
    rarity: new Float32Array(rarity).map((steps) => steps / RARITY_STEPS),
    ...rows,
    place: placeIn(increasing(hashes, rarity.length)),
  };
}

function weightRows(
  gaps: Uint8Array,
  steps: Uint8Array,
  marks: number,
  largest: number,
): Pick<Model, 'start' | 'label' | 'weight'> {
  const start = new Uint32Array(marks + 1);
  const label = new Uint8Array(steps.length);
  const worth = Float32Array.from({ length: 2 * STEPS + 1 }, (_, step) => weightOfStep(step, largest));
  const weight = new Float32Array(steps.length);
  let at = 0;
  let mark = 0;
  let next = 0;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i] as number;
    if (gap === NO_MORE_LABELS) {
      start[++mark] = at;
      next = 0;
    } else {
      label[at] = next + gap;
      next += gap + 1;
      weight[at] = worth[steps[at] as number] as number;
      at++;
    }
  }
  return { start, label, weight };
}

/** A table by character code from increasing codes and one two-byte value each. */
function byCode(codes: Uint8Array, values: Uint8Array): Uint16Array {
  const table = new Uint16Array(65_536);
  increasing(codes, values.length / 2).forEach((code, i) => {
    table[code] = (values[2 * i] ?? 0) | ((values[2 * i + 1] ?? 0) << 8);
  });
  return table;
}

/** Finds a mark's row: an open-addressed table at most a quarter full. */
function placeIn(hashes: Uint32Array): (hash: number) => number {
  const size = 1 << Math.ceil(Math.log2(hashes.length * 4 + 4));
  const mask = size - 1;
  const rows = new Int32Array(size).fill(-1);
  for (let row = 0; row < hashes.length; row++) {
    let slot = Math.imul(hashes[row] as number, 0x9e3779b1) & mask;
    while ((rows[slot] as number) >= 0) slot = (slot + 1) & mask;
    rows[slot] = row;
  }
  return (hash) => {
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    for (;;) {
      const row = rows[slot] as number;
      if (row < 0 || hashes[row] === hash) return row;
      slot = (slot + 1) & mask;
    }
  };
}
