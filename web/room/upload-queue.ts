/** Uploads what was recorded, in order, each piece until it is confirmed; whatever a page before left behind goes first. */
import type { Clock } from '../citizen/clock.ts';
import { createTimers } from '../citizen/timers.ts';
import type { Chunk, ChunkStore, KeptChunk, Take } from './kept-chunks.ts';

/** The office's side: a line of the evidence is written only when the object is there with that hash. All may be repeated. */
export interface Uploader {
  begin(take: Take): Promise<void>;
  /** Where the piece may be put; `undefined` when it is there already. */
  announce(chunk: Chunk): Promise<{ url: string; headers: Record<string, string> } | undefined>;
  confirm(chunk: Chunk): Promise<void>;
  end(take: Take): Promise<void>;
}
/** Thrown by an uploader when trying again is of no use: the chain is closed, the seat is another's. */
export class UploadRefused extends Error {}

export type QueueState = {
  /** Recorded and not yet confirmed. */
  chunks: number;
  bytes: number;
  confirmed: number;
  /** `stuck`: the network does not let it through, it is tried on. */
  course: 'idle' | 'uploading' | 'stuck' | 'refused';
};
export type UploadQueue = {
  state(): QueueState;
  /** Resolves once it is kept; whoever records waits for it. */
  add(kept: KeptChunk): Promise<void>;
  saveTake(take: Take): Promise<void>;
  /** The network is back. */
  hurry(): void;
  stop(): void;
};

const AGAIN = [500, 1_000, 2_000, 4_000, 8_000] as const;
const PUT_WITHIN = 30_000;

export async function openUploadQueue(
  store: ChunkStore,
  uploader: Uploader,
  clock: Clock,
  changed: (state: QueueState) => void,
): Promise<UploadQueue> {
  const timers = createTimers(clock);
  let state: QueueState = { ...(await store.waiting()), confirmed: 0, course: 'idle' };
  let running = false;
  let failures = 0;
  // Of pages that are gone: what they made is known, nothing more comes of them.
  for (const take of await store.takes()) if (!take.ended) await store.saveTake({ ...take, ended: true });

  const show = (next: Partial<QueueState>): void => {
    state = { ...state, ...next };
    changed(state);
  };
  const upload = async ({ chunk, body }: KeptChunk): Promise<void> => {
    const place = await uploader.announce(chunk);
    if (place !== undefined) {
      const answer = await fetch(place.url, {
        method: 'PUT',
        headers: place.headers,
        body,
        signal: AbortSignal.timeout(PUT_WITHIN),
      });
      // It is there already: the answer to an earlier try was lost.
      if (!answer.ok && answer.status !== 412) throw new Error(`put ${String(answer.status)}`);
    }
    await uploader.confirm(chunk);
    await store.remove(chunk);
    show({ chunks: state.chunks - 1, bytes: state.bytes - chunk.bytes, confirmed: state.confirmed + 1 });
  };
  const beginTakes = async (): Promise<void> => {
    for (const take of await store.takes())
      if (!take.begun) {
        await uploader.begin(take);
        await store.saveTake({ ...((await store.takes()).find((one) => one.take === take.take) ?? take), begun: true });
      }
  };
  const endTakes = async (): Promise<void> => {
    for (const take of await store.takes()) {
      if (!take.ended || (await store.first())?.chunk.take === take.take) continue;
      await uploader.end(take);
      await store.removeTake(take.take);
    }
  };
  const run = async (): Promise<void> => {
    if (running || state.course === 'refused') return;
    running = true;
    try {
      await beginTakes();
      for (let next = await store.first(); next !== undefined; next = await store.first()) {
        if (state.course !== 'uploading') show({ course: 'uploading' });
        await beginTakes();
        await upload(next);
        failures = 0;
      }
      await endTakes();
      if (state.course !== 'idle') show({ course: 'idle' });
    } catch (error) {
      if (error instanceof UploadRefused) show({ course: 'refused' });
      else {
        show({ course: 'stuck' });
        timers.later('again', AGAIN[Math.min(failures, AGAIN.length - 1)] ?? 8_000, () => void run());
        failures += 1;
      }
    } finally {
      running = false;
    }
    // Something may have come between the last look and now.
    if (state.course === 'idle' && (await store.first()) !== undefined) void run();
  };

  void run();
  return {
    state: () => state,
    async add(kept) {
      await store.add(kept);
      show({ chunks: state.chunks + 1, bytes: state.bytes + kept.chunk.bytes });
      void run();
    },
    async saveTake(take) {
      const known = (await store.takes()).find((one) => one.take === take.take);
      await store.saveTake({ ...take, begun: known?.begun ?? take.begun });
      void run();
    },
    hurry() {
      if (state.course !== 'stuck') return;
      timers.callOff('again');
      void run();
    },
    stop() {
      timers.stop();
    },
  };
}
