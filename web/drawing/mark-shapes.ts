/** Marks as shapes in the picture's own pixels: the same for the page that shows them and the canvas that paints them in. */
import type { At, Mark } from '../../models/conversation/drawing.ts';

export type Size = { width: number; height: number };
export type Shape =
  | { as: 'stroke'; d: string }
  /** Its tip touches the place, so that what is pointed at stays to be seen. */
  | { as: 'pin'; d: string; x: number; y: number; n: number }
  | { as: 'words'; x: number; y: number; lines: string[]; anchor: 'start' | 'end' };

/** So thick is a line and so large a letter, on a phone's screenshot as on a photo of a paper. */
export const unitOf = ({ width, height }: Size): number => Math.sqrt(width * height) / 100;
export const letterOf = (size: Size): number => 4.4 * unitOf(size);

export function shapesOf(marks: readonly Mark[], size: Size): Shape[] {
  let points = 0;
  return marks.map((mark) => {
    if (mark.kind === 'point') points += 1;
    return shapeOf(mark, points, size);
  });
}

function shapeOf(mark: Mark, n: number, size: Size): Shape {
  const px = ([x, y]: At): [number, number] => [round(x * size.width), round(y * size.height)];
  switch (mark.kind) {
    case 'point':
      return pin(px(mark.at), n, size);
    case 'text':
      return words(px(mark.at), mark.says, size);
    case 'arrow':
      return { as: 'stroke', d: arrow(px(mark.from), px(mark.to), unitOf(size)) };
    case 'box':
      return { as: 'stroke', d: box(px(mark.from), px(mark.to)) };
    case 'circle':
      return { as: 'stroke', d: circle(px(mark.from), px(mark.to)) };
    case 'line':
      return { as: 'stroke', d: `M${mark.through.map((at) => px(at).join(' ')).join('L')}` };
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
type Px = readonly [number, number];

function arrow([fx, fy]: Px, [tx, ty]: Px, unit: number): string {
  const angle = Math.atan2(ty - fy, tx - fx);
  const wing = (turn: number): string =>
    `${String(round(tx - 4.5 * unit * Math.cos(angle + turn)))} ${String(round(ty - 4.5 * unit * Math.sin(angle + turn)))}`;
  return `M${String(fx)} ${String(fy)}L${String(tx)} ${String(ty)}M${wing(0.5)}L${String(tx)} ${String(ty)}L${wing(-0.5)}`;
}

function box([ax, ay]: Px, [bx, by]: Px): string {
  return `M${String(ax)} ${String(ay)}H${String(bx)}V${String(by)}H${String(ax)}Z`;
}

function circle([ax, ay]: Px, [bx, by]: Px): string {
  const [rx, ry] = [round(Math.abs(bx - ax) / 2), round(Math.abs(by - ay) / 2)];
  const [left, middle] = [Math.min(ax, bx), round((ay + by) / 2)];
  const half = (to: number): string => `A${String(rx)} ${String(ry)} 0 1 0 ${String(to)} ${String(middle)}`;
  return `M${String(left)} ${String(middle)}${half(left + 2 * rx)}${half(left)}Z`;
}

/** A drop with its tip at the place: from above, near the upper edge from below. */
function pin([x, y]: Px, n: number, size: Size): Shape {
  const unit = unitOf(size);
  const radius = 3.4 * unit;
  const up = y > 10 * unit ? -1 : 1;
  const centre = round(y + up * 5.6 * unit);
  const [dx, dy] = [round(radius * 0.8), round(radius * 0.6)];
  const sweep = up === -1 ? 1 : 0;
  const base = round(centre - up * dy);
  return {
    as: 'pin',
    d: `M${String(x)} ${String(y)}L${String(round(x - dx))} ${String(base)}A${String(round(radius))} ${String(round(radius))} 0 1 ${String(sweep)} ${String(round(x + dx))} ${String(base)}Z`,
    x,
    y: centre,
    n,
  };
}

/** Written towards the side with more room, in as many lines as it needs. */
function words([x, y]: Px, says: string, size: Size): Shape {
  const anchor = x > size.width * 0.6 ? 'end' : 'start';
  const room = (anchor === 'end' ? x : size.width - x) / letterOf(size);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const sign of says) {
    const wide = /[ -~]/u.test(sign) ? 0.58 : 1;
    if (used + wide > Math.max(4, room) && line !== '') {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += sign;
    used += wide;
  }
  return { as: 'words', x, y, lines: [...lines, line], anchor };
}
