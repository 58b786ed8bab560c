/** A whole journey with invented names, plates and numbers; then the functions' logs are searched for them. */
import { randomUUID } from 'node:crypto';
import { startProduct, type Running } from '../browser/product.ts';

const secrets = [
  '欧阳铁柱',
  '宁A8K2X7',
  '8K2X7',
  '13800138000',
  '640102199003072215',
  '我家的秘密是酸菜',
  '内部：此人难缠',
  '回电话核实',
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
const say = (who: Caller, text: string) =>
  call(who, 'POST', '/api/chat/messages', { delivery: randomUUID(), content: { type: 'text', text }, after: 0 });

test('no name, plate, number or word that anybody typed stands in any log, also when something fails', async () => {
  const citizen: Caller = { cookie: '' };
  const liu: Caller = { cookie: '' };
  await call(citizen, 'GET', '/api/chat?after=0');
  await call(liu, 'POST', '/api/staff/sign-in', { name: 'liu', password: 'wrong 我家的秘密是酸菜', code: '000000' });
  await call(liu, 'POST', '/api/staff/sign-in', {
    name: 'liu',
    password: product.accounts[0]?.password,
    code: product.code('liu'),
  });
  const { url, ticket } = await call(liu, 'POST', '/api/staff/socket', {});
  const socket = new WebSocket(`${String(url)}?ticket=${encodeURIComponent(String(ticket))}`);
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  await say(citizen, '我叫欧阳铁柱，车牌宁A8K2X7，身份证640102199003072215，电话13800138000，驾照丢了');
  await say(citizen, '我家的秘密是酸菜');
  const { conversation } = await say(citizen, '人工');
  const { id } = conversation as { id: string };
  const desk = `/api/desk/conversations/${id}`;
  await call(liu, 'POST', `${desk}/claim`, {});
  await call(liu, 'POST', `${desk}/messages`, { delivery: randomUUID(), text: '欧阳铁柱您好', seen: 99 });
  await call(liu, 'POST', `${desk}/notes`, { delivery: randomUUID(), text: '内部：此人难缠', mentions: [] });
  await call(liu, 'POST', `${desk}/reveal`, { field: 'phone', reason: '回电话核实' });
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
  await call(liu, 'GET', '/api/desk/search?q=8000');
  await call(liu, 'POST', `${desk}/back-to-bot`, {});
  socket.close();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const logs = product.logs();
  expect(logs).toContain('request-answered');
  for (const secret of secrets) expect([secret, logs.includes(secret)]).toEqual([secret, false]);
}, 60_000);
