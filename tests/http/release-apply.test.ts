/** The owner's application for a release by video, by plain forms: papers of the law alone, nothing typed lost, nothing filed twice. */
import '../../handlers/http/release.ts';
import type { Deps } from '../../functions/deps.ts';
import { confirmApplicationPhone, handInApplication } from '../../functions/release/hand-in-application.ts';
import { wired } from '../../handlers/wiring.ts';
import type { Lender } from '../../models/release/lender.ts';
import { ReleaseId } from '../../models/ids.ts';
import { aPhoto } from '../office-of-releases.ts';
import { enrolLender } from '../lenders.ts';
import { openWorld, type World } from '../world.ts';
import { fieldsOf, visitor, type Shown, type Visitor } from './page-visitor.ts';

/** Wednesday, 10:20 in Shanghai, opening hours. */
let world: World;
let bank: Lender;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00.000Z');
  bank = await enrolLender((await wired()).deps, 1, { name: '塞上银行银川分行' });
});
afterAll(() => world.stop());

let people = 0;
const newPhone = (): string => `138001${String(10_000 + people++)}`;
const newVisitor = (): Visitor => visitor(`10.7.0.${String((people++ % 250) + 1)}`);
const codeFor = (phone: string): string => world.sms.findLast((m) => m.to === phone)?.values['code'] ?? 'none';
const numberIn = ({ text }: Shown): string => /YC-\d{4}-J\d{3,}/u.exec(text)?.[0] ?? 'none';

const who = { office: 'yinchuan', who: 'self', basis: 'joint', where: 'me' };
const car = (phone: string): Record<string, string> => ({
  lender: bank.id,
  owner: '李某芳',
  plate: '宁a·D00123',
  vin: 'LSVAM4187C2042788',
  certificate: '6400 0012 0846',
  contract: 'SS-2023-0418',
  phone,
});

async function toPapers(one: Visitor, phone: string, more: Record<string, string> = {}): Promise<Shown> {
  const asked = await one.submit(await one.get('/release/apply'), '/release/apply', { ...who, ...more });
  return one.submit(asked, '/release/apply/car', { ...car(phone), ...more });
}
async function toCheck(one: Visitor, phone: string, more: Record<string, string> = {}): Promise<Shown> {
  const papers = await toPapers(one, phone, more);
  const asked = await one.submit(papers, '/release/apply/papers', {});
  return one.submit(asked, '/release/apply/phone', { code: codeFor(phone) });
}
async function apply(one: Visitor, phone: string, more: Record<string, string> = {}): Promise<Shown> {
  return one.submit(await toCheck(one, phone, more), '/release/apply/check', {});
}

test('the first page says who, what to bring, what not, the price, the time and the way without video', async () => {
  const { text, html } = await newVisitor().get('/release');
  for (const word of ['您和银行经办人', '1个工作日', '0元', '登记证书（绿本）原件', '录音录像', '去大厅办'])
    expect(text).toContain(word);
  expect(/这些不用交(.+?)规定的材料里/u.exec(text)?.[1]).toMatch(/贷款结清证明.*行驶证.*贷款合同/u);
  expect(html).toContain('href="/release/apply"');
});

test('an application with a confirmed phone gets number, code, QR and exactly the papers of the law', async () => {
  const one = newVisitor();
  const phone = newPhone();
  const papers = await toPapers(one, phone);
  expect([...papers.html.matchAll(/name="photos-([a-z-]+)"/gu)].map((m) => m[1])).toEqual([
    'owner-identity',
    'certificate',
  ]);
  expect(papers.text).not.toContain('结清证明');
  const asked = await one.submit(papers, '/release/apply/papers', {});
  expect(asked.path).toBe('/release/apply/phone');
  expect(asked.text).not.toContain(phone);
  const check = await one.submit(asked, '/release/apply/phone', { code: codeFor(phone) });
  expect(check.path).toBe('/release/apply/check');
  for (const said of ['塞上银行银川分行', '宁AD00123', '042788', '640000120846', 'SS-2023-0418', '还没拍'])
    expect(check.text).toContain(said);
  const receipt = await one.submit(check, '/release/apply/check', {});
  expect(receipt.path).toBe('/release/receipt');
  expect(receipt.text).toMatch(/编号 YC-1118-J\d{3}/u);
  expect(receipt.text).toMatch(/查询码 [A-Z0-9]{8}/u);
  expect(receipt.text).toContain('宁A****3');
  expect(receipt.text).not.toContain('640000120846');
  expect(receipt.html).toContain('aria-label="扫一扫查进度"');
  expect(receipt.text).toContain('银行已备案，不再要');
});

