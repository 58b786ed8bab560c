/** What one line of a conversation may carry: words, a photo, a shared place, or the assistant's answer with its card and buttons. */
import * as z from 'zod';
import { AttachmentId, ComplaintId, SheetId } from '../ids.ts';
import { Drawing, Pointing } from './drawing.ts';

/** A tap the reader may make: `send` says it for them, `open` leads to a page, `do` asks the page for something only it can do. */
export const Button = z.strictObject({
  label: z.string().min(1).max(40),
  send: z.string().max(200).optional(),
  open: z.string().max(500).optional(),
  do: z.enum(['share-place', 'add-photo', 'read-aloud', 'elder-mode']).optional(),
  look: z.enum(['main', 'plain']).optional(),
});
export type Button = z.infer<typeof Button>;

export const cardTypes = [
  'guide',
  'checklist',
  'points',
  'source',
  'fees',
  'queue',
  'receipt',
  'summary',
  'form',
  'booking',
  'choice',
  'rating',
  'draft',
  'timeline',
  'steps',
  'sheet',
] as const;

/** One row of a card; `label` is the short word before it (谁来办, 带什么), `unverified` shows it as 待核实. */
export const CardItem = z.strictObject({
  label: z.string().max(20).optional(),
  text: z.string().min(1).max(300),
  note: z.string().max(200).optional(),
  unverified: z.boolean().optional(),
  /** For the reader of the talk alone: staff do not see it. */
  secret: z.boolean().optional(),
});
export const Card = z.strictObject({
  type: z.enum(cardTypes),
  title: z.string().max(80).optional(),
  /** The person's own words that led here, for 因为您说了…. */
  because: z.array(z.string().max(40)).max(3).optional(),
  items: z.array(CardItem).max(20),
  /** Stands over the rows: how far they can be relied on. */
  caution: z.string().max(120).optional(),
  /** Rule with article and date; every answer of substance has one. */
  source: z.string().max(300).optional(),
  checkedOn: z.string().max(10).optional(),
  /** The guidance sheet that it is about: the page shows it as it stands now. */
  sheet: SheetId.optional(),
  /** The page that holds the whole of it. */
  link: z.strictObject({ label: z.string().max(40), href: z.string().max(500) }).optional(),
});
export type Card = z.infer<typeof Card>;

/** Photos of somebody's matter, small under the words; `more` are on the page of the matter. */
export const ShownPhotos = z.strictObject({
  matter: ComplaintId,
  number: z.string().max(20),
  shown: z
    .array(z.strictObject({ id: AttachmentId, number: z.int().positive() }))
    .min(1)
    .max(6),
  more: z.int().nonnegative(),
});
export type ShownPhotos = z.infer<typeof ShownPhotos>;

export const Reply = z.strictObject({
  type: z.literal('reply'),
  say: z.string().min(1).max(600),
  buttons: z.array(Button).max(6),
  card: Card.optional(),
  photos: ShownPhotos.optional(),
  /** Asks 有用 / 没解决 under this answer. */
  rateable: z.boolean().optional(),
});
export type Reply = z.infer<typeof Reply>;

export const Words = z.strictObject({ type: z.literal('text'), text: z.string().trim().min(1).max(4000) });
export const Photo = z.strictObject({
  type: z.literal('photo'),
  attachment: AttachmentId,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export const Place = z.strictObject({
  type: z.literal('place'),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
/** What happened to the conversation itself, shown as a quiet line between the bubbles. */
export const Happening = z.strictObject({
  type: z.literal('happening'),
  what: z.enum([
    'waiting',
    'claimed',
    'lease-lost',
    'transferred',
    'back-to-bot',
    'closed',
    'waiting-cancelled',
    'reopened',
    'rated',
    'lane-given',
    'lane-ended',
    'helper-joined',
    'helper-left',
  ]),
  who: z.string().max(40).optional(),
});

/** What a citizen may send. */
export const CitizenContent = z.discriminatedUnion('type', [Words, Photo, Place, Pointing]);
export type CitizenContent = z.infer<typeof CitizenContent>;
export const Content = z.discriminatedUnion('type', [Words, Photo, Place, Drawing, Reply, Happening]);
export type Content = z.infer<typeof Content>;

export const textOf = (content: Content | CitizenContent): string =>
  content.type === 'text' ? content.text : content.type === 'reply' ? content.say : '';
