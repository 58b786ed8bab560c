/** Between the check and the call: who is there, and that nothing has to be done. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import type { CallState } from './call.ts';
import { h, icon, playing, setText, show, videoTag } from './dom.ts';
import type { Invitation } from './room-office.ts';

export type WaitingView = { element: HTMLElement; update(state: CallState): void };

export function waitingView(
  { plate, when, office: { phone }, links }: Invitation,
  stream: MediaStream,
  words: RoomWords,
): WaitingView {
  const video = videoTag(true);
  playing(video, stream);
  const told = h('p', { class: 'told', role: 'status' });
  const down = h('p', { class: 'banner', role: 'status' }, words.lineDown);
  const element = h(
    'div',
    { class: 'chk' },
    h(
      'p',
      { class: 'appt' },
      h('span', { class: `plate ${plate.kind}` }, plate.text),
      h('span', {}, words.appointment(when)),
    ),
    h('div', { class: 'self' }, video, h('span', { class: 'nm' }, words.me)),
    down,
    h(
      'div',
      { class: 'card wait' },
      icon('wait', 28),
      h('div', {}, told, h('p', { class: 'note' }, words.waitingHint)),
    ),
    h(
      'div',
      { class: 'btns' },
      h('a', { class: 'btn btn-2', href: `tel:${phone}` }, icon('phone', 20), words.callOffice(phone)),
      h('a', { class: 'btn btn-2', href: links.hall }, icon('hall', 20), words.toHall),
    ),
  );
  return {
    element,
    update({ line, peers }) {
      const officer = peers.find((peer) => peer.party === 'officer' && peer.here);
      setText(told, officer === undefined ? words.waitingAlone : words.waitingHere(officer.name));
      show(down, line === 'down');
    },
  };
}
