/** The trial before anything was applied for: whether this device can make the call, what to do if not, and the way on. Keeps nothing, and sends nothing of what it sees and hears. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import { checkParts, mayEnter, verdictOf, type Findings } from '../../models/room/findings.ts';
import { deviceTrial } from './device-trial.ts';
import { isWeChat } from '../citizen/in-wechat.ts';
import type { RelaysToTry } from './devices.ts';
import { h, icon, setText, show } from './dom.ts';

export type TryLinks = { apply: string; hall: string; phone: string };

export function tryView(
  links: TryLinks,
  office: { ping: () => Promise<unknown>; relays: () => Promise<RelaysToTry> },
  words: RoomWords,
): { element: HTMLElement; stop(): void } {
  const trial = deviceTrial(office, words, () => {
    update();
  });
  const verdict = h('p', { class: 'verdict', role: 'status' });
  const again = h(
    'button',
    { type: 'button', class: 'btn btn-2', onclick: () => void trial.tryAll() },
    icon('flip', 20),
    words.again,
  );
  const copy = h(
    'button',
    { type: 'button', class: 'btn btn-2', onclick: () => void copyLink() },
    icon('copy', 20),
    words.copyLink,
  );
  const hear = h(
    'button',
    { type: 'button', class: 'btn btn-2', onclick: () => void chime() },
    icon('vol', 20),
    words.trial.hear,
  );
  const apply = h('a', { class: 'btn btn-1', href: links.apply }, icon('edit', 20), words.trial.apply);
  const call = h(
    'a',
    { class: 'btn btn-2', href: `tel:${links.phone}` },
    icon('phone', 20),
    words.callOffice(links.phone),
  );
  const ways = h(
    'div',
    { class: 'btns' },
    apply,
    again,
    copy,
    call,
    h('a', { class: 'btn btn-2', href: links.hall }, icon('hall', 20), words.toHall),
  );
  const element = h(
    'div',
    { class: 'chk' },
    h('p', { class: 'plain' }, words.trial.lead),
    trial.picture,
    trial.list,
    h('p', { class: 'heard' }, hear, h('small', {}, words.trial.hearHint)),
    verdict,
    ways,
  );

  const copyLink = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setText(copy, words.copied);
    } catch {
      // Then the menu of the browser has it, as the advice says.
    }
  };
  const update = (): void => {
    const found = trial.found();
    const failed = found !== undefined && !mayEnter(found);
    setText(verdict, found === undefined ? '' : words.trial.verdicts[verdictOn(found)]);
    verdict.dataset['is'] = found === undefined ? '' : verdictOn(found);
    // What helps most stands first.
    const [first, second] = failed ? [again, apply] : [apply, again];
    first.className = 'btn btn-1';
    second.className = 'btn btn-2';
    // Moved only when the order changes: what is taken out and put back loses focus, and the press that is on it.
    if (ways.firstElementChild !== first) ways.prepend(first, second);
    show(again, found !== undefined);
    show(call, failed);
    show(copy, failed && (isWeChat(navigator.userAgent) || found.camera === 'unsupported'));
  };
  update();
  void trial.tryAll();
  return { element, stop: trial.stop };
}

const verdictOn = (found: Findings): 'pass' | 'warn' | 'fail' =>
  !mayEnter(found) ? 'fail' : checkParts.every((part) => verdictOf(found[part]) === 'pass') ? 'pass' : 'warn';

/** Two soft notes: whoever hears them will hear the officer. */
async function chime(): Promise<void> {
  const sound = new AudioContext();
  const loud = sound.createGain();
  loud.gain.value = 0.2;
  loud.connect(sound.destination);
  for (const [at, hertz] of [
    [0, 523],
    [0.35, 659],
  ] as const) {
    const note = sound.createOscillator();
    note.frequency.value = hertz;
    note.connect(loud);
    note.start(sound.currentTime + at);
    note.stop(sound.currentTime + at + 0.3);
  }
  await new Promise((resolve) => setTimeout(resolve, 900));
  await sound.close();
}
