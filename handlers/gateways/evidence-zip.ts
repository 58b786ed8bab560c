/** Packs an export without holding it: nothing is compressed (recordings are), so the archive's size is known before its first byte. */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportedEvidence } from '../../functions/release/export-evidence.ts';

export async function zipOf({ name, at, files }: ExportedEvidence): Promise<{ bytes: number; body: Readable }> {
  const zip = new ZipFile();
  const body = zip.outputStream.pipe(new PassThrough());
  // A file that fails must end the archive, or whoever reads it waits for ever.
  zip.on('error', (error: Error) => body.destroy(error));
  for (const { path, bytes, open } of files)
    zip.addReadStreamLazy(`${name}/${path}`, { mtime: new Date(at), compress: false, size: bytes }, (ready) => {
      const file = Readable.from(open(), { objectMode: false });
      file.on('error', (error) => zip.emit('error', error));
      ready(null, file);
    });
  const bytes = await new Promise<number>((resolve) => {
    // The types do not know that the size is handed over.
    zip.end(undefined, resolve as () => void);
  });
  return { bytes, body };
}
