/** Reporting by the plain form, against the real engine: nothing typed is lost, nothing is filed twice, nobody else's phone is believed. */
import type { Deps } from '../../functions/deps.ts';
import { confirmReportPhone, handInReport } from '../../functions/complaint/hand-in-report.ts';
import { wired } from '../../handlers/wiring.ts';
import { ComplaintId } from '../../models/ids.ts';
import { openWorld, type World } from '../world.ts';
import { fieldsOf, visitor, type Shown, type Visitor } from './page-visitor.ts';

/** Monday, 10:00 in Shanghai, opening hours. */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T02:00:00.000Z');
});
afterAll(() => world.stop());

let phones = 0;
const newPhone = (): string => `139095${String(20_000 + phones++)}`;
let addresses = 0;
const newVisitor = (): Visitor =>
  visitor(`10.1.${String(Math.floor(addresses / 250))}.${String((addresses++ % 250) + 1)}`);
const codeFor = (phone: string): string => world.sms.findLast((m) => m.to === phone)?.values['code'] ?? 'none';
const numberIn = (shown: Shown): string => /(?:YC|YN|PL|ZN)-\d{4}-\d{3,}/u.exec(shown.text)?.[0] ?? 'none';

const matter = (phone: string): Record<string, string> => ({
  office: 'yinchuan',
  what: '补领行驶证，窗口说系统里查不到我的车，让我回去等，去了三次都一样。',
  problem: 'repeat-visits',
  visits: '3趟',
  plate: '宁a·12345',
  who: 'self',
  contact: 'phone',
  phone,
});

async function toPhone(who: Visitor, phone: string, more: Record<string, string> = {}): Promise<Shown> {
  return who.submit(await who.get('/report'), '/report', { ...matter(phone), ...more });
}
async function report(who: Visitor, phone: string, more: Record<string, string> = {}): Promise<Shown> {
  const asked = await toPhone(who, phone, more);
  return who.submit(asked, '/report/phone', { code: codeFor(phone) });
}

test('a matter is reported with a confirmed phone and gets number, code, both dates, who answers and a QR code', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const asked = await toPhone(who, phone);
  expect(asked).toMatchObject({ status: 200, path: '/report/phone' });
  expect(asked.text).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
  expect(asked.text).not.toContain(phone);
  const receipt = await who.submit(asked, '/report/phone', { code: codeFor(phone) });
  expect(receipt.path).toBe('/report/receipt');
  expect(receipt.text).toMatch(/YC-1123-\d{3}/u);
  expect(receipt.text).toMatch(/查询码 [A-Z0-9]{8}/u);
  expect(receipt.text).toContain('今天，11月23日（周一）17:00前');
  expect(receipt.text).toContain('11月30日（周一）');
  expect(receipt.text).toContain(`尾号${phone.slice(-4)}`);
  expect(receipt.html).toContain('aria-label="扫一扫查进度"');
  expect((await who.get('/report/receipt')).text).toContain(numberIn(receipt));
});

test('what is missing is said at the field, the rest stays typed, and nothing is filed', async () => {
  const who = newVisitor();
  const before = world.sms.length;
  const form = await who.get('/report');
  const again = await who.submit(form, '/report', {
    office: 'pingluo',
    problem: 'repeat-visits',
    who: 'other',
    phone: '1390951',
    wanted: '<b>快</b>',
  });
  expect(again.path).toBe('/report?check=1');
  for (const sentence of ['请写一下什么事没办成', '请写一下跑了几趟', '请写您替谁反映', '手机号不对'])
    expect(again.text).toContain(sentence);
  expect(again.html).toMatch(/<a href="#f-what">/u);
  expect(again.html).toMatch(/aria-describedby="visits-hint visits-fault"\s+aria-invalid="true"/u);
  expect(fieldsOf(again.html)).toMatchObject({
    office: 'pingluo',
    problem: 'repeat-visits',
    wanted: '<b>快</b>',
    phone: '1390951',
  });
  expect(again.html).not.toContain('<b>快</b>');
  expect(world.sms).toHaveLength(before);
});

test('nothing typed is lost on reload, going back, a wrong code or a code that ran out', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const asked = await toPhone(who, phone, { wanted: '告诉我缺什么' });
  const wrong = await who.submit(asked, '/report/phone', { code: codeFor(phone) === '000000' ? '000001' : '000000' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('还能试4次');
  const nonsense = await who.submit(asked, '/report/phone', { code: '12ab' });
  expect(nonsense.text).toContain('6位数字');
  const back = await who.get('/report');
  expect(fieldsOf(back.html)).toMatchObject({
    what: matter(phone)['what'],
    wanted: '告诉我缺什么',
    phone,
    plate: '宁a·12345',
  });
  expect((await who.get('/report/phone')).status).toBe(200);
  expect((await who.submit(asked, '/report/phone', { code: codeFor(phone) })).path).toBe('/report/receipt');
});

test('the draft lies sealed in the table, and is gone once the matter is filed', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const asked = await toPhone(who, phone, { wanted: '独一无二的愿望' });
  const during = await everything();
  expect(during).toContain('REPORTDRAFT#');
  for (const secret of [phone, '独一无二的愿望', '12345']) expect(during).not.toContain(secret);
  const draft = fieldsOf(asked.html)['draft'] ?? '';
  await who.submit(asked, '/report/phone', { code: codeFor(phone) });
  const after = await everything();
  expect(after).not.toContain(`REPORTDRAFT#${draft}`);
  expect(after).not.toContain('独一无二的愿望');
});

