/** Before the call: the devices are tried, the notice is read and agreed to. */
import type { RoomWords } from '../../models/phrasebook/room-zh.ts';
import { mayEnter, type Findings } from '../../models/room/findings.ts';
import { deviceTrial } from './device-trial.ts';
import { isWeChat } from '../citizen/in-wechat.ts';
import { h, icon, setText, show } from './dom.ts';
import type { Invitation, RoomOffice } from './room-office.ts';

export type Checked = { stream: MediaStream; check: Findings };
export type CheckView = { element: HTMLElement; stop(): void };

export function checkView(
  { plate, when, notice, links, office: { phone }, relays }: Invitation,
  office: Pick<RoomOffice, 'ping'>,
  words: RoomWords,
  enter: (checked: Checked) => void,
): CheckView {
  const trial = deviceTrial({ ping: office.ping, relays: () => Promise.resolve(relays) }, words, () => {
    update();
  });
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
        void trial.tryAll();
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
  const element = h(
    'div',
    { class: 'chk' },
    h(
      'p',
      { class: 'appt' },
      h('span', { class: `plate ${plate.kind}` }, plate.text),
      h('span', {}, words.appointment(when)),
    ),
    trial.picture,
    trial.list,
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
  const update = (): void => {
    const found = trial.found();
    const good = found !== undefined && mayEnter(found);
    const failed = found !== undefined && !good;
    button.disabled = !good || !agreed.checked;
    setText(missing, failed ? words.notReady : good && !agreed.checked ? words.notAgreed : '');
    show(again, failed);
    show(call, failed);
    show(copy, failed && (isWeChat(navigator.userAgent) || found.camera === 'unsupported'));
  };
  const go = (): void => {
    const found = trial.found();
    if (found === undefined || button.disabled) return;
    const stream = trial.take();
    if (stream === undefined) return;
    trial.stop();
    enter({ stream, check: found });
  };

  update();
  void trial.tryAll();
  return { element, stop: trial.stop };
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
