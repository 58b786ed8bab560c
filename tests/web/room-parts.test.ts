import fc from 'fast-check';
import { roomWords } from '../../models/phrasebook/room-words.ts';
import { roomLimits, RoomRequest, Signal } from '../../models/room/requests.ts';
import type { LineView } from '../../models/room/views.ts';
import { steps } from '../../models/release/steps.ts';
import { captionFor, readSoFar } from '../../web/room/captions.ts';
import { createJoiner, cut } from '../../web/room/cutting.ts';
import { brightnessOf, checkNetwork, lightOf, troubleOf } from '../../web/room/devices.ts';
import { createLineBook } from '../../web/room/line-book.ts';
import { boxes, fitted, frame } from '../../web/room/picture.ts';
import { atStart, levels, nextCourse, type Course, type Measured } from '../../web/room/quality.ts';
import { watchParties, type GapSignal, type Look } from '../../web/room/watch-parties.ts';
import { paced, type TickWorker } from '../../web/room/worker-ticks.ts';

test('a signal of any length comes through in frames that the platform takes, whole and in any order', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 24_000, unit: 'binary-ascii' }), fc.integer(), (sdp, seed) => {
      const signal = { description: { type: 'offer' as const, sdp } };
      const parts = cut(signal, 'one');
      for (const part of parts) {
        expect(Signal.safeParse(part).success).toBe(true);
        const message = {
          action: 'room-signal',
          ticket: 'x'.repeat(400),
          room: '01JCR00M000000000000000001',
          to: 'officer',
          page: 'a-page-of-somebody',
          signal: part,
        };
        expect(RoomRequest.safeParse(message).success).toBe(true);
        expect(JSON.stringify(message).length).toBeLessThan(roomLimits.frame);
      }
      const join = createJoiner();
      const turned = seed % 2 === 0 ? parts : [...parts].reverse();
      expect(turned.map(join).filter((whole) => whole !== undefined)).toEqual([signal]);
    }),
    { numRuns: 60 },
  );
});

test('written lines stand once and in order, and a hole is known', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 1 }), (seqs) => {
      const book = createLineBook();
      for (const seq of [...seqs, ...seqs]) book.add([{ seq } as LineView]);
      expect(book.shown().map(({ seq }) => seq)).toEqual([...seqs].sort());
      expect(book.highest()).toBe(Math.max(...seqs));
      for (let n = 1; n <= book.last(); n++) expect(seqs).toContain(n);
      expect(seqs).not.toContain(book.last() + 1);
    }),
  );
});

const measured: fc.Arbitrary<Measured> = fc.record({
  loss: fc.double({ min: 0, max: 0.4, noNaN: true }),
  rttMs: fc.nat(2000),
  availableBps: fc.nat(2_000_000),
});
const run = (all: readonly Measured[], from: Course = atStart): Course => all.reduce(nextCourse, from);

test('one bad look changes nothing, two make the picture smaller, and the sound is never given up', () => {
  const bad = { loss: 0.2, rttMs: 300 };
  expect(run([bad]).level).toBe('full');
  expect(run([bad, bad]).level).toBe('small');
  expect(run(Array<Measured>(20).fill(bad)).level).toBe('sound');
});
test('the picture comes back slowly, and slower each time it had to go again', () => {
  const [bad, good] = [{ loss: 0.2 }, { loss: 0, rttMs: 50, availableBps: 2_000_000 }];
  const low = run(Array<Measured>(4).fill(bad));
  expect(low.level).toBe('sound');
  expect(run(Array<Measured>(low.patience - 1).fill(good), low).level).toBe('sound');
  expect(run(Array<Measured>(low.patience).fill(good), low).level).toBe('small');
  const again = run([bad, bad], run(Array<Measured>(low.patience).fill(good), low));
  expect(again.patience).toBeGreaterThan(low.patience);
});
test('whatever is measured, a step is one level at most', () => {
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 60 }), (all) => {
      let course = atStart;
      for (const one of all) {
        const next = nextCourse(course, one);
        expect(Math.abs(levels.indexOf(next.level) - levels.indexOf(course.level))).toBeLessThanOrEqual(1);
        course = next;
      }
    }),
  );
});

