import type { Deps } from '../../functions/deps.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { LenderId } from '../../models/ids.ts';
import { enterLender } from '../../models/release/lender-changes.ts';
import type { LenderRow, OpenedLender, ShownLender } from '../../models/release/lender-views.ts';
import { creditCode, details, enrolLender, papers } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let liu: Caller;
let chen: Caller;
let zhao: Caller;
let away: Caller;
beforeAll(async () => {
  world = await openWorld();
  ({ deps } = await join({ keeper: keeperFromEnvironment() }, 'bancheng'));
  liu = await employ('liu', '刘一航');
  chen = await employ('chen', '陈思远', 'manager');
  zhao = await employ('zhao', '赵文清', 'auditor');
  away = await employ('bao', '保国华', 'manager', 'pingluo');
});
afterAll(() => world.stop());

const wanted = (n: number) => {
  const { licence: _l, seal: _s, ...rest } = details({ code: creditCode(n), name: `贺兰银行${String(n)}` });
  return rest;
};
const register = async (n: number, by = liu): Promise<ShownLender> => {
  const answer = await call('POST /api/lenders', by, wanted(n));
  expect([n, answer.status]).toEqual([n, 200]);
  return answer.body['lender'] as ShownLender;
};
/** A photo as the page adds it: announced, put, named. */
async function addPhoto(id: string, by = liu): Promise<string> {
  const bytes = Buffer.from(`photo ${String(Math.random())}`);
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
  const { body } = await call('POST /api/lenders/{id}/photos', by, {
    id,
    mime: 'image/png',
    bytes: bytes.length,
    sha256,
    width: 10,
    height: 10,
  });
  const { url, headers } = body['upload'] as { url: string; headers: Record<string, string> };
  expect((await fetch(url, { method: 'PUT', headers, body: bytes })).status).toBe(200);
  return body['attachment'] as string;
}
const change = (lender: ShownLender, more: Record<string, unknown>, by = liu): Promise<Answer> =>
  call('PUT /api/lenders/{id}', by, {
    id: lender.id,
    version: lender.version,
    name: lender.name,
    code: lender.code,
    kind: lender.kind,
    licence: lender.licence,
    seal: lender.seal,
    ...more,
  });
const decide = (lender: ShownLender, what: object, by = chen): Promise<Answer> =>
  call('POST /api/lenders/{id}/acts', by, { id: lender.id, version: lender.version, what });
const shown = (answer: Answer): ShownLender => {
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body['lender'] as ShownLender;
};

test('an officer enters a lender, adds its papers, a manager approves it, and the contact is told', async () => {
  const entered = await register(100);
  expect(entered.missing).toEqual(['licence', 'seal']);
  expect((await decide(entered, { act: 'approve' })).body['sentence']).toContain('还差执照或印章');
  const full = shown(
    await change(entered, { licence: [await addPhoto(entered.id)], seal: [await addPhoto(entered.id)] }),
  );
  const approved = shown(await decide(full, { act: 'approve' }));
  expect(approved.state.name).toBe('approved');
  expect(approved.history.map(({ what, by }) => [what, by])).toEqual([
    ['lender-entered', 'liu'],
    ['lender-changed', 'liu'],
    ['lender-approved', 'chen'],
  ]);
  expect(world.sms.at(-1)).toMatchObject({ to: '13995000001', template: 'lender-approve' });
  const photo = full.licence[0] ?? '';
  expect((await call('GET /api/lenders/{id}/photos/{photo}', zhao, { id: entered.id, photo })).status).toBe(302);
});

test('a manager who entered a lender does not approve it', async () => {
  const entered = await register(101, chen);
  const full = shown(
    await change(entered, { licence: [await addPhoto(entered.id)], seal: [await addPhoto(entered.id)] }, chen),
  );
  expect(full.ownEntry).toBe(true);
  expect(await decide(full, { act: 'approve' })).toMatchObject({
    status: 403,
    body: { sentence: expect.stringContaining('另一位负责人') as string },
  });
});

test('an application is returned with all reasons in one message, mended, and approved', async () => {
  const entered = await register(102);
  const returned = shown(
    await decide(entered, { act: 'return', reasons: ['seal-missing', 'licence-missing'], note: '印章要红章' }),
  );
  expect(returned.state).toMatchObject({ reasons: ['seal-missing', 'licence-missing'] });
  expect(world.sms.at(-1)).toMatchObject({
    template: 'lender-return',
    values: { count: '2', reasons: '缺营业执照照片；缺印章印样照片', link: 'http://localhost:3000/lenders/apply' },
  });
  const mended = shown(
    await change(returned, { licence: [await addPhoto(entered.id)], seal: [await addPhoto(entered.id)] }),
  );
  expect(mended).toMatchObject({ state: { name: 'applied' }, missing: [] });
  expect(mended.note).toBeUndefined();
  expect(shown(await decide(mended, { act: 'approve' })).state.name).toBe('approved');
});

