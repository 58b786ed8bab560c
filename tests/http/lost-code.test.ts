/** A lost query code comes back by number and phone, without script; who does not hold the phone learns nothing. */
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { phoneCodeRules } from '../../models/access/phone-code.ts';
import type { FileComplaint } from '../../models/complaint/requests.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { ComplaintId } from '../../models/ids.ts';
import { MINUTE } from '../../models/time.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { visitor, type Shown, type Visitor } from './page-visitor.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T02:00:00.000Z');
});
afterAll(() => world.stop());

let phones = 13_909_540_000;
const newPhone = (): string => String((phones += 1));
let addresses = 0;
const newVisitor = (): Visitor => visitor(`10.9.0.${String(++addresses)}`);
async function later(ms: number): Promise<void> {
  process.env['CLOCK_AHEAD_MS'] = String(Number(process.env['CLOCK_AHEAD_MS']) + ms);
  wireWith({});
  await wired();
}

async function filed(person: FileComplaint['person'], over: Partial<FileComplaint> = {}): Promise<Receipt> {
  const { deps } = await wired();
  const receipt = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '过户材料交了三次，每次都说缺一样。' },
      person,
      notify: person.phone === undefined ? 'none' : 'sms',
      attachments: [],
      ...over,
    },
    { phoneConfirmed: true },
  );
  if (!receipt.ok) throw new Error(receipt.refusal.detail);
  return receipt.value;
}
const nameless = (): Promise<Receipt> =>
  filed({}, { problem: 'attitude-or-buck-passing', matter: { what: '窗口的人骂人' } });

const smsTo = (phone: string): string[] =>
  world.sms.filter((m) => m.to === phone && m.template === 'phone-code').map((m) => m.values['code'] ?? '');
const codeOn = (phone: string): string => smsTo(phone).at(-1) ?? '';
const wrongFor = (code: string): string => (code === '111111' ? '222222' : '111111');
const ask = async (who: Visitor, number: string, phone: string): Promise<Shown> =>
  who.submit(await who.get('/track/lost'), '/track/lost', { number, phone });
const prove = (who: Visitor, shown: Shown, code: string): Promise<Shown> =>
  who.submit(shown, '/track/lost/code', { code });
/** What stands there, without what the visitor typed and without the form's own name. */
const bare = ({ html, text, status }: Shown, ...typed: string[]): object => ({
  status,
  text: typed.reduce((kept, word) => kept.replaceAll(word, '…'), text),
  html: typed
    .reduce((kept, word) => kept.replaceAll(word, '…'), html)
    .replaceAll(/nonce="[^"]*"|name="delivery" value="[^"]*"/gu, ''),
});

test('number and the phone that was left bring the code back, and the matter with it', async () => {
  const phone = newPhone();
  const { number, code } = await filed({ phone });
  const who = newVisitor();
  const found = await who.get(`/track?number=${number}`);
  expect(found.html.includes(`/track/lost?number=${number}`)).toBe(true);
  const form = await who.get(`/track/lost?number=${number}`);
  const asked = await who.submit(form, '/track/lost', { phone: ` ${phone.slice(0, 3)} ${phone.slice(3)} ` });
  expect(asked.html.includes(code)).toBe(false);
  const shown = await prove(who, asked, codeOn(phone));
  expect(shown).toMatchObject({ path: '/report/receipt?again=1', status: 200 });
  expect(shown.text).toContain(`查询码 ${code}`);
  expect(shown.text).not.toContain('登记好了');
  expect(shown.headers['cache-control']).toBe('no-store');
  expect((await who.get('/track/matter')).text).toContain(number);
});

test('the helper who wrote for somebody is the one whose phone counts', async () => {
  const phone = newPhone();
  const { number, code } = await filed({ name: '马奶奶', helper: { name: '马强', relation: '孙子', phone } });
  const who = newVisitor();
  expect((await prove(who, await ask(who, number.toLowerCase(), phone), codeOn(phone))).text).toContain(code);
});

