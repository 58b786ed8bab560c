/** Packs an export without holding it: nothing is compressed (recordings are), so the archive's size is known before its first byte. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportedEvidence } from '../../functions/release/export-evidence.ts';

export async function zipOf({ name, at, files }: ExportedEvidence): Promise<{ bytes: number; body: Readable }> {
  const zip = new ZipFile();
  const mtime = new Date(at);
  for (const { path, bytes, open } of files)
    zip.addReadStreamLazy(`${name}/${path}`, { mtime, compress: false, size: bytes }, (ready) => {
      ready(null, Readable.from(open(), { objectMode: false }));
    });
  const bytes = await new Promise<number>((resolve) => {
    zip.end({}, resolve);
  });
  // A file that fails must end the archive, or whoever reads it waits for ever.
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error));
  return { bytes, body: zip.outputStream as Readable };
}
