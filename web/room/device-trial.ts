/** Four things are tried before a call: the person sees themselves, and reads at each what to do about it. Nothing of it is kept or sent. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import { checkParts, verdictOf, type CheckPart, type Findings, type Verdict } from '../../models/room/findings.ts';
import {
  brightnessOf,
  checkNetwork,
  HEARD,
  lightOf,
  openDevices,
  openMeter,
  pixelsOf,
  unchecked,
  type Meter,
  type RelaysToTry,
} from './devices.ts';
import { h, icon, playing, setText, videoTag } from './dom.ts';

const icons = { camera: 'video', microphone: 'mic', light: 'sun', network: 'wifi' } as const satisfies Record<
  CheckPart,
  string
>;
const marks = { pass: 'checkc', warn: 'alert', fail: 'xc' } as const satisfies Record<Verdict, string>;
/** Within it somebody has said a word or made a noise; before, nothing is said about the microphone. */
const LISTEN_MS = 4000;

export type DeviceTrial = {
  picture: HTMLElement;
  list: HTMLElement;
  /** Undefined until all four were tried. */
  found(): Findings | undefined;
  tryAll(): Promise<void>;
  /** Hands the open devices on; whoever takes them closes them. */
  take(): MediaStream | undefined;
  stop(): void;
};

/** `changed`: something was found, or everything is tried anew. */
export function deviceTrial(
  { ping, relays }: { ping: () => Promise<unknown>; relays: () => Promise<RelaysToTry> },
  words: RoomWords,
  changed: () => void,
): DeviceTrial {
  const tried = new Set<CheckPart>();
  let found: Findings = { ...unchecked };
  let stream: MediaStream | undefined;
  let meter: Meter | undefined;
  let stopped = false;
  const video = videoTag(true);
  const rows = Object.fromEntries(checkParts.map((part) => [part, checkRow(part, words)])) as Record<CheckPart, Row>;

  const update = (): void => {
    for (const part of checkParts) rows[part].show(tried.has(part) ? found[part] : undefined);
    changed();
  };
  const set = <P extends CheckPart>(part: P, finding: Findings[P]): void => {
    tried.add(part);
    found = { ...found, [part]: finding };
    update();
  };
  const listen = async (sound: MediaStream): Promise<void> => {
    meter = openMeter(sound);
    const until = performance.now() + LISTEN_MS;
    while (!stopped) {
      rows.microphone.level(meter.level());
      if (meter.loudest() > HEARD && found.microphone !== 'good') set('microphone', 'good');
      else if (performance.now() > until && !tried.has('microphone')) set('microphone', 'quiet');
      await pause(120);
    }
  };
  const watchLight = async (): Promise<void> => {
    const canvas = document.createElement('canvas');
    while (!stopped && stream !== undefined) {
      const pixels = pixelsOf(video, canvas);
      if (pixels !== undefined) set('light', lightOf(brightnessOf(pixels)));
      await pause(500);
    }
  };
  const tryAll = async (): Promise<void> => {
    release();
    tried.clear();
    found = { ...unchecked };
    update();
    const [opened] = await Promise.all([
      openDevices(),
      (async () => {
        set('network', await checkNetwork(ping, await relays()));
      })(),
    ]);
    if (stopped) {
      if (opened.ok) for (const track of opened.stream.getTracks()) track.stop();
      return;
    }
    if (!opened.ok) {
      set('camera', opened.camera);
      set('microphone', opened.microphone);
      set('light', 'not-seen');
      return;
    }
    ({ stream } = opened);
    playing(video, stream);
    set('camera', 'good');
    if (opened.missing.microphone === undefined) void listen(stream);
    else set('microphone', opened.missing.microphone);
    void watchLight();
  };
  const release = (): void => {
    meter?.stop();
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  };

  for (const part of checkParts) rows[part].show(undefined);
  return {
    picture: h(
      'div',
      { class: 'self' },
      video,
      h('div', { class: 'guide', 'aria-hidden': 'true' }),
      h('span', { class: 'nm' }, words.face),
    ),
    list: h('ul', { class: 'card lst' }, ...checkParts.map((part) => rows[part].element)),
    found: () => (tried.size === checkParts.length ? found : undefined),
    tryAll,
    take() {
      const taken = stream;
      stream = undefined;
      return taken;
    },
    stop() {
      stopped = true;
      release();
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Row = { element: HTMLElement; show(finding: Findings[CheckPart] | undefined): void; level(level: number): void };

function checkRow(part: CheckPart, words: RoomWords): Row {
  const advice = h('small');
  const state = h('span', { class: 'st' });
  const bars = h('span', { class: 'bars', 'aria-hidden': 'true' }, ...[1, 2, 3, 4, 5].map(() => h('i')));
  const element = h('li', {}, icon(icons[part], 22), h('span', {}, words.parts[part], advice), state);
  let shown: string | undefined = 'nothing yet';
  return {
    element,
    show(finding) {
      if (finding === shown) return;
      shown = finding;
      const verdict = finding === undefined ? undefined : verdictOf(finding);
      const said =
        finding === undefined
          ? { short: words.trying }
          : (words.findings[part] as Record<string, { short: string; advice?: string }>)[finding];
      element.className = verdict ?? '';
      // Advice that was followed leaves its room behind: nothing below moves away from under a finger. A new trial begins without.
      const advised = said?.advice ?? (finding === undefined ? '' : advice.textContent);
      setText(advice, advised);
      advice.style.visibility = said?.advice === undefined ? 'hidden' : '';
      state.replaceChildren(
        ...(part === 'microphone' && verdict !== 'fail' ? [bars] : []),
        ...(verdict === undefined ? [] : [icon(marks[verdict], 18)]),
        said?.short ?? '',
      );
    },
    level(level) {
      const lit = Math.min(5, Math.ceil(Math.sqrt(level) * 9));
      [...bars.children].forEach((bar, i) => bar.classList.toggle('on', i < lit));
    },
  };
}
