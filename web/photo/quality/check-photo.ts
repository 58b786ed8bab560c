/** What is wrong with a photo of a paper, as far as a page can tell before it is sent; nothing is decided by it. */
import type { PhotoFinding } from '../../../models/sheet/photo-words.ts';
import { toGray, type Colours } from './gray.ts';
import { hasGlare, isDark } from './light.ts';
import { paperEdges } from './paper-edges.ts';
import { sharpness } from './sharpness.ts';

/** Pictures are looked at in this size: out of focus is what cannot be read then. */
export const CHECKED_SIDE = 900;
/** A card cut out of the picture of a middling phone's camera is still readable. */
const LEAST_SIDE = 600;
const LEAST_SHARPNESS = 0.32;
const LEAST_FILL = 0.15;
const MOST_TURNED = 9;
const LEAST_SQUARE = 0.86;

/** `whole`: the sides of the picture that will be sent. */
export function checkPhoto(picture: Colours, whole: { width: number; height: number }): PhotoFinding[] {
  const gray = toGray(picture);
  const edges = paperEdges(gray);
  const sharp = sharpness(gray);
  const dark = isDark(gray);
  const small = Math.max(whole.width, whole.height) < LEAST_SIDE || (edges !== undefined && edges.fills < LEAST_FILL);
  const turned = (edges?.turned ?? 0) > MOST_TURNED || (edges?.turned !== undefined && edges.square < LEAST_SQUARE);
  return [
    ...(dark ? (['dark'] as const) : []),
    // In the dark nothing is sharp; one sentence is enough.
    ...(!dark && (sharp ?? 0) < LEAST_SHARPNESS ? (['blurred'] as const) : []),
    ...(hasGlare(gray) ? (['glare'] as const) : []),
    ...(small ? (['small'] as const) : []),
    ...(!small && turned ? (['skewed'] as const) : []),
  ];
}
