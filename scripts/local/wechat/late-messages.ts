/** Messages that come to the phone without being asked for: by the customer-service interface, and as templates. */
import type { PeerAccount } from './account.ts';
import { PlatformRefusal } from './error-codes.ts';
import type { Media } from './media.ts';
import type { Phones } from './phones.ts';
import { LONGEST_TEXT } from './reply.ts';
import type { Article, Person, Shown } from './talk.ts';

export type CustomMessage = {
  touser?: string;
  msgtype?: string;
  text?: { content?: string };
  image?: { media_id?: string };
  voice?: { media_id?: string };
  news?: { articles?: { title?: string; description?: string; url?: string; picurl?: string }[] };
  msgmenu?: { head_content?: string; list?: { id?: string; content?: string }[]; tail_content?: string };
};
export type TemplateMessage = {
  touser?: string;
  /** Of messages to one person with the same one only the first is sent, for ten minutes. */
  client_msg_id?: string;
  template_id?: string;
  url?: string;
  data?: Record<string, { value?: string }>;
};

export const somebody = (phones: Phones, openId: string | undefined): Person => {
  const person = phones.find(openId ?? '');
  if (person === undefined) throw new PlatformRefusal(40003);
  return person;
};

export function sendCustom(phones: Phones, media: Media, message: CustomMessage): void {
  const person = somebody(phones, message.touser);
  const shown = shownOf(message, media);
  // “or subscription is canceled”: whoever left hears nothing more.
  const spent = person.following ? phones.allowanceOf(person.openId).spend() : 'too-late';
  if (spent !== 'sent') throw new PlatformRefusal(spent === 'too-late' ? 45015 : 45047);
  person.typingUntil = 0;
  phones.show(person, 'late', shown);
}

function shownOf(message: CustomMessage, media: Media): Shown {
  const held = (id: string | undefined): string => {
    if (media.find(id ?? '') === undefined) throw new PlatformRefusal(40007);
    return id ?? '';
  };
  switch (message.msgtype) {
    case 'text': {
      const text = message.text?.content ?? '';
      if (text === '') throw new PlatformRefusal(44002);
      if (Buffer.byteLength(text) > LONGEST_TEXT) throw new PlatformRefusal(45002);
      return { type: 'text', text };
    }
    case 'image':
      return { type: 'image', media: held(message.image?.media_id) };
    case 'voice':
      return { type: 'voice', media: held(message.voice?.media_id) };
    case 'news': {
      const articles = message.news?.articles ?? [];
      // One article since 2018; what a second one is answered with is not published.
      if (articles.length !== 1) throw new PlatformRefusal(45008);
      return { type: 'articles', articles: articles.map(articleOf) };
    }
    case 'msgmenu': {
      const { head_content = '', list = [], tail_content = '' } = message.msgmenu ?? {};
      const choices = list.map(({ id = '', content = '' }) => ({ id, text: content }));
      return { type: 'choices', head: head_content, choices, tail: tail_content };
    }
    default:
      throw new PlatformRefusal(40008);
  }
}

const articleOf = (one: { title?: string; description?: string; url?: string; picurl?: string }): Article => ({
  title: one.title ?? '',
  description: one.description ?? '',
  url: one.url ?? '',
  ...(one.picurl === undefined || one.picurl === '' ? {} : { picUrl: one.picurl }),
});

/** Answers what becomes of it, which the platform tells later by an event. */
export function sendTemplate(
  account: PeerAccount,
  phones: Phones,
  message: TemplateMessage,
): { person: Person; status: 'success' | 'failed:user block' } {
  const person = somebody(phones, message.touser);
  const template = account.templates.find(({ id }) => id === message.template_id);
  if (template === undefined) throw new PlatformRefusal(40037);
  if (!person.following) throw new PlatformRefusal(43004);
  if (person.blocks) return { person, status: 'failed:user block' };
  const text = template.text.replaceAll(
    /\{\{(\w+)\.DATA\}\}/gu,
    (_, name: string) => message.data?.[name]?.value ?? '',
  );
  const url = message.url === undefined || message.url === '' ? {} : { url: message.url };
  phones.show(person, 'template', { type: 'notice', title: template.title, text, ...url });
  return { person, status: 'success' };
}

export function showTyping(
  phones: Phones,
  now: number,
  { touser, command }: { touser?: string; command?: string },
): void {
  const person = somebody(phones, touser);
  if (command !== 'Typing' && command !== 'CancelTyping') throw new PlatformRefusal(45072);
  if (command === 'CancelTyping') person.typingUntil = 0;
  else {
    if (person.typingUntil > now) throw new PlatformRefusal(45081);
    if (now - (person.bubbles.at(-1)?.at ?? 0) > 30_000) throw new PlatformRefusal(45080);
    person.typingUntil = now + 15_000;
  }
  phones.changed();
}
