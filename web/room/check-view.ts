/** Before the call: the person sees themselves, four things are tried, the notice is read and agreed to. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import {
  checkParts,
  mayEnter,
  verdictOf,
  type CheckPart,
  type Findings,
  type Verdict,
} from '../../models/release/room-findings.ts';
import {
  brightnessOf,
  checkNetwork,
  HEARD,
  isWeChat,
  lightOf,
  openDevices,
  openMeter,
  pixelsOf,
  unchecked,
  type Meter,
} from './devices.ts';
import { h, icon, playing, setText, show, videoTag } from './dom.ts';
import type { Invitation, RoomOffice } from './room-office.ts';

const icons = { camera: 'video', microphone: 'mic', light: 'sun', network: 'wifi' } as const satisfies Record<
  CheckPart,
  string
>;
const marks = { pass: 'checkc', warn: 'alert', fail: 'xc' } as const satisfies Record<Verdict, string>;
/** Within it somebody has said a word or made a noise; before, nothing is said about the microphone. */
const LISTEN_MS = 4000;

export type Checked = { stream: MediaStream; check: Findings };
export type CheckView = { element: HTMLElement; stop(): void };

export function checkView(
  { plate, when, notice, links, office: { phone }, relays }: Invitation,
  office: Pick<RoomOffice, 'ping'>,
  words: RoomWords,
  enter: (checked: Checked) => void,
): CheckView {
  const tried = new Set<CheckPart>();
  let found: Findings = { ...unchecked };
  let stream: MediaStream | undefined;
  let meter: Meter | undefined;
  let stopped = false;

  const video = videoTag(true);
  const rows = Object.fromEntries(checkParts.map((part) => [part, checkRow(part, words)])) as Record<CheckPart, Row>;
  const agreed = h('input', {
    type: 'checkbox',
    id: 'agreed',
    onchange: () => {
      update();
    },
  });
  agreed.checked = notice.agreed;
  const sheet = noticeSheet(notice, words);
  const missing = h('p', { class: 'missing', id: 'missing', role: 'status' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'btn btn-1',
      'aria-describedby': 'missing',
      onclick: () => {
        go();
      },
    },
    words.enter,
  );
  const again = h(
    'button',
    {
      type: 'button',
      class: 'btn btn-2',
      onclick: () => {
        void tryAll();
      },
    },
    icon('flip', 20),
    words.again,
  );
  const copy = h(
    'button',
    { type: 'button', class: 'btn btn-2', onclick: () => void copyLink() },
    icon('copy', 20),
    words.copyLink,
  );
  const call = h('a', { class: 'btn btn-2', href: `tel:${phone}` }, icon('phone', 20), words.callOffice(phone));
  const guide = h('div', { class: 'guide', 'aria-hidden': 'true' });
  const element = h(
    'div',
    { class: 'chk' },
    h(
      'p',
      { class: 'appt' },
      h('span', { class: `plate ${plate.kind}` }, plate.text),
      h('span', {}, words.appointment(when)),
    ),
    h('div', { class: 'self' }, video, guide, h('span', { class: 'nm' }, words.face)),
    h('ul', { class: 'card lst' }, ...checkParts.map((part) => rows[part].element)),
    h(
      'div',
      { class: 'agree' },
      agreed,
      h(
        'div',
        {},
        h('label', { for: 'agreed' }, words.agree),
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            onclick: () => {
              sheet.showModal();
            },
          },
          words.readNotice(notice.version),
        ),
      ),
    ),
    sheet,
    h(
      'div',
      { class: 'btns' },
      missing,
      button,
      again,
      copy,
      call,
      h('a', { class: 'btn btn-2', href: links.hall }, icon('hall', 20), words.toHall),
    ),
  );

  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setText(copy, words.copied);
    } catch {
      // Then the menu of the browser has it, as the advice says.
    }
  };
  const set = <P extends CheckPart>(part: P, finding: Findings[P]): void => {
    tried.add(part);
    found = { ...found, [part]: finding };
    update();
  };
  const update = (): void => {
    for (const part of checkParts) rows[part].show(tried.has(part) ? found[part] : undefined);
    const all = tried.size === checkParts.length;
    const good = all && mayEnter(found);
    const failed = all && !good;
    button.disabled = !good || !agreed.checked;
    setText(missing, failed ? words.notReady : all && !agreed.checked ? words.notAgreed : '');
    show(again, failed);
    show(call, failed);
    show(copy, failed && (isWeChat(navigator.userAgent) || found.camera === 'unsupported'));
  };
  const go = (): void => {
    if (stream === undefined || button.disabled) return;
    const checked = { stream, check: found };
    stream = undefined;
    stop();
    enter(checked);
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
      checkNetwork(office.ping, relays).then((network) => {
        set('network', network);
      }),
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
  const stop = (): void => {
    stopped = true;
    release();
  };

  update();
  void tryAll();
  return { element, stop };
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
      setText(advice, said?.advice ?? '');
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

function noticeSheet({ paragraphs, version }: Invitation['notice'], words: RoomWords): HTMLDialogElement {
  const sheet = h(
    'dialog',
    { class: 'notice', 'aria-label': words.readNotice(version) },
    ...paragraphs.map((text) => h('p', {}, text)),
    h(
      'button',
      {
        type: 'button',
        class: 'btn btn-1',
        onclick: () => {
          sheet.close();
        },
      },
      words.closeNotice,
    ),
  );
  return sheet;
}
