/** Following one's own matter by number and code: found, acted on, guarded against guessing. */
import { createHash, randomBytes } from 'node:crypto';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Caller, type World } from '../world.ts';
import { fieldsOf, visitor, type Shown, type Visitor } from './page-visitor.ts';

/** Monday, 10:00 in Shanghai, opening hours. */
let world: World;
let wang: Caller;
let boss: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-23T02:00:00.000Z');
  wang = await employ('wang', '王一');
  boss = await employ('boss', '主任', 'manager');
});
afterAll(() => world.stop());

let phones = 0;
let addresses = 0;
const newVisitor = (): Visitor => visitor(`10.3.0.${String(++addresses)}`);

type Reported = { who: Visitor; number: string; code: string; id: string };
async function reported(what = '过户材料交了三次，每次都说缺一样'): Promise<Reported> {
  const who = newVisitor();
  const phone = `137095${String(30_000 + phones++)}`;
  const asked = await who.submit(await who.get('/report'), '/report', {
    office: 'yinchuan',
    what,
    who: 'self',
    contact: 'phone',
    phone,
  });
  const code = world.sms.findLast((m) => m.to === phone)?.values['code'] ?? '';
  const receipt = await who.submit(asked, '/report/phone', { code });
  const number = /YC-\d{4}-\d{3,}/u.exec(receipt.text)?.[0] ?? '';
  const { rows } = (await call('GET /api/matters/search', boss, { q: number })).body as { rows: { id: string }[] };
  return { who, number, code: /查询码 ([A-Z0-9]{8})/u.exec(receipt.text)?.[1] ?? '', id: rows[0]?.id ?? '' };
}

