/** Too little light, and light that washes a part of the paper out. */
import { neighbours, patches, shadeAt, shrunk, type Gray } from './gray.ts';

/** The paper is what is bright in the picture; when even that is dim, nobody can read it. */
const PAPER_SHARE = 0.9;
const DIM = 95;
export const isDark = (gray: Gray): boolean => shadeAt(gray, PAPER_SHARE) < DIM;

const CELL = 8;
const WASHED_OUT = 251;
/** Smaller spots hide no word; a larger one is white paper in good light. */
const LEAST = 0.012;
const MOST = 0.4;
/** What lies around a spot of light is the same paper, less bright: at least half of its edge, and most of the whole. */
const PAPER_FROM = 150;

/** A spot without any shade, with bright paper around it. A white sheet on a dark table has no such edge. */
export function hasGlare(gray: Gray): boolean {
  if (isOverexposed(gray)) return false;
  const cells = shrunk(gray, CELL);
  const isWashed = (i: number): boolean => (cells.at[i] ?? 0) >= WASHED_OUT;
  return patches(cells, isWashed).some((patch) => {
    const share = patch.length / cells.at.length;
    if (share < LEAST || share > MOST) return false;
    const edge = new Set(patch.flatMap((i) => neighbours(i, cells.width, cells.height)).filter((i) => !isWashed(i)));
    const paper = [...edge].filter((i) => (cells.at[i] ?? 0) >= PAPER_FROM);
    return paper.length >= edge.size / 2;
  });
}

/** The whole paper is as bright as it can be, and its print is still black. */
function isOverexposed({ at }: Gray): boolean {
  const bright = at.filter((shade) => shade >= PAPER_FROM);
  return bright.filter((shade) => shade >= WASHED_OUT).length > bright.length / 2;
}
