/** The product's answer within the five seconds, opened and checked as the platform does. */
import type { PeerAccount } from './account.ts';
import { signatureOf, unseal } from './platform-crypto.ts';
import { readXml, wordsIn, type Fields, type Read } from './platform-xml.ts';
import type { Article, Shown } from './talk.ts';

export type Reply = { shown: Shown; plain: string };
/** Longer texts are not taken; the number is that of the older documentation. */
export const LONGEST_TEXT = 2048;

export function readReply(account: PeerAccount, body: string, asked: Fields): Reply | 'nothing' | 'unreadable' {
  const said = body.trim();
  if (said === '' || said === 'success') return 'nothing';
  const outer = readXml(said);
  if (outer === undefined) return 'unreadable';
  const plain = wordsIn(outer, 'Encrypt') === '' ? said : opened(account, outer);
  // In safe mode only a sealed reply is a reply.
  if (plain === undefined || (account.mode === 'safe' && plain === said)) return 'unreadable';
  const reply = readXml(plain);
  if (reply === undefined) return 'unreadable';
  if (wordsIn(reply, 'ToUserName') !== asked['FromUserName'] || wordsIn(reply, 'FromUserName') !== account.originalId)
    return 'unreadable';
  if (!/^\d+$/u.test(wordsIn(reply, 'CreateTime'))) return 'unreadable';
  const shown = shownOf(reply);
  return shown === undefined ? 'unreadable' : { shown, plain };
}

function opened(account: PeerAccount, outer: Read): string | undefined {
  if (account.mode === 'plain') return undefined;
  const encrypt = wordsIn(outer, 'Encrypt');
  const signed = signatureOf(account.token, wordsIn(outer, 'TimeStamp'), wordsIn(outer, 'Nonce'), encrypt);
  if (signed !== wordsIn(outer, 'MsgSignature')) return undefined;
  const inside = unseal(encrypt, account.aesKey);
  return inside?.appId === account.appId ? inside.message : undefined;
}

function shownOf(reply: Read): Shown | undefined {
  const type = wordsIn(reply, 'MsgType');
  switch (type) {
    case 'text': {
      const text = wordsIn(reply, 'Content');
      return text === '' || Buffer.byteLength(text) > LONGEST_TEXT ? undefined : { type: 'text', text };
    }
    case 'image':
      return { type: 'image', media: wordsIn(within(reply, 'Image'), 'MediaId') };
    case 'voice':
      return { type: 'voice', media: wordsIn(within(reply, 'Voice'), 'MediaId') };
    case 'news':
      return { type: 'articles', articles: [within(within(reply, 'Articles'), 'item')].map(articleOf) };
    case 'video':
    case 'music':
    case 'transfer_customer_service':
      return { type: 'other', name: type };
    default:
      return undefined;
  }
}

/** Of several articles only the first is shown since 2018. */
const within = (read: Read, name: string): Read => {
  const value = read[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' ? first : {};
};
const articleOf = (item: Read): Article => ({
  title: wordsIn(item, 'Title'),
  description: wordsIn(item, 'Description'),
  url: wordsIn(item, 'Url'),
  ...(wordsIn(item, 'PicUrl') === '' ? {} : { picUrl: wordsIn(item, 'PicUrl') }),
});
