/** A picture in shades of grey, as all checks look at it. */
export type Gray = { width: number; height: number; at: Uint8ClampedArray };
export type Colours = { width: number; height: number; data: ArrayLike<number> };

/** As the eye weighs red, green and blue. */
export function toGray({ width, height, data }: Colours): Gray {
  const at = new Uint8ClampedArray(width * height);
  for (let i = 0; i < at.length; i++)
    at[i] = 0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0);
  return { width, height, at };
}

/** Mean of each square of so many pixels; what does not fill a square at the edge is left out. */
export function shrunk({ width, height, at }: Gray, by: number): Gray {
  const small: Gray = {
    width: Math.floor(width / by),
    height: Math.floor(height / by),
    at: new Uint8ClampedArray(Math.floor(width / by) * Math.floor(height / by)),
  };
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let j = 0; j < by; j++) for (let i = 0; i < by; i++) sum += at[(y * by + j) * width + x * by + i] ?? 0;
      small.at[y * small.width + x] = sum / (by * by);
    }
  return small;
}

/** The shade that so large a share of the pixels is darker than. */
export function shadeAt({ at }: Gray, share: number): number {
  const counts = new Uint32Array(256);
  for (const shade of at) counts[shade] = (counts[shade] ?? 0) + 1;
  let left = share * at.length;
  for (let shade = 0; shade < 256; shade++) {
    left -= counts[shade] ?? 0;
    if (left <= 0) return shade;
  }
  return 255;
}

/** Which pixels hang together by their sides: the pixels of each patch for which `inside` holds, largest first. */
export function patches({ width, height }: Pick<Gray, 'width' | 'height'>, inside: (i: number) => boolean): number[][] {
  const seen = new Uint8Array(width * height);
  const found: number[][] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !inside(start)) continue;
    const patch = [start];
    seen[start] = 1;
    for (let next = 0; next < patch.length; next++) {
      for (const i of neighbours(patch[next] ?? 0, width, height)) {
        if (seen[i] === 1 || !inside(i)) continue;
        seen[i] = 1;
        patch.push(i);
      }
    }
    found.push(patch);
  }
  return found.sort((a, b) => b.length - a.length);
}

export function neighbours(i: number, width: number, height: number): number[] {
  const x = i % width;
  return [
    ...(x > 0 ? [i - 1] : []),
    ...(x < width - 1 ? [i + 1] : []),
    ...(i >= width ? [i - width] : []),
    ...(i < width * (height - 1) ? [i + width] : []),
  ];
}
