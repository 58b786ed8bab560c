import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { findOwn } from '../../functions/complaint/find-own.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { ringClocks } from '../../functions/complaint/ring-clocks.ts';
import { wired } from '../../handlers/wiring.ts';
import type { FileComplaint } from '../../models/complaint/requests.ts';
import type { MatterFile, MatterRow, Receipt } from '../../models/complaint/views.ts';
import { ComplaintId, DeliveryId, type ComplaintId as Id } from '../../models/ids.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
let chen: Caller;
let zhao: Caller;

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁雪');
  chen = await employ('chen', '陈思远', 'manager');
  zhao = await employ('zhao', '赵明', 'manager');
});
afterAll(() => world.stop());

/** Files an invented matter; what is not named is usual. */
async function file(over: Partial<FileComplaint> = {}): Promise<Receipt> {
  const { deps } = await wired();
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '放贷的公司注销了，解除抵押窗口说办不了，跑了三趟。', plate: '宁A24680', visits: 3 },
      person: { name: '马小兰', phone: '13900000017' },
      service: 'mortgage-release',
      problem: 'repeat-visits',
      notify: 'sms',
      attachments: [],
      ...over,
    },
    { phoneConfirmed: true },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  return filed.value;
}
const open = async (who: Caller, id: Id): Promise<MatterFile> =>
  (await call('GET /api/matters/{id}', who, { id })).body as MatterFile;
const act = (who: Caller, id: Id, seen: number, what: object, d = delivery()): Promise<Answer> =>
  call('POST /api/matters/{id}/acts', who, { id, delivery: d, seen, what });
async function does(who: Caller, id: Id, what: object): Promise<MatterFile> {
  const { row } = await open(who, id);
  const answer = await act(who, id, row.version, what);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as MatterFile;
}
const own = async (id: Id, what: Parameters<typeof actOnOwn>[2]['what']) =>
  actOnOwn((await wired()).deps, id, { delivery: DeliveryId.parse(delivery()), what }, { sameDevice: false });
const accept = { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true };
const yes = {
  act: 'answer',
  cause: 'legacy-issue',
  answer: { outcome: 'done', text: '能办。', basis: ['《机动车登记规定》第89条'], goTo: '城东大厅3号窗口，找刘一航' },
};

test('a matter goes from filing to a confirmed answer, with every step in its file', async () => {
  const { id, number, code } = await file();
  expect(number).toMatch(/^YC-1118-\d{3}$/);
  expect((await open(liu, id)).row).toMatchObject({ state: 'filed', name: '马*兰', plate: '宁A****0' });
  expect((await does(liu, id, accept)).row).toMatchObject({ state: 'working', owner: { id: 'liu' } });
  await does(liu, id, { act: 'contact', how: 'call', reached: true, words: '通话4分钟，约好查询授权' });
  const asked = await does(liu, id, { act: 'ask', for: 'consent', text: '请您签一张查询授权。' });
  expect(asked.answerBy.state).toBe('pause');
  expect(await own(id, { act: 'add', text: '签好了，照片发您', attachments: [] })).toMatchObject({ ok: true });
  expect((await open(liu, id)).row).toMatchObject({ state: 'working', news: true });
  const told = await does(liu, id, yes);
  expect(told).toMatchObject({ row: { state: 'resolved' }, cause: 'legacy-issue', answer: { outcome: 'done' } });
  const found = await findOwn((await wired()).deps, { number, code }, 'here');
  expect(found).toEqual({ ok: true, value: id });
  expect(await own(id, { act: 'confirm' })).toMatchObject({
    ok: true,
    value: { state: 'confirmed', may: { rate: true } },
  });
  expect(await own(id, { act: 'rate', grade: 'satisfied', reasons: [] })).toMatchObject({ ok: true });
  expect(await own(id, { act: 'rate', grade: 'very-satisfied', reasons: [] })).toMatchObject({ ok: false });
  const file_ = await open(liu, id);
  expect(file_.history.map((h) => h.what)).toEqual(
    expect.arrayContaining([
      'filed',
      'seen',
      'accepted',
      'claimed',
      'first-contact',
      'asked-citizen',
      'resumed',
      'answered',
      'confirmed',
    ]),
  );
  // The one who handled it does not see the grade before it is filed away; another officer may.
  expect(file_.rating).toBeUndefined();
  expect((await open(ding, id)).rating).toMatchObject({ grade: 'satisfied' });
});

