import fc from 'fast-check';
import { checkPhoto } from '../../web/photo/quality/check-photo.ts';

/** A picture of a printed paper on a table, drawn by numbers: `turned` in degrees, `size` as a share of the picture. */
type Drawing = { seed: number; turned?: number; size?: number; paper?: number; table?: number; card?: boolean };
type Shades = { width: number; height: number; at: Float64Array };

/** Taken out of the global object once: looked up for every pixel there, they take most of the time. */
const { abs, floor, hypot, imul, max, min, sin, cos, PI } = Math;
const WIDTH = 380;
const HEIGHT = 540;
/** The same for the same numbers, as good as any from 0 to 1. */
function chance(seed: number, a: number, b: number): number {
  let mixed = imul(seed + 1, 374761393) ^ imul(a + 7919, 668265263) ^ imul(b + 104729, 1274126177);
  mixed = imul(mixed ^ (mixed >>> 13), 1103515245);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function draw({ seed, turned = 0, size = 0.86, paper = 225, table = 95, card = false }: Drawing): Shades {
  const at = new Float64Array(WIDTH * HEIGHT);
  const angle = (turned * PI) / 180;
  const half = { x: (WIDTH * size) / 2, y: card ? (WIDTH * size) / 3.2 : (HEIGHT * size) / 2 };
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const u = dx * cos(angle) + dy * sin(angle);
      const v = dy * cos(angle) - dx * sin(angle);
      const inside = abs(u) < half.x && abs(v) < half.y;
      const noise = (chance(seed, x, y) - 0.5) * 6;
      at[y * WIDTH + x] = (inside ? (isInk(seed, u, v, half) ? 45 : paper) : table) + noise;
    }
  return { width: WIDTH, height: HEIGHT, at };
}

/** Lines of strokes three pixels wide, as print looks from some way off. */
function isInk(seed: number, u: number, v: number, half: { x: number; y: number }): boolean {
  const line = floor(v / 22);
  const within = v - line * 22;
  if (abs(u) > half.x - 26 || abs(v) > half.y - 30 || within < 5 || within > 16) return false;
  const stroke = floor(u / 3);
  return chance(seed, stroke, line) < 0.42 && chance(seed, stroke + 9, line + floor(within / 4)) < 0.75;
}

function blurred({ width, height, at }: Shades, radius: number): Shades {
  const pass = (from: Float64Array, step: number, length: number, lines: number, skip: number): Float64Array => {
    const to = new Float64Array(from.length);
    for (let l = 0; l < lines; l++)
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) sum += from[l * skip + min(length - 1, max(0, i + k)) * step] ?? 0;
        to[l * skip + i * step] = sum / (2 * radius + 1);
      }
    return to;
  };
  return { width, height, at: pass(pass(at, 1, width, height, width), width, height, width, 1) };
}
function lit({ width, height, at }: Shades, x: number, y: number, radius: number): Shades {
  const to = at.map((shade, i) => {
    const far = hypot((i % width) - x, floor(i / width) - y) / radius;
    return far < 1 ? 255 : far < 1.3 ? shade + ((255 - shade) * (1.3 - far)) / 0.3 : shade;
  });
  return { width, height, at: to };
}
const dimmed = (s: Shades, by: number): Shades => ({ ...s, at: s.at.map((shade) => shade * by) });

function found(shades: Shades, whole = { width: 1800, height: 2400 }) {
  const data = new Uint8ClampedArray(shades.at.length * 4);
  for (let i = 0; i < data.length; i++) data[i] = shades.at[i >> 2] ?? 0;
  return checkPhoto({ ...shades, data }, whole);
}

const drawings = fc.record({
  seed: fc.nat(1000),
  turned: fc.double({ min: -5, max: 5, noNaN: true }),
  size: fc.double({ min: 0.7, max: 1.05, noNaN: true }),
  paper: fc.integer({ min: 185, max: 245 }),
  table: fc.integer({ min: 30, max: 120 }),
  card: fc.boolean(),
});

test('a sharp straight photo passes, and the same one out of focus does not', () => {
  fc.assert(
    fc.property(drawings, fc.integer({ min: 3, max: 7 }), (drawing, radius) => {
      const sharp = draw(drawing);
      expect(found(sharp)).toEqual([]);
      expect(found(blurred(sharp, radius))).toContain('blurred');
    }),
    { numRuns: 6 },
  );
});

test('too little light is said, and nothing else of what nobody can see then', () => {
  fc.assert(
    fc.property(drawings, fc.double({ min: 0.08, max: 0.36, noNaN: true }), (drawing, by) => {
      expect(found(dimmed(draw(drawing), by))).toEqual(['dark']);
    }),
    { numRuns: 6 },
  );
});

test('a spot of light on the paper is found, wherever it lies; white paper in good light is none', () => {
  fc.assert(
    fc.property(drawings, fc.nat(100), fc.nat(90), fc.integer({ min: 40, max: 70 }), (drawing, x, y, radius) => {
      const shone = lit(draw({ ...drawing, card: false, turned: 0 }), 130 + x, 200 + y, radius);
      expect(found(shone)).toContain('glare');
    }),
    { numRuns: 6 },
  );
  expect(found(draw({ seed: 3, paper: 255 }))).toEqual([]);
  expect(found(draw({ seed: 3, paper: 255, card: true, size: 0.8 }))).toEqual([]);
});

test('a paper that lies askew, or is far away, or a picture with few pixels, is found', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 12, max: 40, noNaN: true }), fc.boolean(), (seed, turned, left) => {
      expect(found(draw({ seed, turned: left ? -turned : turned, size: 0.62 }))).toEqual(['skewed']);
    }),
    { numRuns: 6 },
  );
  expect(found(draw({ seed: 1, size: 0.36 }))).toEqual(['small']);
  expect(found(draw({ seed: 1 }), { width: 360, height: 480 })).toEqual(['small']);
});
