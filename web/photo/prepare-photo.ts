/** A photo on its way from either page: checked, drawn anew so that nothing of where and when it was taken stays in it, hashed, put into the store. */
import type { photoLimits } from '../../models/conversation/requests.ts';

/** The office's own limits; written again here because importing them would bring the whole schema library along. */
const limits: typeof photoLimits = { bytes: 8 * 1024 * 1024, types: ['image/jpeg', 'image/png', 'image/webp'] };
/** Enough to read a paper; a camera's 50 megapixels are not. */
const LONGEST_SIDE = 2560;
const PATIENCE_MS = 60_000;

export type PhotoFault = 'photoWrongType' | 'photoTooBig' | 'photoUnreadable' | 'photoNoSafety' | 'photoFailed';
export type Prepared = { blob: Blob; width: number; height: number; sha256: string };
export type Address = { url: string; headers: Record<string, string> };
export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: PhotoFault; sentence?: string };

export const fault = (kind: PhotoFault, sentence?: string): { ok: false; fault: PhotoFault; sentence?: string } => ({
  ok: false,
  fault: kind,
  ...(sentence === undefined ? {} : { sentence }),
});

export async function preparePhoto(file: Blob): Promise<Outcome<Prepared>> {
  if (!(limits.types as readonly string[]).includes(file.type)) return fault('photoWrongType');
  if (!('subtle' in crypto)) return fault('photoNoSafety');
  const url = URL.createObjectURL(file);
  try {
    const image = await opened(url);
    if (!image) return fault('photoUnreadable');
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const paper = canvas.getContext('2d');
    if (!paper) return fault('photoUnreadable');
    // A JPEG has no transparency: what was see-through becomes white, not black.
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', 0.86);
    });
    if (!blob) return fault('photoUnreadable');
    if (blob.size > limits.bytes) return fault('photoTooBig');
    const digest = await crypto.subtle.digest('SHA-256', await blobBytes(blob));
    const sha256 = btoa(String.fromCharCode(...new Uint8Array(digest)));
    return { ok: true, value: { blob, width: canvas.width, height: canvas.height, sha256 } };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Puts the photo where the office said; false when it did not get there. */
export async function putPhoto({ url, headers }: Address, body: Blob): Promise<boolean> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => {
    giveUp.abort();
  }, PATIENCE_MS);
  try {
    return (await fetch(url, { method: 'PUT', headers, body, signal: giveUp.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** `Blob.arrayBuffer` is missing in iOS before 14. */
const blobBytes = (blob: Blob): Promise<ArrayBuffer> => new Response(blob).arrayBuffer();

function opened(url: string): Promise<HTMLImageElement | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      resolve(image.naturalWidth > 0 ? image : undefined);
    };
    image.onerror = () => {
      resolve(undefined);
    };
    image.src = url;
  });
}
