import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { z } from 'zod';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { findOwn } from '../../functions/complaint/find-own.ts';
import { listOpen311 } from '../../functions/complaint/open311-requests.ts';
import { wired } from '../../handlers/wiring.ts';
import {
  Open311Definition,
  Open311Error,
  Open311Posted,
  Open311Request,
  Open311Service,
  Open311Token,
} from '../../models/complaint/open311.ts';
import { ComplaintId, DeliveryId } from '../../models/ids.ts';
import { instantOf } from '../../models/time.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let operator: Caller;
let key: string;
const NOW = '2026-11-18T02:00:00.000Z';

beforeAll(async () => {
  world = await openWorld(NOW);
  operator = await employ('wei', '魏国', 'operator');
  key = await issue('市民热线', 1000);
});
afterAll(() => world.stop());

async function issue(client: string, perHour = 60): Promise<string> {
  return (await call('POST /api/keys', operator, { client, perHour })).body['secret'] as string;
}

type Got = { status: number; headers: Record<string, string>; text: string };
async function ask(method: string, path: string, given: Record<string, string> = {}, type?: string): Promise<Got> {
  const { handler } = await import('../../handlers/http/open311.ts');
  const form = new URLSearchParams(given).toString();
  const answer = await handler({
    routeKey: `${method} ${path}`,
    rawPath: `/open311/v2/${path}`,
    cookies: [],
    headers: { 'content-type': type ?? 'application/x-www-form-urlencoded; charset=utf-8' },
    ...(method === 'GET' ? { queryStringParameters: given } : { body: form }),
    requestContext: { http: { method, sourceIp: '127.0.0.1' }, requestId: 'r' },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2);
  return {
    status: answer.statusCode ?? 200,
    headers: (answer.headers ?? {}) as Record<string, string>,
    text: answer.body ?? '',
  };
}
const here = { jurisdiction_id: 'yinchuan' };
const json = async (method: string, path: string, given: Record<string, string> = {}) => {
  const got = await ask(method, `${path}.json`, given);
  return { ...got, body: JSON.parse(got.text) as never };
};
const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.infer<S> => schema.parse(value);

/** The XML with every named list as a list, whatever the number of its elements. */
const lists = ['service', 'request', 'error', 'attribute', 'value', 'endpoint', 'format'];
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) });
async function xml(method: string, path: string, given: Record<string, string> = {}) {
  const got = await ask(method, `${path}.xml`, given);
  expect(got.headers['content-type']).toBe('text/xml; charset=utf-8');
  expect(got.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  expect(SyntaxValidator.validate(got.text)).toBe(true);
  return {
    ...got,
    body: parser.parse(got.text) as Record<string, Record<string, Record<string, unknown>[]>>,
  };
}

const nameless = {
  ...here,
  service_code: 'system-fault',
  description: '网上交不了材料，一点提交就退回首页。',
  'attribute[when]': '昨天下午',
};
const withPhone = (phone: string, more: Record<string, string> = {}) => ({
  ...here,
  service_code: 'not-accepted',
  description: '窗口说材料不全，不说缺什么，白跑两趟。',
  'attribute[said]': '缺材料，回去问',
  'attribute[visits]': '2',
  first_name: '小兰',
  last_name: '马',
  phone,
  ...more,
});
const post = (given: Record<string, string>, by = key) => json('POST', 'requests', { api_key: by, ...given });
const codeTo = (phone: string): string => world.sms.findLast((m) => m.to === phone)?.values['code'] ?? '';

test('the services are the kinds of trouble, the same in both formats', async () => {
  const { status, headers, body } = await json('GET', 'services', here);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const services = parsed(Open311Service.array(), body);
  expect(services.find((s) => s.service_code === 'system-fault')?.type).toBe('realtime');
  expect(services.find((s) => s.service_code === 'not-accepted')?.type).toBe('batch');
  const inXml = (await xml('GET', 'services', here)).body;
  expect(inXml['services']?.['service']).toEqual(services.map((s) => ({ ...s, metadata: 'true' })));
});

test('a definition asks what the form asks, the needed marked, each place in the order once', async () => {
  const { body } = await json('GET', 'services/repeat-visits', here);
  const { attributes } = parsed(Open311Definition, body);
  expect(attributes.find((a) => a.code === 'visits')).toMatchObject({ required: true, datatype: 'number' });
  expect(attributes.map((a) => a.order)).toEqual(attributes.map((_, i) => i + 1));
  expect(attributes.find((a) => a.code === 'service')?.values?.length).toBeGreaterThan(40);
  const { body: tree } = await xml('GET', 'services/repeat-visits', here);
  const inXml = tree['service_definition'] as unknown as {
    service_code: string;
    attributes: { attribute: { code: string; values?: { value: unknown[] } }[] };
  };
  expect(inXml.service_code).toBe('repeat-visits');
  expect(inXml.attributes.attribute.map((a) => a.code)).toEqual(attributes.map((a) => a.code));
  expect(inXml.attributes.attribute.find((a) => a.code === 'service')?.values?.value).toEqual(
    attributes.find((a) => a.code === 'service')?.values,
  );
});

test('where to find the interface stands in the discovery file', async () => {
  const { body } = await json('GET', 'discovery');
  expect(body).toMatchObject({
    endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', formats: ['text/xml', 'application/json'] }],
  });
  expect((await xml('GET', 'discovery')).text).toContain('<format>text/xml</format>');
});

test.each([
  ['GET', 'services', {}, 400],
  ['GET', 'services', { jurisdiction_id: '' }, 400],
  ['GET', 'services', { jurisdiction_id: 'sfgov.org' }, 404],
  ['GET', 'services/potholes', here, 404],
  ['GET', 'requests/01JABCDEFGHJKMNPQRSTVWXYZ0', here, 404],
  ['GET', 'requests/1 or 1=1', here, 404],
  ['GET', 'tokens/nothing', here, 404],
  ['GET', 'nothing', here, 404],
  ['GET', 'requests', { ...here, start_date: 'yesterday' }, 400],
  ['GET', 'requests', { ...here, start_date: '2026-01-01T00:00:00Z', end_date: '2026-11-01T00:00:00Z' }, 400],
  ['GET', 'requests', { ...here, status: 'lost' }, 400],
  ['GET', 'requests', { ...here, service_code: 'potholes' }, 404],
  ['POST', 'requests', nameless, 403],
  ['POST', 'requests', { ...nameless, api_key: 'bck_01JABCDEFGHJKMNPQRSTVWXYZ0_' + 'a'.repeat(43) }, 403],
  ['POST', 'requests', { ...here }, 400],
  ['POST', 'requests', { ...here, service_code: 'potholes' }, 404],
])('%s %s %j answers %i with errors as the standard has them, in both formats', async (method, path, given, status) => {
  const inJson = await json(method, path, given);
  const inXml = await xml(method, path, given);
  expect([inJson.status, inXml.status]).toEqual([status, status]);
  const errors = parsed(Open311Error.array().min(1), inJson.body);
  expect(inXml.body['errors']?.['error']).toEqual(errors.map((e) => ({ ...e, code: String(e.code) })));
});

test('a form in another type, or without a known format behind the name, is refused', async () => {
  expect((await ask('POST', 'requests.json', nameless, 'application/json')).status).toBe(400);
  expect((await ask('GET', 'services', here)).status).toBe(404);
  expect((await ask('GET', 'services.yaml', here)).status).toBe(404);
  expect((await ask('DELETE', 'requests.json', here)).status).toBe(404);
});

test('what may be nameless is filed at once; number and code reach whoever reported it', async () => {
  const { status, body } = await post(nameless);
  expect(status).toBe(201);
  const [filed] = parsed(Open311Posted.array().length(1), body);
  if (filed === undefined || !('service_request_id' in filed)) throw new Error('not filed');
  const [, number = '', code = ''] = /(YC-\d{4}-\d{3,}).*?([A-Z0-9]{8})/u.exec(filed.service_notice) ?? [];
  const { deps } = await wired();
  expect(await findOwn(deps, { number, code }, 'here')).toEqual({ ok: true, value: filed.service_request_id });
  const found = await deps.complaints.find(ComplaintId.parse(filed.service_request_id));
  expect(found).toMatchObject({
    ok: true,
    value: { channel: 'open311', anonymous: true, notify: 'none', matter: { when: '昨天下午' } },
  });
});

test('the same posting again, also at once, is the same request', async () => {
  const given = { ...nameless, description: '叫号机一直死机，没人管。' };
  const all = await Promise.all(Array.from({ length: 6 }, () => post(given)));
  expect(new Set(all.map((a) => a.text)).size).toBe(1);
  const other = await post({ ...given, description: '叫号机又死机了。' });
  expect(other.text).not.toBe(all[0]?.text);
});

test('with a phone there is a token first, and a request once the phone is confirmed', async () => {
  const phone = '13900000031';
  const { status, body } = await post(withPhone(phone));
  expect(status).toBe(202);
  const [given] = parsed(Open311Posted.array().length(1), body);
  if (given === undefined || !('token' in given)) throw new Error('no token');
  const { token } = given;
  expect(body).not.toHaveProperty([0, 'service_request_id']);
  expect(given.service_notice).toContain('0031');
  const before = await json('GET', `tokens/${token}`, here);
  expect(parsed(Open311Token.array(), before.body)).toEqual([{ service_request_id: null, token }]);
  expect((await xml('GET', `tokens/${token}`, here)).body['service_requests']?.['request']).toEqual([
    { service_request_id: '', token },
  ]);
  const code = codeTo(phone);
  const wrong = code === '000000' ? '000001' : '000000';
  const confirm = (typed: string, by = key) => json('POST', `tokens/${token}`, { ...here, api_key: by, code: typed });
  expect((await confirm(wrong)).status).toBe(400);
  expect((await confirm(code, 'bck_none')).status).toBe(403);
  // An answer that was lost is asked for again.
  const [first, again] = [await confirm(code), await confirm(code)];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.text).toBe(first.text);
  const after = await json('GET', `tokens/${token}`, here);
  expect(parsed(Open311Token.array(), after.body)[0]?.service_request_id).toMatch(/^[0-9A-Z]{26}$/u);
  const { deps } = await wired();
  expect(await deps.complaints.find(ComplaintId.parse(token))).toMatchObject({
    ok: true,
    value: { person: { name: '马小兰', phone }, notify: 'sms', matter: { said: '缺材料，回去问', visits: 2 } },
  });
});

