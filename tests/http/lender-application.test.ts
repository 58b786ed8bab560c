import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import type { OpenedLender, ShownLender } from '../../models/release/lender-views.ts';
import { creditCode, enrolLender } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';
import { visitor, type Shown, type Visitor } from './page-visitor.ts';

let world: World;
let deps: Deps;
let chen: Caller;
beforeAll(async () => {
  world = await openWorld();
  ({ deps } = await join({ keeper: keeperFromEnvironment() }, 'bancheng'));
  chen = await employ('chen', '陈思远', 'manager');
});
afterAll(() => world.stop());

const filled = (n: number, over: Record<string, string> = {}): Record<string, string> => ({
  office: 'yinchuan',
  name: '六盘山村镇银行',
  code: creditCode(n),
  kind: 'bank',
  contact: '田芳',
  phone: '139 0000 0830',
  ...over,
});
const begin = async (who: Visitor): Promise<Shown> => who.get('/lenders/apply');
const apply = async (n: number, over: Record<string, string> = {}, who = visitor()): Promise<Shown> =>
  who.submit(await begin(who), '/lenders/apply', filled(n, over));
const opened = async (n: number): Promise<OpenedLender> => {
  const id = await deps.lenders.byCode('yinchuan', creditCode(n));
  return (await call('GET /api/lenders/{id}', chen, { id })).body as unknown as OpenedLender;
};

test('a lender applies by itself and waits for a manager', async () => {
  const shown = await apply(1);
  expect([shown.status, shown.path, shown.text]).toEqual([
    200,
    '/lenders/apply/done',
    expect.stringContaining('收到了') as string,
  ]);
  expect((await opened(1)).lender).toMatchObject({
    name: '六盘山村镇银行',
    state: { name: 'applied' },
    contact: { phone: '139****0830' },
    ownEntry: false,
  });
});

test('everything that is wrong is told at once, and what was typed is kept', async () => {
  const shown = await apply(2, { name: '', code: '9135!', contact: '田', phone: '12' });
  expect(shown.status).toBe(422);
  expect(shown.text).toContain('还有4处要看一下');
  expect(shown.html).toContain('value="9135!"');
  expect(await deps.lenders.byCode('yinchuan', creditCode(2))).toBeUndefined();
});

test('a doubtful code is told once, and taken when it is handed in again', async () => {
  const who = visitor();
  const code = '91350211M0000XUF46';
  const doubted = await who.submit(await begin(who), '/lenders/apply', filled(3, { code }));
  expect([doubted.status, doubted.text]).toEqual([422, expect.stringContaining('最后一位和前面对不上') as string]);
  const other = await who.submit(doubted, '/lenders/apply', { code: '91350211M0000XUF47' });
  expect(other.status).toBe(422);
  const taken = await who.submit(doubted, '/lenders/apply', {});
  expect(taken.path).toBe('/lenders/apply/done');
});

test('the page says the same for a code that is known in any state, and nothing of it is changed', async () => {
  const known = await enrolLender(deps, 4, { name: '本来的银行' });
  const [fresh, same] = [await apply(5), await apply(4, { name: '冒充的银行', phone: '13900000666' })];
  expect([same.status, same.path, same.text]).toEqual([fresh.status, fresh.path, fresh.text]);
  const now = await opened(4);
  expect(now.lender).toMatchObject({ id: known.id, name: '本来的银行', state: { name: 'approved' } });
  // What was typed is not lost: it lies beside the record until somebody has called.
  expect(now.applications).toMatchObject([{ name: '冒充的银行', contact: { phone: '139****0666' } }]);
});

test('a later application takes the record’s place only when the office takes it over, and is approved anew', async () => {
  await apply(6);
  const waiting = (await opened(6)).lender;
  await call('POST /api/lenders/{id}/acts', chen, {
    id: waiting.id,
    version: waiting.version,
    what: { act: 'return', reasons: ['licence-missing', 'seal-missing'] },
  });
  await apply(6, { name: '六盘山村镇银行银川支行' });
  const { lender, applications } = await opened(6);
  expect(lender.name).toBe('六盘山村镇银行');
  const { body } = await call('POST /api/lenders/{id}/take-over', chen, {
    id: lender.id,
    version: lender.version,
    application: applications[0]?.id,
  });
  expect(body['lender'] as ShownLender).toMatchObject({
    name: '六盘山村镇银行银川支行',
    state: { name: 'applied' },
    ownEntry: true,
  });
  expect((await opened(6)).applications).toEqual([]);
});

test('the same form handed in twice is one application, also of two at the same moment', async () => {
  const who = visitor();
  const form = await begin(who);
  const both = await Promise.all([
    who.submit(form, '/lenders/apply', filled(7)),
    who.submit(form, '/lenders/apply', filled(7)),
  ]);
  expect(both.map(({ path }) => path)).toEqual(['/lenders/apply/done', '/lenders/apply/done']);
  await who.submit(form, '/lenders/apply', filled(7));
  expect((await opened(7)).applications).toEqual([]);
});

test('of ten strangers who hand in one code at once, one is the record and the others lie beside it', async () => {
  const shown = await Promise.all(Array.from({ length: 10 }, () => apply(8)));
  expect(new Set(shown.map(({ path }) => path))).toEqual(new Set(['/lenders/apply/done']));
  expect((await opened(8)).applications).toHaveLength(9);
});

test('after one lender the form begins anew for the next', async () => {
  const who = visitor();
  await who.submit(await begin(who), '/lenders/apply', filled(9));
  await who.submit(await begin(who), '/lenders/apply', filled(10));
  expect((await opened(10)).lender.code).toBe(creditCode(10));
});

test('a form from elsewhere, a robot’s and one without cookies are not taken', async () => {
  const who = visitor();
  const form = await begin(who);
  const foreign = await who.raw('POST', '/lenders/apply', 'office=yinchuan', {
    origin: 'https://evil.example',
    host: 'localhost:3000',
  });
  expect(foreign.statusCode).toBe(403);
  expect((await who.submit(form, '/lenders/apply', filled(11, { website: 'x' }))).status).toBe(422);
  const forgetful = visitor();
  expect((await forgetful.submit(form, '/lenders/apply', filled(11))).status).toBe(400);
  expect(await deps.lenders.byCode('yinchuan', creditCode(11))).toBeUndefined();
});

test('photos of somebody else’s form do not become this lender’s papers', async () => {
  const owner = visitor();
  await begin(owner);
  const bytes = Buffer.from('a paper');
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
  const announced = await owner.raw(
    'POST',
    '/lenders/apply/photos',
    JSON.stringify({ mime: 'image/png', bytes: bytes.length, sha256, width: 9, height: 9 }),
  );
  const { attachment, upload } = JSON.parse(announced.body ?? '') as {
    attachment: string;
    upload: { url: string; headers: Record<string, string> };
  };
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: bytes });
  const thief = visitor();
  await thief.submit(await begin(thief), '/lenders/apply', {
    ...filled(12),
    photos: [attachment, attachment],
  });
  expect((await opened(12)).lender).toMatchObject({ licence: [], seal: [] });
  await owner.submit(await begin(owner), '/lenders/apply', { ...filled(13), photos: [attachment, ''] });
  expect((await opened(13)).lender).toMatchObject({ licence: [attachment], seal: [] });
});

test('the page is there in English and in large type, and holds nothing of anybody', async () => {
  const shown = await visitor().get('/lenders/apply?lang=en&elder=1');
  expect(shown.text).toContain('Lenders: enrol for releases by video');
  expect(shown.html).toContain('data-elder');
  expect(shown.headers['cache-control']).toBe('no-store');
});
