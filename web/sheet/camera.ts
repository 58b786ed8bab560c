/** The live picture of the back camera, and what of it lies within the outline. */
import { paperShapes, type PaperShape } from '../../models/sheet/paper-shape.ts';

export async function openCamera(): Promise<MediaStream | undefined> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 2560 }, height: { ideal: 1920 } },
    });
  } catch {
    return undefined;
  }
}

export const closeCamera = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** Around the outline a little of the table is kept, so that all four corners are seen. */
const MARGIN = 0.07;
const FILLS = 0.88;

export type Box = { left: number; top: number; width: number; height: number };

/** The outline in the middle of the shown picture, as large as its shape allows. */
export function outlineIn(shape: PaperShape, shown: { width: number; height: number }): Box {
  const { width: w, height: h } = paperShapes[shape];
  const scale = Math.min((shown.width * FILLS) / w, (shown.height * FILLS) / h);
  const [width, height] = [w * scale, h * scale];
  return { left: (shown.width - width) / 2, top: (shown.height - height) / 2, width, height };
}

/** The shown picture covers its frame; the outline is cut out of the whole one behind it. */
export async function shoot(video: HTMLVideoElement, outline: Box): Promise<Blob | undefined> {
  const scale = Math.max(video.clientWidth / video.videoWidth, video.clientHeight / video.videoHeight);
  const cut = {
    left: (video.videoWidth - video.clientWidth / scale) / 2 + (outline.left - outline.width * MARGIN) / scale,
    top: (video.videoHeight - video.clientHeight / scale) / 2 + (outline.top - outline.height * MARGIN) / scale,
    width: (outline.width * (1 + 2 * MARGIN)) / scale,
    height: (outline.height * (1 + 2 * MARGIN)) / scale,
  };
  const left = Math.max(0, cut.left);
  const top = Math.max(0, cut.top);
  const width = Math.min(video.videoWidth, cut.left + cut.width) - left;
  const height = Math.min(video.videoHeight, cut.top + cut.height) - top;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return (
    (await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.94);
    })) ?? undefined
  );
}