test('posted again while its code is on the way, the token is the same and no second code is sent', async () => {
  const phone = '13900000032';
  const first = await post(withPhone(phone));
  const again = await post(withPhone(phone));
  expect(again.text).toBe(first.text);
  expect(world.sms.filter((m) => m.to === phone)).toHaveLength(1);
});

test('everything that is missing or does not fit is said at once', async () => {
  const { status, body } = await post({ ...here, service_code: 'repeat-visits', phone: '12345' });
  expect(status).toBe(400);
  const errors = parsed(Open311Error.array(), body).map((e) => e.description.split(':')[0]);
  expect(errors).toEqual(expect.arrayContaining(['description', 'visits', 'phone']));
  const unreachable = await post({
    ...here,
    service_code: 'not-accepted',
    description: '不给办',
    'attribute[said]': '不行',
  });
  expect(unreachable.status).toBe(400);
});

test('anybody may read kind, office, dates and whether it is open; never words, place, number or person', async () => {
  const { deps } = await wired();
  const secret = ['马晓明', '13900000077', '宁A24680', '二号窗口的事'];
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '二号窗口的事，办不了', plate: '宁A24680', where: '二号窗口的事' },
      person: { name: '马晓明', phone: '13900000077' },
      problem: 'not-accepted',
      notify: 'sms',
      attachments: [],
    },
    { phoneConfirmed: true },
  );
  if (!filed.ok) throw new Error('not filed');
  const { id, number, code } = filed.value;
  const one = await json('GET', `requests/${id}`, here);
  const [shown] = parsed(Open311Request.array().length(1), one.body);
  expect(shown).toMatchObject({ status: 'open', service_code: 'not-accepted', agency_responsible: '银川车管所' });
  const inXml = await xml('GET', `requests/${id}`, here);
  expect(inXml.body['service_requests']?.['request']?.[0]).toMatchObject({ service_request_id: id, description: '' });
  const all = await ask('GET', 'requests.json', here);
  for (const text of [one.text, inXml.text, all.text])
    for (const word of [...secret, number, code]) expect(text).not.toContain(word);
  // Another office does not answer for it.
  expect((await json('GET', `requests/${id}`, { jurisdiction_id: 'yanchi' })).status).toBe(404);
  await actOnOwn(
    deps,
    id,
    { delivery: DeliveryId.parse(delivery()), what: { act: 'withdraw' } },
    { sameDevice: false },
  );
  expect(parsed(Open311Request.array(), (await json('GET', `requests/${id}`, here)).body)[0]?.status).toBe('closed');
});

