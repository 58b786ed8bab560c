import excel from 'exceljs';
import { handOver } from '../../handlers/gateways/file-store.ts';
import { actOnMatter } from '../../functions/complaint/act-on-matter.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { openMatter } from '../../functions/complaint/open-matter.ts';
import { ringClocks } from '../../functions/complaint/ring-clocks.ts';
import { writeDigests } from '../../functions/aftermath/write-digests.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { Approvals, CasePage, Integrity, Oversight, ShownSample } from '../../models/aftermath/oversight-views.ts';
import { ShownReviews } from '../../models/aftermath/review.ts';
import { ActOnMatter, ActOnOwn, FileComplaint } from '../../models/complaint/requests.ts';
import { ComplaintId, StaffId } from '../../models/ids.ts';
import { DAY, HOUR } from '../../models/time.ts';
import { officeAt, type Clock } from '../aftermath/busy-office.ts';
import { project } from '../aftermath/project.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

const NOW = Date.parse('2026-11-20T02:20:00Z');
const period = { from: '2026-11-01', to: '2026-11-20' };
const clock: Clock = { ms: Date.parse('2026-11-03T01:10:00Z') };
let world: World;
let deps: Deps;
let bai: Caller;
let shen: Caller;
let pingluo: Caller;
const seen: { last?: string } = {};
const filed: ComplaintId[] = [];
let n = 0;

