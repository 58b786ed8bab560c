import fc from 'fast-check';
import { keepInMemory, type Chunk, type KeptChunk, type Take } from '../../web/room/kept-chunks.ts';
import { openUploadQueue, UploadRefused, type QueueState, type Uploader } from '../../web/room/upload-queue.ts';
import type { Clock } from '../../web/citizen/clock.ts';

/** Waits are over at once. */
const quick: Clock = {
  now: () => Date.now(),
  after(_ms, run) {
    const timer = setTimeout(run, 0);
    return () => {
      clearTimeout(timer);
    };
  },
};
const take = (name: string, chunks = 0): Take => ({
  take: name,
  room: 'r',
  mime: 'video/webm',
  chunks,
  begun: false,
  ended: false,
});
const kept = (name: string, n: number): KeptChunk => ({
  chunk: {
    take: name,
    n,
    fromMs: n * 2000 - 2000,
    toMs: n * 2000,
    present: ['owner'],
    sha256: 'a'.repeat(64),
    bytes: 3,
    mime: 'video/webm',
  },
  body: new Blob(['abc']),
});
const told = ({ take: name, n }: Chunk): string => `${name}/${String(n)}`;

/** An office that fails when it is told to, before or after it has done what it was asked. */
function office(failing: () => 'before' | 'after' | 'no') {
  const log: string[] = [];
  const done = new Set<string>();
  const work = async (what: string): Promise<void> => {
    await Promise.resolve();
    const how = failing();
    if (how === 'before') throw new Error('network');
    if (!done.has(what)) log.push(what);
    done.add(what);
    if (how === 'after') throw new Error('network');
  };
  const uploader: Uploader = {
    begin: ({ take: name }) => work(`begin ${name}`),
    announce: async (chunk) => (await work(`announce ${told(chunk)}`), undefined),
    confirm: (chunk) => work(told(chunk)),
    end: ({ take: name, chunks }) => work(`end ${name} ${String(chunks)}`),
  };
  return { uploader, log, confirmed: () => log.filter((what) => !what.includes(' ')) };
}
async function settled(state: () => QueueState): Promise<void> {
  const until = Date.now() + 10_000;
  while ((state().chunks > 0 || state().course === 'stuck' || state().course === 'uploading') && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

test('whatever fails and however often, each piece is confirmed once, in order, between the beginning and the end of its recording', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.constantFrom('no' as const, 'before' as const, 'after' as const)),
      fc.integer({ min: 1, max: 6 }),
      async (luck, n) => {
        const { uploader, log, confirmed } = office(() => luck.next().value as 'no' | 'before' | 'after');
        const queue = await openUploadQueue(keepInMemory(), uploader, quick, () => undefined);
        await queue.saveTake(take('a'));
        for (let i = 1; i <= n; i++) {
          await queue.saveTake(take('a', i));
          await queue.add(kept('a', i));
        }
        await queue.saveTake({ ...take('a', n), ended: true });
        await settled(queue.state);
        const until = Date.now() + 5000;
        while (!log.some((what) => what.startsWith('end')) && Date.now() < until)
          await new Promise((resolve) => setTimeout(resolve, 2));
        expect(confirmed()).toEqual(Array.from({ length: n }, (_, i) => `a/${String(i + 1)}`));
        expect([log[0], log.at(-1)]).toEqual(['begin a', `end a ${String(n)}`]);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('what a page that died left behind goes first, and its recording is ended', async () => {
  const store = keepInMemory();
  await store.saveTake({ ...take('old', 2), begun: true });
  await store.add(kept('old', 2));
  const { uploader, log } = office(() => 'no');
  const queue = await openUploadQueue(store, uploader, quick, () => undefined);
  await queue.saveTake(take('new', 1));
  await queue.add(kept('new', 1));
  await settled(queue.state);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log.filter((what) => !what.startsWith('announce'))).toEqual(['begin new', 'old/2', 'new/1', 'end old 2']);
});

test('an office that refuses is not asked for ever, and what was not taken is kept', async () => {
  const store = keepInMemory();
  const refusing = office(() => 'no').uploader;
  const queue = await openUploadQueue(
    store,
    { ...refusing, confirm: () => Promise.reject(new UploadRefused('closed')) },
    quick,
    () => undefined,
  );
  await queue.saveTake(take('a', 1));
  await queue.add(kept('a', 1));
  const until = Date.now() + 5000;
  while (queue.state().course !== 'refused' && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 2));
  expect([queue.state().course, (await store.waiting()).chunks]).toEqual(['refused', 1]);
});

test('without a database there is a limit, and what does not fit is refused aloud', async () => {
  const store = keepInMemory(4);
  await store.add(kept('a', 1));
  await expect(store.add(kept('a', 2))).rejects.toThrow('no room');
});