test('the same draft handed in again, also at once, is one matter with one number', async () => {
  const { deps } = await wired();
  const id = ComplaintId.parse(deps.newId());
  const receipts = await Promise.all(Array.from({ length: 8 }, () => file({ id })));
  expect(new Set(receipts.map((r) => r.number)).size).toBe(1);
  expect((await deps.complaints.entries(id)).length).toBe(1);
});

test('of fifty officers who claim one matter exactly one gets it', async () => {
  const { id } = await file();
  await does(chen, id, { ...accept, take: false });
  const { version } = (await open(chen, id)).row;
  const claims = await Promise.all(
    Array.from({ length: 50 }, (_, i) => act(i % 2 === 0 ? liu : ding, id, version, { act: 'claim' })),
  );
  expect(claims.filter((a) => a.status === 200)).toHaveLength(1);
  expect(claims.filter((a) => a.status === 409)).toHaveLength(49);
  const { history } = await open(chen, id);
  expect(history.filter((h) => h.what === 'claimed')).toHaveLength(1);
});

test('of two who decide at once one saves, the other gets what changed', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const { version } = (await open(liu, id)).row;
  const both = await Promise.all([
    act(liu, id, version, yes),
    act(chen, id, version, { act: 'transfer', to: 'ding', reason: '请丁雪接着办' }),
  ]);
  expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
  const lost = both.find((a) => a.status === 409);
  expect(lost?.body).toMatchObject({
    kind: 'stale',
    file: { row: { state: expect.stringMatching(/resolved|assigned/) as string } },
  });
});

test('a deed that is delivered twice is done once', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const { version } = (await open(liu, id)).row;
  const d = delivery();
  const message = { act: 'message', text: '今天下午给您答复。' };
  const answers = await Promise.all([1, 2, 3].map(() => act(liu, id, version, message, d)));
  expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
  expect((await open(liu, id)).entries.filter((e) => e.kind === 'message')).toHaveLength(1);
});

test('words of many people at once are all kept', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const said = Array.from({ length: 12 }, (_, i) => `第${String(i)}句`);
  await Promise.all(
    said.map((text, i) =>
      i % 2 === 0 ? own(id, { act: 'add', text, attachments: [] }) : act(liu, id, 99, { act: 'message', text }),
    ),
  );
  const { entries } = await open(liu, id);
  expect(entries.map((e) => e.text)).toEqual(expect.arrayContaining(said));
  expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => i + 1));
});

test('a decline is agreed by a second person, and the citizen reads rule, reasons and the right door', async () => {
  const { id } = await file();
  const decline = {
    kind: 'redirect',
    rule: '《信访工作条例》第22条',
    reasons: ['公租房不归车管所'],
    goTo: '区住房保障中心，0951开头的电话以其公布为准',
  };
  expect((await act(liu, id, 99, { act: 'ask-decline', decline: { ...decline, goTo: '' } })).status).toBe(422);
  await does(liu, id, { act: 'ask-decline', decline });
  expect((await act(liu, id, 99, { act: 'decide-decline', agree: true })).status).toBe(403);
  expect((await does(chen, id, { act: 'decide-decline', agree: true })).row.state).toBe('declined');
  const { deps } = await wired();
  const { readOwn } = await import('../../functions/complaint/find-own.ts');
  expect(await readOwn(deps, id)).toMatchObject({ ok: true, value: { decline, may: { reopen: true } } });
});

