/** How sharp the sharpest parts of a picture are: variance of the Laplacian, measured against the contrast of the same part. */
import type { Gray } from './gray.ts';

const TILE = 24;
/** Flat parts have noise instead of edges and say nothing. */
const LEAST_CONTRAST = 120;
/** The better parts decide: there is always some empty table beside the paper. */
const SHARE = 0.75;

/** About 1 and more for print in focus, far below for print out of it, at any light. Undefined where there is nothing to see. */
export function sharpness(gray: Gray): number | undefined {
  const found: number[] = [];
  for (let y = 1; y + TILE < gray.height; y += TILE)
    for (let x = 1; x + TILE < gray.width; x += TILE) {
      const tile = ofTile(gray, x, y);
      if (tile !== undefined) found.push(tile);
    }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length * SHARE)];
}

function ofTile({ width, at }: Gray, left: number, top: number): number | undefined {
  const shades = { sum: 0, squares: 0 };
  const edges = { sum: 0, squares: 0 };
  for (let y = top; y < top + TILE; y++)
    for (let x = left; x < left + TILE; x++) {
      const i = y * width + x;
      const shade = at[i] ?? 0;
      const edge = (at[i - 1] ?? 0) + (at[i + 1] ?? 0) + (at[i - width] ?? 0) + (at[i + width] ?? 0) - 4 * shade;
      shades.sum += shade;
      shades.squares += shade * shade;
      edges.sum += edge;
      edges.squares += edge * edge;
    }
  const contrast = variance(shades);
  return contrast < LEAST_CONTRAST ? undefined : variance(edges) / contrast;
}

const variance = ({ sum, squares }: { sum: number; squares: number }): number => {
  const n = TILE * TILE;
  return squares / n - (sum / n) ** 2;
};
