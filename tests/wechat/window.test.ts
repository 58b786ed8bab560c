/** The window to WeChat: who may come in, what is answered in time, and that each message has one effect. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { watchRequests } from '../../bench/watch-requests.ts';
import { HOUR, msOf, plus } from '../../models/time.ts';
import { signatureOf } from '../../models/wechat/signature.ts';
import { writeXml } from '../../models/wechat/xml.ts';
import { account, delivered, eventOf, PATIENT } from './platform.ts';
import { openStage, sentOf, until, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
});
afterAll(() => stage.stop());
const nowMs = async (): Promise<number> => msOf((await stage.deps()).now());
const ask = async (method: 'GET' | 'POST', query: Record<string, string>, body = '') => {
  const { handler } = await import('../../handlers/http/wechat.ts');
  const { statusCode, body: said } = await handler(eventOf(method, { query, body }));
  return [statusCode, said];
};

test('the address is confirmed to the platform, and to nobody else', async () => {
  const [timestamp, nonce] = [String(Math.floor((await nowMs()) / 1000)), '42'];
  const query = { timestamp, nonce, echostr: 'the word' };
  const right = signatureOf(account.token, timestamp, nonce);
  expect(await ask('GET', { ...query, signature: right })).toEqual([200, 'the word']);
  expect(await ask('GET', { ...query, nonce: '43', signature: right })).toEqual([403, '']);
  expect(await ask('GET', query)).toEqual([403, '']);
  const old = String(Number(timestamp) - 3600);
  expect(await ask('GET', { ...query, timestamp: old, signature: signatureOf(account.token, old, nonce) })).toEqual([
    403,
    '',
  ]);
});

test('a message is answered within the reply, locked and signed as it came', async () => {
  const answer = await stage.person('Ask').say('驾驶证丢了怎么补');
  expect(answer).toContain('1. ');
  expect(answer).toMatch(/补/u);
});

test('a message costs four requests to the table, the filing of what arrived among them, and the stream asks nothing more', async () => {
  const person = stage.person('Counted');
  const words = '驾驶证丢了怎么补';
  await person.say(words);
  await stage.at((await stage.deps()).now());
  const watched = watchRequests();
  await person.say(words);
  await stage.at((await stage.deps()).now());
  watched.stop();
  // Keys and published answers are read once by each instance.
  const each = watched.sent.filter(({ input }) => !/DATAKEY|answers#published/u.test(JSON.stringify(input)));
  expect(each.map(({ name }) => name).sort()).toEqual([
    'GetCommand',
    'GetCommand',
    'PutCommand',
    'TransactWriteCommand',
  ]);
});

test('what is not signed, old, plain or locked otherwise has no effect', async () => {
  const person = stage.person('Nobody');
  const message = await person.message({ MsgType: 'text', Content: '人工' });
  const good = delivered(message, await nowMs());
  const wrong = await Promise.all([
    stage.deliver({ ...good, query: { ...good.query, msg_signature: 'f'.repeat(40) } }),
    stage.deliver({ ...good, query: { ...good.query, nonce: '7' } }),
    stage.deliver(delivered(message, (await nowMs()) - 3_600_000)),
    stage.deliver({ query: { ...good.query, encrypt_type: 'raw' }, body: writeXml(message) }),
  ]);
  expect(wrong.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  await expect(person.follower()).rejects.toThrow('nobody');
});

test('what is signed but makes no sense is heard without effect', async () => {
  for (const message of [{ MsgType: 'text' }, { FromUserName: '../..', MsgType: 'text', CreateTime: 1 }, {}])
    expect(await stage.deliver(delivered(message, await nowMs()))).toEqual({ status: 200, words: undefined });
  expect(await ask('POST', {}, 'x'.repeat(200_000))).toEqual([413, '']);
});

const vectors = JSON.parse(readFileSync('tests/wechat/vectors.json', 'utf8')) as {
  messages: { name: string; MsgType: string; Event: string | null; fields: Record<string, string> }[];
};
test('every published kind of message is taken, or answered politely, or passed over', async () => {
  const spoken = new Map<string, string | undefined>();
  for (const { MsgType, Event, fields } of vectors.messages) {
    const who = `vector${randomUUID().slice(0, 8)}`;
    const created = String(Math.floor((await nowMs()) / 1000));
    const message = { ...fields, FromUserName: who, CreateTime: created };
    const { status, words } = await stage.deliver(delivered(message, await nowMs()));
    expect(status).toBe(200);
    spoken.set(Event === null ? MsgType : `event ${Event}`, words);
  }
  const silent = [...spoken].filter(([, words]) => words === undefined).map(([kind]) => kind);
  expect([...spoken.keys()].filter((kind) => !silent.includes(kind)).sort()).toEqual([
    'device_text',
    'event CLICK',
    'event SCAN',
    'event subscribe',
    'image',
    'link',
    'location',
    'notsure',
    'text',
    'video',
    'voice',
  ]);
});

test('three deliveries of one message at once have one effect and one answer', async () => {
  const person = stage.person('Thrice');
  const message = await person.message({ MsgType: 'text', Content: '几点上班' });
  const answers = await Promise.all([0, 1, 2].map(async () => stage.deliver(delivered(message, await nowMs()))));
  const words = new Set(answers.flatMap(({ words: said }) => (said === undefined ? [] : [said])));
  expect(words.size).toBe(1);
  const lines = await (await stage.deps()).conversations.linesAfter((await person.talk()).id, 0, 50);
  expect(lines.filter(({ from }) => from === 'citizen')).toHaveLength(1);
  expect(lines.filter(({ from }) => from === 'bot')).toHaveLength(1);
  // The platform lost the answer and asks again: the same words, and nothing new.
  const again = await stage.deliver(delivered(message, await nowMs()));
  expect(again.words).toBe([...words][0]);
  expect((await person.talk()).lastSeq).toBe(lines.length);
  expect(person.late()).toEqual([]);
});

test('the same event three times greets once', async () => {
  const person = stage.person('Follows');
  const message = await person.message({ MsgType: 'event', Event: 'subscribe', EventKey: 'qrscene_office-yanchi' });
  const answers = [];
  for (let n = 0; n < 3; n++) answers.push((await stage.deliver(delivered(message, await nowMs()))).words);
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('盐池');
  expect((await person.talk()).lastSeq).toBe(1);
  expect((await person.talk()).office).toBe('yanchi');
});

test('a typed number picks the button, a place and a menu entry are understood', async () => {
  const person = stage.person('Picks');
  const answer = await person.say('驾驶证丢了怎么补');
  const label = /1\. (.+)/u.exec(answer)?.[1];
  expect(label).toBeDefined();
  await person.say('1');
  const lines = await (await stage.deps()).conversations.linesAfter((await person.talk()).id, 0, 50);
  const picked = lines.findLast(({ from }) => from === 'citizen')?.content;
  expect(picked?.type === 'text' && picked.text).not.toBe('1');
  expect(await person.send({ MsgType: 'event', Event: 'CLICK', EventKey: 'hours' })).toMatch(/9:00/u);
  expect(
    await person.send({ MsgType: 'location', Location_X: '38.48', Location_Y: '106.23', Label: '' }),
  ).toBeDefined();
});

test('an answer that takes too long comes later, once, whoever asks again meanwhile', async () => {
  const person = stage.person('Slow');
  const message = await person.message({ MsgType: 'text', Content: '几点上班' });
  const again = async () => (await stage.deliver(delivered(message, await nowMs()))).words;
  process.env['WECHAT_BUDGET_MS'] = '0';
  expect(await again()).toBeUndefined();
  process.env['WECHAT_BUDGET_MS'] = PATIENT;
  const late = await until(person.late, (texts) => texts.length > 0);
  expect(late).toHaveLength(1);
  expect(late[0]).toMatch(/9:00/u);
  expect(await again()).toBeUndefined();
  const talk = await person.talk();
  expect([talk.lastSeq, await sentOf(person)]).toEqual([2, 2]);
  expect((await person.follower()).quota.words?.left).toBe(4);
  // What was said late is not said again with the next answer.
  expect(await person.say('谢谢')).not.toMatch(/9:00/u);
  expect(person.late()).toHaveLength(1);
});

test('deliveries with and without patience at once: the answer is said once', async () => {
  for (let n = 0; n < 6; n++) {
    const person = stage.person(`Both${String(n)}`);
    const message = await person.message({ MsgType: 'text', Content: '几点上班' });
    const now = await nowMs();
    // What is set holds for the delivery that comes at that moment, so nothing may be awaited between the two.
    const one = async (budget: string) => {
      process.env['WECHAT_BUDGET_MS'] = budget;
      return (await stage.deliver(delivered(message, now))).words;
    };
    const answers = await Promise.all([one('0'), one(PATIENT), one('0')]);
    process.env['WECHAT_BUDGET_MS'] = PATIENT;
    await until(
      () => sentOf(person),
      (sent) => sent === 2,
    );
    const { followers } = await stage.deps();
    await until(
      async () => followers.dueLate(plus((await stage.deps()).now(), HOUR), 10),
      (due) => due.length === 0,
    );
    const replies = new Set(answers.filter((words) => words !== undefined)).size;
    expect(replies + person.late().length).toBe(1);
    expect((await person.talk()).lastSeq).toBe(2);
  }
});
