/** Pictures that stand for the papers of invented lenders: a sheet with lines, a red ring. Drawn here, so that no real paper is copied. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 340;
type Colour = readonly [number, number, number];
const paper: Colour = [252, 251, 247];
const frame: Colour = [140, 106, 54];
const ink: Colour = [96, 104, 108];
const red: Colour = [196, 40, 40];

const sheet = (x: number, y: number): Colour => {
  const edge = Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y);
  if (edge > 12 && edge < 18) return frame;
  if (y > 44 && y < 62 && x > 150 && x < 330) return ink;
  const line = y > 96 && y < 290 && y % 34 < 6;
  return line && x > 60 && x < (y % 68 < 34 ? 400 : 320) ? ink : paper;
};
const ring = (x: number, y: number): Colour => {
  const far = Math.sqrt((x - WIDTH / 2) ** 2 + (y - HEIGHT / 2) ** 2);
  if (far > 122) return paper;
  const angle = Math.atan2(y - HEIGHT / 2, x - WIDTH / 2);
  if (far > 112 && far < 122) return red;
  if (far > 78 && far < 98 && angle < 0.5 && Math.cos(angle * 17) > 0.2) return red;
  // A five-pointed star, as on every seal here.
  const star = 38 * (0.62 + 0.38 * Math.cos(5 * (angle + Math.PI / 2)));
  return far < star ? red : paper;
};

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};
function png(colourAt: (x: number, y: number) => Colour): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  let at = 0;
  for (let y = 0; y < HEIGHT; y++) {
    at += 1;
    for (let x = 0; x < WIDTH; x++) for (const part of colourAt(x, y)) rows[at++] = part;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export type DemoPaper = { bytes: Buffer; sha256: string };
const withHash = (bytes: Buffer): DemoPaper => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('base64'),
});
const drawn = new Map<string, DemoPaper>();
export function demoPaper(of: 'licence' | 'seal'): DemoPaper {
  const paper = drawn.get(of) ?? withHash(png(of === 'licence' ? sheet : ring));
  drawn.set(of, paper);
  return paper;
}
