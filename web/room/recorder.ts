/**
 * Records the session in the officer's browser: everybody in one picture and one sound track, cut into pieces of two seconds, each hashed
 * and handed on at once. People come and go while it runs; who is not really seen or heard is told.
 */
import type { Party } from '../../models/release/parties.ts';
import type { Clock } from '../citizen/clock.ts';
import { createTimers } from '../citizen/timers.ts';
import { pixelsOf } from './devices.ts';
import type { Take } from './kept-chunks.ts';
import { drawPicture, frame, type Shown } from './picture.ts';
import { sha256 } from './sha256.ts';
import { createSoundMix } from './sound-mix.ts';
import type { UploadQueue } from './upload-queue.ts';
import { watchParties, type GapSignal, type PartyHealth } from './watch-parties.ts';

export type Recorded = {
  party: Party;
  /** Name and role as burned in. */
  label: string;
  /** The element that shows them; also plays their sound, or the browser does not hand it on. */
  video: HTMLVideoElement | undefined;
  stream: MediaStream | undefined;
  /** What they chose themselves is no gap. */
  muted: boolean;
  cameraOff: boolean;
};
export type RecorderOptions = {
  room: string;
  /** Burned in at the foot: number of the release and office. */
  title: string;
  parties(): readonly Recorded[];
  queue: UploadQueue;
  clock: Clock;
  /** The time that is burned in, in words. */
  spokenNow(): string;
  newId(): string;
  health(health: readonly PartyHealth[]): void;
  gap(signal: GapSignal | { party: 'officer'; what: 'recording'; fromMs: number; toMs: number }): void;
  sliceMs?: number;
  /** Calls back so many times a second; one that goes on in a tab behind others is better (`worker-ticks.ts`). */
  ticks?(perSecond: number, run: () => void): () => void;
};
export type Recorder = {
  readonly take: string;
  readonly canvas: HTMLCanvasElement;
  /** Milliseconds of this take so far. */
  ms(): number;
  /** Resolves when the last piece is kept. */
  stop(): Promise<void>;
};

export const mimes = ['video/webm;codecs=vp8,opus', 'video/webm'] as const;
const PICTURES = 12;
const BITS = { videoBitsPerSecond: 900_000, audioBitsPerSecond: 48_000 } as const;

const plainTicks = (perSecond: number, run: () => void): (() => void) => {
  const timer = setInterval(run, 1000 / perSecond);
  return () => {
    clearInterval(timer);
  };
};

export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const { queue, clock, sliceMs = 2000, ticks = plainTicks } = options;
  const mime = mimes.find((one) => MediaRecorder.isTypeSupported(one));
  if (mime === undefined) throw new Error('this browser cannot record');
  const take: Take = { take: options.newId(), room: options.room, mime, chunks: 0, begun: false, ended: false };
  await queue.saveTake(take);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [frame.width, frame.height];
  const small = document.createElement('canvas');
  const sound = createSoundMix();
  const watch = watchParties(options.gap);
  const timers = createTimers(clock);
  const startedAt = clock.now();
  const ms = (): number => clock.now() - startedAt;

  const draw = (): void => {
    const shown = options.parties().map(({ party, label, video }): Shown => ({ party, label, video }));
    drawPicture(canvas, shown, options.title, options.spokenNow());
  };
  const look = (): void => {
    const all = options.parties();
    sound.set(new Map(all.flatMap(({ party, stream }) => (stream === undefined ? [] : [[party, stream] as const]))));
    const looks = all.map(({ party, video, muted, cameraOff }) => ({
      party,
      picture: { pixels: video === undefined ? undefined : pixelsOf(video, small), expected: !cameraOff },
      sound: { peak: sound.peak(party), expected: !muted },
    }));
    options.health(watch.look(looks, ms()));
    timers.later('look', 400, look);
  };
  draw();
  look();
  const stopTicks = ticks(PICTURES, draw);

  const stream = new MediaStream([...canvas.captureStream(PICTURES).getTracks(), ...sound.stream.getTracks()]);
  const recorder = new MediaRecorder(stream, { mimeType: mime, ...BITS });
  let order = Promise.resolve();
  let made = 0;
  let lastMs = 0;
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    made += 1;
    const [n, fromMs, toMs, present] = [made, lastMs, Math.max(ms(), lastMs + 1), watch.present()];
    lastMs = toMs;
    order = order.then(async () => {
      const bytes = await data.arrayBuffer();
      const chunk = {
        take: take.take,
        n,
        fromMs,
        toMs,
        present,
        sha256: await sha256(bytes),
        bytes: bytes.byteLength,
        mime,
      };
      try {
        // First that it exists: a page that dies now has left a piece that can be missed.
        await queue.saveTake({ ...take, chunks: n });
        await queue.add({ chunk, body: new Blob([bytes], { type: mime }) });
      } catch {
        options.gap({ party: 'officer', what: 'recording', fromMs, toMs });
      }
    });
  };
  recorder.onerror = () => {
    options.gap({ party: 'officer', what: 'recording', fromMs: lastMs, toMs: ms() });
  };
  recorder.start(sliceMs);

  return {
    take: take.take,
    canvas,
    ms,
    async stop() {
      if (recorder.state !== 'inactive')
        await new Promise<void>((resolve) => {
          recorder.onstop = () => {
            resolve();
          };
          recorder.stop();
        });
      await order;
      stopTicks();
      timers.stop();
      watch.stop(ms());
      sound.stop();
      for (const track of stream.getTracks()) track.stop();
      await queue.saveTake({ ...take, chunks: made, ended: true });
    },
  };
}
