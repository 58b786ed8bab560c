/** The sentences of the helper's door, and of what a helper is refused. */
import type { Language } from './refusals.ts';

const zh = {
  title: '帮人办事',
  asked: '有人请您帮他办事',
  lead: '您会看到他和车管所的全部对话，写的话会带上您的名字。他随时能收回。',
  enter: (who: string): string => `我是${who}，进去帮忙`,
  notMe: '不是您的名字，就别进去，请把链接还给发给您的人。',
  gone: '这个链接打不开了',
  goneLead: '过期了，或者请您帮忙的人已经收回。您自己的事，可以在这里问。',
  own: '问我自己的事',
  shareTitle: (who: string): string => `让${who}进来`,
  shareLead: '用手机扫这个码，或把链接发过去。别发给别人，随时能收回。',
  copy: '复制链接',
  copied: '复制好了',
  back: '回到对话',
  inCall: (name: string, number: string): string => `${name}也能在视频解押${number}时陪在旁边，到时候从这里进。`,
  inCallLink: '帮手进视频',
};
const en: typeof zh = {
  title: 'Helping somebody',
  asked: 'Somebody asks for your help',
  lead: 'You will see their whole talk with the office, and what you write carries your name. They may take it back any time.',
  enter: (who) => `I am ${who}: go in and help`,
  notMe: 'If this is not your name, do not go in; give the link back to whoever sent it.',
  gone: 'This link does not open any more',
  goneLead: 'It is too old, or whoever asked for your help took it back. You may ask about your own matter here.',
  own: 'Ask about my own matter',
  shareTitle: (who) => `Let ${who} in`,
  shareLead: 'They scan this code, or get the link from you. Nobody else should; you may take it back any time.',
  copy: 'Copy the link',
  copied: 'Copied',
  back: 'Back to the talk',
  inCall: (name, number) => `${name} may sit beside you in the call for ${number}; this is the way in.`,
  inCallLink: 'The helper’s way into the call',
};
const books = { zh, en };
export const helperWords = (lang: Language): typeof zh => books[lang];

export const helperRefusals: readonly (readonly [RegExp, Record<Language, string>])[] = [
  [
    /^the helper was taken back/u,
    {
      zh: '请您帮忙的人已经收回，这里看不了、也写不了了。',
      en: 'Whoever asked for your help took it back; you can neither read nor write here.',
    },
  ],
  [/^a helper does not choose/u, { zh: '这个得本人自己定。', en: 'That is for the person alone to say.' }],
];