test('whatever a browser says when it gives no camera has its name and its advice', () => {
  const chrome = { userAgent: 'Mozilla/5.0 Chrome/150', mediaDevices: {} as MediaDevices };
  Object.assign(globalThis, {
    RTCPeerConnection: function none() {
      return undefined;
    },
  });
  const error = (name: string) => Object.assign(new Error(name), { name });
  expect(
    ['NotAllowedError', 'NotFoundError', 'OverconstrainedError', 'NotReadableError', 'TypeError'].map((name) =>
      troubleOf(error(name), chrome),
    ),
  ).toEqual(['refused', 'none', 'none', 'busy', 'unsupported']);
  expect(troubleOf(error('TypeError'), { ...chrome, mediaDevices: undefined })).toBe('unsupported');
  const wechat = { userAgent: 'Mozilla/5.0 MicroMessenger/8.0', mediaDevices: undefined };
  expect(troubleOf(error('NotAllowedError'), wechat)).toBe('in-wechat');
});
test('a room that is too dark or too bright is told apart', () => {
  const grey = (value: number) => new Uint8ClampedArray(Array(64).fill(value));
  expect([10, 120, 245].map((value) => lightOf(brightnessOf(grey(value))))).toEqual(['dark', 'good', 'glaring']);
});
test('a network that does not answer is offline, one that answers late is slow', async () => {
  expect(await checkNetwork(() => Promise.reject(new Error('down')), [])).toBe('offline');
  let now = 0;
  expect(
    await checkNetwork(
      () => Promise.resolve((now += 2000)),
      [],
      () => now,
    ),
  ).toBe('slow');
  expect(
    await checkNetwork(
      () => Promise.resolve((now += 20)),
      [],
      () => now,
    ),
  ).toBe('good');
});

test('everybody is in the recording’s picture at one size, nothing is cut off, nothing overlaps', () => {
  for (const n of [1, 2, 3, 4]) {
    const all = boxes(n);
    const area = all.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(Math.round(area)).toBe(frame.width * (frame.height - frame.foot));
    for (const box of all) {
      const { x, y, width, height } = fitted(box, 640, 360);
      expect([
        x >= box.x - 0.01,
        y >= box.y - 0.01,
        x + width <= box.x + box.width + 0.01,
        y + height <= box.y + box.height + 0.01,
      ]).toEqual([true, true, true, true]);
      expect(width / height).toBeCloseTo(640 / 360);
    }
  }
});

test('however long a picture takes to draw, half of the time is left for the officer, and a fast machine draws every one', () => {
  const period = 80;
  const costsOfPictures = fc
    .constantFrom(period / 2, 700)
    .chain((max) => fc.array(fc.integer({ min: 0, max }), { minLength: 20, maxLength: 60 }));
  fc.assert(
    fc.property(costsOfPictures, (costs) => {
      let [now, drawing] = [1_000, 0];
      const rests: number[] = [];
      const worker: TickWorker = { onmessage: null, postMessage: (ms) => rests.push(ms), terminate: () => undefined };
      const left = [...costs];
      paced(
        worker,
        period,
        () => {
          const cost = left.shift() ?? 0;
          now += cost;
          drawing += cost;
        },
        () => now,
      );
      for (let tick = 0; tick < costs.length; tick++) {
        // One at a time: nothing queues up while a picture is drawn.
        expect(rests).toHaveLength(tick + 1);
        now += rests.at(-1) ?? 0;
        worker.onmessage?.({ data: now } as MessageEvent<number>);
      }
      const passed = now + (rests.at(-1) ?? 0) - 1_000;
      expect(drawing).toBeLessThanOrEqual(passed / 2);
      if (costs.every((cost) => cost <= period / 2)) expect(passed).toBe(period * (costs.length + 1));
    }),
  );
});

