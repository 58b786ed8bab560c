/** What a person does on the phone, as the message or event that the platform makes of it. */
import { deliver, pause, type Delivered, type Line } from './callbacks.ts';
import type { Media } from './media.ts';
import type { MenuButton } from './menu.ts';
import type { Phones } from './phones.ts';
import type { Fields } from './platform-xml.ts';
import type { Person, Shown } from './talk.ts';

export type Said =
  | { type: 'text'; text: string; choice?: string }
  | { type: 'image'; mime: 'image/jpeg' | 'image/png' | 'image/gif'; bytes: Buffer }
  /** `heard` is what the platform's recognition understood; an account without it gets none. */
  | { type: 'voice'; heard?: string }
  | { type: 'place'; lat: number; lon: number; label: string }
  | { type: 'link'; title: string; description: string; url: string };

/** What came of one message: its id, and every reply that the product gave to any of its deliveries. */
export type Happened = { message: string; deliveries: Delivered[] };
export type Deeds = {
  say(person: Person, said: Said): Promise<Happened>;
  follow(person: Person, scene?: string): Promise<Happened>;
  unfollow(person: Person): Promise<Happened>;
  scan(person: Person, scene: string): Promise<Happened>;
  tap(person: Person, button: MenuButton): Promise<Happened>;
  /** An event without a deed of the person, such as the fate of a template message. */
  event(person: Person, title: string, fields: Fields): Promise<Happened>;
};

/** So often at most the platform delivers one message. */
const TIMES = 3;

export function openDeeds(line: Line, phones: Phones, media: Media, addressOf: (media: string) => string): Deeds {
  let counter = 0n;
  const seconds = (): number => Math.floor(line.now() / 1000);
  /** 64 bits, growing, as the platform's. */
  const newMessageId = (): string => String((BigInt(seconds()) << 32n) + ++counter);

  async function send(person: Person, title: string, fields: Fields, message: string): Promise<Happened> {
    const { repeat, reorderMs } = line.faults();
    const copies = line.random() < repeat ? TIMES : 1;
    const whole = {
      ToUserName: line.account.originalId,
      FromUserName: person.openId,
      CreateTime: seconds(),
      ...fields,
    };
    let answered = false;
    const deliveries = await Promise.all(
      Array.from({ length: copies }, async () => {
        await pause(line.random() * reorderMs);
        const delivered = await deliver(line, title, whole);
        // Only the first answer to a message is shown.
        if (delivered.how === 'replied' && !answered) {
          answered = true;
          phones.show(person, 'reply', delivered.reply.shown, message);
        }
        return delivered;
      }),
    );
    if (deliveries.every(({ how }) => how === 'failed') && fields['Event'] !== 'TEMPLATESENDJOBFINISH')
      phones.show(person, 'platform', { type: 'unavailable' }, message);
    return { message, deliveries };
  }

  function spoken(said: Said): { shown: Shown; fields: Fields } {
    switch (said.type) {
      case 'text': {
        const { text, choice } = said;
        return {
          shown: { type: 'text', text },
          fields: { MsgType: 'text', Content: text, ...(choice === undefined ? {} : { bizmsgmenuid: choice }) },
        };
      }
      case 'image': {
        const id = media.keep('image', said.mime, said.bytes);
        return {
          shown: { type: 'image', media: id },
          fields: { MsgType: 'image', PicUrl: addressOf(id), MediaId: id },
        };
      }
      case 'voice': {
        // A recording of nothing: the product is meant to read what was recognised.
        const id = media.keep('voice', 'audio/amr', Buffer.from('#!AMR\n'));
        const heard = said.heard === undefined ? {} : { heard: said.heard };
        return {
          shown: { type: 'voice', media: id, ...heard },
          fields: { MsgType: 'voice', MediaId: id, Format: 'amr', Recognition: said.heard },
        };
      }
      case 'place': {
        const { type: _type, lat, lon, label } = said;
        return {
          shown: said,
          fields: { MsgType: 'location', Location_X: lat, Location_Y: lon, Scale: 16, Label: label },
        };
      }
      case 'link':
        return {
          shown: said,
          fields: { MsgType: 'link', Title: said.title, Description: said.description, Url: said.url },
        };
    }
  }

  const happens = (
    person: Person,
    shown: Shown & { type: 'event' },
    fields: Fields & { Event: string },
  ): Promise<Happened> => {
    const name = fields.Event;
    const id = `${name} ${String(seconds())}`;
    phones.show(person, 'person', shown, id);
    return send(person, name, { MsgType: 'event', ...fields }, id);
  };

  const deeds: Deeds = {
    say(person, said) {
      // Only followers can write: who did not follow before our eyes did so earlier.
      if (!person.following) Object.assign(person, { following: true, followedAt: seconds() });
      const message = newMessageId();
      const { shown, fields } = spoken(said);
      phones.show(person, 'person', shown, message);
      phones.allowanceOf(person.openId).earn('message');
      return send(person, said.type, { ...fields, MsgId: BigInt(message) }, message);
    },
    follow(person, scene) {
      Object.assign(person, { following: true, followedAt: seconds(), scene: scene ?? '' });
      phones.allowanceOf(person.openId).earn('event');
      return happens(
        person,
        { type: 'event', what: 'follow', detail: scene ?? '' },
        {
          Event: 'subscribe',
          EventKey: scene === undefined ? '' : `qrscene_${scene}`,
          ...(scene === undefined ? {} : { Ticket: `ticket-${scene}` }),
        },
      );
    },
    unfollow(person) {
      person.following = false;
      return happens(person, { type: 'event', what: 'unfollow', detail: '' }, { Event: 'unsubscribe', EventKey: '' });
    },
    scan(person, scene) {
      if (!person.following) return deeds.follow(person, scene);
      phones.allowanceOf(person.openId).earn('event');
      return happens(
        person,
        { type: 'event', what: 'scan', detail: scene },
        {
          Event: 'SCAN',
          EventKey: scene,
          Ticket: `ticket-${scene}`,
        },
      );
    },
    tap(person, button) {
      if (button.type === 'view')
        return happens(
          person,
          { type: 'event', what: 'page', detail: button.name },
          {
            Event: 'VIEW',
            EventKey: button.url ?? '',
            MenuId: 1,
          },
        );
      phones.allowanceOf(person.openId).earn('event');
      return happens(
        person,
        { type: 'event', what: 'menu', detail: button.name },
        {
          Event: button.type === 'click' ? 'CLICK' : (button.type ?? 'CLICK'),
          EventKey: button.key ?? '',
        },
      );
    },
    event: (person, title, fields) => send(person, title, { MsgType: 'event', ...fields }, title),
  };
  return deeds;
}
