/** Releases for tests: applied for with invented papers that really lie in the object store. */
import { createHash } from 'node:crypto';
import { startUpload } from '../functions/conversation/photos.ts';
import { fileRelease } from '../functions/release/file-release.ts';
import type { Deps } from '../functions/deps.ts';
import { LenderId, ReleaseId, type AttachmentId } from '../models/ids.ts';
import type { Release } from '../models/release/release.ts';
import type { FileRelease } from '../models/release/requests.ts';

/** The smallest JPEG that is one. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

export async function aPhoto(deps: Deps, of: ReleaseId, jpeg: Buffer = JPEG): Promise<AttachmentId> {
  const started = await startUpload(deps, of, {
    mime: 'image/jpeg',
    bytes: jpeg.length,
    sha256: createHash('sha256').update(jpeg).digest('base64'),
    width: 1,
    height: 1,
  });
  if (!started.ok) throw new Error(started.refusal.detail);
  const { url, headers } = started.value.upload;
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(jpeg) });
  if (!put.ok) throw new Error(`the photo was refused: ${String(put.status)} ${await put.text()}`);
  return started.value.attachment;
}

/** What is not named is usual: 李某芳 releases 宁AD00123 with 塞上银行. */
export async function applyFor(deps: Deps, over: Partial<FileRelease> = {}): Promise<Release> {
  const id = over.id ?? ReleaseId.parse(deps.newId());
  const filed = await fileRelease(
    deps,
    {
      id,
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      basis: 'joint',
      sides: ['owner', 'lender'],
      owner: { name: '李某芳', company: false, phone: '13800138000' },
      lender: LenderId.parse('01J00000000000000000000900'),
      vehicle: { plate: '宁AD00123', vinTail: '042788', certificate: '640000120846', contract: 'SS-2023-0418' },
      certificateWith: 'owner',
      notify: 'sms',
      papers: [
        { kind: 'owner-identity', photos: [await aPhoto(deps, id)] },
        { kind: 'certificate', photos: [await aPhoto(deps, id)] },
      ],
      ...over,
    },
    { phoneConfirmed: true, lenderName: '塞上银行股份有限公司银川分行' },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  return filed.value;
}
