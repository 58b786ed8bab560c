/** The same for readers of English. */
import type { WeChatWords } from './wechat-zh.ts';

export const weChatEn: WeChatWords = {
  choose: 'Reply with a number:',
  officer: (name) => `${name}: `,
  sharePlace: 'To share a place: tap “+”, then “Location”.',
  addPhoto: 'To add a photo: just send it.',
  callMe: 'To reach a person: reply “officer”.',
  step: (n) => `Step ${String(n)}:`,
  drawing: (link) => `Marked on the picture you sent, open it here: ${link}`,
  photo: '(a photo, open it here)',
  photos: (n, number) => `Photos of ${number}: ${String(n)}`,
  source: (source) => `Source: ${source}`,
  unverified: 'not verified',
  whole: (link) => `The rest is here: ${link}`,
  more: (n, link) =>
    `The officer wrote ${String(n)} more ${n === 1 ? 'message' : 'messages'}. Read them here: ${link}\nReply with anything and I go on sending.`,
  moreFromBot: (n, link) =>
    `There ${n === 1 ? 'is one more message' : `are ${String(n)} more messages`}. Read here: ${link}\nReply with anything and I go on sending.`,
  greeting: (office) =>
    `Hello, this is the ${office}. Write or say what you need. Reply “officer” at any time to reach a person.`,
  greetingAgain: (office) => `Welcome back to the ${office}. I still know what we talked about. What do you need?`,
  otherOffice: (name) => `Change to ${name}`,
  officeChanged: (name) => `Done: this is the ${name} now. What do you need?`,
  officeKept: (name) => `The ${name} is working on your matter; change when that is done.`,
  noVoice: 'I could not make out this voice message. Please type a few words or say it again.',
  noPicture: 'The photo did not arrive. Please send it again, or reply “officer”.',
  noOther: 'I cannot open this. Words, voice, photos and places are fine; reply “officer” for a person.',
  sent: { voice: '[voice]', picture: '[photo]', other: '[something that cannot be opened]' },
  linked: 'Joined: what you began on the page goes on here. To part them, reply “unlink”.',
  matterLinked: (number) => `${number} is joined to WeChat: its news come here. To ask about it, send “${number}”.`,
  releaseLinked: (number) => `The release ${number} is joined to WeChat: its news come here.`,
  unlinked: 'Parted. The talk on the page no longer comes here; nothing of it is lost.',
  nothingLinked: 'No talk of the page is joined to this one.',
  unlink: 'unlink',
};
