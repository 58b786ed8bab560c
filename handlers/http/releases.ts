/** The officer's window to releases by video: work list, one file, every deed, search. */
import * as z from 'zod';
import { actOnRelease } from '../../functions/release/act-on-release.ts';
import { listReleases, searchReleases } from '../../functions/release/list-releases.ts';
import { findReleaseFor, openRelease } from '../../functions/release/open-release.ts';
import { revealOnRelease } from '../../functions/release/reveal-on-release.ts';
import { viewPhoto } from '../../functions/conversation/photos.ts';
import { AttachmentId, ReleaseId } from '../../models/ids.ts';
import {
  ActOnRelease,
  ListReleases,
  OneRelease,
  RevealOnRelease,
  SearchReleases,
} from '../../models/release/requests.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ photos: photosFromEnvironment, wire: wireOnFirstUse });

const OnePhoto = z.strictObject({ id: ReleaseId, photo: AttachmentId });

export const handler = openWindow({
  'GET /api/releases': staffRoute('read-releases', ListReleases, listReleases),
  'GET /api/releases/search': staffRoute('read-releases', SearchReleases, searchReleases),
  'GET /api/releases/{id}': staffRoute('read-releases', OneRelease, openRelease),
  'GET /api/releases/{id}/photos/{photo}': staffRoute('read-releases', OnePhoto, async (deps, by, { id, photo }) => {
    const found = await findReleaseFor(deps, by, id);
    if (!found.ok) return found;
    const address = await viewPhoto(deps, id, photo);
    return address.ok
      ? { statusCode: 302, headers: { location: address.value, 'cache-control': 'private, max-age=60' } }
      : address;
  }),
  'POST /api/releases/{id}/acts': staffRoute('work-releases', ActOnRelease, actOnRelease),
  'POST /api/releases/{id}/reveal': staffRoute('reveal-personal-data', RevealOnRelease, revealOnRelease),
});
