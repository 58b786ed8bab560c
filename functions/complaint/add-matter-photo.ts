/** An officer adds a photo of a paper to a matter; the page uploads it by itself, and it shows once words go out with it. */
import type { Officer } from '../../models/access/staff.ts';
import type { AddMatterPhoto } from '../../models/complaint/requests.ts';
import { startUpload } from '../conversation/photos.ts';
import type { Deps } from '../deps.ts';
import { findMatterFor } from './open-matter.ts';

export async function addMatterPhoto(
  deps: Deps,
  by: Officer,
  { id, ...photo }: AddMatterPhoto,
): ReturnType<typeof startUpload> {
  const found = await findMatterFor(deps, by, id);
  return found.ok ? startUpload(deps, id, photo) : found;
}
