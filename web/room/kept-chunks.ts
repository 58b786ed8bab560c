/** Keeps what was recorded and not yet uploaded over a lost network, a crash or a closed page: in the browser's database, or in memory. */
import type { Party } from '../../models/release/parties.ts';

export type Chunk = {
  take: string;
  n: number;
  fromMs: number;
  toMs: number;
  present: Party[];
  sha256: string;
  bytes: number;
  mime: string;
};
export type KeptChunk = { chunk: Chunk; body: Blob };
/** `chunks`: how many were made of it so far; `ended`: it was stopped, or its page is gone. */
export type Take = { take: string; room: string; mime: string; chunks: number; begun: boolean; ended: boolean };

export interface ChunkStore {
  add(kept: KeptChunk): Promise<void>;
  remove(chunk: Chunk): Promise<void>;
  /** In the order in which they were made. */
  first(): Promise<KeptChunk | undefined>;
  waiting(): Promise<{ chunks: number; bytes: number }>;
  saveTake(take: Take): Promise<void>;
  removeTake(take: string): Promise<void>;
  takes(): Promise<Take[]>;
}

/** Without a database (private windows of some browsers): what does not fit is refused, and the recorder says so. */
export function keepInMemory(limit = 64 * 1024 * 1024): ChunkStore {
  let chunks: KeptChunk[] = [];
  const takes = new Map<string, Take>();
  const bytes = (): number => chunks.reduce((sum, { chunk }) => sum + chunk.bytes, 0);
  return {
    add(kept) {
      if (bytes() + kept.chunk.bytes > limit) return Promise.reject(new Error('no room for more'));
      chunks.push(kept);
      return Promise.resolve();
    },
    remove({ take, n }) {
      chunks = chunks.filter(({ chunk }) => chunk.take !== take || chunk.n !== n);
      return Promise.resolve();
    },
    first: () => Promise.resolve(chunks[0]),
    waiting: () => Promise.resolve({ chunks: chunks.length, bytes: bytes() }),
    saveTake(take) {
      takes.set(take.take, take);
      return Promise.resolve();
    },
    removeTake(take) {
      takes.delete(take);
      return Promise.resolve();
    },
    takes: () => Promise.resolve([...takes.values()]),
  };
}

/** One database for each release, so that one release's leftovers are never taken for another's. */
export async function keepInBrowser(name: string): Promise<ChunkStore> {
  let database: IDBDatabase;
  try {
    database = await opened(`bancheng-recording-${name}`);
  } catch {
    return keepInMemory();
  }
  const run = async <T>(
    store: 'chunks' | 'takes',
    mode: IDBTransactionMode,
    ask: (s: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const transaction = database.transaction(store, mode);
    const answer = await settled(ask(transaction.objectStore(store)));
    if (mode === 'readwrite')
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = transaction.onerror = () => {
          reject(transaction.error ?? new Error('not kept'));
        };
      });
    return answer;
  };
  return {
    async add({ chunk, body }) {
      await run('chunks', 'readwrite', (s) => s.add({ chunk, body, madeAt: Date.now() }));
    },
    async remove({ take, n }) {
      const key = await run('chunks', 'readonly', (s) => s.index('byPlace').getKey([take, n]));
      if (key !== undefined) await run('chunks', 'readwrite', (s) => s.delete(key));
    },
    async first() {
      const cursor = await run('chunks', 'readonly', (s) => s.openCursor());
      return (cursor?.value as KeptChunk | undefined) ?? undefined;
    },
    async waiting() {
      const all = await run('chunks', 'readonly', (s) => s.getAll() as IDBRequest<KeptChunk[]>);
      return { chunks: all.length, bytes: all.reduce((sum, { chunk }) => sum + chunk.bytes, 0) };
    },
    async saveTake(take) {
      await run('takes', 'readwrite', (s) => s.put(take));
    },
    async removeTake(take) {
      await run('takes', 'readwrite', (s) => s.delete(take));
    },
    takes: () => run('takes', 'readonly', (s) => s.getAll() as IDBRequest<Take[]>),
  };
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const chunks = request.result.createObjectStore('chunks', { autoIncrement: true });
    chunks.createIndex('byPlace', ['chunk.take', 'chunk.n'], { unique: true });
    request.result.createObjectStore('takes', { keyPath: 'take' });
  };
  return settled(request);
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the browser’s database failed'));
    };
  });