test('requests are found by kind, status and date, several by their ids, page after page without gap or double', async () => {
  const list = async (more: Record<string, string>) => {
    const got = await json('GET', 'requests', { ...here, ...more });
    return {
      ids: parsed(Open311Request.array(), got.body).map((r) => r.service_request_id),
      next: got.headers['x-next-page'],
    };
  };
  for (let i = 0; i < 7; i++) await post({ ...nameless, description: `第${String(i)}台机器坏了` });
  const { ids: all } = await list({});
  expect(all.length).toBeGreaterThanOrEqual(9);
  const paged: string[] = [];
  let page: string | undefined;
  do {
    const got = await list({ page_size: '2', ...(page === undefined ? {} : { page }) });
    expect(got.ids.length).toBeLessThanOrEqual(2);
    // Where the list goes on says nothing that the list itself does not say.
    if (got.next !== undefined) expect(got.next).toBe(got.ids.at(-1));
    paged.push(...got.ids);
    page = got.next;
  } while (page !== undefined);
  expect(paged).toEqual(all);
  const faults = await list({ service_code: 'system-fault,appointment-shortage' });
  const closed = await list({ status: 'closed' });
  const open = await list({ status: 'open' });
  expect(faults.ids.length).toBeLessThan(all.length);
  expect([...closed.ids, ...open.ids].sort()).toEqual([...all].sort());
  expect((await list({ start_date: '2026-11-19T00:00:00+08:00' })).ids).toEqual([]);
  expect((await list({ end_date: '2026-11-18T00:00:00Z' })).ids).toEqual([]);
  expect((await list({ start_date: '2026-11-18T09:00:00+08:00', end_date: '' })).ids).toEqual(all);
  const [a = '', b = ''] = all;
  expect((await list({ page: '01JABCDEFGHJKMNPQRSTVWXYZ0' })).ids).toEqual([]);
  expect((await list({ page: 'rubbish' })).ids).toEqual([]);
  expect((await list({ service_request_id: `${b},${a}`, status: 'closed' })).ids).toEqual([b, a]);
});

