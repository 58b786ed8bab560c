/** What a person does in WeChat, as far as the office understands it; everything else is known by its type and answered politely, or not at all. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DeliveryId } from '../ids.ts';
import { done, refused, type Outcome } from '../outcome.ts';
import { Instant, instantOf } from '../time.ts';
import { OpenId } from './account.ts';
import type { Fields } from './xml.ts';

const Text = z.string().trim();
export const Heard = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: z.string() }),
  z.strictObject({ kind: z.literal('picture'), media: z.string() }),
  /** Without `text` the platform did not make out the words. */
  z.strictObject({ kind: z.literal('voice'), text: z.string().optional() }),
  z.strictObject({ kind: z.literal('place'), lat: z.number(), lon: z.number() }),
  /** Films, links, stickers and whatever comes later: nothing that we can take in. */
  z.strictObject({ kind: z.literal('other'), type: z.string() }),
  z.strictObject({ kind: z.literal('followed'), scene: z.string().optional() }),
  z.strictObject({ kind: z.literal('scanned'), scene: z.string() }),
  z.strictObject({ kind: z.literal('tapped'), key: z.string() }),
  z.strictObject({ kind: z.literal('left') }),
  /** How a template message ended; `ok` is false when the person refuses such messages or the platform failed. */
  z.strictObject({ kind: z.literal('template-ended'), message: z.string(), ok: z.boolean() }),
  /** The platform's own affairs. */
  z.strictObject({ kind: z.literal('unasked'), type: z.string() }),
]);
export type Heard = z.infer<typeof Heard>;

export const Inbound = z.strictObject({
  from: OpenId,
  /** The account that it was sent to; an answer comes from it. */
  to: z.string(),
  at: Instant,
  /** The same for every delivery of the same message. */
  id: DeliveryId,
  heard: Heard,
});
export type Inbound = z.infer<typeof Inbound>;

const Envelope = z.object({
  ToUserName: Text.max(64),
  FromUserName: Text.pipe(OpenId),
  CreateTime: Text.regex(/^\d{6,12}$/),
  MsgType: Text.min(1).max(40),
  MsgId: Text.regex(/^\d{1,24}$/).optional(),
  Event: Text.max(60).optional(),
});

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** `fields` as they stand in the message, decrypted. */
export function inboundOf(fields: Fields): Outcome<Inbound> {
  const read = Envelope.safeParse(fields);
  if (!read.success) return refused('bad-input', 'not a message of the platform');
  const {
    ToUserName: to,
    FromUserName: from,
    CreateTime: created,
    MsgType: type,
    MsgId: number,
    Event: event,
  } = read.data;
  const heard = type === 'event' ? happenedIn(event ?? '', fields) : saidIn(type, fields);
  // Messages are known by their number, events by who, when and what.
  const id =
    number === undefined
      ? createHash('sha256')
          .update([from, created, type, event ?? '', text(fields, 'EventKey'), text(fields, 'MsgID')].join('\n'))
          .digest('base64url')
          .slice(0, 40)
      : number.padStart(6, '0');
  return done({ from, to, at: instantOf(Number(created) * 1000), id: DeliveryId.parse(`wx-${id}`), heard });
}

function saidIn(type: string, fields: Fields): Heard {
  switch (type) {
    case 'text': {
      const words = text(fields, 'Content').slice(0, 4000);
      return words === '' ? { kind: 'other', type } : { kind: 'words', text: words };
    }
    case 'image': {
      const media = text(fields, 'MediaId');
      return media === '' ? { kind: 'other', type } : { kind: 'picture', media };
    }
    case 'voice': {
      const words = text(fields, 'Recognition').slice(0, 4000);
      return { kind: 'voice', ...(words === '' ? {} : { text: words }) };
    }
    case 'location':
      return placeIn(fields) ?? { kind: 'other', type };
    default:
      return { kind: 'other', type };
  }
}

function placeIn(fields: Fields): Heard | undefined {
  const [lat, lon] = [text(fields, 'Location_X'), text(fields, 'Location_Y')];
  if (lat === '' || lon === '' || !(Math.abs(Number(lat)) <= 90) || !(Math.abs(Number(lon)) <= 180)) return undefined;
  return { kind: 'place', lat: Number(lat), lon: Number(lon) };
}

/** A sign that leads to us carries its scene; behind a first follow the platform puts a word before it. */
const sceneOf = (key: string): string => key.replace(/^qrscene_/u, '');

function happenedIn(event: string, fields: Fields): Heard {
  const key = text(fields, 'EventKey');
  switch (event) {
    case 'subscribe':
      return { kind: 'followed', ...(key.startsWith('qrscene_') ? { scene: sceneOf(key) } : {}) };
    case 'SCAN':
      return { kind: 'scanned', scene: sceneOf(key) };
    case 'CLICK':
      return { kind: 'tapped', key };
    case 'unsubscribe':
      return { kind: 'left' };
    case 'TEMPLATESENDJOBFINISH':
      return { kind: 'template-ended', message: text(fields, 'MsgID'), ok: text(fields, 'Status') === 'success' };
    default:
      return { kind: 'unasked', type: event };
  }
}