test('of two who decide about the same version one does, and the other is shown the newest', async () => {
  const entered = await register(103);
  const answers = await Promise.all([
    decide(entered, { act: 'return', reasons: ['seal-missing'] }),
    decide(entered, { act: 'return', reasons: ['licence-missing'] }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a doubtful code is taken and shown as doubtful', async () => {
  const answer = await call('POST /api/lenders', liu, { ...wanted(104), code: '91350211m0000xuf46' });
  expect(shown(answer)).toMatchObject({ code: '91350211M0000XUF46', doubt: 'check-digit' });
});

test('a code that is registered leads to the lender that has it; another office may enter the same', async () => {
  const first = await register(105);
  const answer = await call('POST /api/lenders', liu, wanted(105));
  expect(answer).toMatchObject({ status: 422, body: { known: first.id } });
  expect((await call('POST /api/lenders', away, wanted(105))).status).toBe(200);
});

test('of twenty who enter one code at the same moment exactly one does', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => call('POST /api/lenders', liu, wanted(106))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
  const { body } = await call('GET /api/lenders', liu, { state: 'applied' });
  expect((body['lenders'] as LenderRow[]).filter(({ code }) => code === creditCode(106))).toHaveLength(1);
});

test('a mended code frees the wrong one and cannot take another lender’s', async () => {
  const [one, two] = [await register(107), await register(108)];
  expect((await change(one, { code: creditCode(108) })).status).toBe(422);
  expect(shown(await change(one, { code: creditCode(109) })).code).toBe(creditCode(109));
  expect((await call('POST /api/lenders', liu, wanted(107))).status).toBe(200);
  expect(two.code).toBe(creditCode(108));
});

test('a number is masked, and shown whole for a reason that is kept and audited', async () => {
  const lender = await register(110);
  expect(lender.contact).toEqual({ name: '马*', phone: '139****0001' });
  expect((await call('POST /api/lenders/{id}/reveal', liu, { id: lender.id, reason: '' })).status).toBe(422);
  const { body } = await call('POST /api/lenders/{id}/reveal', liu, { id: lender.id, reason: '打电话核对执照' });
  expect(body['value']).toBe('马俊 13995000001');
  const opened = (await call('GET /api/lenders/{id}', zhao, { id: lender.id })).body as unknown as OpenedLender;
  expect(opened.lender.history.at(-1)).toMatchObject({ what: 'lender-revealed', by: 'liu', reason: 'contact' });
  expect(opened.reveals).toMatchObject([{ by: 'liu', of: 'contact', reason: '打电话核对执照' }]);
});

test('what the page shows masked stays as it was when it is left alone', async () => {
  const lender = await register(111);
  await change(lender, { name: '贺兰银行西夏支行' });
  const found = await deps.lenders.find(lender.id);
  expect(found.ok && found.value.contact).toEqual({ name: '马俊', phone: '13995000001' });
});

test('a photo of another lender, or one that never arrived, is not taken', async () => {
  const [one, two] = [await register(112), await register(113)];
  const strange = await addPhoto(two.id);
  expect((await change(one, { licence: [strange] })).status).toBe(422);
  expect((await change(one, { licence: ['01JABCDEFGHJKMNPQRSTVWXYZ7'] })).status).toBe(422);
  expect((await call('GET /api/lenders/{id}/photos/{photo}', liu, { id: one.id, photo: strange })).status).toBe(404);
});

test('another office’s lender is not there', async () => {
  const lender = await register(114);
  for (const route of ['GET /api/lenders/{id}', 'POST /api/lenders/{id}/reveal'])
    expect(
      (await call(route, away, { id: lender.id, ...(route.startsWith('POST') ? { reason: '看看是谁' } : {}) })).status,
    ).toBe(404);
  expect((await decide(lender, { act: 'return', reasons: ['other'], note: '不认识' }, away)).status).toBe(404);
});

test('lists are paged, the longest waiting first, with the count of each state', async () => {
  for (let n = 0; n < 60; n++) {
    const saved = await deps.lenders.save(
      enterLender(details({ ...papers, code: creditCode(200 + n) }), {
        id: LenderId.parse(deps.newId()),
        office: 'yanchi',
        at: deps.now(),
      }),
    );
    expect(saved.ok).toBe(true);
  }
  await enrolLender(deps, 300, {}, 'yanchi');
  const su = await employ('su', '苏敏', 'manager', 'yanchi');
  const first = (await call('GET /api/lenders', su, { state: 'applied' })).body;
  expect(first['counts']).toEqual({ applied: 60, approved: 1, returned: 0, suspended: 0 });
  const second = (await call('GET /api/lenders', su, { state: 'applied', cursor: first['next'] })).body;
  const all = [...(first['lenders'] as LenderRow[]), ...(second['lenders'] as LenderRow[])];
  expect(new Set(all.map(({ id }) => id)).size).toBe(60);
  expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).sort());
});
