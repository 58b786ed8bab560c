/** Where the paper lies in the picture: how much of it it fills, and how far it is turned. */
import { patches, shrunk, type Gray } from './gray.ts';

export type PaperEdges = {
  /** Of the picture's area. */
  fills: number;
  /** Degrees between its sides and the picture's, 0 to 45; undefined when it runs out of the picture on all sides. */
  turned?: number;
  /** How much of the tightest upright box around it, turned with it, it fills: less where it was not taken from above. */
  square: number;
};

const SIDE = 160;
/** How clearly paper and table differ: below, nobody can say where one ends. */
const CLEAR = 0.6;

/** Undefined when paper and table cannot be told apart, as when the paper fills the picture. */
export function paperEdges(gray: Gray): PaperEdges | undefined {
  const small = shrunk(gray, Math.max(1, Math.floor(Math.max(gray.width, gray.height) / SIDE)));
  const split = brightFrom(small);
  if (split === undefined) return undefined;
  const bright = (i: number): boolean => (small.at[i] ?? 0) > split;
  const [paper] = patches(small, bright);
  if (paper === undefined) return undefined;
  const corners = hull(paper.map((i) => ({ x: i % small.width, y: Math.floor(i / small.width) })));
  const box = tightest(corners);
  const touched = [
    corners.some(({ x }) => x === 0),
    corners.some(({ y }) => y === 0),
    corners.some(({ x }) => x === small.width - 1),
    corners.some(({ y }) => y === small.height - 1),
  ].filter(Boolean).length;
  const area = areaOf(corners);
  return {
    fills: area / (small.width * small.height),
    square: box.area === 0 ? 1 : area / box.area,
    ...(touched > 2 ? {} : { turned: box.turned }),
  };
}

/** Otsu's threshold: the split of the shades that leaves least variance on both sides. */
function brightFrom({ at }: Gray): number | undefined {
  const counts = new Array<number>(256).fill(0);
  for (const shade of at) counts[shade] = (counts[shade] ?? 0) + 1;
  const mean = at.reduce((sum, shade) => sum + shade, 0) / at.length;
  const variance = at.reduce((sum, shade) => sum + (shade - mean) ** 2, 0) / at.length;
  let best = { between: 0, split: 0 };
  let below = 0;
  let sum = 0;
  for (let split = 0; split < 255; split++) {
    below += counts[split] ?? 0;
    sum += split * (counts[split] ?? 0);
    const above = at.length - below;
    if (below === 0 || above === 0) continue;
    const apart = sum / below - (mean * at.length - sum) / above;
    const between = (below / at.length) * (above / at.length) * apart ** 2;
    if (between > best.between) best = { between, split };
  }
  return variance === 0 || best.between / variance < CLEAR ? undefined : best.split;
}

type Point = { x: number; y: number };
const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The band around all points. */
function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (all: readonly Point[]): Point[] => {
    const line: Point[] = [];
    for (const point of all) {
      while (line.length > 1 && cross(line[line.length - 2] as Point, line[line.length - 1] as Point, point) <= 0)
        line.pop();
      line.push(point);
    }
    return line.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function areaOf(corners: readonly Point[]): number {
  return Math.abs(
    corners.reduce((sum, a, i) => {
      const b = corners[(i + 1) % corners.length] as Point;
      return sum + a.x * b.y - b.x * a.y;
    }, 0) / 2,
  );
}

/** The smallest box around them lies along one of their sides. */
function tightest(corners: readonly Point[]): { area: number; turned: number } {
  let best = { area: Infinity, turned: 0 };
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const along = corners.map(({ x, y }) => x * Math.cos(angle) + y * Math.sin(angle));
    const across = corners.map(({ x, y }) => y * Math.cos(angle) - x * Math.sin(angle));
    const area = (Math.max(...along) - Math.min(...along)) * (Math.max(...across) - Math.min(...across));
    const degrees = Math.abs((angle * 180) / Math.PI) % 90;
    if (area < best.area) best = { area, turned: Math.min(degrees, 90 - degrees) };
  });
  return best.area === Infinity ? { area: 0, turned: 0 } : best;
}
