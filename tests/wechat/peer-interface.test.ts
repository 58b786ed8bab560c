import { startWeChatPeer, type WeChatPeer } from '../../scripts/local/wechat-peer.ts';
import { fieldOf, someAccount, someProduct, type Heard } from './peer-stage.ts';

let at = Date.parse('2026-11-18T02:20:00Z');
let peer: WeChatPeer;
let product: { url: string; heard: Heard[]; stop(): void };
beforeEach(async () => {
  product = await someProduct(() => 'success');
  peer = await startWeChatPeer({ account: someAccount(), callback: product.url, now: () => at });
});
afterEach(async () => {
  product.stop();
  await peer.stop();
});

type Told = { errcode?: number; access_token?: string; expires_in?: number; [name: string]: unknown };
const ask = async (path: string, query: Record<string, string> = {}, body?: unknown): Promise<Told> => {
  const answer = await fetch(`${peer.url}${path}?${new URLSearchParams(query).toString()}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Told;
};
const stable = async (force = false): Promise<string> => {
  const { appId: appid, secret } = peer.account;
  const given = { grant_type: 'client_credential', appid, secret, force_refresh: force };
  return (await ask('/cgi-bin/stable_token', {}, given)).access_token ?? '';
};
const ordinary = async (): Promise<string> => {
  const { appId: appid, secret } = peer.account;
  return (await ask('/cgi-bin/token', { grant_type: 'client_credential', appid, secret })).access_token ?? '';
};
const works = async (access_token: string): Promise<number> =>
  (await ask('/cgi-bin/getcallbackip', { access_token })).errcode ?? 0;
const say = async (access_token: string, touser: string, content = '您好'): Promise<number> =>
  (await ask('/cgi-bin/message/custom/send', { access_token }, { touser, msgtype: 'text', text: { content } }))
    .errcode ?? 0;
const MINUTE = 60_000;
const later = (ms: number): void => {
  at += ms;
};

test('a new ordinary token ends the former one after five minutes; a stable one stays the same', async () => {
  const first = await ordinary();
  const second = await ordinary();
  expect([await works(first), await works(second)]).toEqual([0, 0]);
  later(6 * MINUTE);
  expect([await works(first), await works(second)]).toEqual([40001, 0]);
  const kept = await stable();
  expect(await stable()).toBe(kept);
  later(116 * MINUTE);
  const next = await stable();
  expect(next).not.toBe(kept);
  expect(await works(kept)).toBe(0);
  later(121 * MINUTE);
  expect(await works(next)).toBe(42001);
});

test('by force the former stable token ends at once, and the ordinary one does not care', async () => {
  const [kept, other] = [await stable(), await ordinary()];
  const forced = await stable(true);
  expect([await works(kept), await works(forced), await works(other)]).toEqual([40001, 0, 0]);
});

test('wrong account, wrong secret, no token, a token of nobody, and another method are refused with their codes', async () => {
  const { appId: appid, secret } = peer.account;
  expect((await ask('/cgi-bin/token', { appid: 'wx0', secret })).errcode).toBe(40013);
  expect((await ask('/cgi-bin/token', { appid, secret: 'x' })).errcode).toBe(40125);
  expect((await ask('/cgi-bin/menu/get')).errcode).toBe(41001);
  expect(await works('nobody’s')).toBe(40001);
  expect((await ask('/cgi-bin/message/custom/send', { access_token: await stable() })).errcode).toBe(43002);
});

test('five late messages after a message of the person, then 45047; after two days 45015', async () => {
  const [token, person] = [await stable(), peer.person('马师傅')];
  expect(await say(token, person.openId)).toBe(45015);
  await peer.follow(person);
  later(2 * MINUTE);
  await peer.say(person, { type: 'text', text: '在吗' });
  const codes = [];
  for (let i = 0; i < 6; i++) codes.push(await say(token, person.openId));
  expect(codes).toEqual([0, 0, 0, 0, 0, 45047]);
  await peer.say(person, { type: 'text', text: '还在吗' });
  expect(await say(token, person.openId)).toBe(0);
  later(48 * 60 * MINUTE);
  expect(await say(await stable(), person.openId)).toBe(45015);
});

test('after a click in the menu three within a minute, and those of a message are left for later', async () => {
  const [token, person] = [await stable(), peer.person('马师傅')];
  await peer.follow(person);
  later(2 * MINUTE);
  await peer.tap(person, { name: '查进度', type: 'click', key: 'TRACK' });
  expect([await say(token, person.openId), await say(token, person.openId)]).toEqual([0, 0]);
  await peer.say(person, { type: 'text', text: '问' });
  expect(peer.allowanceLeft(person)).toBe(6);
  await say(token, person.openId);
  later(2 * MINUTE);
  expect(peer.allowanceLeft(person)).toBe(5);
});

test('whoever left, is unknown or is written too much to is refused, and nothing is spent', async () => {
  const [token, person] = [await stable(), peer.person('马师傅')];
  await peer.follow(person);
  await peer.say(person, { type: 'text', text: '问' });
  expect(await say(token, person.openId, '长'.repeat(700))).toBe(45002);
  expect(await say(token, 'oNobody')).toBe(40003);
  await peer.unfollow(person);
  expect(await say(token, person.openId)).toBe(45015);
  expect(peer.allowanceLeft(person)).toBe(8);
});

test('a template message stands on the phone, and its fate comes back as an event', async () => {
  const [access_token, person] = [await stable(), peer.person('马师傅')];
  const send = (more: object = {}): Promise<Told> =>
    ask(
      '/cgi-bin/message/template/send',
      { access_token },
      {
        touser: person.openId,
        template_id: 'TEMPLATE-1',
        url: 'https://example.org',
        data: { thing1: { value: '补证' } },
        ...more,
      },
    );
  expect((await send()).errcode).toBe(43004);
  await peer.follow(person);
  expect((await send({ template_id: 'none' })).errcode).toBe(40037);
  const { msgid } = await send({ client_msg_id: 'once' });
  expect((await send({ client_msg_id: 'once' }))['msgid']).toBe(msgid);
  expect(person.bubbles.filter(({ way }) => way === 'template')).toHaveLength(1);
  await waitFor(() => product.heard.some(({ body }) => fieldOf(body, 'MsgID') === String(msgid)));
  const event = product.heard.at(-1)?.body ?? '';
  expect([fieldOf(event, 'Event'), fieldOf(event, 'Status')]).toEqual(['TEMPLATESENDJOBFINISH', 'success']);
  expect(person.bubbles.at(-1)?.shown).toMatchObject({ type: 'notice', text: '事项：补证\n时间：' });
});

test('a menu is taken, shown and deleted; one that breaks the rules is refused', async () => {
  const access_token = await stable();
  expect((await ask('/cgi-bin/menu/get', { access_token })).errcode).toBe(46003);
  const button = [{ name: '办事', sub_button: [{ type: 'view', name: '指南', url: 'https://example.org' }] }];
  expect((await ask('/cgi-bin/menu/create', { access_token }, { button })).errcode).toBe(0);
  expect(await ask('/cgi-bin/menu/get', { access_token })).toEqual({ menu: { button } });
  const four = Array.from({ length: 4 }, () => ({ name: '一', type: 'click', key: 'K' }));
  expect((await ask('/cgi-bin/menu/create', { access_token }, { button: four })).errcode).toBe(40016);
  expect((await ask('/cgi-bin/menu/delete', { access_token })).errcode).toBe(0);
});

test('a picture goes up, is sent, and comes down again as it was; after three days it is gone', async () => {
  const [access_token, person] = [await stable(), peer.person('马师傅')];
  await peer.say(person, { type: 'image', mime: 'image/jpeg', bytes: Buffer.from('a picture') });
  const theirs = fieldOf(product.heard[0]?.body ?? '', 'MediaId');
  const got = await fetch(`${peer.url}/cgi-bin/media/get?access_token=${access_token}&media_id=${theirs}`);
  expect([got.headers.get('content-type'), await got.text()]).toEqual(['image/jpeg', 'a picture']);
  expect(got.headers.get('content-disposition')).toMatch(/filename=".+\.jpeg"/u);
  const form = new FormData();
  form.append('media', new Blob(['ours'], { type: 'image/png' }), 'ours.png');
  const up = await fetch(`${peer.url}/cgi-bin/media/upload?access_token=${access_token}&type=image`, {
    method: 'POST',
    body: form,
  });
  const { media_id } = (await up.json()) as { media_id: string };
  await peer.follow(person);
  const sent = { touser: person.openId, msgtype: 'image', image: { media_id } };
  expect((await ask('/cgi-bin/message/custom/send', { access_token }, sent)).errcode).toBe(0);
  later(3 * 24 * 60 * MINUTE + 1);
  expect((await ask('/cgi-bin/media/get', { access_token: await stable(), media_id })).errcode).toBe(40007);
});

test('a page learns who reads it by a code that works once and for five minutes', async () => {
  const { appId: appid, secret } = peer.account;
  const person = peer.person('马师傅');
  const code = async (): Promise<string> => {
    const back = encodeURIComponent('https://example.org/bind?x=1');
    const went = await fetch(
      `${peer.url}/connect/oauth2/authorize?appid=${appid}&redirect_uri=${back}&response_type=code&scope=snsapi_base&state=s&person=${person.openId}`,
      { redirect: 'manual' },
    );
    const to = new URL(went.headers.get('location') ?? '');
    expect([to.searchParams.get('x'), to.searchParams.get('state')]).toEqual(['1', 's']);
    return to.searchParams.get('code') ?? '';
  };
  const exchange = (given: string): Promise<Told> =>
    ask('/sns/oauth2/access_token', { appid, secret, code: given, grant_type: 'authorization_code' });
  const first = await code();
  expect(await exchange(first)).toMatchObject({ openid: person.openId, scope: 'snsapi_base' });
  expect((await exchange(first)).errcode).toBe(40163);
  const second = await code();
  later(6 * MINUTE);
  expect((await exchange(second)).errcode).toBe(42003);
  expect((await exchange('guessed')).errcode).toBe(40029);
});

test('a bad day of the platform and a limit of calls a day can be played', async () => {
  const [token, person] = [await stable(), peer.person('马师傅')];
  await peer.say(person, { type: 'text', text: '问' });
  await peer.follow(person);
  peer.failNext('/cgi-bin/message/custom/send', -1, 2);
  expect([await say(token, person.openId), await say(token, person.openId)]).toEqual([-1, -1]);
  expect(await say(token, person.openId)).toBe(0);
  peer.limit('/cgi-bin/message/custom/send', 1);
  expect([await say(token, person.openId), await say(token, person.openId)]).toEqual([0, 45009]);
});

test('“typing” is shown once for fifteen seconds, only soon after a message', async () => {
  const [access_token, person] = [await stable(), peer.person('马师傅')];
  await peer.say(person, { type: 'text', text: '问' });
  const typing = async (command = 'Typing'): Promise<number> =>
    (await ask('/cgi-bin/message/custom/typing', { access_token }, { touser: person.openId, command })).errcode ?? 0;
  expect([await typing(), await typing(), await typing('Dance')]).toEqual([0, 45081, 45072]);
  later(31_000);
  expect(await typing()).toBe(45080);
});

async function waitFor(there: () => boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (!there()) {
    if (Date.now() > until) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