test('photos are handed in with their paper, and a stranger’s photo is not taken', async () => {
  const { deps } = await wired();
  const one = newVisitor();
  const phone = newPhone();
  const papers = await toPapers(one, phone);
  const draft = ReleaseId.parse(fieldsOf(papers.html)['draft']);
  const mine = await aPhoto(deps, draft);
  const foreign = await aPhoto(deps, ReleaseId.parse(deps.newId()));
  const asked = await one.submit(papers, '/release/apply/papers', { 'photos-certificate': `${mine},${foreign}` });
  const check = await one.submit(asked, '/release/apply/phone', { code: codeFor(phone) });
  const refused = await one.submit(check, '/release/apply/check', {});
  expect(refused).toMatchObject({ status: 409 });
  const again = await one.submit(await one.get('/release/apply/papers'), '/release/apply/papers', {
    'photos-certificate': mine,
  });
  expect(again.path).toBe('/release/apply/check');
  const receipt = await one.submit(again, '/release/apply/check', {});
  expect(receipt.text).toContain('登记证书（绿本） 收到1张照片');
});

test('what is missing is said at the field in words, and the rest stays typed', async () => {
  const one = newVisitor();
  const first = await one.submit(await one.get('/release/apply'), '/release/apply', { office: 'yinchuan' });
  expect(first.path).toBe('/release/apply?check=1');
  expect(first.text).toContain('请选您是谁');
  const asked = await one.submit(first, '/release/apply', who);
  const again = await one.submit(asked, '/release/apply/car', {
    ...car('1380013'),
    plate: 'A123',
    vin: 'LSVAM4187C20427I8',
    certificate: '12',
    contract: '',
    owner: '<b>李</b>',
  });
  expect(again.path).toBe('/release/apply/car?check=1');
  for (const sentence of ['车牌号不像', '没有字母I、O、Q', '一般是12位数字', '请填抵押合同号', '手机号不对'])
    expect(again.text).toContain(sentence);
  expect(again.html).toMatch(/<a href="#f-plate">/u);
  expect(fieldsOf(again.html)).toMatchObject({ plate: 'A123', phone: '1380013', owner: '<b>李</b>', lender: bank.id });
  expect(again.html).not.toContain('<b>李</b>');
});

test('a proxy, a company and a court document each ask their own papers and no other', async () => {
  const kinds = async (more: Record<string, string>): Promise<string[]> => {
    const { html } = await toPapers(newVisitor(), newPhone(), more);
    return [...html.matchAll(/name="photos-([a-z-]+)"/gu)].map((m) => m[1] ?? '');
  };
  expect(await kinds({ who: 'proxy', proxy: '李强' })).toEqual([
    'owner-identity',
    'owner-mandate',
    'proxy-identity',
    'certificate',
  ]);
  expect(await kinds({ who: 'company', proxy: '李强', owner: '某运输公司' })).toContain('owner-mandate');
  expect(await kinds({ where: 'lender' })).toEqual(['owner-identity']);
  expect(await kinds({ basis: 'court-document' })).toEqual([
    'owner-identity',
    'certificate',
    'court-ruling',
    'assistance-notice',
  ]);
});