test('two presses at once, and the same form sent again later, are one matter', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const asked = await toPhone(who, phone);
  const before = world.sms.length;
  const fields = { ...fieldsOf(asked.html), code: codeFor(phone) };
  const cookies = [...who.cookies];
  const both = await Promise.all(
    [0, 1, 2].map(() => {
      const tab = visitor('10.2.0.1');
      tab.cookies = [...cookies];
      return tab.post('/report/phone', fields);
    }),
  );
  expect(new Set(both.map(numberIn)).size).toBe(1);
  expect(both.map((b) => b.path)).toEqual(Array(3).fill('/report/receipt'));
  const first = visitor('10.2.0.1');
  first.cookies = [...cookies];
  const late = await first.post('/report/phone', fields);
  expect(numberIn(late)).toBe(numberIn(both[0] as Shown));
  expect(world.sms).toHaveLength(before);
});

test('who presses while another press uses up the code, or files, comes to the same matter', async () => {
  const { deps } = await wired();
  const who = newVisitor();
  const phone = newPhone();
  const id = ComplaintId.parse(fieldsOf((await toPhone(who, phone)).html)['draft']);
  const { drafts } = deps;
  const confirm = (by: Deps) => confirmReportPhone(by, id, codeFor(phone));
  const handIn = (by: Deps) => handInReport(by, id, { anyway: false, language: 'zh' });
  const meddled = (more: Partial<Deps['drafts']>): Deps => ({
    ...deps,
    drafts: Object.assign(Object.create(drafts) as Deps['drafts'], more),
  });

  // The second press comes between the code's use and the note of it.
  let second: unknown;
  const first = await confirm(
    meddled({
      async confirm(...asked) {
        second = await confirm(deps);
        return drafts.confirm(...asked);
      },
    }),
  );
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);

  // The second press looks at the draft only when the first has filed it.
  const filing = handIn(deps);
  const late = await handIn(
    meddled({
      async find(...asked) {
        await filing;
        return drafts.find(...asked);
      },
    }),
  );
  expect(late).toMatchObject({ ok: true, value: { step: 'receipt' } });
  expect(late).toEqual(await filing);
  // Nor does a press that comes too late bring the draft back.
  expect(await drafts.confirm(id, { phone, at: deps.now() })).toBe(false);
  expect(await drafts.find(id, deps.now())).toBeUndefined();
});

test('the form of a filed matter, still open in another tab, leads to its receipt and files nothing', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const form = await who.get('/report');
  const asked = await who.submit(form, '/report', matter(phone));
  const receipt = await who.submit(asked, '/report/phone', { code: codeFor(phone) });
  const again = await who.submit(form, '/report', matter(phone));
  expect(again.path).toBe('/report/receipt');
  expect(numberIn(again)).toBe(numberIn(receipt));
});

test('without a name or phone only what an office may look into so is taken', async () => {
  const who = newVisitor();
  const form = await who.get('/report');
  const refused = await who.submit(form, '/report', { ...matter(''), contact: 'none' });
  expect(refused.text).toContain('请留手机号');
  const taken = await who.submit(refused, '/report', { problem: 'system-fault', contact: 'none', phone: '' });
  expect(taken.path).toBe('/report/receipt');
  expect(taken.text).toContain('没有留，请自己查进度');
  expect(taken.text).not.toContain('有人联系您 今天');
});

test('a helper is named beside the person, and the helper’s phone is the one that is confirmed', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const receipt = await report(who, phone, { who: 'other', otherName: '马秀英', name: '马小东', relation: '儿子' });
  expect(receipt.text).toContain('代为反映 马*东');
  expect(receipt.text).toContain(`尾号${phone.slice(-4)}`);
  const own = await who.get('/track/matter');
  expect(own.text).toContain('马*英');
  expect(own.text).not.toContain('马秀英');
});

test('an own earlier matter that looks the same is shown first; the person goes on with it or reports another one', async () => {
  const phone = newPhone();
  const first = await report(newVisitor(), phone);
  const who = newVisitor();
  const same = await report(who, phone, { what: '行驶证还是补不了', visits: '4' });
  expect(same.path).toBe('/report/same');
  expect(same.text).toContain(numberIn(first));
  const there = await who.submit(same, '/report/same', {});
  expect(there.path).toBe('/track/matter?from=report');
  expect(there.text).toContain(numberIn(first));
  expect(there.html).toContain('行驶证还是补不了');
  const added = await who.submit(there, '/track/act', { 'add-text': '行驶证还是补不了' }, addForm(there));
  expect(added.text).toContain('补上了');
  expect(fieldsOf((await who.get('/report')).html)['what']).toBe('');

  const other = newVisitor();
  const again = await report(other, phone, { what: '行驶证还是补不了', visits: '4' });
  const filed = await other.submit(again, '/report/same', { choose: 'new' }, 1);
  expect(filed.path).toBe('/report/receipt');
  expect(numberIn(filed)).not.toBe(numberIn(first));
});

