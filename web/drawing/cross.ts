/** A cross over a picture, moved by the arrow keys: whatever can be drawn with a finger can be drawn with keys. */
import type { At } from '../../models/conversation/drawing.ts';

const moves: Partial<Record<string, At>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const within = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 10_000) / 10_000));

/** Undefined: the key moves nothing. With Shift it goes in small steps. */
export function moveCross([x, y]: At, key: string, fine: boolean): At | undefined {
  const move = moves[key];
  const step = fine ? 0.004 : 0.025;
  return move && [within(x + move[0] * step), within(y + move[1] * step)];
}

/** The place under a finger or a mouse, as shares of the picture. */
export function placeOf({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>, picture: Element): At {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return [within((clientX - left) / width), within((clientY - top) / height)];
}
