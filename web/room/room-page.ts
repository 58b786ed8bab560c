/** The citizen's page of a video session: a trial of the devices, the waiting room, the call. Mounted from outside, joined to the office there. */
import type { Language } from '../../models/phrasebook/refusals.ts';
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import { roomWords } from '../../models/phrasebook/room-words.ts';
import { openCall, type Call, type CallState } from './call.ts';
import { callView, type CallView } from './call-view.ts';
import { checkView, type Checked } from './check-view.ts';
import { switchCamera } from './devices.ts';
import { h, icon } from './dom.ts';
import { pageFrame, type TypeWishes } from './page-frame.ts';
import type { Invitation, RoomOffice } from './room-office.ts';
import { waitingView, type WaitingView } from './waiting-view.ts';

export type RoomPageWishes = TypeWishes & {
  language: Language;
  /** `relay` for tests of networks where nothing else leads through. */
  policy?: RTCIceTransportPolicy;
};
export type RoomPage = { leave(): void };

export function mountRoomPage(root: HTMLElement, office: RoomOffice, wishes: RoomPageWishes): RoomPage {
  const words = roomWords(wishes.language);
  const frame = pageFrame(root, words, wishes);
  let stop: () => void = () => undefined;
  /** What is on screen goes before the next comes. */
  const next = (element: HTMLElement, title: string, after: () => void): void => {
    const before = stop;
    stop = after;
    before();
    frame.show(element, title);
  };

  const begin = async (): Promise<void> => {
    next(h('p', { class: 'opening', role: 'status' }, words.opening), words.title, () => undefined);
    try {
      check(await office.invite());
    } catch {
      next(
        failure(words, () => void begin()),
        words.title,
        () => undefined,
      );
    }
  };
  const check = (invitation: Invitation): void => {
    const view = checkView(invitation, office, words, (checked) => void enter(invitation, checked));
    next(view.element, words.checkTitle, view.stop);
  };
  const enter = async (invitation: Invitation, checked: Checked): Promise<void> => {
    const { notice } = invitation;
    const told = await Promise.all([
      notice.agreed ? { ok: true as const } : office.agree(notice.version).catch(() => undefined),
      office.tellCheck(checked.check).catch(() => undefined),
    ]);
    const refusal = told.find((one) => one?.ok !== true);
    if (refusal !== undefined || told.includes(undefined)) {
      for (const track of checked.stream.getTracks()) track.stop();
      next(
        failure(words, () => void begin(), refusal?.ok === false ? refusal.sentence : undefined),
        words.title,
        () => undefined,
      );
      return;
    }
    if (invitation.waits !== undefined) {
      for (const track of checked.stream.getTracks()) track.stop();
      location.assign(invitation.waits);
      return;
    }
    sit({ ...invitation, notice: { ...notice, agreed: true } }, checked);
  };
  const sit = (invitation: Invitation, { stream: opened, check: found }: Checked): void => {
    let stream = opened;
    let facing: 'user' | 'environment' = 'user';
    let waiting: WaitingView | undefined;
    let inCall: CallView | undefined;
    // The ticket of the invitation serves once: a page that reconnects hours later needs a fresh one.
    let { socket } = invitation;
    let used = false;
    const finish = (state: CallState): void => {
      for (const track of stream.getTracks()) track.stop();
      next(
        outView(state, invitation, words, () => void begin()),
        words.title,
        () => undefined,
      );
    };
    const end = (): void => {
      inCall?.stop();
      call.leave();
      for (const track of stream.getTracks()) track.stop();
    };
    const changed = (state: CallState): void => {
      if (state.line === 'out') {
        finish(state);
        return;
      }
      if (state.me?.admitted === true && inCall === undefined) {
        waiting = undefined;
        inCall = callView(invitation, stream, office, words, {
          mute: call.mute,
          hideCamera: call.hideCamera,
          flip: () => void flip(),
          write: call.write,
          leave: call.leave,
        });
        stop = () => undefined;
        next(inCall.element, '', end);
      } else if (state.me?.admitted !== true && waiting === undefined) {
        inCall?.stop();
        inCall = undefined;
        waiting = waitingView(invitation, stream, words);
        stop = () => undefined;
        next(waiting.element, words.waitingTitle, end);
      }
      waiting?.update(state);
      inCall?.update(state);
    };
    const flip = async (): Promise<void> => {
      facing = facing === 'user' ? 'environment' : 'user';
      stream = await switchCamera(stream, facing);
      call.use(stream);
      inCall?.showOwn(stream);
    };
    const call: Call = openCall({
      socketUrl: socket.url,
      room: invitation.room,
      async ticket() {
        if (used) ({ socket } = await office.invite());
        used = true;
        return socket.ticket;
      },
      stream,
      consent: invitation.notice.version,
      check: found,
      ...(wishes.policy === undefined ? {} : { policy: wishes.policy }),
      changed,
    });
    changed(call.state());
  };

  void begin();
  return {
    leave() {
      stop();
      stop = () => undefined;
    },
  };
}

const failure = (words: RoomWords, again: () => void, sentence?: string): HTMLElement =>
  h(
    'div',
    { class: 'chk' },
    h('p', { class: 'plain', role: 'alert' }, sentence ?? words.openFailed),
    h(
      'div',
      { class: 'btns' },
      h('button', { type: 'button', class: 'btn btn-1', onclick: again }, icon('flip', 20), words.again),
    ),
  );

function outView(
  { out }: CallState,
  { office: { phone }, links }: Invitation,
  words: RoomWords,
  again: () => void,
): HTMLElement {
  const why = out?.why ?? 'lost';
  const back = why === 'lost' || why === 'taken-over';
  return h(
    'div',
    { class: 'chk' },
    h('h2', {}, words.outTitle[why]),
    h('p', { class: 'plain', role: 'status' }, out?.sentence ?? words.out[why]),
    h(
      'div',
      { class: 'btns' },
      back
        ? h('button', { type: 'button', class: 'btn btn-1', onclick: again }, icon('video', 20), words.comeBack)
        : undefined,
      why === 'ended' ? h('a', { class: 'btn btn-1', href: links.progress }, words.toProgress) : undefined,
      h('a', { class: 'btn btn-2', href: `tel:${phone}` }, icon('phone', 20), words.callOffice(phone)),
      h('a', { class: 'btn btn-2', href: links.hall }, icon('hall', 20), words.toHall),
    ),
  );
}