test('with a court document no lender has to be enrolled, and the name that was written lies sealed', async () => {
  const one = newVisitor();
  const phone = newPhone();
  const alone = { basis: 'court-document', lender: '', mortgagee: '贺兰山' };
  const check = await toCheck(one, phone, alone);
  expect(check.text).toContain('贺兰山');
  expect(check.html).not.toContain(bank.id);
  const receipt = await one.submit(check, '/release/apply/check', {});
  expect(receipt.text).toMatch(/YC-\d{4}-J/u);
  const [release] = await (await wired()).deps.releases.bySign('phone', phone);
  expect(release).toMatchObject({ sides: ['owner'], mortgagee: '贺兰山' });
  // It may be a person's name: shown masked, and never in the table as it stands.
  expect(receipt.text).toContain('贺*山');
  expect(await everything()).not.toContain('贺兰山');
});

test('whoever applies alone has to have the certificate at hand', async () => {
  const one = newVisitor();
  const asked = await one.submit(await one.get('/release/apply'), '/release/apply', {
    ...who,
    basis: 'court-document',
    where: 'lender',
  });
  expect(asked.text).toContain('请先从银行取回来');
});

test('a lost certificate, another lender and an office without video lead to the counter with reason and way', async () => {
  const lost = newVisitor();
  const first = await lost.submit(await lost.get('/release/apply'), '/release/apply', { ...who, where: 'lost' });
  expect(first.path).toBe('/release/counter?why=lost');
  expect(first.text).toContain('先补领');
  expect(first.text).toContain('要和银行一起申请');
  const other = newVisitor();
  const second = await toPapers(other, newPhone(), { lender: 'other' });
  expect(second.path).toBe('/release/counter?why=lender');
  expect(second.text).toContain('没有在这里登记过');
  expect(second.text).toContain('营业执照');
  expect((await other.get('/release/apply/car')).html).toContain('宁a·D00123');
  const away = newVisitor();
  const third = await away.submit(await away.get('/release/apply'), '/release/apply', { ...who, office: 'pingluo' });
  expect(third.path).toBe('/release/counter?why=office');
  expect(third.text).toContain('还没有开视频办');
});

