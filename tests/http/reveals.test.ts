/** A colleague asks to see one number whole, a manager decides: four eyes, one field, half an hour, no free word in the history. */
import { actOnMatter } from '../../functions/complaint/act-on-matter.ts';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { revealOnMatter } from '../../functions/complaint/reveal-on-matter.ts';
import { wired } from '../../handlers/wiring.ts';
import type { Officer } from '../../models/access/staff.ts';
import { Approvals } from '../../models/aftermath/oversight-views.ts';
import type { MatterFile } from '../../models/complaint/views.ts';
import { ComplaintId, DeliveryId, StaffId } from '../../models/ids.ts';
import { MINUTE, plus } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
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

const WHY = '车主打来电话，要核对是不是本人';
async function taken(): Promise<ComplaintId> {
  const { deps } = await wired();
  const filed = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '解除抵押的公司注销了，窗口说办不了。', plate: '宁A24680' },
      person: { name: '马小兰', phone: '13900000017' },
      problem: 'repeat-visits',
      notify: 'sms',
      attachments: [],
    },
    { phoneConfirmed: true },
  );
  if (!filed.ok) throw new Error(filed.refusal.detail);
  await does(liu, filed.value.id, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  return filed.value.id;
}
const open = async (who: Caller, id: ComplaintId): Promise<MatterFile> =>
  (await call('GET /api/matters/{id}', who, { id })).body as MatterFile;
const act = (who: Caller, id: ComplaintId, seen: number, what: object, d = delivery()): Promise<Answer> =>
  call('POST /api/matters/{id}/acts', who, { id, delivery: d, seen, what });
async function does(who: Caller, id: ComplaintId, what: object): Promise<MatterFile> {
  const answer = await act(who, id, (await open(who, id)).row.version, what);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as MatterFile;
}
/** Answers the ask's id. */
async function asks(id: ComplaintId, field = 'phone'): Promise<string> {
  const { revealAsks } = await does(ding, id, { act: 'ask-reveal', field, reason: WHY });
  return revealAsks.at(-1)?.id ?? '';
}
const look = (who: Caller, id: ComplaintId, field: string): Promise<Answer> =>
  call('POST /api/matters/{id}/reveal', who, { id, field, reason: '核对来电人' });
const waiting = async (): Promise<Approvals['revealAsks']> =>
  Approvals.parse((await call('GET /api/oversight/approvals', chen, {})).body).revealAsks;
const person = (id: string, role: Officer['role'] = 'officer'): Officer => ({
  id: StaffId.parse(id),
  name: id,
  office: 'yinchuan',
  role,
  session: 's',
});

test('a colleague asks, a manager grants, and that field of that matter is seen for half an hour, every look noted', async () => {
  const [id, other] = [await taken(), await taken()];
  expect((await look(ding, id, 'phone')).status).toBe(403);
  const ask = await asks(id);
  expect((await look(ding, id, 'phone')).status).toBe(403);
  const decided = await does(chen, id, { act: 'decide-reveal', ask, grant: true, words: '只为核对本人' });
  expect(decided.revealAsks).toEqual([
    expect.objectContaining({ id: ask, by: 'ding', field: 'phone', decidedBy: 'chen' }),
  ]);
  for (let n = 0; n < 2; n++) expect((await look(ding, id, 'phone')).body).toEqual({ value: '13900000017' });
  expect([(await look(ding, id, 'name')).status, (await look(ding, other, 'phone')).status]).toEqual([403, 403]);

  const file = await open(ding, id);
  expect(
    file.history.filter(({ what }) => what.startsWith('reveal')).map(({ what, by, reason }) => [what, by, reason]),
  ).toEqual([
    ['reveal-asked', 'ding', 'phone'],
    ['reveal-granted', 'chen', 'phone'],
    ['revealed', 'ding', 'phone'],
    ['revealed', 'ding', 'phone'],
  ]);
  expect(file.memos.map(({ id: memo, kind, by, text }) => [memo === ask, kind, by, text])).toEqual([
    [true, 'reveal-ask', 'ding', WHY],
    [false, 'reveal-answer', 'chen', '只为核对本人'],
    [false, 'reveal', 'ding', '核对来电人'],
    [false, 'reveal', 'ding', '核对来电人'],
  ]);

  const { deps } = await wired();
  const { until } = file.revealAsks[0] as { until: typeof file.row.lastAt };
  const at = (now: typeof until) =>
    revealOnMatter({ ...deps, now: () => now }, person('ding'), { id, field: 'phone', reason: '再核对一次' });
  expect(await at(plus(until, -1))).toMatchObject({ ok: true });
  expect(await at(until)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
  expect(Date.parse(until) - Date.parse(file.revealAsks[0]?.decidedAt ?? '')).toBe(30 * MINUTE);
});

test('a manager sees the request among the approvals until it is decided, and the reason is not on the list', async () => {
  const id = await taken();
  const ask = await asks(id, 'plate');
  await project(world);
  const shown = await waiting();
  expect(shown.map(({ row, ask: one }) => [row.id, one.id, one.field, one.by])).toContainEqual([
    id,
    ask,
    'plate',
    'ding',
  ]);
  expect(JSON.stringify(shown)).not.toContain(WHY);
  await does(zhao, id, { act: 'decide-reveal', ask, grant: false, words: '车牌不用看全，看编号就行' });
  await project(world);
  expect((await waiting()).map(({ row }) => row.id)).not.toContain(id);
}, 60_000);

test('a refusal says why, and opens nothing', async () => {
  const id = await taken();
  const ask = await asks(id);
  const { version } = (await open(chen, id)).row;
  expect((await act(chen, id, version, { act: 'decide-reveal', ask, grant: false })).status).toBe(422);
  expect((await act(chen, id, version, { act: 'decide-reveal', ask, grant: false, words: '  ' })).status).toBe(422);
  await does(chen, id, { act: 'decide-reveal', ask, grant: false, words: '请承办人去打' });
  expect((await look(ding, id, 'phone')).status).toBe(403);
  expect((await open(ding, id)).history.at(-1)).toMatchObject({ what: 'reveal-refused', by: 'chen', reason: 'phone' });
});

test('an officer decides about no request, and nobody about their own, whatever they have become since', async () => {
  const id = await taken();
  const ask = await asks(id);
  const { version } = (await open(liu, id)).row;
  const grant = { act: 'decide-reveal', ask, grant: true } as const;
  expect([(await act(liu, id, version, grant)).status, (await act(ding, id, version, grant)).status]).toEqual([
    403, 403,
  ]);
  const { deps } = await wired();
  const promoted = await actOnMatter(deps, person('ding', 'manager'), {
    id,
    delivery: DeliveryId.parse(delivery()),
    seen: version,
    what: grant,
  });
  expect(promoted).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } });
});