test('a list over the turn of the year holds both years', async () => {
  const { deps } = await wired();
  await post({ ...nameless, description: '年底还是交不了材料' });
  const january = { ...deps, now: () => instantOf(Date.parse('2027-01-15T02:00:00.000Z')) };
  const listed = await listOpen311(january, { office: 'yinchuan' }, 'zh');
  const before = await listOpen311(deps, { office: 'yinchuan' }, 'zh');
  if (!listed.ok || !before.ok) throw new Error('refused');
  expect(listed.value.requests).not.toEqual([]);
  expect(listed.value.requests.map((r) => r.service_request_id)).toEqual(
    before.value.requests.map((r) => r.service_request_id),
  );
});

test('a key is shown once, opens one office only, is counted, and opens nothing once it is taken back', async () => {
  const mine = await issue('小程序', 2);
  const { keys } = (await call('GET /api/keys', operator)).body as { keys: { id: string; client: string }[] };
  expect(JSON.stringify(keys)).not.toContain(mine.slice(-43));
  expect((await post({ ...nameless, jurisdiction_id: 'yanchi' }, mine)).status).toBe(403);
  expect((await post({ ...nameless, description: '一' }, mine)).status).toBe(201);
  expect((await post({ ...nameless, description: '二' }, mine)).status).toBe(201);
  const third = await post({ ...nameless, description: '三' }, mine);
  expect([third.status, third.body]).toMatchObject([400, [{ code: 429 }]]);
  const id = keys.find((k) => k.client === '小程序')?.id ?? '';
  expect((await call('DELETE /api/keys/{id}', operator, { id })).status).toBe(204);
  expect((await post({ ...nameless, description: '四' }, mine)).status).toBe(403);
  expect((await call('DELETE /api/keys/{id}', operator, { id })).status).toBe(409);
  const { deps } = await wired();
  const kept = await deps.apiKeys.find(id);
  expect(kept?.history.map(({ what, by }) => `${what} ${by}`)).toEqual(['key-issued wei', 'key-revoked wei']);
});
