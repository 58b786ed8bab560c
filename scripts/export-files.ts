/** An exported record as a folder or as an archive, read file by file. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ExportFiles } from '../functions/release/verify-evidence.ts';

export const openExport = (place: string, isFolder: boolean): Promise<ExportFiles> =>
  isFolder ? folder(place) : archive(place);

async function folder(place: string): Promise<ExportFiles> {
  const root = await innermost(place);
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  return {
    names: () =>
      Promise.resolve(
        all
          .filter((entry) => !entry.isDirectory())
          .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
      ),
    open: (name) => createReadStream(join(root, name)),
  };
}

/** An archive that was unpacked somewhere leaves one folder with everything in it. */
async function innermost(place: string): Promise<string> {
  const [only, ...others] = await readdir(place, { withFileTypes: true });
  return only?.isDirectory() === true && others.length === 0 && only.name.startsWith('evidence-')
    ? join(place, only.name)
    : place;
}

/** The archive holds one folder; what lies beside it keeps its whole name and is found to be foreign. */
const inside = (name: string): string => name.replace(/^evidence-[0-9A-Z]+\//, '');

async function archive(place: string): Promise<ExportFiles> {
  const zip: ZipFile = await openPromise(place, { autoClose: false });
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    names.push(inside(entry.fileName));
    entries.set(inside(entry.fileName), entry);
  }
  return {
    names: () => Promise.resolve(names),
    open: async function* (name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      try {
        yield* await zip.openReadStreamPromise(entry);
      } catch (error) {
        // A damaged entry ends early: its hash says so, and its name stands in the report. The disk's own troubles are not evidence.
        if (String((error as { code?: unknown }).code).startsWith('E')) throw error;
      }
    },
  };
}