test('an extension is asked before the end, approved by another, once', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const before = (await open(liu, id)).answerBy.dueAt;
  await does(liu, id, { act: 'ask-extension', days: 5, reason: '等外省回函' });
  const after = await does(zhao, id, { act: 'decide-extension', approve: true });
  expect(after.answerBy.dueAt > before).toBe(true);
  expect((await act(liu, id, 99, { act: 'ask-extension', days: 2, reason: '再等等' })).status).toBe(409);
});

test('a no to what the catalogue says can be done is refused without a report', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const no = {
    outcome: 'not-possible',
    text: '现在还不能办。',
    basis: ['《机动车登记规定》第36条'],
    reasons: ['车被查封'],
    goTo: '办理查封的机关',
  };
  const bare = await act(liu, id, 99, { act: 'answer', cause: 'rigid-policy', answer: no });
  expect(bare).toMatchObject({ status: 422, body: { kind: 'bad-input' } });
  const told = await does(liu, id, {
    act: 'answer',
    cause: 'rigid-policy',
    answer: { ...no, report: '法院查封，查询单在档' },
  });
  expect(told.row.waitsFor).toBe('report');
  expect((await does(chen, id, { act: 'read-report' })).report).toMatchObject({ readBy: 'chen' });
});

test('two reports of one person become one and are taken apart again', async () => {
  const [a, b] = [await file(), await file()];
  const merged = await does(liu, a.id, { act: 'merge', into: b.id });
  expect(merged).toMatchObject({ row: { state: 'merged' }, mergedInto: { number: b.number } });
  expect((await open(liu, b.id)).merged).toEqual([{ id: a.id, number: a.number }]);
  expect((await does(liu, a.id, { act: 'unmerge' })).row.state).toBe('filed');
  expect((await open(liu, b.id)).merged).toEqual([]);
  const other = await file({ person: { name: '吴建国', phone: '13900000018' } });
  expect((await act(liu, a.id, 99, { act: 'merge', into: other.id })).status).toBe(422);
});

test('the lists show what is mine, new, waiting and answered, earliest due first, with counts', async () => {
  const { id } = await file();
  await does(ding, id, accept);
  const list = async (view: string) =>
    (await call('GET /api/matters', ding, { view })).body as { rows: MatterRow[]; counts: Record<string, number> };
  const mine = await list('mine');
  expect(mine.rows.map((r) => r.id)).toContain(id);
  expect(mine.rows.every((r) => r.owner?.id === 'ding')).toBe(true);
  expect(mine.counts['mine']).toBe(mine.rows.length);
  const all = await list('all');
  expect(all.rows.map((r) => r.clock.dueAt)).toEqual(all.rows.map((r) => r.clock.dueAt).sort());
  expect(all.counts['all']).toBe(all.rows.length);
});

test('a matter is found by number, plate, phone tail, name and pinyin, and only in its own office', async () => {
  const { id, number } = await file({
    person: { name: '何玉珍', phone: '13812345566' },
    matter: { what: '补的驾驶证寄丢了', plate: '宁A86420' },
  });
  for (const q of [number, '宁A·86420', '5566', '13812345566', '何玉珍', 'heyuzhen', 'hyz']) {
    const { rows } = (await call('GET /api/matters/search', liu, { q })).body as { rows: MatterRow[] };
    expect([q, rows.map((r) => r.id)]).toEqual([q, [id]]);
  }
  const far = await employ('ma', '马文', 'officer', 'zhongning');
  expect((await call('GET /api/matters/search', far, { q: number })).body).toEqual({ rows: [] });
  expect((await call('GET /api/matters/{id}', far, { id })).status).toBe(404);
});

