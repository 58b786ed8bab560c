/** Whether everybody is really seen and heard in the recording; what is missing for long is a gap. */
import type { Party } from '../../models/release/parties.ts';
import { brightnessOf } from './devices.ts';

/** What was looked at for one party; `expected`: they are in the room and did not mute or cover themselves. */
export type Look = {
  party: Party;
  picture: { pixels: Uint8ClampedArray | undefined; expected: boolean };
  /** Undefined without a track, 0 when nothing arrives. */
  sound: { peak: number | undefined; expected: boolean };
};
export type GapSignal = { party: Party; what: 'picture' | 'sound'; fromMs: number; toMs: number };
export type PartyHealth = { party: Party; picture: 'good' | 'black' | 'frozen' | 'none'; sound: 'good' | 'none' };

/** Shorter than this is a hiccup. */
const GAP_MS = 2_000;
/** A quiet room is never wholly still; only what does not arrive is, and a short stillness may be the browser's. */
const STILL_MS = 6_000;
const BLACK = 8;

export type PartyWatch = {
  look(looks: readonly Look[], atMs: number): PartyHealth[];
  /** Who was seen or heard since the last asking. */
  present(): Party[];
  stop(atMs: number): void;
};

export function watchParties(gap: (signal: GapSignal) => void): PartyWatch {
  const before = new Map<Party, { print: number; changedMs: number; heardMs: number }>();
  /** Since when something is missing, and how far that was told. */
  const missing = new Map<string, { party: Party; what: GapSignal['what']; fromMs: number; toldMs?: number }>();
  let seen = new Set<Party>();
  let looked = false;
  let last: Party[] = [];

  /** `sinceMs`: what stands still is noticed later than it began. */
  const note = (party: Party, what: GapSignal['what'], bad: boolean, atMs: number, sinceMs: number): void => {
    const name = `${party} ${what}`;
    if (bad && !missing.has(name)) missing.set(name, { party, what, fromMs: sinceMs });
    const running = missing.get(name);
    if (running === undefined) return;
    if (bad && running.toldMs === undefined && atMs - running.fromMs >= GAP_MS) {
      // Told while it lasts: nothing may be decided meanwhile.
      gap({ party, what, fromMs: running.fromMs, toMs: atMs });
      missing.set(name, { ...running, toldMs: atMs });
    }
    if (!bad) close(name, atMs);
  };
  const close = (name: string, atMs: number): void => {
    const ended = missing.get(name);
    missing.delete(name);
    if (ended?.toldMs === undefined || atMs - ended.toldMs < GAP_MS) return;
    gap({ party: ended.party, what: ended.what, fromMs: ended.toldMs, toMs: atMs });
  };

  return {
    look(looks, atMs) {
      looked = true;
      for (const name of missing.keys())
        if (!looks.some(({ party }) => name.startsWith(`${party} `))) close(name, atMs);
      return looks.map(({ party, picture, sound }) => {
        const earlier = before.get(party) ?? { print: -1, changedMs: atMs, heardMs: atMs };
        const print = printOf(picture.pixels);
        const changedMs = print === earlier.print ? earlier.changedMs : atMs;
        const heardMs = (sound.peak ?? 0) > 0 ? atMs : earlier.heardMs;
        before.set(party, { print, changedMs, heardMs });
        const health: PartyHealth = {
          party,
          picture: pictureOf(picture.pixels, atMs - changedMs),
          sound: sound.peak === undefined || atMs - heardMs > STILL_MS ? 'none' : 'good',
        };
        note(
          party,
          'picture',
          picture.expected && health.picture !== 'good',
          atMs,
          health.picture === 'frozen' ? changedMs : atMs,
        );
        note(
          party,
          'sound',
          sound.expected && health.sound === 'none',
          atMs,
          sound.peak === undefined ? atMs : heardMs,
        );
        if (health.picture === 'good' || (sound.peak ?? 0) > 0) seen.add(party);
        return health;
      });
    },
    present() {
      // Asked again before anybody looked again, it is as it was.
      if (looked) last = [...seen];
      [seen, looked] = [new Set(), false];
      return last;
    },
    stop(atMs) {
      for (const name of [...missing.keys()]) close(name, atMs);
    },
  };
}

function pictureOf(pixels: Uint8ClampedArray | undefined, stillMs: number): PartyHealth['picture'] {
  if (pixels === undefined) return 'none';
  if (brightnessOf(pixels) < BLACK) return 'black';
  return stillMs > GAP_MS ? 'frozen' : 'good';
}

/** Two pictures of a living camera never have the same one: there is always noise. */
function printOf(pixels: Uint8ClampedArray | undefined): number {
  let print = 0;
  for (const byte of pixels ?? []) print = (print * 31 + byte) | 0;
  return print;
}
