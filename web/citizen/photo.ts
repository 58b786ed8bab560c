/** A citizen's photo goes to the office: announced, then put into the store. */
import type { AttachmentId } from '../../models/ids.ts';
import type { CitizenContent } from '../../models/conversation/content.ts';
import { fault, putPhoto, type Address, type Outcome, type Prepared } from '../photo/prepare-photo.ts';
import { isRefusal, type Http } from './office-http.ts';

type Photo = Extract<CitizenContent, { type: 'photo' }>;

export async function uploadPhoto(request: Http, { blob, width, height, sha256 }: Prepared): Promise<Outcome<Photo>> {
  try {
    const started = await request('POST', '/api/attachments', {
      mime: 'image/jpeg',
      bytes: blob.size,
      sha256,
      width,
      height,
    });
    if (isRefusal(started.body)) return fault('photoFailed', started.body.sentence);
    if (started.status !== 200) return fault('photoFailed');
    const { attachment, upload } = started.body as { attachment: AttachmentId; upload: Address };
    if (!(await putPhoto(upload, blob))) return fault('photoFailed');
    return { ok: true, value: { type: 'photo', attachment, mime: 'image/jpeg', bytes: blob.size, width, height } };
  } catch {
    return fault('photoFailed');
  }
}