test('before the phone is confirmed a number that exists, one that does not and one without a phone look the same', async () => {
  const [owner, stranger] = [newPhone(), newPhone()];
  const { number } = await filed({ phone: owner });
  const anonymous = await nameless();
  const shown = [];
  for (const [asked, phone] of [
    [number, owner],
    ['YC-1123-99999', newPhone()],
    [anonymous.number, newPhone()],
    [number, stranger],
  ] as const)
    shown.push(bare(await ask(newVisitor(), asked, phone), asked, phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`));
  for (const other of shown.slice(1)) expect(other).toEqual(shown[0]);
  // The code goes where the asker says, not to the phone on file.
  expect([smsTo(owner).length, smsTo(stranger).length]).toEqual([1, 1]);
});

test('who confirms another phone is told the same of every number, and sees nothing', async () => {
  const { number, code } = await filed({ phone: newPhone() });
  const anonymous = await nameless();
  const shown = [];
  for (const asked of [number, 'YC-1123-99998', anonymous.number]) {
    const [who, phone] = [newVisitor(), newPhone()];
    const answer = await prove(who, await ask(who, asked, phone), codeOn(phone));
    expect(answer.html.includes(code)).toBe(false);
    expect((await who.get('/track/matter')).status).toBe(401);
    expect((await who.get('/report/receipt')).path).toBe('/track');
    shown.push(bare(answer, asked, phone));
  }
  expect(shown[0]).toMatchObject({ status: 422 });
  expect(JSON.stringify(shown[0])).toContain('对不上');
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});

test('without a phone on file the code cannot come back, and the page says so and what to do before anything is typed', async () => {
  const { text } = await newVisitor().get('/track/lost');
  expect(text).toContain('登记时没留手机号的');
  expect(text).toContain('查询码补不了');
  expect(text).toContain('重新反映一件，写上原来的编号');
});

test('guessing the six digits ends after five tries, even with the right ones', async () => {
  const phone = newPhone();
  const { number, code } = await filed({ phone });
  const who = newVisitor();
  let shown = await ask(who, number, phone);
  const digits = codeOn(phone);
  for (let i = 0; i < phoneCodeRules.tries; i++) {
    shown = await prove(who, shown, wrongFor(digits));
    expect(shown.status).toBe(422);
  }
  shown = await prove(who, shown, digits);
  expect(shown.status).toBe(422);
  expect(shown.html.includes(code)).toBe(false);
});

test('codes come a minute apart and so many a day, and the one on its way can still be typed in', async () => {
  const phone = newPhone();
  const { number, code } = await filed({ phone });
  const who = newVisitor();
  await ask(who, number, phone);
  const hasty = await ask(who, number, phone);
  expect(hasty.status).toBe(429);
  expect(smsTo(phone)).toHaveLength(1);
  expect((await prove(who, hasty, codeOn(phone))).text).toContain(code);
  for (let i = 1; i < phoneCodeRules.perDay; i++) {
    await later(MINUTE + 1000);
    expect((await ask(newVisitor(), number, phone)).status).toBe(200);
  }
  await later(MINUTE + 1000);
  expect((await ask(newVisitor(), number, phone)).status).toBe(429);
  expect(smsTo(phone)).toHaveLength(phoneCodeRules.perDay);
});

test('one place gets so many codes an hour, whatever phones it names', async () => {
  const who = newVisitor();
  const statuses = [];
  for (let i = 0; i <= phoneCodeRules.perAddressAndHour; i++)
    statuses.push((await ask(who, 'YC-1123-001', newPhone())).status);
  expect(statuses.filter((s) => s === 200)).toHaveLength(phoneCodeRules.perAddressAndHour);
  expect(statuses.at(-1)).toBe(429);
});

test('a code that was sent for a report opens no lost code, and the button pressed twice is one try', async () => {
  const phone = newPhone();
  const { number, code } = await filed({ phone });
  const other = newVisitor();
  await other.submit(await other.get('/report'), '/report', {
    office: 'yinchuan',
    what: '上牌排了三天队都没排到',
    who: 'self',
    contact: 'phone',
    phone,
  });
  const forReport = codeOn(phone);
  const who = newVisitor();
  const asked = await ask(who, number, phone);
  expect(smsTo(phone)).toHaveLength(2);
  if (forReport !== codeOn(phone)) expect((await prove(who, asked, forReport)).status).toBe(422);
  const both = await Promise.all([prove(who, asked, codeOn(phone)), prove(who, asked, codeOn(phone))]);
  for (const shown of both) expect(shown.text).toContain(code);
  // From another form it is used up.
  const used = await who.submit(asked, '/track/lost/code', { code: codeOn(phone), delivery: delivery() });
  expect([used.status, used.text.includes(code)]).toEqual([422, false]);
});

test('what does not look like a number or a phone is said at its field, and nothing is sent', async () => {
  const sent = world.sms.length;
  const shown = await ask(newVisitor(), 'YC1118', '12345');
  expect(shown.status).toBe(422);
  expect(shown.text).toContain('手机号是11位数字');
  expect(shown.text).toContain('编号像YC-1118-011这样');
  expect(world.sms).toHaveLength(sent);
});

test('neither phone nor code ever stands in an address, and a form of another page sends nothing', async () => {
  const phone = newPhone();
  const { number } = await filed({ phone });
  const who = newVisitor();
  const asked = await ask(who, number, phone);
  expect([...asked.html.matchAll(/(?:href|action)="([^"]*)"/gu)].filter(([, at]) => at?.includes(phone))).toEqual([]);
  const sent = world.sms.length;
  const foreign = await who.post(
    '/track/lost',
    { number, phone: newPhone() },
    { host: 'localhost:3000', origin: 'https://evil.example' },
  );
  expect(foreign.status).toBe(403);
  expect(world.sms).toHaveLength(sent);
});
