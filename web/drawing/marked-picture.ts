/** Photo and marks as one picture, for readers who have no page: painted here, the photo in the store stays as it is. */
import type { Mark } from '../../models/conversation/drawing.ts';
import { preparePhoto, type Prepared } from '../photo/prepare-photo.ts';
import { letterOf, shapesOf, unitOf, type Shape, type Size } from './mark-shapes.ts';

const INK = '#d3122a';
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Undefined: the photo could not be read; then its words go out alone. */
export async function markedPicture(
  address: string,
  marks: readonly Mark[],
  size: Size,
): Promise<Prepared | undefined> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [size.width, size.height];
    const paper = canvas.getContext('2d');
    if (paper === null) return undefined;
    paper.drawImage(image, 0, 0, size.width, size.height);
    paper.lineJoin = paper.lineCap = 'round';
    for (const shape of shapesOf(marks, size)) paint(paper, shape, size);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.9);
    });
    const prepared = blob === null ? undefined : await preparePhoto(blob);
    return prepared?.ok === true ? prepared.value : undefined;
  } catch {
    return undefined;
  }
}

function paint(paper: CanvasRenderingContext2D, shape: Shape, size: Size): void {
  const [unit, letter] = [unitOf(size), letterOf(size)];
  const stroke = (path: Path2D, colour: string, width: number): void => {
    paper.strokeStyle = colour;
    paper.lineWidth = width;
    paper.stroke(path);
  };
  paper.font = `600 ${String(letter)}px ${FONT}`;
  if (shape.as === 'words') {
    paper.textAlign = shape.anchor;
    paper.strokeStyle = '#fff';
    paper.fillStyle = INK;
    paper.lineWidth = 1.3 * unit;
    shape.lines.forEach((line, i) => {
      const y = shape.y + (i + 0.4) * 1.25 * letter;
      paper.strokeText(line, shape.x, y);
      paper.fillText(line, shape.x, y);
    });
    return;
  }
  const path = new Path2D(shape.d);
  if (shape.as === 'stroke') {
    stroke(path, '#fff', 1.9 * unit);
    stroke(path, INK, 0.9 * unit);
    return;
  }
  paper.fillStyle = INK;
  paper.fill(path);
  stroke(path, '#fff', 0.7 * unit);
  paper.textAlign = 'center';
  paper.fillStyle = '#fff';
  paper.fillText(String(shape.n), shape.x, shape.y + 1.55 * unit);
}
