/** Reads what a photo is from its bytes, and leaves away what the camera wrote beside the picture: where, when and with what it was taken. */

export type Picture = { mime: 'image/jpeg' | 'image/png'; width: number; height: number; bytes: Buffer };

/** Undefined: neither a JPEG nor a PNG, or a broken one. */
export function cleanPicture(bytes: Buffer): Picture | undefined {
  try {
    if (bytes.subarray(0, 3).equals(JPEG)) return cleanJpeg(bytes);
    if (bytes.subarray(0, 8).equals(PNG)) return cleanPng(bytes);
  } catch (error) {
    // Read beyond its end: it was cut off.
    if ((error as Error).name !== 'RangeError') throw error;
  }
  return undefined;
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const START_OF_SCAN = 0xda;
const EXIF = 0xe1;

/** Segment by segment up to the picture itself; of what the camera wrote, only which way is up. */
function cleanJpeg(bytes: Buffer): Picture | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === START_OF_SCAN) {
      if (size === undefined) return undefined;
      return { mime: 'image/jpeg', ...size, bytes: Buffer.concat([...kept, bytes.subarray(at)]) };
    }
    const segment = bytes.subarray(at, at + 2 + bytes.readUInt16BE(at + 2));
    // Start of frame: all of C0 to CF but tables (C4), extensions (C8) and arithmetic conditioning (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    if (marker === EXIF) kept.push(...upside(segment));
    else if (!isBeside(marker)) kept.push(segment);
    at += segment.length;
  }
  return undefined;
}

/** Notes of programs and cameras (APP2 to APP15 but Adobe's colour mark) and comments. */
const isBeside = (marker: number): boolean => (marker > EXIF && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** A note of its own with nothing but the direction (tag 0112), if it is not the usual one. */
function upside(segment: Buffer): Buffer[] {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return [];
  const tiff = segment.subarray(10);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < short(first); i++) {
    const entry = first + 2 + i * 12;
    if (short(entry) !== 0x0112) continue;
    const direction = short(entry + 8);
    if (direction < 2 || direction > 8) return [];
    return [Buffer.concat([UPSIDE, Buffer.from([0, direction, 0, 0, 0, 0, 0, 0])])];
  }
  return [];
}
/** Marker and length, `Exif`, a big-endian table with one short entry: the direction. */
const UPSIDE = Buffer.concat([
  Buffer.from([0xff, 0xe1, 0x00, 0x22]),
  Buffer.from('Exif\0\0MM\0*', 'latin1'),
  Buffer.from([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]),
]);

const PNG_KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB'];

function cleanPng(bytes: Buffer): Picture | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length;) {
    const chunk = bytes.subarray(at, at + 12 + bytes.readUInt32BE(at));
    const name = chunk.subarray(4, 8).toString('latin1');
    if (PNG_KEPT.includes(name)) kept.push(chunk);
    if (name === 'IEND') {
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      return width > 0 && height > 0 ? { mime: 'image/png', width, height, bytes: Buffer.concat(kept) } : undefined;
    }
    at += chunk.length;
  }
  return undefined;
}
