/** The recording's picture: everybody beside each other, with name, role and time burned in. */
import type { Party } from '../../models/release/parties.ts';

export type Shown = { party: Party; label: string; video: HTMLVideoElement | undefined };
type Box = { x: number; y: number; width: number; height: number };

export const frame = { width: 1280, height: 480, foot: 48 } as const;
const INK = '#f2f6f6';
const GROUND = '#0a1113';

/** One or two large, three in a row, four in two rows: all of the same size. */
export function boxes(n: number): Box[] {
  const columns = n === 4 ? 2 : Math.max(1, n);
  const rows = n === 4 ? 2 : 1;
  const [width, height] = [frame.width / columns, (frame.height - frame.foot) / rows];
  return Array.from({ length: n }, (_, i) => ({
    x: (i % columns) * width,
    y: Math.floor(i / columns) * height,
    width,
    height,
  }));
}

/** The largest size of a picture that fits without cutting anything off: what lies at the edge may be what matters. */
export function fitted(box: Box, width: number, height: number): Box {
  const scale = Math.min(box.width / width, box.height / height);
  const [w, h] = [width * scale, height * scale];
  return { x: box.x + (box.width - w) / 2, y: box.y + (box.height - h) / 2, width: w, height: h };
}

export function drawPicture(canvas: HTMLCanvasElement, shown: readonly Shown[], title: string, now: string): void {
  const pencil = canvas.getContext('2d', { alpha: false });
  if (pencil === null) return;
  pencil.fillStyle = GROUND;
  pencil.fillRect(0, 0, frame.width, frame.height);
  pencil.textBaseline = 'middle';
  boxes(shown.length).forEach((box, i) => {
    const one = shown[i];
    if (one === undefined) return;
    const { video, label } = one;
    if (video !== undefined && video.videoWidth > 0) {
      const { x, y, width, height } = fitted(box, video.videoWidth, video.videoHeight);
      pencil.drawImage(video, x, y, width, height);
    }
    write(pencil, label, box.x + 10, box.y + box.height - 22, 20, true);
  });
  write(pencil, title, 12, frame.height - frame.foot / 2, 20, false);
  pencil.textAlign = 'right';
  write(pencil, now, frame.width - 12, frame.height - frame.foot / 2, 20, false);
  pencil.textAlign = 'left';
}

function write(
  pencil: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  ground: boolean,
): void {
  pencil.font = `${String(size)}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  if (ground) {
    pencil.fillStyle = 'rgb(6 14 16 / 0.78)';
    pencil.fillRect(x - 6, y - size, pencil.measureText(text).width + 12, size * 2);
  }
  pencil.fillStyle = INK;
  pencil.fillText(text, x, y);
}
