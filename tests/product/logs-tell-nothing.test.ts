/** A whole journey with invented names, plates and numbers; then the functions' logs are searched for them. */
import { randomUUID } from 'node:crypto';
import excel from 'exceljs';
import { eventually } from '../browser/eventually.ts';
import { startProduct, type Running } from '../browser/product.ts';
import { visitor, type Visitor } from '../http/page-visitor.ts';

const secrets = [
  '欧阳铁柱',
  '宁A8K2X7',
  '8K2X7',
  '13800138000',
  '640102199003072215',
  '我家的秘密是酸菜',
  '内部：此人难缠',
  '回电话核实',
  '封面写着欧阳',
  '慕容秋水',
  '帮手说的悄悄话',
];

let product: Running;
beforeAll(async () => {
  product = await startProduct();
}, 90_000);
afterAll(() => product.stop());

type Caller = { cookie: string };
async function call(who: Caller, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${product.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-bancheng': '1', cookie: who.cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length > 0) who.cookie = cookies.join('; ');
  const text = await answer.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
/** A six-digit code opens once: who is signed in stays so. */
const signedIn = new Map<string, Caller>();
async function signIn(name: string): Promise<Caller> {
  const known = signedIn.get(name);
  if (known !== undefined) return known;
  const who: Caller = { cookie: '' };
  const password = product.accounts.find((account) => account.name === name)?.password;
  await call(who, 'POST', '/api/staff/sign-in', { name, password, code: product.code(name) });
  signedIn.set(name, who);
  return who;
}

const say = (who: Caller, text: string) =>
  call(who, 'POST', '/api/chat/messages', { delivery: randomUUID(), content: { type: 'text', text }, after: 0 });

test('no name, plate, number or word that anybody typed stands in any log, also when something fails', async () => {
  const citizen: Caller = { cookie: '' };
  await call(citizen, 'GET', '/api/chat?after=0');
  const stranger: Caller = { cookie: '' };
  await call(stranger, 'POST', '/api/staff/sign-in', {
    name: 'liu',
    password: 'wrong 我家的秘密是酸菜',
    code: '000000',
  });
  const liu = await signIn('liu');
  const { url, ticket } = await call(liu, 'POST', '/api/staff/socket', {});
  const socket = new WebSocket(`${String(url)}?ticket=${encodeURIComponent(String(ticket))}`);
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  await say(citizen, '我叫欧阳铁柱，车牌宁A8K2X7，身份证640102199003072215，电话13800138000，驾照丢了');
  await say(citizen, '我家的秘密是酸菜');
  await say(citizen, '让我女儿慕容秋水一起看');
  const agreed = await say(citizen, '同意');
  const door = /\/helper\/[\w.-]+/u.exec(JSON.stringify(agreed))?.[0] ?? '/helper/none';
  const helper: Caller = { cookie: '' };
  const entered = await fetch(`${product.url}${door}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: product.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  helper.cookie = entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  expect(JSON.stringify(await say(helper, '帮手说的悄悄话'))).toContain('慕容秋水');
  const { conversation } = await say(citizen, '人工');
  const { id } = conversation as { id: string };
  const desk = `/api/desk/conversations/${id}`;
  await call(liu, 'POST', `${desk}/claim`, {});
  await call(liu, 'POST', `${desk}/messages`, { delivery: randomUUID(), text: '欧阳铁柱您好', seen: 99 });
  await call(liu, 'POST', `${desk}/notes`, { delivery: randomUUID(), text: '内部：此人难缠', mentions: [] });
  await call(liu, 'POST', `${desk}/steps`, {
    delivery: randomUUID(),
    seen: 99,
    where: '12123',
    title: '欧阳铁柱的三步',
    steps: ['我家的秘密是酸菜', '填13800138000', '点确定'],
  });
  const drawn = { on: id, width: 9, height: 9, marks: [{ kind: 'text', at: [0.5, 0.5], says: '欧阳铁柱' }] };
  socket.send(JSON.stringify({ action: 'draw', ticket, conversation: id, ...drawn }));
  // There is no such photo: what is refused tells no more than what is taken.
  await call(liu, 'POST', `${desk}/drawings`, { delivery: randomUUID(), seen: 99, ...drawn });
  await call(liu, 'POST', `${desk}/reveal`, { field: 'phone', reason: '回电话核实' });
  const { sheet } = (await call(liu, 'POST', '/api/sheets', {
    id: '01JABCDEFGHJKMNPQRSTVWXYZ0',
    conversation: id,
    service: 'licence-replace-lost',
  })) as { sheet: { papers: { paper: string }[] } };
  const explained = { act: 'explain', delivery: randomUUID(), seen: 1, explanation: '封面写着欧阳' };
  await call(liu, 'POST', '/api/sheets/01JABCDEFGHJKMNPQRSTVWXYZ0/acts', {
    ...explained,
    paper: sheet.papers[0]?.paper ?? '',
  });
  await call(liu, 'POST', '/api/checks', { code: '封面写着欧阳' });
  // What fails must not tell more than what works.
  await call(citizen, 'POST', '/api/chat/messages', {
    delivery: 'x',
    content: { type: 'text', text: '我家的秘密是酸菜' },
    after: 0,
  });
  await fetch(`${product.url}/api/chat/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bancheng': '1' },
    body: '{"我家的秘密是酸菜"',
  });
  await call(liu, 'PUT', '/api/broadcasts/yinchuan-2026-11-09', {
    version: 1,
    title: '欧阳铁柱 13800138000',
    items: [],
  });
  await call(liu, 'GET', '/api/desk/search?q=8000');
  await call(liu, 'POST', '/api/desk/live', { conversation: id, how: 'voice' });
  const { live } = (await call(citizen, 'GET', '/api/live')) as { live: { id: string } };
  await call(citizen, 'POST', `/api/live/${live.id}/accept`, {});
  await call(citizen, 'POST', `/api/live/${live.id}/helper`, { helper: randomUUID(), name: '欧阳铁柱' });
  await call(stranger, 'POST', '/api/live/helper', { slip: '我家的秘密是酸菜' });
  await call(liu, 'POST', `/api/desk/live/${live.id}/end`, { outcome: 'not-solved' });
  await call(liu, 'POST', `${desk}/back-to-bot`, {});
  socket.close();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const logs = product.logs();
  expect(logs).toContain('request-answered');
  for (const secret of secrets) expect([secret, logs.includes(secret)]).toEqual([secret, false]);
}, 60_000);

/** A browser without script, at the running product. */
function walker(): Visitor {
  const who = visitor();
  who.raw = async (method, path, body) => {
    const answer = await fetch(new URL(path, product.url), {
      method,
      redirect: 'manual',
      headers: {
        origin: product.url,
        cookie: who.cookies.join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { body } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const pair = cookie.split(';')[0] ?? '';
      const name = `${pair.split('=')[0] ?? ''}=`;
      who.cookies = [...who.cookies.filter((kept) => !kept.startsWith(name)), pair];
    }
    return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
  return who;
}

type Sent = { to: string; template: string; values: Record<string, string> };
const sentTo = async (phone: string): Promise<Sent[]> =>
  ((await (await fetch(`${product.url}/dev/inbox.json`)).json()) as Sent[]).filter(({ to }) => to === phone);

const reporter = { name: '司马青峦', plate: '宁A·7Q9Z3', phone: '13909517746' };
const typed = {
  what: '补领行驶证跑了好几回，窗口每回说的都不一样，我的车宁A7Q9Z3，电话13909517746',
  said: '让我回去等石榴开花',
  where: '城东那个玻璃棚子',
  wanted: '想知道到底还缺哪张纸片',
};
const written = {
  call: '电话13909517746里说清了，车是宁A7Q9Z3，他嗓门很大',
  memo: '内部：这家的表弟在隔壁窗口',
  reveal: '照着号码回拨一下',
  asks: '对方说是远房舅舅，想核一核',
  granted: '只许核对这一回',
  message: '您的底档今天调出来了',
  answer: '宁A7Q9Z3的行驶证已经补好，带着蓝色文件袋来',
  goTo: '找穿绿马甲的那位',
  rule: '《机动车登记规定》第三十三条第二款',
  words: '等得茶都凉了三回',
  heard: '他说茶凉不要紧，态度要紧',
  added: '补一句：我下午三点后才有空',
};

test('a matter from the form to the call-back leaves no word in any log, and none of ledger and bulletin shows who it was', async () => {
  const who = walker();
  const form = await who.get('/report');
  const asked = await who.submit(form, '/report', {
    office: 'yinchuan',
    problem: 'repeat-visits',
    visits: '4趟',
    who: 'self',
    contact: 'phone',
    ...typed,
    ...reporter,
  });
  const phoneCode = (await sentTo(reporter.phone))[0]?.values['code'] ?? 'none';
  await who.submit(asked, '/report/phone', { code: phoneCode === '000000' ? '000001' : '000000' });
  const receipt = await who.submit(asked, '/report/phone', { code: phoneCode });
  const number = /YC-\d{4}-\d{3,}/u.exec(receipt.text)?.[0] ?? 'none';
  const code = /查询码 ([A-Z0-9]{8})/u.exec(receipt.text)?.[1] ?? 'none';
  const found = await who.submit(await who.get('/track?other=1'), '/track', { number, code });
  expect(found.path).toBe('/track/matter');
  const does = async (fields: Record<string, string>): Promise<void> => {
    const done = await who.post('/track/act', { delivery: randomUUID(), ...fields });
    expect([fields['act'], done.status]).toEqual([fields['act'], 200]);
  };
  await does({ act: 'add', 'add-text': written.added });

  const [liu, ding, chen] = [await signIn('liu'), await signIn('ding'), await signIn('chen')];
  for (const q of [reporter.phone, reporter.plate, reporter.name, number])
    await call(liu, 'GET', `/api/matters/search?q=${encodeURIComponent(q)}`);
  const { rows } = await call(liu, 'GET', `/api/matters/search?q=${number}`);
  const path = `/api/matters/${(rows as { id: string }[])[0]?.id ?? 'none'}`;
  const act = async (officer: Caller, what: { act: string } & Record<string, unknown>): Promise<void> => {
    const file = (await call(officer, 'GET', path)) as { row?: { version: number } };
    const acted = await call(officer, 'POST', `${path}/acts`, {
      delivery: randomUUID(),
      seen: file.row?.version ?? 0,
      what,
    });
    expect([what.act, acted['row'] !== undefined]).toEqual([what.act, true]);
  };
  await act(liu, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  await act(liu, { act: 'contact', how: 'call', reached: true, words: written.call });
  await call(liu, 'POST', `${path}/notes`, { delivery: randomUUID(), text: written.memo, mentions: ['ding'] });
  await call(liu, 'POST', `${path}/reveal`, { field: 'phone', reason: written.reveal });
  await act(ding, { act: 'ask-reveal', field: 'phone', reason: written.asks });
  const { revealAsks } = (await call(chen, 'GET', path)) as { revealAsks: { id: string }[] };
  await act(chen, { act: 'decide-reveal', ask: revealAsks[0]?.id, grant: true, words: written.granted });
  await act(liu, { act: 'message', text: written.message });
  const answer = { outcome: 'done', text: written.answer, basis: [written.rule], goTo: written.goTo };
  await act(liu, { act: 'answer', cause: 'missing-material', answer });
  await does({ act: 'rate', grade: 'very-dissatisfied', words: written.words });
  await act(ding, { act: 'call-back', reached: true, words: written.heard });
  // What fails must not tell more than what works.
  await call(liu, 'POST', `${path}/acts`, { delivery: 'x', seen: 0, what: { act: 'message', text: written.message } });
  await who.post('/track', { number, code: written.words });
  await who.post('/report', { what: typed.what, phone: `${reporter.phone}9` });

  product.startSweeps(1000);
  // Until the stream has carried the last deed on and the person was told of it.
  const today = 'from=2026-11-16&to=2026-11-22';
  await eventually(
    async () => (await call(chen, 'GET', `/api/oversight/cases?figure=called-back&${today}`))['rows'],
    (cases) => {
      expect(cases).toHaveLength(1);
    },
    20_000,
  );
  await eventually(
    () => sentTo(reporter.phone),
    (sent) => {
      expect(sent.length).toBeGreaterThan(3);
    },
    30_000,
  );

  const file = async (address: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${product.url}${address}`, { headers: { cookie: chen.cookie } })).arrayBuffer());
  const book = new excel.Workbook();
  const sheet = await file(`/api/oversight/ledger?format=xlsx&${today}`);
  await book.xlsx.load(sheet as unknown as ArrayBuffer);
  const papers = {
    csv: (await file(`/api/oversight/ledger?format=csv&${today}`)).toString(),
    xlsx: JSON.stringify(book.worksheets.map((one) => one.getSheetValues())),
    bulletin: (await file('/oversight/bulletin?week=2026-W47')).toString(),
  };
  expect(papers.csv).toContain(number);
  expect(papers.xlsx).toContain(number);
  expect(papers.bulletin).toContain('2026-W47');
  for (const [name, text] of Object.entries(papers)) {
    for (const secret of [...Object.values(reporter), '宁A7Q9Z3', '7Q9Z3', '青峦', code, written.memo, written.asks])
      expect([name, secret, text.includes(secret)]).toEqual([name, secret, false]);
    expect([name, /(?<![\d.])1[3-9]\d{9}(?!\d)/u.exec(text)?.[0]]).toEqual([name, undefined]);
  }

  const logs = product.logs();
  for (const route of ['POST /report', 'POST /track', 'POST /track/act', 'POST /api/matters/{id}/acts'])
    expect(logs).toContain(`"${route}"`);
  const secrets = [
    ...Object.values(reporter),
    ...Object.values(typed),
    ...Object.values(written),
    ...['宁A7Q9Z3', '7Q9Z3', '7746', '青峦', '4趟', code, `${code.slice(0, 4)} ${code.slice(4)}`],
  ];
  for (const secret of secrets) {
    // Digits may stand in an id or a time by chance.
    const alone = new RegExp(`(?<![\\w.:-])${secret}(?![\\w-])`, 'u');
    const told = /^\d+$/u.test(secret) ? alone.test(logs) : logs.includes(secret);
    expect([secret, told]).toEqual([secret, false]);
    expect([secret, logs.includes(encodeURIComponent(secret)) && !/^\d+$/u.test(secret)]).toEqual([secret, false]);
  }
  expect(new RegExp(`(?<![\\w.:-])${phoneCode}(?![\\w-])`, 'u').test(logs)).toBe(false);
}, 120_000);
