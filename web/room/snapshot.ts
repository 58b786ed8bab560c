/** Still pictures for the evidence: of a party's video as it is received, of a paper in the full resolution of the camera. */
import { sha256 } from './sha256.ts';

export type Still = { blob: Blob; sha256: string; bytes: number; mime: string; width: number; height: number };

/** Of every pixel that arrives, never of the smaller picture on the screen. */
export async function takeSnapshot(video: HTMLVideoElement): Promise<Still | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return stillOf(canvas, 0.92);
}

const MOST_BYTES = 8 * 1024 * 1024;

/** In the full resolution of the camera, and drawn anew, so that nothing of where it was taken stays in it. */
export async function photoOfPaper(file: File): Promise<Still | undefined> {
  const picture = await pictureIn(file);
  if (picture === undefined) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  const fine = await stillOf(canvas, 0.92);
  return fine !== undefined && fine.bytes > MOST_BYTES ? stillOf(canvas, 0.8) : fine;
}

async function pictureIn(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

async function stillOf(canvas: HTMLCanvasElement, quality: number): Promise<Still | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
  if (blob === null) return undefined;
  return {
    blob,
    sha256: await sha256(await blob.arrayBuffer()),
    bytes: blob.size,
    mime: 'image/jpeg',
    width: canvas.width,
    height: canvas.height,
  };
}
