/** The files behind the local object store: whole after a crash or not there, and in versioned buckets every version until it is deleted by name. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** `bucket/key` as the store's path says it. */
export type Stored = {
  path?: string;
  version?: string;
  type: string;
  size: number;
  etag: string;
  sha256?: string;
  /** Deleted without naming a version: the versions before it are still there. */
  marker?: boolean;
};

export type ObjectFiles = {
  find(path: string): Promise<Stored | undefined>;
  read(path: string): Promise<Buffer>;
  put(path: string, body: Buffer, about: Omit<Stored, 'path' | 'version'>): Promise<Stored>;
  remove(path: string, version?: string): Promise<void>;
  /** All versions below a path, the present one of each first. */
  versions(prefix: string): Promise<(Stored & { path: string; version: string; latest: boolean })[]>;
};

export async function openObjectFiles(folder: string, versioned: readonly string[]): Promise<ObjectFiles> {
  await mkdir(folder, { recursive: true });
  const name = (path: string): string => join(folder, createHash('sha256').update(path).digest('hex'));
  const isVersioned = (path: string): boolean => versioned.includes(path.split('/')[1] ?? '');
  const about = async (file: string): Promise<Stored | undefined> => {
    try {
      return JSON.parse(await readFile(`${file}.json`, 'utf8')) as Stored;
    } catch {
      return undefined;
    }
  };
  /** What is there now makes room and stays as an older version. */
  const setAside = async (path: string): Promise<void> => {
    const file = name(path);
    const now = await about(file);
    if (now === undefined || !isVersioned(path)) return;
    const aside = `${file}.${now.version ?? 'null'}`;
    if (now.marker !== true) await rename(file, aside);
    await rename(`${file}.json`, `${aside}.json`);
  };
  const write = async (path: string, stored: Stored, body?: Buffer): Promise<Stored> => {
    const filed: Stored = isVersioned(path) ? { ...stored, path, version: randomUUID() } : stored;
    if (body !== undefined) await writeSafely(name(path), body);
    await writeSafely(`${name(path)}.json`, Buffer.from(JSON.stringify(filed)));
    return filed;
  };
  return {
    async find(path) {
      const found = await about(name(path));
      return found?.marker === true ? undefined : found;
    },
    read: (path) => readFile(name(path)),
    async put(path, body, stored) {
      await setAside(path);
      return write(path, stored, body);
    },
    async remove(path, version) {
      const file = name(path);
      if (version === undefined) {
        if (!isVersioned(path)) await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
        else {
          await setAside(path);
          await write(path, { type: '', size: 0, etag: '', marker: true });
        }
        return;
      }
      const now = await about(file);
      const at = now?.version === version ? file : `${file}.${version}`;
      await Promise.all([rm(at, { force: true }), rm(`${at}.json`, { force: true })]);
    },
    async versions(prefix) {
      const found: Awaited<ReturnType<ObjectFiles['versions']>> = [];
      for (const entry of await readdir(folder)) {
        if (!entry.endsWith('.json')) continue;
        const stored = await about(join(folder, entry.slice(0, -'.json'.length)));
        const { path, version } = stored ?? {};
        if (stored === undefined || path?.startsWith(prefix) !== true || version === undefined) continue;
        found.push({ ...stored, path, version, latest: entry.length === 64 + '.json'.length });
      }
      return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : Number(b.latest) - Number(a.latest)));
    },
  };
}

/** Written beside, flushed, then renamed: after a crash a file is whole or not there. */
async function writeSafely(path: string, content: Buffer): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = await open(beside, 'w');
  await file.writeFile(content);
  await file.sync();
  await file.close();
  await rename(beside, path);
}
