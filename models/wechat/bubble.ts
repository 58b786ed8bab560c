/** Lines of a talk as one message in WeChat: words, the card as text under them, links written out, buttons as numbered lines. */
import type { Button, Card, Content, Reply } from '../conversation/content.ts';
import type { Line } from '../conversation/line.ts';
import { drawingInWords } from '../phrasebook/drawing-words.ts';
import { weChatWords } from '../phrasebook/wechat-words.ts';

/** The platform takes so much text in one message. */
export const BUBBLE_BYTES = 2048;

export type BubbleContext = {
  language: 'zh' | 'en';
  /** Where the pages are. */
  origin: string;
  /** The way to the whole talk, for what does not fit. */
  link: string;
};
/** `to` is the last line that is in it; undefined text: none of them says anything. */
export type Bubble = { text: string; to: number };

/** As many of the lines as fit, whole; one that alone is too long is cut, with the way to the rest. `saying` are those to be said. */
export function bubbleOf(lines: readonly Line[], saying: readonly Line[], context: BubbleContext): Bubble {
  const said = new Set(saying.map(({ seq }) => seq));
  const choice = saying.findLast(({ content }) => pickable(content).length > 0)?.seq;
  let text = '';
  let to = lines[0] === undefined ? 0 : lines[0].seq - 1;
  for (const line of lines) {
    const part = said.has(line.seq) ? partOf(line, line.seq === choice, context) : '';
    const more = part === '' ? text : text === '' ? part : `${text}\n\n${part}`;
    if (Buffer.byteLength(more) > BUBBLE_BYTES) {
      if (text !== '') return { text, to };
      return { text: cut(part, weChatWords(context.language).whole(context.link)), to: line.seq };
    }
    text = more;
    to = line.seq;
  }
  return { text, to };
}

/** What a typed number picks: the words of the buttons of the last answer that had any. */
export const pickable = (content: Content): Button[] =>
  content.type === 'reply' ? content.buttons.filter(({ send }) => send !== undefined) : [];

function partOf({ from, byName, content }: Line, choice: boolean, context: BubbleContext): string {
  const words = weChatWords(context.language);
  const who = from === 'officer' && byName !== undefined ? words.officer(byName) : '';
  switch (content.type) {
    case 'text':
      return `${who}${content.text}`;
    case 'photo':
      return `${who}${words.photo} ${context.link}`;
    case 'drawing':
      return [
        `${who}${words.drawing(context.link)}`,
        ...drawingInWords(content.marks, context.language, from === 'officer' ? 'officer' : 'citizen'),
      ].join('\n');
    case 'reply':
      return replyPart(content, choice, context);
    case 'place':
    case 'happening':
      return '';
  }
}

function replyPart(reply: Reply, choice: boolean, context: BubbleContext): string {
  const words = weChatWords(context.language);
  // A page and its card have the same address twice; in one message once is enough.
  const ways = reply.buttons
    .filter(({ open }) => open === undefined || open !== reply.card?.link?.href)
    .flatMap((button) => wayOf(button, context));
  const choices = choice ? pickable(reply).map(({ label }, i) => `${String(i + 1)}. ${label}`) : [];
  return [
    reply.say,
    ...(reply.card === undefined ? [] : [cardPart(reply.card, context)]),
    ...(reply.photos === undefined
      ? []
      : [`${words.photos(reply.photos.shown.length + reply.photos.more, reply.photos.number)}：${context.link}`]),
    ...(ways.length === 0 ? [] : [ways.join('\n')]),
    ...(choices.length === 0 ? [] : [[words.choose, ...choices].join('\n')]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Pages are linked; what the page would ask its browser for, the person does with WeChat itself. */
function wayOf({ label, open, do: does }: Button, { language, origin }: BubbleContext): string[] {
  const words = weChatWords(language);
  if (open !== undefined) return [`${label}：${absolute(open, origin)}`];
  if (does === 'share-place') return [words.sharePlace];
  if (does === 'add-photo') return [words.addPhoto];
  return [];
}

function cardPart({ type, title, items, caution, source, link }: Card, { language, origin }: BubbleContext): string {
  const words = weChatWords(language);
  return [
    ...(title === undefined ? [] : [`【${title}】`]),
    ...(caution === undefined ? [] : [caution]),
    ...items.map(({ label, text, note, unverified }, i) => {
      const beside = [...(note === undefined ? [] : [note]), ...(unverified === true ? [words.unverified] : [])];
      return `${type === 'steps' ? words.step(i + 1) : '·'} ${label === undefined ? '' : `${label}：`}${text}${beside.length === 0 ? '' : `（${beside.join('，')}）`}`;
    }),
    ...(source === undefined ? [] : [words.source(source)]),
    ...(link === undefined ? [] : [`${link.label}：${absolute(link.href, origin)}`]),
  ].join('\n');
}

const absolute = (href: string, origin: string): string => (href.startsWith('/') ? `${origin}${href}` : href);

function cut(text: string, end: string): string {
  const room = BUBBLE_BYTES - Buffer.byteLength(`…\n\n${end}`);
  let kept = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > room) break;
    kept += letter;
  }
  return `${kept}…\n\n${end}`;
}
