/** The way to the object store: addresses that expire and bind type, size and SHA-256, so that the page can upload by itself. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Attachment, PhotoStore } from '../../models/conversation/attachment.ts';

const UPLOAD_SECONDS = 600;
const VIEW_SECONDS = 300;

export function openPhotoStore(bucket: string): PhotoStore {
  // With its default the client signs the checksum of an empty body into presigned addresses.
  const client = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
  });
  const place = ({ parent, id }: Pick<Attachment, 'parent' | 'id'>) => ({
    Bucket: bucket,
    Key: `photos/${parent}/${id}`,
  });
  return {
    async uploadAddress(attachment) {
      const headers = {
        'content-type': attachment.mime,
        'x-amz-checksum-sha256': attachment.sha256,
        'if-none-match': '*',
      };
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({
          ...place(attachment),
          ContentType: attachment.mime,
          ContentLength: attachment.bytes,
          ChecksumSHA256: attachment.sha256,
          IfNoneMatch: '*',
        }),
        {
          expiresIn: UPLOAD_SECONDS,
          unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
          signableHeaders: new Set([
            'content-type',
            'content-length',
            'host',
            'if-none-match',
            'x-amz-checksum-sha256',
          ]),
        },
      );
      return { url, headers };
    },
    async put(attachment, bytes) {
      try {
        await client.send(
          new PutObjectCommand({
            ...place(attachment),
            Body: bytes,
            ContentType: attachment.mime,
            ChecksumSHA256: attachment.sha256,
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        if ((error as { name?: string }).name !== 'PreconditionFailed') throw error;
      }
    },
    async read(attachment) {
      const { Body } = await client.send(new GetObjectCommand(place(attachment)));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    async isThere(attachment) {
      try {
        const head = await client.send(new HeadObjectCommand(place(attachment)));
        return head.ContentLength === attachment.bytes;
      } catch (error) {
        if ((error as { name?: string }).name === 'NotFound') return false;
        throw error;
      }
    },
    viewAddress: (attachment) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...place(attachment),
          ResponseContentType: attachment.mime,
          ResponseContentDisposition: 'inline',
        }),
        { expiresIn: VIEW_SECONDS },
      ),
    async remove(attachment) {
      await client.send(new DeleteObjectCommand(place(attachment)));
    },
  };
}