const who = (id: string, role: Officer['role']): Officer => ({
  id: StaffId.parse(id),
  name: id,
  office: 'yinchuan',
  role,
  session: 's',
});
const liu = who('liu', 'officer');
const act = async (by: Officer, id: ComplaintId, what: object): Promise<void> => {
  const opened = await openMatter(deps, by, { id });
  if (!opened.ok) throw new Error(opened.refusal.detail);
  const acted = await actOnMatter(
    deps,
    by,
    ActOnMatter.parse({ id, delivery: delivery(), seen: opened.value.row.version, what }),
  );
  if (!acted.ok) throw new Error(`${JSON.stringify(what)}: ${acted.refusal.detail}`);
};
const own = async (id: ComplaintId, what: object): Promise<void> => {
  const acted = await actOnOwn(deps, id, ActOnOwn.parse({ delivery: delivery(), what }), { sameDevice: false });
  if (!acted.ok) throw new Error(acted.refusal.detail);
};
async function report(what: string, name = '欧阳铁柱'): Promise<ComplaintId> {
  clock.ms += HOUR;
  const id = ComplaintId.parse(deps.newId());
  n += 1;
  const done = await fileComplaint(
    deps,
    FileComplaint.parse({
      id,
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { title: what.slice(0, 20), what },
      person: { name, phone: `1380013800${String(n % 10)}` },
      problem: 'repeat-visits',
      service: 'licence-replace-lost',
      notify: 'sms',
    }),
    { phoneConfirmed: true },
  );
  if (!done.ok) throw new Error(done.refusal.detail);
  filed.push(id);
  return id;
}
const answer = { outcome: 'done', text: '办好了', basis: [], goTo: '三号窗口' };
async function settle(id: ComplaintId): Promise<void> {
  await act(liu, id, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  await act(liu, id, { act: 'contact', how: 'call', reached: true, words: '说清楚了' });
  await act(liu, id, { act: 'answer', answer, cause: 'missing-material' });
}

beforeAll(async () => {
  world = await openWorld('2026-11-20T02:20:00Z');
  await employ('liu', '刘一航');
  bai = await employ('bai', '白晓光', 'manager');
  shen = await employ('shen', '沈计', 'auditor');
  pingluo = await employ('pl-mgr', '马所', 'manager', 'pingluo');
  deps = await officeAt(clock);
  for (let i = 0; i < 6; i++) await settle(await report(`跑了${String(i + 2)}趟还没办成`));
  for (const id of filed.slice(0, 4)) await own(id, { act: 'confirm' });
  await own(filed[0] as ComplaintId, { act: 'rate', grade: 'very-satisfied' });
  await own(filed[1] as ComplaintId, { act: 'rate', grade: 'dissatisfied' });
  // Two weeks later everything that was answered is filed away.
  for (let day = 0; day < 15; day++) {
    clock.ms += DAY;
    await ringClocks(deps);
  }
  await report('=HYPERLINK("http://x")，我电话13800138000，身份证640102199003072215');
  const asked = await report('-2+3 想问一下');
  await act(liu, asked, {
    act: 'ask-decline',
    decline: { kind: 'redirect', rule: '第9条', reasons: ['不归车管所'], goTo: '税务大厅' },
  });
  await project(world, seen);
  clock.ms = NOW;
}, 240_000);
afterAll(() => world.stop());

test('a manager of the city sees its counties, one of a county only its own, and the figures are the city’s or all', async () => {
  const all = await call('GET /api/oversight', bai, { ...period, office: 'all' });
  const view = Oversight.parse(all.body);
  expect(view.offices).toEqual(['yinchuan', 'yanchi', 'pingluo', 'zhongning']);
  expect(view.received).toBe(8);
  expect(view.promises[2]?.ratio).toEqual({ numerator: 1, denominator: 2, share: 0.5 });
  expect(view.promises[2]?.excluded).toContainEqual({ why: 'unrated', count: 4, cases: 'unrated' });
  expect(Oversight.parse((await call('GET /api/oversight', bai, { ...period, office: 'pingluo' })).body).received).toBe(
    0,
  );
  const theirs = await call('GET /api/oversight', pingluo, { ...period, office: 'all' });
  expect(Oversight.parse(theirs.body)).toMatchObject({ offices: ['pingluo'], received: 0 });
  for (const route of [
    'GET /api/oversight',
    'GET /api/oversight/cases',
    'GET /api/figures',
    'GET /api/oversight/ledger',
  ])
    expect([
      route,
      (
        await call(route, pingluo, {
          ...period,
          office: 'yinchuan',
          ...(route.endsWith('cases') ? { figure: 'received' } : {}),
          ...(route.endsWith('ledger') ? { format: 'csv' } : {}),
        })
      ).status,
    ]).toEqual([route, 403]);
});

test('a forged cursor, a period the wrong way round and one without end are refused', async () => {
  const cursor = Buffer.from(JSON.stringify({ office: 'yinchuan', start: '2026' })).toString('base64url');
  expect((await call('GET /api/oversight/cases', pingluo, { ...period, figure: 'received', cursor })).status).toBe(422);
  expect((await call('GET /api/oversight', bai, { from: '2026-11-20', to: '2026-11-01' })).status).toBe(422);
  expect((await call('GET /api/oversight', bai, { from: '2020-01-01', to: '2026-11-01' })).status).toBe(422);
});

test('what waits for a manager stands on a list, and leaves it with the decision', async () => {
  const before = Approvals.parse((await call('GET /api/oversight/approvals', bai)).body);
  expect(before.declines).toHaveLength(1);
  expect(before.declines[0]?.name).toBe('欧**柱');
  const id = before.declines[0]?.id as ComplaintId;
  clock.ms += HOUR;
  await act(who('bai', 'manager'), id, { act: 'decide-decline', agree: true });
  await project(world, seen);
  expect(Approvals.parse((await call('GET /api/oversight/approvals', bai)).body).declines).toEqual([]);
  const page = CasePage.parse((await call('GET /api/oversight/cases', shen, { ...period, figure: 'declined' })).body);
  expect(page.rows.map((row) => row.row?.id)).toEqual([id]);
});

test('closed matters are drawn once a day, the same ones for whoever draws, and called by somebody who did not handle them', async () => {
  expect(ShownSample.parse((await call('GET /api/oversight/sample', shen)).body).drawn).toBe(false);
  const [one, two] = await Promise.all([1, 2].map(() => call('POST /api/oversight/sample', bai)));
  const sample = ShownSample.parse(one?.body);
  expect(ShownSample.parse(two?.body).picks.map((p) => p.row.id)).toEqual(sample.picks.map((p) => p.row.id));
  expect(sample).toMatchObject({ drawn: true, of: 6 });
  expect(sample.picks).toHaveLength(3);
  const [first, second] = sample.picks.map((p) => p.row.id);
  const note = (id: unknown, result: string, caller = bai) =>
    call('POST /api/oversight/sample/{id}', caller, { id, day: sample.day, result, words: '打了电话' });
  expect((await note(first, 'not-reached')).status).toBe(200);
  expect((await note(first, 'done')).status).toBe(200);
  expect((await note(first, 'not-done')).status).toBe(409);
  const heard = ShownSample.parse((await note(second, 'not-done')).body);
  expect(heard.picks.find((p) => p.row.id === second)).toMatchObject({
    result: 'not-done',
    // The low grade that nobody called back about had raised its matter already, and chance may draw that one.
    row: { state: 'accepted', cycle: 2, level: Math.min(2, (sample.picks[1]?.row.level ?? 0) + 1) },
  });
  expect((await note(filed[7], 'done')).status).toBe(404);
  expect((await note(first, 'done', shen)).status).toBe(403);
  await project(world, seen);
  const page = CasePage.parse((await call('GET /api/oversight/cases', bai, { ...period, figure: 'sampled' })).body);
  expect(page.rows.map((row) => row.reason).sort()).toEqual([
    'done',
    'drawn',
    'drawn',
    'drawn',
    'not-done',
    'not-reached',
  ]);
});

test('three of a kind suggest a review; it is acted on with action, owner and day, and its matters point back at it', async () => {
  const before = ShownReviews.parse((await call('GET /api/oversight/reviews', bai)).body);
  expect(before.suggestions).toEqual([
    { office: 'yinchuan', service: 'licence-replace-lost', cause: 'missing-material', matters: 6 },
  ]);
  const id = deps.newId();
  const opened = {
    id,
    title: '补证要照片说不清',
    cause: 'missing-material',
    service: 'licence-replace-lost',
    cases: filed.slice(0, 3),
  };
  const review = (await call('POST /api/oversight/reviews', bai, opened)).body;
  expect((await call('POST /api/oversight/reviews', bai, opened)).body).toMatchObject({ version: review['version'] });
  const change = {
    id,
    version: 1,
    title: '补证要照片说不清',
    action: '',
    result: '',
    state: 'acting',
    cases: filed.slice(0, 4),
  };
  expect((await call('PUT /api/oversight/reviews/{id}', bai, change)).status).toBe(422);
  const full = { ...change, action: '指南写清照片尺寸', owner: 'liu', dueDay: '2026-12-01' };
  expect((await call('PUT /api/oversight/reviews/{id}', bai, full)).body).toMatchObject({
    state: 'acting',
    version: 2,
  });
  expect((await call('PUT /api/oversight/reviews/{id}', bai, full)).body).toMatchObject({ kind: 'stale' });
  expect((await call('PUT /api/oversight/reviews/{id}', pingluo, { ...full, version: 2 })).status).toBe(404);
  expect((await call('PUT /api/oversight/reviews/{id}', bai, { ...full, version: 2, state: 'done' })).status).toBe(422);
  const after = ShownReviews.parse((await call('GET /api/oversight/reviews', shen)).body);
  expect(after.suggestions).toEqual([]);
  expect(Object.values(after.reviews[0]?.numbers ?? {})).toHaveLength(4);
  const file = await openMatter(deps, liu, { id: filed[3] as ComplaintId });
  expect(file.ok && file.value.links).toContainEqual(expect.objectContaining({ to: 'review', id }));
  const stored = JSON.stringify(
    await (
      await import('../../handlers/wiring.ts')
    )
      .wired()
      .then((w) => w.table.get({ pk: `REVIEW#${id}`, sk: 'RECORD' })),
  );
  expect(stored).not.toContain('照片');
});

test('the ledger as CSV opens in Excel, masks people, and holds nothing that a spreadsheet would reckon with', async () => {
  const answered = await call('GET /api/oversight/ledger', bai, { ...period, format: 'csv' });
  expect(answered.headers['content-type']).toContain('text/csv');
  const text = Buffer.from(String(answered.body['base64']), 'base64').toString('utf8');
  expect(text.startsWith('\uFEFF编号,')).toBe(true);
  expect(text.trim().split('\r\n')).toHaveLength(9);
  expect(text).toContain('欧**柱');
  for (const secret of ['欧阳铁柱', '13800138000', '640102199003072215']) expect(text).not.toContain(secret);
  for (const cell of text.split(/,|\r\n|\n/u)) expect(cell).not.toMatch(/^"?\s*[=+@-]/u);
  expect(text).toContain(`'=HYPERLINK`);
});

test('the ledger as a workbook holds the same rows, and no formula', async () => {
  const answered = await call('GET /api/oversight/ledger', shen, { ...period, format: 'xlsx' });
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(String(answered.body['base64']), 'base64') as never);
  const sheet = book.worksheets[0];
  expect(sheet?.rowCount).toBe(9);
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      expect([null, 'string']).toContain(cell.value === null ? null : typeof cell.value);
    });
  });
});

