import { startWeChatPeer, type WeChatPeer, type WeChatPeerOptions } from '../../scripts/local/wechat-peer.ts';
import { seal, signatureOf, unseal } from '../../scripts/local/wechat/platform-crypto.ts';
import { fieldOf, someAccount, someProduct, textReply, type Answer, type Heard } from './peer-stage.ts';

const open: { stop(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

async function stage(
  answer: (heard: Heard, nth: number) => Answer | Promise<Answer>,
  options: Partial<WeChatPeerOptions> = {},
): Promise<{ peer: WeChatPeer; heard: Heard[] }> {
  const product = await someProduct(answer);
  const peer = await startWeChatPeer({ account: someAccount(), callback: product.url, patienceMs: 400, ...options });
  open.push(peer, product);
  return { peer, heard: product.heard };
}
const texts = (peer: WeChatPeer, name: string): string[] =>
  peer.person(name).bubbles.map(({ shown }) => (shown.type === 'text' ? shown.text : shown.type));
const senderOf = ({ body }: Heard): string => fieldOf(body, 'FromUserName');

test('a message comes signed, and the answer stands on the phone', async () => {
  const { peer, heard } = await stage((one) => textReply(senderOf(one), '您好'));
  const person = peer.person('马师傅');
  await peer.say(person, { type: 'text', text: '驾照丢了]]>怎么补' });
  expect(texts(peer, '马师傅')).toEqual(['驾照丢了]]>怎么补', '您好']);
  const { query, body } = heard[0] ?? (null as never);
  const signed = signatureOf('spamtest', query.get('timestamp') ?? '', query.get('nonce') ?? '');
  expect(query.get('signature')).toBe(signed);
  expect(fieldOf(body, 'MsgId')).toMatch(/^\d{18,19}$/u);
  expect(fieldOf(body, 'ToUserName')).toBe('gh_10f6c3c3ac5a');
});

test('in safe mode nothing readable travels, and only a sealed reply is a reply', async () => {
  const { aesKey, appId, token } = someAccount();
  let sealedReply = true;
  const { peer, heard } = await stage(
    (one) => {
      const sender = one.query.get('openid') ?? '';
      const reply = textReply(sender, '收到');
      if (!sealedReply) return reply;
      const encrypt = seal(reply, aesKey, appId);
      return `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${signatureOf(token, '1', '2', encrypt)}]]></MsgSignature><TimeStamp>1</TimeStamp><Nonce><![CDATA[2]]></Nonce></xml>`;
    },
    { account: someAccount({ mode: 'safe' }) },
  );
  const person = peer.person('马师傅');
  await peer.say(person, { type: 'text', text: '我的车牌' });
  sealedReply = false;
  await peer.say(person, { type: 'text', text: '再问' });
  expect(texts(peer, '马师傅')).toEqual(['我的车牌', '收到', '再问', 'unavailable']);
  const { body, query } = heard[0] ?? (null as never);
  expect(body).not.toContain('我的车牌');
  const encrypt = fieldOf(body, 'Encrypt');
  expect(unseal(encrypt, aesKey)?.message).toContain('我的车牌');
  expect(query.get('encrypt_type')).toBe('aes');
  expect(query.get('msg_signature')).toBe(
    signatureOf(token, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypt),
  );
});

test('in compatible mode both forms travel, and a plain reply will do', async () => {
  const { peer, heard } = await stage((one) => textReply(senderOf(one), '好'), {
    account: someAccount({ mode: 'compatible' }),
  });
  await peer.say(peer.person('马师傅'), { type: 'text', text: '问' });
  expect(texts(peer, '马师傅')).toEqual(['问', '好']);
  expect(fieldOf(heard[0]?.body ?? '', 'Content')).toBe('问');
  expect(unseal(fieldOf(heard[0]?.body ?? '', 'Encrypt'), someAccount().aesKey)?.message).toContain('问');
});

test('a product that is silent for too long is asked three times with the same message, then the person is told', async () => {
  const { peer, heard } = await stage(() => undefined);
  await peer.say(peer.person('马师傅'), { type: 'text', text: '在吗' });
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ body }) => fieldOf(body, 'MsgId'))).size).toBe(1);
  expect(new Set(heard.map(({ query }) => query.get('signature'))).size).toBe(3);
  expect(texts(peer, '马师傅')).toEqual(['在吗', 'unavailable']);
});

test('“success” and an empty answer end the matter without words', async () => {
  const { peer, heard } = await stage((_, nth) => (nth === 1 ? 'success' : ''));
  await peer.say(peer.person('马师傅'), { type: 'text', text: '一' });
  await peer.say(peer.person('马师傅'), { type: 'text', text: '二' });
  expect(heard).toHaveLength(2);
  expect(texts(peer, '马师傅')).toEqual(['一', '二']);
});

test.each([
  ['words without form', () => '您好'],
  ['somebody else’s name', () => textReply('oSomebodyElse', '您好')],
  ['more than a message holds', (openId: string) => textReply(openId, '长'.repeat(700))],
])('an answer with %s is told to the person as unavailable, and not asked again', async (_, answer) => {
  const { peer, heard } = await stage((one) => answer(senderOf(one)));
  await peer.say(peer.person('马师傅'), { type: 'text', text: '问' });
  expect(texts(peer, '马师傅')).toEqual(['问', 'unavailable']);
  expect(heard).toHaveLength(1);
});

test('a product that falls over is asked again, and the answer to a later try is shown once', async () => {
  const { peer, heard } = await stage((one, nth) => (nth < 3 ? 500 : textReply(senderOf(one), '我回来了')));
  await peer.say(peer.person('马师傅'), { type: 'text', text: '在吗' });
  expect(heard).toHaveLength(3);
  expect(texts(peer, '马师傅')).toEqual(['在吗', '我回来了']);
});

test('with repeats two copies of one message arrive and one answer is shown; the same seed brings the same chances', async () => {
  const play = async (): Promise<string[]> => {
    const { peer, heard } = await stage((one) => textReply(senderOf(one), '好'), { seed: 7 });
    peer.faults({ repeat: 0.5, drop: 0.2 });
    for (let i = 0; i < 10; i++) await peer.say(peer.person('马师傅'), { type: 'text', text: String(i) });
    expect(texts(peer, '马师傅').filter((text) => text === '好')).toHaveLength(10);
    return heard.map(({ body }) => fieldOf(body, 'Content')).sort();
  };
  const first = await play();
  expect(first.length).toBeGreaterThan(10);
  expect(await play()).toEqual(first);
});

test('follow, scan, menu and unfollow arrive as the events of the documentation', async () => {
  const { peer, heard } = await stage(() => 'success');
  const person = peer.person('马师傅');
  await peer.scan(person, 'hall-3');
  await peer.scan(person, 'hall-4');
  await peer.tap(person, { name: '办不成事', type: 'click', key: 'REPORT' });
  await peer.tap(person, { name: '指南', type: 'view', url: 'https://example.org/guides' });
  await peer.unfollow(person);
  expect(heard.map(({ body }) => [fieldOf(body, 'Event'), fieldOf(body, 'EventKey')])).toEqual([
    ['subscribe', 'qrscene_hall-3'],
    ['SCAN', 'hall-4'],
    ['CLICK', 'REPORT'],
    ['VIEW', 'https://example.org/guides'],
    ['unsubscribe', ''],
  ]);
});

test('the word of the URL check must come back as it went', async () => {
  const { peer } = await stage(({ query }) => query.get('echostr') ?? '');
  expect(await peer.checkAddress()).toBe(true);
  const other = await stage(() => 'ok');
  expect(await other.peer.checkAddress()).toBe(false);
});