test('nobody is shown another phone’s matters, and a foreign matter cannot be opened by its id', async () => {
  await report(newVisitor(), newPhone());
  const who = newVisitor();
  const phone = newPhone();
  const asked = await toPhone(who, phone);
  const forced = await who.post('/report/same', { ...fieldsOf(asked.html), choose: '01JABCDEFGHJKMNPQRSTVWXYZ0' });
  expect(forced.text).not.toContain('YC-');
  expect((await who.get('/track/matter')).status).toBe(401);
});

test('changing the phone after confirming another one asks for a new code', async () => {
  const who = newVisitor();
  const [mine, foreign] = [newPhone(), newPhone()];
  await report(newVisitor(), mine);
  const same = await report(who, mine, { what: '补领行驶证，系统里查不到我的车' });
  expect(same.path).toBe('/report/same');
  const moved = await who.submit(await who.get('/report'), '/report', { phone: foreign });
  expect(moved.path).toBe('/report/phone');
  expect(world.sms.at(-1)?.to).toBe(foreign);
});

test('a form from another site, or with the hidden trap filled in, files nothing and keeps what was typed', async () => {
  const who = newVisitor();
  const before = world.sms.length;
  await who.get('/report');
  for (const headers of [
    { host: 'localhost:3000', origin: 'https://evil.example' },
    { host: 'localhost:3000', 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { host: 'localhost:3000' },
  ]) {
    const refused = await who.post('/report', matter(newPhone()), headers);
    expect(refused.status).toBe(403);
    expect(fieldsOf(refused.html)['what']).toBe(matter('')['what']);
  }
  const trapped = await who.post('/report', { ...matter(newPhone()), website: 'http://spam.example' });
  expect(trapped.status).toBe(422);
  expect(fieldsOf(trapped.html)).toMatchObject({ what: matter('')['what'], website: '' });
  expect(world.sms).toHaveLength(before);
});

test('without cookies the words come back with a sentence, and the next press goes on', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const first = await who.post('/report', matter(phone));
  expect(first.text).toContain('没有记住这张表');
  expect((await who.submit(first, '/report', {})).path).toBe('/report/phone');
});

test('a flood from one place is slowed down and loses no words', async () => {
  process.env['RATE_FACTOR'] = '0.05';
  const who = newVisitor();
  const answers = [];
  for (let i = 0; i < 5; i++) answers.push(await who.submit(await who.get('/report'), '/report', { what: '一件事' }));
  process.env['RATE_FACTOR'] = '1000';
  expect(answers.at(-1)?.status).toBe(429);
  expect(fieldsOf(answers.at(-1)?.html ?? '')['what']).toBe('一件事');
});

test('words as long as allowed are kept whole; longer ones are named, not cut away in silence', async () => {
  const who = newVisitor();
  const phone = newPhone();
  const long = '长'.repeat(4100);
  const refused = await toPhone(who, phone, { what: long });
  expect(refused.text).toContain('写得太长了');
  expect(fieldsOf(refused.html)['what']).toHaveLength(4100);
  const taken = await who.submit(refused, '/report', { what: '长'.repeat(4000) });
  expect(taken.path).toBe('/report/phone');
});

test('after hours the page promises the next working day, not today', async () => {
  const ahead = process.env['CLOCK_AHEAD_MS'];
  process.env['CLOCK_AHEAD_MS'] = String(Date.parse('2026-11-27T12:00:00.000Z') - Date.now());
  const { wireWith } = await import('../../handlers/wiring.ts');
  wireWith({});
  const shown = await newVisitor().get('/report?office=yinchuan');
  process.env['CLOCK_AHEAD_MS'] = ahead;
  wireWith({});
  expect(shown.text).toContain('11月30日（周一）17:00前有人联系您');
});

test('large type and English are remembered on the device', async () => {
  const who = newVisitor();
  expect((await who.get('/report?elder=1&lang=en')).html).toMatch(/lang="en"[\s\S]{0,60}data-elder/u);
  expect((await who.get('/track')).html).toMatch(/lang="en"[\s\S]{0,60}data-elder/u);
  expect((await who.get('/track?elder=0&lang=zh')).html).not.toContain(' data-elder');
});

const addForm = (shown: Shown): number =>
  [...shown.html.matchAll(/<form[^>]*action="\/track\/act"[^>]*>([\s\S]*?)<\/form>/gu)].findIndex((m) =>
    (m[1] ?? '').includes('name="add-text"'),
  );

async function everything(): Promise<string> {
  const { DynamoDBClient, ScanCommand } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({});
  let text = '';
  let start: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'bancheng', ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    );
    text += JSON.stringify(page.Items);
    start = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (start !== undefined);
  return text;
}