test('of two managers who decide at once one decides, and the other is told that it is stale and sees what was decided', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await taken();
    const ask = await asks(id);
    const { version } = (await open(chen, id)).row;
    const answers = await Promise.all([
      act(chen, id, version, { act: 'decide-reveal', ask, grant: true }),
      act(zhao, id, version, { act: 'decide-reveal', ask, grant: false, words: '不用看' }),
    ]);
    const lost = answers.filter(({ status }) => status === 409);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(lost[0]?.body).toMatchObject({ kind: 'stale', file: { revealAsks: [{ id: ask }] } });
    const { history, revealAsks } = await open(chen, id);
    expect(history.filter(({ what }) => what === 'reveal-granted' || what === 'reveal-refused')).toHaveLength(1);
    expect([revealAsks[0]?.decidedBy === 'chen', revealAsks[0]?.until !== undefined]).toEqual(
      answers[0].status === 200 ? [true, true] : [false, false],
    );
  }
});

test('asking and deciding, handed in twice, happen once, and throw back nobody’s answer', async () => {
  const id = await taken();
  const { version } = (await open(liu, id)).row;
  const [asked, decided] = [delivery(), delivery()];
  const ask = { act: 'ask-reveal', field: 'phone', reason: WHY };
  for (let n = 0; n < 2; n++) expect((await act(ding, id, version, ask, asked)).status).toBe(200);
  const { revealAsks } = await open(chen, id);
  expect(revealAsks).toHaveLength(1);
  expect((await act(ding, id, version, ask)).status).toBe(409);
  const grant = { act: 'decide-reveal', ask: revealAsks[0]?.id, grant: true };
  for (let n = 0; n < 2; n++) expect((await act(chen, id, version, grant, decided)).status).toBe(200);
  expect((await open(chen, id)).memos.filter(({ kind }) => kind === 'reveal-ask')).toHaveLength(1);
  const answer = {
    act: 'answer',
    cause: 'legacy-issue',
    answer: { outcome: 'done', text: '能办。', basis: ['《机动车登记规定》第89条'], goTo: '城东大厅3号窗口' },
  };
  expect((await act(liu, id, version, answer)).status).toBe(200);
});

test('who sees it at once need not ask, and what was not given is not asked for', async () => {
  const id = await taken();
  const { version } = (await open(liu, id)).row;
  const ask = (field: string) => ({ act: 'ask-reveal', field, reason: WHY });
  expect((await act(liu, id, version, ask('phone'))).status).toBe(409);
  expect((await act(chen, id, version, ask('phone'))).status).toBe(409);
  expect((await act(ding, id, version, ask('helper'))).status).toBe(404);
});

test('the call-back lets its caller see the phone, and no longer than the call is due', async () => {
  const id = await taken();
  const { deps } = await wired();
  await does(liu, id, {
    act: 'answer',
    cause: 'legacy-issue',
    answer: { outcome: 'done', text: '能办。', basis: ['《机动车登记规定》第89条'], goTo: '城东大厅3号窗口' },
  });
  const { actOnOwn } = await import('../../functions/complaint/act-on-own.ts');
  const rated = await actOnOwn(
    deps,
    id,
    { delivery: DeliveryId.parse(delivery()), what: { act: 'rate', grade: 'dissatisfied', reasons: [] } },
    { sameDevice: false },
  );
  expect(rated).toMatchObject({ ok: true });
  expect((await look(ding, id, 'phone')).status).toBe(200);
  await does(ding, id, { act: 'call-back', reached: true, words: '说清楚了' });
  expect((await look(ding, id, 'phone')).status).toBe(403);
});

test('nothing that is stored tells the reason or the words, and the audit lines hold closed words only', async () => {
  const id = await taken();
  const ask = await asks(id);
  await does(chen, id, { act: 'decide-reveal', ask, grant: true, words: '写得明明白白' });
  await project(world);
  const { deps, table } = await wired();
  const { items } = await table.query({ pk: `COMPLAINT#${id}` });
  const lines = await deps.audit.of(`COMPLAINT#${id}`);
  const mine = await table.query({ pk: 'MENTIONS#ding' });
  for (const secret of [WHY, '车主打来', '写得明明白白', '13900000017'])
    expect(JSON.stringify([items, lines, mine.items])).not.toContain(secret);
  expect(
    lines
      .flatMap(({ happened }) => happened)
      .filter(({ what }) => what.startsWith('reveal-'))
      .map(({ what, by, reason }) => [what, by, reason]),
  ).toEqual([
    ['reveal-asked', 'ding', 'phone'],
    ['reveal-granted', 'chen', 'phone'],
  ]);
}, 60_000);