test('nothing typed is lost on reload, going back or a wrong code', async () => {
  const one = newVisitor();
  const phone = newPhone();
  const asked = await one.submit(await toPapers(one, phone), '/release/apply/papers', {});
  const wrong = await one.submit(asked, '/release/apply/phone', {
    code: codeFor(phone) === '000000' ? '000001' : '000000',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('还能试4次');
  expect(fieldsOf((await one.get('/release/apply')).html)).toMatchObject(who);
  expect(fieldsOf((await one.get('/release/apply/car')).html)).toMatchObject(car(phone));
  expect((await one.get('/release')).text).toContain('接着填上次没填完的');
  expect((await one.submit(asked, '/release/apply/phone', { code: codeFor(phone) })).path).toBe('/release/apply/check');
});

test('changing the phone after confirming another one asks for a new code', async () => {
  const one = newVisitor();
  await toCheck(one, newPhone());
  const other = newPhone();
  await one.submit(await one.get('/release/apply/car'), '/release/apply/car', { phone: other });
  const check = await one.get('/release/apply/check');
  expect(check.path).toBe('/release/apply/phone');
  const filed = await one.post('/release/apply/check', { draft: fieldsOf(check.html)['draft'] ?? '' });
  expect(filed.text).not.toContain('YC-1118-J');
});

test('two presses at once, and the same form sent again later, are one release', async () => {
  const one = newVisitor();
  const check = await toCheck(one, newPhone(), { plate: '宁A20001' });
  const fields = fieldsOf(check.html);
  const cookies = [...one.cookies];
  const both = await Promise.all(
    [0, 1, 2].map(() => {
      const tab = visitor('10.2.0.1');
      tab.cookies = [...cookies];
      return tab.post('/release/apply/check', fields);
    }),
  );
  expect(new Set(both.map(numberIn)).size).toBe(1);
  const late = visitor('10.2.0.1');
  late.cookies = [...cookies];
  expect(numberIn(await late.post('/release/apply/check', fields))).toBe(numberIn(both[0] as Shown));
});

test('who presses while another press uses up the code, or files, comes to the same release', async () => {
  const { deps } = await wired();
  const phone = newPhone();
  const one = newVisitor();
  const asked = await one.submit(await toPapers(one, phone, { plate: '宁A20002' }), '/release/apply/papers', {});
  const id = ReleaseId.parse(fieldsOf(asked.html)['draft']);
  const drafts = deps.applicationDrafts;
  const confirm = (by: Deps) => confirmApplicationPhone(by, id, codeFor(phone));
  const handIn = (by: Deps) => handInApplication(by, id, 'zh');
  const meddled = (more: Partial<Deps['applicationDrafts']>): Deps => ({
    ...deps,
    applicationDrafts: Object.assign(Object.create(drafts) as Deps['applicationDrafts'], more),
  });

  // The second press comes between the code's use and the note of it.
  let second: unknown;
  const first = await confirm(
    meddled({
      async confirm(...noted) {
        second = await confirm(deps);
        return drafts.confirm(...noted);
      },
    }),
  );
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);

  // The second press looks at the draft only when the first has filed it.
  const filing = handIn(deps);
  const late = await handIn(
    meddled({
      async find(...sought) {
        await filing;
        return drafts.find(...sought);
      },
    }),
  );
  expect([await filing, late]).toMatchObject([
    { ok: true, value: { at: 'filed', release: { id } } },
    { ok: true, value: { at: 'filed', release: { id } } },
  ]);
  expect(await drafts.confirm(id, { phone, at: deps.now() })).toBe(false);
});

test('a vehicle that is already being released is not filed again; the owner goes on with that one', async () => {
  const phone = newPhone();
  const first = await apply(newVisitor(), phone, { plate: '宁A30001' });
  const one = newVisitor();
  const check = await toCheck(one, phone, { plate: '宁A30001' });
  expect(check.text).toContain('这辆车已经申请过了');
  expect(check.text).toContain(numberIn(first));
  const forced = await one.post('/release/apply/check', { draft: fieldsOf(check.html)['draft'] ?? '' });
  expect(forced.path).not.toBe('/release/receipt');
});

test('the draft lies sealed in the table, and is gone once the release is filed', async () => {
  const one = newVisitor();
  const phone = newPhone();
  const check = await toCheck(one, phone, { plate: '宁A40001', contract: '独一无二的合同' });
  const draft = fieldsOf(check.html)['draft'] ?? '';
  const during = await everything();
  expect(during).toContain(`APPLICATIONDRAFT#${draft}`);
  for (const secret of [phone, '独一无二的合同', '宁A40001', '640000120846']) expect(during).not.toContain(secret);
  await one.submit(check, '/release/apply/check', {});
  expect(await everything()).not.toContain(`APPLICATIONDRAFT#${draft}`);
});

test('a form from another site, or with the hidden trap filled in, keeps nothing and gives back what was typed', async () => {
  const one = newVisitor();
  await one.get('/release/apply');
  const refused = await one.post('/release/apply', who, { host: 'localhost:3000', origin: 'https://evil.example' });
  expect(refused.status).toBe(403);
  expect(fieldsOf(refused.html)).toMatchObject(who);
  const trapped = await one.post('/release/apply', { ...who, website: 'http://spam.example' });
  expect(trapped.status).toBe(422);
  expect((await one.get('/release')).text).not.toContain('接着填上次没填完的');
});

test('without cookies the answers come back with a sentence, and the next press goes on', async () => {
  const one = newVisitor();
  const first = await one.post('/release/apply', who);
  expect(first.text).toContain('没有记住这张表');
  expect((await one.submit(first, '/release/apply', {})).path).toBe('/release/apply/car');
});

test('large type and English are remembered on the device', async () => {
  const one = newVisitor();
  expect((await one.get('/release?elder=1&lang=en')).html).toMatch(/lang="en"[\s\S]{0,60}data-elder/u);
  expect((await one.get('/release/apply')).text).toContain('Four questions first');
});

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
