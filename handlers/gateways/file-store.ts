/** The way to the object store for files that somebody asked for and that are too large to hand over at once: an address that expires soon. */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** The file itself is deleted after a day by the bucket's rule for `ledgers/`. */
const VIEW_SECONDS = 60;

/** Answers with the address at which the browser that asked finds it. */
export async function handOver(key: string, body: Buffer, type: string, disposition: string): Promise<string> {
  const client = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
  });
  const place = { Bucket: process.env['BUCKET_NAME'] ?? '', Key: key };
  await client.send(new PutObjectCommand({ ...place, Body: body, ContentType: type }));
  return getSignedUrl(
    client,
    new GetObjectCommand({ ...place, ResponseContentType: type, ResponseContentDisposition: disposition }),
    { expiresIn: VIEW_SECONDS },
  );
}