test('whoever takes the ledger along leaves an audit line: who, which days, how many matters, and nobody’s data', async () => {
  expect((await call('GET /api/oversight/ledger', bai, { ...period, office: 'all', format: 'csv' })).status).toBe(200);
  expect(
    (await call('GET /api/oversight/ledger', pingluo, { ...period, office: 'yinchuan', format: 'csv' })).status,
  ).toBe(403);
  await project(world, seen);
  const { lines } = (await call('GET /api/audit', shen, { day: '2026-11-20' })).body as { lines: AuditLine[] };
  const exports = lines.filter(({ record }) => record.startsWith('EXPORT#'));
  const whole = exports.filter(({ facts }) => facts?.['offices']?.includes('pingluo'));
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatchObject({
    office: 'yinchuan',
    version: 1,
    happened: [{ what: 'ledger-exported', by: 'bai', reason: 'csv', amounts: { rows: 8 } }],
    facts: { from: period.from, to: period.to, offices: 'yinchuan yanchi pingluo zhongning' },
  });
  expect(exports.every(({ happened }) => happened.length === 1)).toBe(true);
  expect(JSON.stringify(exports)).not.toMatch(/欧阳|铁柱|1380013|跑了/u);
});

test('a file that is too large for an answer is handed over at an address that expires, and by no other way', async () => {
  const address = await handOver(
    'ledgers/yinchuan/x.csv',
    Buffer.from('编号'),
    'text/csv; charset=utf-8',
    'attachment; filename="ledger.csv"',
  );
  const got = await fetch(address);
  expect([got.status, got.headers.get('content-disposition'), await got.text()]).toEqual([
    200,
    'attachment; filename="ledger.csv"',
    '编号',
  ]);
  expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403);
  expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('60');
});

