/** The way to the evidence store: addresses that bind type, size and SHA-256 and work once; what arrived is asked for by its hash. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Readable } from 'node:stream';
import type { ReleaseId } from '../../models/ids.ts';
import type { EvidenceObject, EvidenceObjects } from '../../models/release/evidence-objects.ts';

/** A slow country line needs minutes for a chunk that it keeps trying. */
const UPLOAD_SECONDS = 600;
/** As long as a take is watched in one go. */
const VIEW_SECONDS = 900;
const EXPORT_SECONDS = 300;
const DELETED_AT_ONCE = 8;

const client = (): S3Client =>
  // With its default the client signs the checksum of an empty body into presigned addresses.
  new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
  });
const folderOf = (release: ReleaseId): string => `evidence/${release}/`;
const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

export function openEvidenceObjects(bucket: string, uploadSeconds = UPLOAD_SECONDS): EvidenceObjects {
  const s3 = client();
  const place = ({ release, name }: EvidenceObject) => ({ Bucket: bucket, Key: `${folderOf(release)}${name}` });
  return {
    async uploadAddress(object) {
      const headers = {
        'content-type': object.mime,
        'x-amz-checksum-sha256': base64(object.sha256),
        'if-none-match': '*',
      };
      const put = new PutObjectCommand({
        ...place(object),
        ContentType: object.mime,
        ContentLength: object.bytes,
        ChecksumSHA256: base64(object.sha256),
        IfNoneMatch: '*',
      });
      const url = await getSignedUrl(s3, put, {
        expiresIn: uploadSeconds,
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        signableHeaders: new Set(['content-type', 'content-length', 'host', 'if-none-match', 'x-amz-checksum-sha256']),
      });
      return { url, headers };
    },
    async hasArrived(object) {
      try {
        const head = await s3.send(new HeadObjectCommand({ ...place(object), ChecksumMode: 'ENABLED' }));
        const same = head.ContentLength === object.bytes && head.ChecksumSHA256 === base64(object.sha256);
        return same && head.ContentType === object.mime ? 'there' : 'other';
      } catch (error) {
        if ((error as { name?: string }).name === 'NotFound') return 'absent';
        throw error;
      }
    },
    viewAddress: (object) =>
      getSignedUrl(s3, new GetObjectCommand({ ...place(object), ResponseContentType: object.mime }), {
        expiresIn: VIEW_SECONDS,
      }),
    async read(object) {
      const { Body } = await s3.send(new GetObjectCommand(place(object)));
      return Body as Readable;
    },
    async removeAll(release) {
      let removed = 0;
      for (;;) {
        const found = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: folderOf(release) }));
        const all = [...(found.Versions ?? []), ...(found.DeleteMarkers ?? [])];
        if (all.length === 0) return removed;
        for (let i = 0; i < all.length; i += DELETED_AT_ONCE) {
          const some = all.slice(i, i + DELETED_AT_ONCE);
          await Promise.all(
            some.map(({ Key, VersionId }) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId }))),
          );
          removed += some.length;
        }
      }
    },
  };
}

const exportPlace = (place: string) => ({ Bucket: process.env['BUCKET_NAME'] ?? '', Key: `exports/${place}` });

/** Puts an archive whose size is known beforehand, as it is being made, where it is cleared away after a day. */
export async function putExport(place: string, bytes: number, body: Readable): Promise<void> {
  await client().send(
    new PutObjectCommand({ ...exportPlace(place), Body: body, ContentLength: bytes, ContentType: 'application/zip' }),
  );
}

export function exportAddress(place: string): Promise<string> {
  const file = place.split('/').at(-1) ?? place;
  const get = { ...exportPlace(place), ResponseContentDisposition: `attachment; filename="${file}"` };
  return getSignedUrl(client(), new GetObjectCommand(get), { expiresIn: EXPORT_SECONDS });
}
