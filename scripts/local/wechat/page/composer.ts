/** What a person can send: words, and behind the plus sign photos, voice, a place and a scanned code. */
import { h, icon, show } from '../../../../web/room/dom.ts';
import { does, opened } from './office.ts';
import { samplePhoto } from './sample-photo.ts';
import { words } from './words.ts';

export function composer(person: () => string): HTMLElement {
  const field = h('input', {
    'aria-label': words.message,
    placeholder: words.message,
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  const write = h('form', { class: 'write', onsubmit: say }, plus(), field, h('button', { class: 'send' }, words.send));
  const more = h('div', { class: 'more' }, ...pictures(), place(), ...asks());
  show(more, false);
  return h('div', { class: 'composer' }, write, more);

  function say(event: Event): void {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    void does({ do: 'say', person: person(), said: { type: 'text', text } });
  }
  function plus(): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: 'round',
        'aria-label': words.more,
        'aria-expanded': 'false',
        onclick: (event) => {
          show(more, more.hidden === true);
          (event.currentTarget as HTMLElement).setAttribute('aria-expanded', String(!more.hidden));
        },
      },
      icon('plus', 22),
    );
  }
  async function sendPicture(file: Blob): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    const mime = file.type === 'image/png' || file.type === 'image/gif' ? file.type : 'image/jpeg';
    await does({ do: 'say', person: person(), said: { type: 'image', mime, base64 } });
  }
  function pictures(): HTMLElement[] {
    const input = h('input', {
      type: 'file',
      accept: 'image/*',
      class: 'off',
      tabindex: '-1',
      'aria-label': words.photo,
      onchange: () => {
        const file = input.files?.[0];
        if (file !== undefined) void sendPicture(file);
        input.value = '';
      },
    });
    const pick = (): void => {
      input.click();
    };
    return [
      tile('camera', words.photo, pick),
      tile('doc', words.samplePhoto, () => void samplePhoto().then(sendPicture)),
      input,
    ];
  }
  function place(): HTMLElement {
    const said = { type: 'place', lat: 38.4872, lon: 106.2309, label: words.placeLabel } as const;
    return tile('pin', words.place, () => void does({ do: 'say', person: person(), said }));
  }
  function asks(): HTMLElement[] {
    return [
      line(words.voice, words.voiceHeard, (heard) =>
        does({ do: 'say', person: person(), said: { type: 'voice', ...(heard === '' ? {} : { heard }) } }),
      ),
      line(words.scan, words.scanScene, async (scene) => {
        // A code that holds an address is opened, any other is told to the account.
        if (/^https?:/u.test(scene)) window.open(opened(scene), '_blank', 'noopener');
        else await does({ do: 'scan', person: person(), scene });
      }),
    ];
  }
}

const tile = (sign: string, name: string, onclick: () => void): HTMLElement =>
  h('button', { type: 'button', class: 'tile', onclick }, icon(sign, 24), name);

function line(name: string, label: string, send: (text: string) => Promise<void>): HTMLElement {
  const field = h('input', { 'aria-label': label, placeholder: label, autocomplete: 'off' });
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    void send(field.value.trim());
    field.value = '';
  };
  return h('form', { class: 'ask', onsubmit }, h('span', {}, name), field, h('button', {}, words.say));
}