test('the weekly bulletin prints numerators, denominators, misses and reviews, and nobody’s name or number', async () => {
  const page = await call('GET /oversight/bulletin', bai, { week: '2026-W45', office: 'all' });
  const text = String(page.body['text']);
  expect(page.status).toBe(200);
  expect(text).toContain('2026-11-02 — 2026-11-08');
  expect(text).toContain('100%响应');
  expect(text).toContain('6/6');
  expect(text).toContain('补证要照片说不清');
  expect(text).not.toMatch(/欧阳|欧\*|铁柱|138001/u);
  expect((await call('GET /oversight/bulletin', bai, { week: '2026-W45', lang: 'en' })).body['text']).toContain(
    'Weekly bulletin',
  );
  expect((await call('GET /oversight/bulletin', pingluo, { week: '2026-W45', office: 'yinchuan' })).status).toBe(403);
  expect((await call('GET /oversight/bulletin', somebody(), { week: '2026-W45' })).status).toBe(401);
});

test('anybody reads the published digests, as a page and as data, and they say nothing else', async () => {
  await writeDigests(deps, ['yinchuan']);
  await writeDigests(deps, ['yinchuan']);
  const data = Integrity.parse((await call('GET /integrity.json', somebody())).body);
  expect(data.days.length).toBeGreaterThan(8);
  const page = await call('GET /integrity', somebody());
  for (const { hash } of data.days) expect(page.body['text']).toContain(hash);
  expect(page.body['text']).not.toMatch(/YC-\d{4}|COMPLAINT#|liu/u);
});