test('the whole phone is shown to the one who handles it, for a reason that stays in the file', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  expect(
    (await call('POST /api/matters/{id}/reveal', ding, { id, field: 'phone', reason: '想打电话问问' })).status,
  ).toBe(403);
  const shown = await call('POST /api/matters/{id}/reveal', liu, { id, field: 'phone', reason: '首次联系本人' });
  expect(shown.body).toEqual({ value: '13900000017' });
  const { memos, history } = await open(liu, id);
  expect(memos).toContainEqual(expect.objectContaining({ kind: 'reveal', text: '首次联系本人', by: 'liu' }));
  expect(history.map((h) => h.what)).toContain('revealed');
});

test('numbers that somebody typed into their words stand masked on the officer’s screen, in lists and titles', async () => {
  const { id } = await file({ matter: { what: '我的手机13812345678，身份证11010519491231002X，窗口说查不到' } });
  expect(await own(id, { act: 'add', text: '打我电话13812345678', attachments: [] })).toMatchObject({ ok: true });
  const shown = JSON.stringify(await open(liu, id));
  for (const secret of ['13812345678', '11010519491231002X']) expect(shown).not.toContain(secret);
  expect(shown).toContain('138****5678');
});

test('a code that does not fit opens nothing, and guessing is stopped', async () => {
  const { number, code } = await file();
  const { deps } = await wired();
  for (let i = 0; i < 5; i++)
    expect(await findOwn(deps, { number, code: 'AAAAAAAA' }, 'guesser')).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  expect(await findOwn(deps, { number, code }, 'guesser')).toMatchObject({ refusal: { kind: 'too-many' } });
  expect(await findOwn(deps, { number, code }, 'elsewhere')).toMatchObject({ ok: true });
  expect(await findOwn(deps, { number: 'YC-1118-999', code }, 'elsewhere')).toMatchObject({
    refusal: { kind: 'not-found' },
  });
});

test('looking often with the right code shuts nobody out', async () => {
  const { id, number, code } = await file();
  const { deps } = await wired();
  for (let i = 0; i < 8; i++) expect(await findOwn(deps, { number, code }, 'village')).toEqual({ ok: true, value: id });
});

test('without a phone only what needs no file of one’s own can be reported', async () => {
  const { deps } = await wired();
  const anonymous = (problem: FileComplaint['problem']) =>
    fileComplaint(
      deps,
      {
        id: ComplaintId.parse(deps.newId()),
        office: 'yinchuan',
        channel: 'form',
        language: 'zh',
        matter: { what: '窗口的人态度不好' },
        person: {},
        problem,
        notify: 'none',
        attachments: [],
      },
      { phoneConfirmed: false },
    );
  expect(await anonymous('attitude-or-buck-passing')).toMatchObject({ ok: true });
  expect(await anonymous('not-accepted')).toMatchObject({ ok: false, refusal: { kind: 'bad-input' } });
});

test('what is stored holds no name, phone, plate or word of the matter in the clear', async () => {
  const { id } = await file({
    person: { name: '冯春燕', phone: '13755556666' },
    matter: { what: '年检预约三次都被取消了', plate: '宁A97531' },
  });
  await does(liu, id, accept);
  await does(liu, id, yes);
  const { table } = await wired();
  const { items } = await table.query({ pk: `COMPLAINT#${id}` });
  const text = JSON.stringify(items);
  for (const secret of ['冯春燕', '13755556666', '年检预约', '宁A97531', '97531', '能办。', '城东大厅'])
    expect(text).not.toContain(secret);
});

test('the sweep costs what is due, rings each clock once and leaves the officer’s screen valid', async () => {
  const { id } = await file();
  await does(liu, id, accept);
  const { version } = (await open(liu, id)).row;
  const { deps } = await wired();
  const later = { ...deps, now: () => '2026-11-23T06:00:00.000Z' as never };
  await Promise.all([ringClocks(later), ringClocks(later), ringClocks(later)]);
  const { history } = await open(liu, id);
  expect(history.filter((h) => h.what === 'reminded')).toHaveLength(1);
  expect(history.filter((h) => h.what === 'contact-missed')).toHaveLength(1);
  expect((await act(liu, id, version, yes)).status).toBe(200);
});
