/** The call on a phone: the officer large, the others small, under them what is to be done now. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import type { RoomParty } from '../../models/room/subject.ts';
import type { CallState, PeerState } from './call.ts';
import { captionFor } from './captions.ts';
import { chatSheet } from './chat-sheet.ts';
import { h, icon, playing, setText, show, videoTag } from './dom.ts';
import type { Invitation, RoomOffice } from './room-office.ts';
import { taskPanel } from './task-panel.ts';

export type CallDeeds = {
  mute(muted: boolean): void;
  hideCamera(off: boolean): void;
  flip(): void;
  write(text: string): void;
  leave(): void;
};
export type CallView = {
  element: HTMLElement;
  update(state: CallState): void;
  showOwn(stream: MediaStream): void;
  stop(): void;
};

export function callView(
  invitation: Invitation,
  own: MediaStream,
  office: RoomOffice,
  words: RoomWords,
  deeds: CallDeeds,
): CallView {
  let state: CallState | undefined;
  const time = h('span', { class: 'rec' });
  const banner = h('p', { class: 'banner', role: 'status' });
  const caption = h('p', { class: 'cap', 'aria-live': 'polite' });
  const officer = tile('big');
  officer.element.append(caption);
  const me = tile('');
  me.video.muted = true;
  playing(me.video, own);
  const others = new Map<RoomParty, Tile>();
  const small = h('div', { class: 'two' }, me.element);
  const chat = chatSheet(invitation, office, words, deeds.write);
  const task = taskPanel(invitation, office, words);
  const asking = leaveSheet(words, deeds.leave);

  const muteButton = control('mic', words.mute, () => {
    deeds.mute(state?.muted !== true);
  });
  const cameraButton = control('video', words.hideCamera, () => {
    deeds.hideCamera(state?.cameraOff !== true);
  });
  const chatButton = control('chat', words.chat, () => {
    chat.open();
  });
  const fresh = h('span', { class: 'sr' });
  const count = h('span', { 'aria-hidden': 'true' });
  const unread = h('span', { class: 'unread' }, count, fresh);
  chatButton.element.append(unread);
  const element = h(
    'div',
    { class: 'incall' },
    h('div', { class: 'tp' }, time, h('span', { class: 'end' }, invitation.number)),
    banner,
    h('div', { class: 'vid' }, officer.element, small),
    h('section', { class: 'sheet' }, task.element),
    h(
      'div',
      { class: 'ctl' },
      muteButton.element,
      control('flip', words.flip, deeds.flip).element,
      cameraButton.element,
      chatButton.element,
      control(
        'hang',
        words.leave,
        () => {
          asking.showModal();
        },
        'lv',
      ).element,
    ),
    chat.element,
    asking,
  );

  const tick = (): void => {
    const since = state?.room?.state.name === 'live' ? state.room.state.since : undefined;
    const seconds =
      since === undefined
        ? 0
        : Math.max(0, Math.floor((Date.now() + (state?.aheadMs ?? 0) - Date.parse(since)) / 1000));
    setText(
      time,
      `${words.inCall} ${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`,
    );
  };
  const ticking = setInterval(tick, 1000);

  return {
    element,
    update(next) {
      state = next;
      tick();
      const lead = next.peers.find((peer) => peer.party === 'officer');
      officer.show(
        lead,
        lead === undefined ? words.parties.officer : words.officerOf(lead.name, invitation.office.name),
        words,
      );
      me.name(words.me, next.muted);
      me.element.classList.toggle('off', next.cameraOff);
      for (const peer of next.peers.filter((one) => one.party !== 'officer')) {
        const seat = others.get(peer.party) ?? tile('');
        if (!others.has(peer.party)) small.append(seat.element);
        others.set(peer.party, seat);
        seat.show(peer, `${words.parties[peer.party]} ${peer.name}`, words);
      }
      const now =
        next.room === undefined ? undefined : captionFor(next.room, invitation.party, invitation.steps, words);
      setText(caption, now?.text ?? words.alone);
      task.update(now?.mine);
      const trouble = troubleOf(next, words);
      show(banner, trouble !== '');
      setText(banner, trouble);
      muteButton.press(next.muted, next.muted ? words.unmute : words.mute, next.muted ? 'micoff' : 'mic');
      cameraButton.press(
        next.cameraOff,
        next.cameraOff ? words.showCamera : words.hideCamera,
        next.cameraOff ? 'videooff' : 'video',
      );
      const news = chat.update(next);
      show(unread, news > 0);
      setText(count, String(news));
      setText(fresh, words.newLines(news));
    },
    showOwn(stream) {
      playing(me.video, stream);
    },
    stop() {
      clearInterval(ticking);
      task.stop();
    },
  };
}

function troubleOf({ line, peers }: CallState, words: RoomWords): string {
  if (line === 'down') return words.lineDown;
  const gone = peers.find((peer) => peer.admitted && !peer.here);
  if (gone !== undefined) return words.peerGone(gone.name);
  if (peers.some(({ level }) => level === 'sound')) return words.soundOnly;
  return peers.some(({ level }) => level === 'small') ? words.weak : '';
}

type Tile = {
  element: HTMLElement;
  video: HTMLVideoElement;
  show(peer: PeerState | undefined, name: string, words: RoomWords): void;
  name(text: string, muted: boolean): void;
};
function tile(size: 'big' | ''): Tile {
  const video = videoTag(false);
  const label = h('span');
  const silent = icon('micoff', 14);
  const note = h('p', { class: 'connecting' });
  const element = h(
    'div',
    { class: `tile ${size}` },
    video,
    note,
    h('span', { class: `nm ${size === 'big' ? 'tpn' : ''}` }, silent, label),
  );
  const name = (text: string, muted: boolean): void => {
    setText(label, text);
    silent.style.display = muted ? '' : 'none';
  };
  return {
    element,
    video,
    name,
    show(peer, text, words) {
      playing(video, peer?.stream);
      name(text, peer?.muted === true);
      const up = peer?.connection === 'connected';
      element.classList.toggle('off', peer?.cameraOff === true || !up);
      setText(note, up ? '' : peer?.here === false ? words.peerGone(text) : words.connecting);
    },
  };
}

type Control = { element: HTMLButtonElement; press(on: boolean, text: string, name: string): void };
function control(name: string, text: string, press: () => void, more = ''): Control {
  const label = h('span', {}, text);
  const element = h('button', { type: 'button', class: more, onclick: press }, icon(name), label);
  return {
    element,
    press(on, next, sign) {
      element.setAttribute('aria-pressed', String(on));
      setText(label, next);
      const use = element.querySelector('use');
      if (use?.getAttribute('href') !== `#${sign}`) use?.setAttribute('href', `#${sign}`);
    },
  };
}

function leaveSheet(words: RoomWords, leave: () => void): HTMLDialogElement {
  const sheet = h(
    'dialog',
    { class: 'notice', 'aria-label': words.leave },
    h('p', {}, words.leaveAsk),
    h(
      'button',
      {
        type: 'button',
        class: 'btn btn-1',
        onclick: () => {
          sheet.close();
        },
      },
      words.leaveNo,
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'btn btn-2',
        onclick: () => {
          sheet.close();
          leave();
        },
      },
      words.leaveYes,
    ),
  );
  return sheet;
}