type File = { row: { version: number } };
async function staffDoes(who: Caller, id: string, what: object): Promise<void> {
  const file = (await call('GET /api/matters/{id}', who, { id })).body as unknown as File;
  const done = await call('POST /api/matters/{id}/acts', who, {
    id,
    delivery: delivery(),
    seen: file.row.version,
    what,
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
}
const accept = (id: string): Promise<void> =>
  staffDoes(wang, id, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
const answer = (id: string): Promise<void> =>
  staffDoes(wang, id, {
    act: 'answer',
    cause: 'missing-material',
    answer: {
      outcome: 'done',
      text: '材料已经齐了，直接来取。',
      basis: ['《机动车登记规定》第27条'],
      goTo: '城东大厅3号窗口',
    },
  });
const find = async (who: Visitor, number: string, code: string): Promise<Shown> =>
  who.submit(await who.get('/track?other=1'), '/track', { number, code });

const formNo = (shown: Shown, holds: string): number => {
  const n = [...shown.html.matchAll(/<form[^>]*action="\/track\/act"[^>]*>([\s\S]*?)<\/form>/gu)].findIndex((m) =>
    (m[1] ?? '').includes(holds),
  );
  if (n < 0) throw new Error(`nothing on the page does ${holds}`);
  return n;
};
const press = (
  who: Visitor,
  shown: Shown,
  holds: string,
  fields: Record<string, string | string[]> = {},
): Promise<Shown> => who.submit(shown, '/track/act', fields, formNo(shown, holds));

test('number and code open the matter, however they are typed, and the code never stands in an address', async () => {
  const { number, code } = await reported();
  const who = newVisitor();
  const shown = await find(who, ` ${number.toLowerCase()} `, `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
  expect(shown.path).toBe('/track/matter');
  expect(shown.text).toContain(number);
  expect(shown.html).not.toContain(code);
  expect(shown.headers['cache-control']).toBe('no-store');
  expect((await who.get(`/track?number=${number}`)).path).toBe('/track/matter');
  expect(fieldsOf((await newVisitor().get(`/track?number=${number}`)).html)['number']).toBe(number);
});

test('a wrong code says how many tries are left, then the door stays shut even for the right one', async () => {
  const { number, code } = await reported();
  const who = newVisitor();
  const wrong = code === 'AAAAAAAA' ? 'CCCCCCCC' : 'AAAAAAAA';
  for (const left of [4, 3, 2, 1]) expect((await find(who, number, wrong)).text).toContain(`还能试${String(left)}次`);
  expect((await find(who, number, wrong)).text).toContain('先停十分钟');
  expect(await find(who, number, code)).toMatchObject({ status: 429 });
  expect((await find(newVisitor(), number, code)).path).toBe('/track/matter');
});

test('an unknown number and a wrong code are answered with the same sentence', async () => {
  const { number } = await reported();
  const [one, two] = [
    await find(newVisitor(), number, 'AAAAAAAA'),
    await find(newVisitor(), 'YC-1123-99999', 'AAAAAAAA'),
  ];
  expect([one.status, two.status]).toEqual([422, 422]);
  expect(one.text.replaceAll(number, '')).toBe(two.text.replaceAll('YC-1123-99999', ''));
});

test('many numbers tried from one place are stopped', async () => {
  const who = newVisitor();
  const statuses = [];
  for (let i = 100; i < 135; i++) statuses.push((await find(who, `YC-1123-${String(i)}`, 'AAAAAAAA')).status);
  expect(statuses.filter((s) => s === 422)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
});

test('a forged or foreign cookie opens nothing', async () => {
  const { who } = await reported();
  const slip = who.cookies.find((c) => c.startsWith('bc_receipt='))?.slice('bc_receipt='.length) ?? '';
  for (const cookie of [`bc_track=${slip}`, 'bc_track=forged.slip']) {
    const stranger = newVisitor();
    stranger.cookies = [cookie];
    expect((await stranger.get('/track/matter')).status).toBe(401);
  }
});

test('what the office asks stops the clock on the page, and what is added starts it again', async () => {
  const { who, id } = await reported();
  await accept(id);
  await staffDoes(wang, id, { act: 'ask', for: 'papers', text: '请补一张登记证书的照片' });
  const waiting = await who.get('/track/matter');
  expect(waiting.text).toContain('等您补材料');
  expect(waiting.text).toContain('请补一张登记证书的照片');
  const empty = await press(who, waiting, 'add-text', { 'add-text': ' ' });
  expect(empty.text).toContain('请写一句补的是什么');
  const added = await press(who, waiting, 'add-text', { 'add-text': '登记证书在这里，手机13909519999' });
  expect(added.text).toContain('补上了');
  expect(added.text).toContain('接着办，恢复计时');
  expect(added.text).not.toContain('13909519999');
  expect(added.text).not.toContain('等您补材料');
});

test('a form sent twice adds once', async () => {
  const { who, id } = await reported();
  await accept(id);
  const shown = await who.get('/track/matter');
  await Promise.all([0, 1, 2].map(() => press(who, shown, 'add-text', { 'add-text': '只说一遍' })));
  const after = await who.get('/track/matter');
  expect(after.text.split('只说一遍')).toHaveLength(2);
});

test('asking for news is noted, asking for somebody higher raises it', async () => {
  const { who, id } = await reported();
  await accept(id);
  expect((await press(who, await who.get('/track/matter'), 'value="news"')).text).toContain('已经替您催了');
  const up = await press(who, await who.get('/track/matter'), 'value="higher"');
  expect(up.text).toContain('交到上一级');
});

test('an answer shows what, where and by which rule; done is one tap and the five grades are all unchosen', async () => {
  const { who, id } = await reported();
  await accept(id);
  await answer(id);
  const shown = await who.get('/track/matter');
  for (const words of [
    '答复：能办',
    '城东大厅3号窗口',
    '《机动车登记规定》第27条',
    '按时答复',
    '没回音，这件事先归档，不算满意',
  ])
    expect(shown.text).toContain(words);
  expect(shown.html).not.toMatch(/name="grade"[^>]*checked/u);
  const done = await press(who, shown, 'value="confirm"');
  expect(done.text).toContain('记下了，办成了');
  const none = await press(who, done, 'name="grade"', {});
  expect(none).toMatchObject({ status: 422 });
  expect(none.text).toContain('请先在五个等次里选一个');
  const rated = await press(who, done, 'name="grade"', {
    grade: 'dissatisfied',
    reasons: ['too-long', 'no-news'],
    words: '等了太久',
  });
  expect(rated.text).toContain('您评的是“不满意”');
  expect(rated.text).toContain('会有另外的人给您打电话');
  const wished = await press(who, rated, 'value="morning"');
  expect(wished.text).toContain('记下了');
  const file = (await call('GET /api/matters/{id}', boss, { id })).body as { rectification?: { wish?: string } };
  expect(file.rectification?.wish).toBe('morning');
});

test('not done goes on under the same number, one level up, and a second tap does it no second time', async () => {
  const { who, id, number } = await reported();
  await accept(id);
  await answer(id);
  const shown = await who.get('/track/matter');
  const again = await press(who, shown, 'value="reopen"');
  expect(again.text).toContain('接着办，已经交到上一级');
  expect(again.text).toContain(number);
  const twice = await press(who, shown, 'value="reopen"');
  expect(twice.text.split('您说没办成，接着办')).toHaveLength(2);
  const other = await press(
    who,
    {
      ...shown,
      html: shown.html.replaceAll(/name="delivery" value="[^"]*"/gu, 'name="delivery" value="another-one-1"'),
    },
    'value="confirm"',
  );
  expect(other).toMatchObject({ status: 409 });
  expect(other.text).toContain('情况刚变了');
});

test('a decline shows rule, every reason and where to go, and can be objected to', async () => {
  const { who, id } = await reported('小区门口的违停罚款不服');
  await staffDoes(wang, id, {
    act: 'ask-decline',
    decline: {
      kind: 'redirect',
      rule: '《行政处罚法》第7条',
      reasons: ['罚款由交警大队决定', '车管所改不了'],
      goTo: '开罚单的交警大队',
    },
  });
  expect((await who.get('/track/matter')).text).not.toContain('罚款由交警大队决定');
  await staffDoes(boss, id, { act: 'decide-decline', agree: true });
  const shown = await who.get('/track/matter');
  for (const words of [
    '这件事归别处办',
    '罚款由交警大队决定',
    '车管所改不了',
    '开罚单的交警大队',
    '《行政处罚法》第7条',
    '不同意，请再看一次',
  ])
    expect(shown.text).toContain(words);
  const objected = await press(who, shown, 'value="reopen"', { text: '我问的不是罚款' });
  expect(objected.text).toContain('我问的不是罚款');
  expect(objected.text).toContain('交到上一级');
});

test('withdrawing asks first, and afterwards nothing more is offered but the story', async () => {
  const { who } = await reported();
  const shown = await who.get('/track/matter');
  expect(shown.text).toContain('撤回以后不再办');
  const gone = await press(who, shown, 'value="withdraw"');
  expect(gone.text).toContain('您撤回了');
  expect(gone.html).not.toContain('value="press"');
});

test('a rating from a browser that staff sign in with is marked as such', async () => {
  const { who, id } = await reported();
  await accept(id);
  await answer(id);
  who.cookies.push(...wang.cookies.filter((c) => c.startsWith('bc_staff=')));
  await press(who, await who.get('/track/matter'), 'name="grade"', { grade: 'very-satisfied' });
  const file = (await call('GET /api/matters/{id}', boss, { id })).body as {
    history: { what: string; amounts?: Record<string, number> }[];
  };
  expect(file.history.find((h) => h.what === 'rated')?.amounts).toEqual({ sameDevice: 1 });
});

test('a photo is announced, uploaded, added, and seen by its owner only', async () => {
  const { who, id } = await reported();
  const photo = randomBytes(3000);
  const announced = await who.raw(
    'POST',
    '/track/photos',
    JSON.stringify({
      mime: 'image/jpeg',
      bytes: photo.length,
      sha256: createHash('sha256').update(photo).digest('base64'),
      width: 10,
      height: 10,
    }),
  );
  const { attachment, upload } = JSON.parse(announced.body ?? '') as {
    attachment: string;
    upload: { url: string; headers: Record<string, string> };
  };
  const early = await press(who, await who.get('/track/matter'), 'add-text', {
    'add-text': '照片来了',
    photos: attachment,
  });
  expect(early.status).toBe(409);
  expect(fieldsOf(early.html)).toMatchObject({ 'add-text': '照片来了', photos: attachment });
  expect(
    (await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(photo) })).status,
  ).toBe(200);
  const added = await press(who, early, 'add-text', {});
  expect(added.text).toContain('照片1');
  const seen = await who.raw('GET', `/track/photos/${attachment}`, '');
  expect(seen.statusCode).toBe(303);
  expect(Buffer.from(await (await fetch(String(seen.headers?.['location']))).arrayBuffer()).equals(photo)).toBe(true);
  const { who: other } = await reported();
  expect((await other.raw('GET', `/track/photos/${attachment}`, '')).headers?.['location']).toBe('/track/matter');
  expect(id).not.toBe('');
});

test('leaving forgets the matter on this computer', async () => {
  const { who } = await reported();
  await who.submit(await who.get('/track/matter'), '/track/leave', {});
  expect((await who.get('/track/matter')).status).toBe(401);
  expect((await who.get('/report/receipt')).path).toBe('/track');
});
