/** One bubble on the phone. */
import { h, icon } from '../../../../web/room/dom.ts';
import type { Bubble, Shown } from '../talk.ts';
import { choose, does, opened } from './office.ts';
import { words } from './words.ts';

const timeOf = (at: number): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(at);

export function bubbleOf({ way, shown, at }: Bubble, person: { openId: string; name: string }): HTMLElement {
  if (shown.type === 'event')
    return h('li', { class: 'quiet' }, `${timeOf(at)} ${words.events[shown.what](shown.detail)}`);
  if (shown.type === 'unavailable') return h('li', { class: 'quiet broken' }, words.unavailable);
  const mine = way === 'person';
  const face = mine
    ? h('span', { class: 'face' }, person.name.slice(0, 1))
    : h('span', { class: 'face office' }, icon('logo', 22));
  const note = words.ways[way];
  return h(
    'li',
    { class: mine ? 'm me' : 'm' },
    face,
    h(
      'div',
      { class: 'said' },
      bodyOf(shown, person),
      note === '' ? undefined : h('small', {}, `${timeOf(at)} ${note}`),
    ),
  );
}

function bodyOf(shown: Shown, person: { openId: string; name: string }): HTMLElement {
  switch (shown.type) {
    case 'text':
      return h('p', { class: 'b' }, ...textNodes(shown.text, person.openId));
    case 'image':
      return h('img', { class: 'pic', src: `/dev/wechat/media/${shown.media}`, alt: words.photoFrom(person.name) });
    case 'voice':
      return h(
        'div',
        { class: 'b voice' },
        h('span', {}, icon('vol', 20), '3″'),
        shown.heard === undefined ? undefined : h('em', {}, shown.heard),
      );
    case 'place':
      return h('div', { class: 'b place' }, icon('pin', 20), shown.label);
    case 'link':
      return card(shown.title, shown.description, shown.url);
    case 'articles':
      return h('div', {}, ...shown.articles.map((one) => card(one.title, one.description, one.url)));
    case 'choices':
      return h(
        'div',
        { class: 'b' },
        ...textNodes(shown.head, person.openId),
        ...shown.choices.map(({ id, text }) => h('p', {}, tapLink(text, text, person.openId, id))),
        ...textNodes(shown.tail, person.openId),
      );
    case 'notice':
      return h(
        'div',
        { class: 'notice' },
        h('strong', {}, shown.title),
        h('p', {}, shown.text),
        shown.url === undefined ? undefined : pageLink(words.details, shown.url),
      );
    default:
      return h('p', { class: 'b' }, `[${shown.type === 'other' ? shown.name : shown.type}]`);
  }
}

const card = (title: string, description: string, url: string): HTMLElement =>
  h('div', { class: 'notice' }, h('strong', {}, title), h('p', {}, description), pageLink(words.details, url));

/** Opens beside the phone, as WeChat's own browser would over it. */
const pageLink = (text: string, url: string): HTMLAnchorElement =>
  h('a', { href: opened(url), target: '_blank', rel: 'noopener' }, text);

/** A link that says something instead of leading somewhere. */
const tapLink = (text: string, says: string, person: string, choice: string): HTMLButtonElement =>
  h(
    'button',
    {
      class: 'tap',
      type: 'button',
      onclick: () => {
        choose(person);
        void does({ do: 'say', person, said: { type: 'text', text: says, choice } });
      },
    },
    text,
  );

const LINK = /<a\s+href=["']([^"']+)["'][^>]*>(.*?)<\/a>|(https?:\/\/[\w\-.:/?#[\]@!$&*+,;=%~]+)/gsu;

/** WeChat shows links in two forms: written as one, and bare addresses. */
function textNodes(text: string, person: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const found of text.matchAll(LINK)) {
    const [whole, href, label = '', bare] = found;
    nodes.push(text.slice(end, found.index));
    end = found.index + whole.length;
    if (bare !== undefined) nodes.push(pageLink(bare, bare));
    else if (href?.startsWith('weixin://bizmsgmenu') === true) {
      const query = new URL(href.replace('weixin://', 'https://')).searchParams;
      nodes.push(tapLink(label, query.get('msgmenucontent') ?? label, person, query.get('msgmenuid') ?? ''));
    } else nodes.push(pageLink(label, href ?? ''));
  }
  nodes.push(text.slice(end));
  return nodes;
}
