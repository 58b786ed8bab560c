/** Adapts what is sent to what the way can carry: smaller picture first, then sound alone; better again slowly. */
import type { Clock } from '../citizen/clock.ts';
import { createTimers } from '../citizen/timers.ts';

export const levels = ['full', 'small', 'sound'] as const;
/** `full`: 640×360 at 15 pictures a second. `small`: 320×180 at 10. `sound`: no picture until the way is better. */
export type Level = (typeof levels)[number];
export const encodings = {
  full: { active: true, scaleResolutionDownBy: 1, maxBitrate: 600_000, maxFramerate: 15 },
  small: { active: true, scaleResolutionDownBy: 2, maxBitrate: 150_000, maxFramerate: 10 },
  sound: { active: false, scaleResolutionDownBy: 2, maxBitrate: 100_000, maxFramerate: 5 },
} as const satisfies Record<Level, RTCRtpEncodingParameters>;
export const camera = { width: 640, height: 360, frameRate: 15 } as const;

/** What was measured over the last seconds; what is not known is left out. */
export type Measured = { loss?: number; rttMs?: number; availableBps?: number };
export type Course = { level: Level; bad: number; good: number; patience: number };
export const atStart: Course = { level: 'full', bad: 0, good: 0, patience: 10 };

/** Down after two bad looks in a row, up after as many good ones as `patience` says; whoever went up too early is more patient next time. */
export function nextCourse(course: Course, { loss = 0, rttMs = 0, availableBps }: Measured): Course {
  const need = encodings[course.level].maxBitrate;
  const tight = availableBps !== undefined && course.level !== 'sound' && availableBps < need * 0.35;
  const bad = loss > 0.08 || rttMs > 900 || tight;
  const good = loss < 0.02 && rttMs < 450 && !tight;
  const at = levels.indexOf(course.level);
  if (bad) {
    if (course.bad + 1 < 2 || at === levels.length - 1) return { ...course, bad: course.bad + 1, good: 0 };
    const patience = course.good === 0 && course.patience < 80 ? course.patience * 2 : course.patience;
    return { level: levels[at + 1] ?? 'sound', bad: 0, good: 0, patience };
  }
  if (!good || at === 0) return { ...course, bad: 0, good: good ? course.good + 1 : 0 };
  if (course.good + 1 < course.patience) return { ...course, bad: 0, good: course.good + 1 };
  return { ...course, level: levels[at - 1] ?? 'full', bad: 0, good: 0 };
}

/** From the reports of one connection: what the other side says of our packets, and how much the way is thought to carry. */
export function measuredIn(report: RTCStatsReport): Measured {
  const measured: Measured = {};
  const worst = (before: number | undefined, now: unknown): number | undefined =>
    typeof now === 'number' ? Math.max(before ?? 0, now) : before;
  report.forEach((entry: Record<string, unknown>) => {
    if (entry['type'] === 'remote-inbound-rtp') {
      const loss = worst(measured.loss, entry['fractionLost']);
      if (loss !== undefined) measured.loss = loss;
    } else if (entry['type'] === 'candidate-pair' && entry['nominated'] === true) {
      const rtt = worst(measured.rttMs, Number(entry['currentRoundTripTime'] ?? 0) * 1000);
      if (rtt !== undefined) measured.rttMs = rtt;
      if (typeof entry['availableOutgoingBitrate'] === 'number')
        measured.availableBps = entry['availableOutgoingBitrate'];
    }
  });
  return measured;
}

async function setLevel(connection: RTCPeerConnection, level: Level): Promise<void> {
  const sender = connection.getSenders().find(({ track }) => track?.kind === 'video');
  if (sender === undefined) return;
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) Object.assign(encoding, encodings[level]);
  await sender.setParameters(parameters);
}

export type Quality = { level(): Level; stop(): void };

/** Looks every two seconds as long as the connection stands. */
export function keepQuality(connection: RTCPeerConnection, clock: Clock, changed: (level: Level) => void): Quality {
  const timers = createTimers(clock);
  let course = atStart;
  const look = async (): Promise<void> => {
    try {
      if (connection.connectionState === 'connected') {
        const next = nextCourse(course, measuredIn(await connection.getStats()));
        if (next.level !== course.level) {
          await setLevel(connection, next.level);
          changed(next.level);
        }
        course = next;
      }
    } catch {
      // Closed while it was asked.
    }
    timers.later('look', 2000, () => void look());
  };
  const begin = async (): Promise<void> => {
    try {
      await setLevel(connection, course.level);
    } catch {
      // Not negotiated yet: the first change sets it.
    }
    await look();
  };
  timers.later('look', 1500, () => void begin());
  return {
    level: () => course.level,
    stop() {
      timers.stop();
    },
  };
}