test('a picture that could not be drawn is not the last one', () => {
  const rests: number[] = [];
  const worker: TickWorker = { onmessage: null, postMessage: (ms) => rests.push(ms), terminate: () => undefined };
  const fails = (): never => {
    throw new Error('no picture');
  };
  paced(worker, 80, fails, () => 1_000);
  expect(() => worker.onmessage?.({ data: 1_000 } as MessageEvent<number>)).toThrow('no picture');
  expect(rests).toEqual([80, 80]);
});

describe('who is seen and heard', () => {
  const living = (n: number) =>
    new Uint8ClampedArray(
      Array(64)
        .fill(0)
        .map((_, i) => 60 + ((i * 7 + n) % 100)),
    );
  const seen = (
    over: {
      pixels?: Uint8ClampedArray | undefined;
      peak?: number | undefined;
      picture?: boolean;
      sound?: boolean;
    } = {},
    n = 0,
  ): Look => ({
    party: 'owner',
    picture: { pixels: 'pixels' in over ? over.pixels : living(n), expected: over.picture ?? true },
    sound: { peak: 'peak' in over ? over.peak : 0.1, expected: over.sound ?? true },
  });
  const watched = (looks: (n: number) => Look, seconds = 6): { gaps: GapSignal[]; present: string[] } => {
    const gaps: GapSignal[] = [];
    const watch = watchParties((gap) => gaps.push(gap));
    for (let n = 0; n <= seconds * 2; n++) watch.look([looks(n)], n * 500);
    const present = watch.present();
    watch.stop(seconds * 1000);
    return { gaps, present };
  };
  test('a living picture and sound are no gap', () => {
    expect(watched((n) => seen({}, n))).toEqual({ gaps: [], present: ['owner'] });
  });
  test.each([
    ['black', { pixels: new Uint8ClampedArray(64) }],
    ['gone', { pixels: undefined }],
    ['frozen', { pixels: living(1) }],
  ])('a picture that is %s for long is a gap, told while it lasts', (_what, over) => {
    const { gaps } = watched(() => seen(over));
    expect(gaps.map(({ what }) => what)).toEqual(['picture', 'picture']);
    expect(gaps[0]?.toMs).toBe(gaps[1]?.fromMs);
    expect(gaps[1]?.toMs).toBe(6000);
  });
  test('sound that does not arrive is a gap; what they muted or covered themselves is none', () => {
    expect(watched((n) => seen({ peak: 0 }, n), 9).gaps[0]).toMatchObject({ party: 'owner', what: 'sound' });
    expect(watched((n) => seen({ peak: undefined, sound: false }, n)).gaps).toEqual([]);
    expect(watched(() => seen({ pixels: undefined, picture: false })).gaps).toEqual([]);
  });
  test('a hiccup is no gap', () => {
    expect(watched((n) => seen(n === 4 || n === 5 ? { pixels: undefined } : {}, n)).gaps).toEqual([]);
  });
});

test('every step has its caption, and only whose turn it is has something to do', () => {
  for (const language of ['zh', 'en'] as const)
    for (const step of steps) {
      const words = roomWords(language);
      const room = { step: { step, party: 'owner' as const, at: '2026-11-18T02:20:00.000Z' as never }, seats: [] };
      expect(captionFor(room, 'owner', steps, words)).toEqual({
        text: words.captions[step],
        mine: { step, n: steps.indexOf(step) + 1, of: steps.length },
      });
      expect(captionFor(room, 'lender', steps, words)).toEqual({ text: words.turn(words.parties.owner) });
    }
});
test('a text darkens as it is read and never further than its end', () => {
  expect([0, 1000, 3000, 60_000].map((ms) => readSoFar('我同意解除抵押', ms))).toEqual([0, 3, 7, 7]);
});
