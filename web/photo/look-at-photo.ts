/** Draws a photo small and looks whether it can be read; what cannot be drawn has no fault that a page could name. */
import type { PhotoFinding } from '../../models/sheet/photo-words.ts';
import type { Prepared } from './prepare-photo.ts';
import { CHECKED_SIDE, checkPhoto } from './quality/check-photo.ts';

export async function lookAtPhoto({ blob, width, height }: Prepared): Promise<PhotoFinding[]> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(1, CHECKED_SIDE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const paper = canvas.getContext('2d', { willReadFrequently: true });
    if (paper === null) return [];
    paper.imageSmoothingQuality = 'high';
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return checkPhoto(paper.getImageData(0, 0, canvas.width, canvas.height), { width, height });
  } catch {
    return [];
  } finally {
    URL.revokeObjectURL(url);
  }
}
