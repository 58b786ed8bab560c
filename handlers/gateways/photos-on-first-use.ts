/** The way to the object store for windows where photos are rare: its client is loaded with the first of them. */
import type { PhotoStore } from '../../models/conversation/attachment.ts';
import { onFirstUse } from '../on-first-use.ts';

export const photosFromEnvironment = (): PhotoStore =>
  onFirstUse<PhotoStore>(async () =>
    (await import('./photo-store.ts')).openPhotoStore(process.env['BUCKET_NAME'] ?? ''),
  );
