/** Following a release by number and code: what is missing, the time, the decision with its way on, papers to print, helper, taking it back. */
import '../../handlers/http/release.ts';
import '../../handlers/http/releases.ts';
import { join, wired } from '../../handlers/wiring.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { callNext } from '../../functions/appointment/call-next.ts';
import type { Release } from '../../models/release/release.ts';
import { DeliveryId, type LenderId, type ReleaseId } from '../../models/ids.ts';
import type { ReleaseFile } from '../../models/release/views.ts';
import { aPhoto, applyFor } from '../office-of-releases.ts';
import { officer } from '../office-of-matters.ts';
import { enrolLender, hireAgent } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Caller, type World } from '../world.ts';
import { fieldsOf, visitor, type Shown, type Visitor } from './page-visitor.ts';

/** Wednesday, 10:20 in Shanghai, opening hours. */
let world: World;
let liu: Caller;
let bank: LenderId;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00.000Z');
  const { deps } = await wired();
  const lender = await enrolLender(deps, 1, { name: '塞上银行银川分行' });
  await hireAgent(deps, lender, 'zhou');
  bank = lender.id;
  liu = await employ('liu', '刘一航');
});
afterAll(() => world.stop());

let people = 0;
const newVisitor = (): Visitor => visitor(`10.8.0.${String((people++ % 250) + 1)}`);

async function filed(more: Parameters<typeof applyFor>[1] = {}): Promise<Release> {
  return applyFor((await wired()).deps, { lender: bank, ...more });
}
async function follow({ number, code }: Release): Promise<{ who: Visitor; shown: Shown }> {
  const who = newVisitor();
  return { who, shown: await who.submit(await who.get('/release/track'), '/release/track', { number, code }) };
}
async function does(id: ReleaseId, what: object): Promise<ReleaseFile> {
  const { row } = (await call('GET /api/releases/{id}', liu, { id })).body as ReleaseFile;
  const answer = await call('POST /api/releases/{id}/acts', liu, { id, delivery: delivery(), seen: row.version, what });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ReleaseFile;
}
const good = ['owner-identity', 'certificate'].map((kind) => ({ kind, good: true }));
const register = (more: object = {}) => ({
  mortgagedHere: true,
  seized: false,
  lenderEnrolled: true,
  copied: {
    plate: '宁AD00123',
    certificate: '640000120846',
    owner: '李某芳',
    lender: '塞上银行',
    mortgagedOn: '2023-04-18',
  },
  ...more,
});

test('number and code open it, masked; a wrong code and an unknown number are answered alike', async () => {
  const release = await filed();
  const { who, shown } = await follow({ ...release, number: release.number.toLowerCase() });
  expect(shown.path).toBe('/release/track/case');
  expect(shown.text).toContain('宁A****3');
  for (const secret of ['宁AD00123', '640000120846', '李某芳', '13800138000', release.code])
    expect(shown.html).not.toContain(secret);
  expect((await who.get('/release/track')).path).toBe('/release/track/case');
  const stranger = newVisitor();
  const say = async (number: string): Promise<string> =>
    (await stranger.submit(await stranger.get('/release/track'), '/release/track', { number, code: 'AAAAAAAA' })).text;
  expect(await say(release.number)).toMatch(/查询码和编号对不上，没有查到.+还能试4次/u);
  expect(await say('YC-1118-J999')).toMatch(/查询码和编号对不上，没有查到.+还能试4次/u);
  expect((await stranger.get('/release/track/case')).status).toBe(401);
});

test('guessing codes stops after five tries', async () => {
  const { number } = await filed();
  const who = newVisitor();
  const answers = [];
  for (let i = 0; i < 6; i++)
    answers.push(await who.submit(await who.get('/release/track'), '/release/track', { number, code: 'BBBBBBBB' }));
  expect(answers.at(-1)).toMatchObject({ status: 429 });
});

test('all defects stand there at once in words, and photos handed in again bring it back to the officer', async () => {
  const { deps } = await wired();
  const release = await filed();
  await does(release.id, { act: 'claim' });
  await does(release.id, {
    act: 'check-papers',
    verdicts: [
      { kind: 'owner-identity', good: false, defects: ['unreadable'], words: '平放再拍一张' },
      { kind: 'certificate', good: false, defects: ['incomplete'], words: '第二页也要' },
    ],
  });
  const { who, shown } = await follow(release);
  for (const said of ['还差2样', '看不清', '平放再拍一张', '没拍全', '第二页也要']) expect(shown.text).toContain(said);
  const empty = await who.submit(shown, '/release/track/act', {});
  expect(empty.text).toContain('还没有选照片');
  const again = await who.submit(shown, '/release/track/act', {
    'photos-owner-identity': await aPhoto(deps, release.id),
    'photos-certificate': await aPhoto(deps, release.id),
  });
  expect(again.text).toContain('交上了');
  expect(again.text).toContain('警官在看材料');
  expect(again.text).not.toContain('还差');
});

test('a time is kept while it is looked at, taken with a press, goes to the calendar, is moved and given back', async () => {
  const { deps } = await wired();
  const release = await filed();
  const { who } = await follow(release);
  const times = await who.get('/release/track/times');
  expect(times.text).toContain('最近的三个');
  expect(times.text).toContain('我先单独说');
  const held = await who.submit(times, '/release/track/times', {});
  expect(held.path).toMatch(/^\/release\/track\/times\/held/u);
  expect(held.text).toContain('您和银行经办人一起');
  const booked = await who.submit(held, '/release/track/times/confirm', {});
  expect(booked.text).toContain('订好了');
  const after = await deps.releases.find(release.id);
  expect(after.ok && after.value.bookings).toMatchObject([{ sides: ['owner', 'lender'] }]);
  expect(after.ok && after.value.lender?.agent?.id).toBe('zhou');
  const link = /\/release\/track\/calendar\?b=\w+/u.exec(booked.html)?.[0] ?? '';
  const file = await who.raw('GET', link, '');
  expect(file.headers?.['content-type']).toContain('text/calendar');
  expect(file.body).toContain('BEGIN:VEVENT');
  const move = await who.get('/release/track/times?move=1');
  expect(move.text).toContain('改到什么时间');
  const moved = await who.submit(move, '/release/track/times', {}, 2);
  expect(moved.text).toContain('时间改好了');
  const given = await who.submit(moved, '/release/track/times/back', {});
  expect(given.text).toContain('时间退掉了');
  const back = await deps.releases.find(release.id);
  expect(back.ok && back.value.bookings).toEqual([]);
});

test('a time that two owners want at once goes to one; the other is told so and shown what is free', async () => {
  const start = '2026-11-26T07:00:00.000Z';
  const takers = await Promise.all(Array.from({ length: 4 }, async () => (await follow(await filed())).who));
  const tried = await Promise.all(
    takers.map((who) => who.post('/release/track/times', { act: 'hold', delivery: delivery(), start, together: '1' })),
  );
  // One agent: one call at a time.
  expect(tried.filter(({ path }) => path.startsWith('/release/track/times/held'))).toHaveLength(1);
  const late = tried.find(({ status }) => status === 409);
  expect(late?.text).toContain('刚被别人约走了');
  expect(late?.text).toContain('最近的三个');
});

test('a stranger’s appointment cannot be confirmed, moved or given back', async () => {
  const one = await follow(await filed());
  const held = await one.who.submit(await one.who.get('/release/track/times?alone=1'), '/release/track/times', {});
  const booking = fieldsOf(held.html)['booking'] ?? '';
  const other = await follow(await filed());
  await other.who.post('/release/track/times/confirm', { booking });
  await other.who.post('/release/track/times/back', { booking, delivery: delivery() });
  expect((await one.who.submit(held, '/release/track/times/confirm', {})).text).toContain('订好了');
});

test('in opening hours the owner waits in line, is told the place, is called, and may leave', async () => {
  const { deps } = await wired();
  const release = await filed();
  const { who } = await follow(release);
  const early = await who.submit(await who.get('/release/track/now'), '/release/track/now', {});
  expect(early.text).toContain('材料还没看完');
  await does(release.id, { act: 'claim' });
  await does(release.id, { act: 'check-papers', verdicts: good });
  const waiting = await who.submit(await who.get('/release/track/now'), '/release/track/now', {});
  expect(waiting.text).toContain('前面没有人了');
  const called = await callNext(deps, officer('刘', 'yinchuan', 'officer'), 'video-release');
  expect(called.ok).toBe(true);
  expect((await who.get('/release/track/now')).text).toContain('轮到您了');
  const gone = await who.post('/release/track/now', { act: 'leave', delivery: delivery() });
  expect(gone.path).toBe('/release/track/case');
});

test('a refusal says ground, details, article, next step and appeal, prints, and leads to the window with everything written', async () => {
  const release = await filed();
  await does(release.id, { act: 'claim' });
  await does(release.id, { act: 'eligibility', found: register({ seized: true }) });
  await does(release.id, { act: 'refuse', ground: 'seized', words: '2026年11月由某法院查封' });
  const { who, shown } = await follow(release);
  for (const said of [
    '这次不予办理',
    '车被依法查封、扣押',
    '2026年11月由某法院查封',
    '第36条、第29条',
    '先找办理查封、扣押的机关',
    '行政复议',
    '法院起诉',
  ])
    expect(shown.text).toContain(said);
  const paper = await who.get('/release/track/paper?of=refused');
  expect(paper.text).toContain('不予办理告知');
  expect(paper.text).toContain('第36条、第29条');
  const report = await who.submit(shown, '/release/track/report', {});
  expect(report.path).toBe('/report');
  expect(fieldsOf(report.html)).toMatchObject({
    office: 'yinchuan',
    problem: 'not-accepted',
    service: 'mortgage-release-video',
  });
  expect(fieldsOf(report.html)['what']).toContain(release.number);
  expect(fieldsOf(report.html)['what']).toContain('由某法院查封');
  expect(report.html).not.toContain('13800138000');
});

test('words of a report that was begun before are kept behind those of the release', async () => {
  const release = await filed();
  const { who, shown } = await follow(release);
  await who.submit(await who.get('/report'), '/report', { what: '另一件写到一半的事' });
  const report = await who.submit(shown, '/release/track/report', {}, 0);
  expect(fieldsOf(report.html)['what']).toMatch(new RegExp(`${release.number}[\\s\\S]+另一件写到一半的事`, 'u'));
});

test('moved to the counter is no refusal: why, what exactly, and where to', async () => {
  const release = await filed();
  await does(release.id, { act: 'claim' });
  await does(release.id, { act: 'to-counter', why: 'suspicion', words: '登记证书要当面看原件' });
  const { who, shown } = await follow(release);
  expect((await who.get('/release/door')).path).toBe('/release/track/case');
  for (const said of ['转到大厅接着办', '登记证书要当面看原件', '第74条']) expect(shown.text).toContain(said);
  expect(shown.text).not.toContain('不予办理，');
  expect((await who.get('/release/track/paper?of=refused')).path).toBe('/release/track/case');
  expect((await who.get('/release/track/paper?of=approved')).path).toBe('/release/track/case');
  expect((await who.get('/release/track/paper?of=counter')).text).toContain('转办说明');
});

test('the owner takes the application back, and the time is free again', async () => {
  const { deps } = await wired();
  const release = await filed();
  const { who } = await follow(release);
  const held = await who.submit(await who.get('/release/track/times?alone=1'), '/release/track/times', {});
  const booked = await who.submit(held, '/release/track/times/confirm', {});
  const cancel = [
    ...booked.html.matchAll(/<form[^>]*action="\/release\/track\/act"[^>]*>([\s\S]*?)<\/form>/gu),
  ].findIndex((m) => (m[1] ?? '').includes('value="cancel"'));
  const gone = await who.submit(booked, '/release/track/act', {}, cancel);
  expect(gone.text).toContain('取消了');
  expect(gone.html).toContain('/release/apply');
  const bookings = await deps.bookings.of({ kind: 'release', id: release.id });
  expect(bookings.map(({ state }) => state.name)).toEqual(['cancelled']);
});

test('a helper is named by the owner, opens only the door, and no longer once the owner takes it back', async () => {
  const { deps } = await wired();
  const release = await filed();
  const { who, shown } = await follow(release);
  const none = await who.post('/release/track/act', { act: 'helper', delivery: delivery(), 'helper-name': '李强' });
  expect(none.text).toContain('请写帮忙的人的姓名');
  const named = await who.submit(shown, '/release/track/act', { 'helper-name': '李小强', 'helper-relation': '儿子' });
  expect(named.text).toContain('李*强');
  const record = await deps.releases.find(release.id);
  expect(record.ok && record.value.history.at(-1)?.what).toBe('helper-named');
  const link = /\/release\/go\/[\w.-]+/u.exec(named.html)?.[0] ?? '';
  const helper = newVisitor();
  const door = await helper.get(link);
  expect(door.path).toBe('/release/door');
  expect(door.text).toContain('您在帮李*芳');
  expect((await helper.get('/release/track/case')).status).toBe(401);
  const off = await who.post('/release/track/act', { act: 'helper-off', delivery: delivery() });
  expect(off.text).toContain('原来的链接不能用了');
  expect((await helper.get('/release/door')).status).toBe(401);
  expect((await newVisitor().get(link)).text).toContain('这个链接不能用了');
});

test('a link with one sign changed opens nothing, and one for another device runs out', async () => {
  const { who } = await follow(await filed());
  const door = await who.get('/release/door');
  expect(door.text).toContain('还没有约时间');
  expect((await newVisitor().get('/release/go/abc.def')).status).toBe(401);
  const wechat = await who.raw('GET', '/release/door', '', { 'user-agent': 'Mozilla/5.0 MicroMessenger/8.0' });
  expect(wechat.body).toContain('在浏览器打开');
  const link = await otherDevice(wechat.body ?? '');
  expect((await newVisitor().get(link)).path).toBe('/release/door');
  const payload = link.split('/').at(-1) ?? '';
  expect((await newVisitor().get(link.replace(payload.slice(0, 8), `${payload.slice(0, 7)}A`))).status).toBe(401);
});

const otherDevice = (html: string): Promise<string> =>
  Promise.resolve(/data-copy="[^"]*(\/release\/go\/[^"]+)"/u.exec(html)?.[1] ?? '');

test('photos of the lender’s papers and foreign photos are not shown', async () => {
  const { deps } = await wired();
  const release = await filed();
  const { who } = await follow(release);
  const own = release.papers[0]?.photos[0] ?? '';
  expect((await who.get(`/release/track/photos/${own}`)).path).toMatch(/^http/u);
  const foreign = await aPhoto(deps, (await filed()).id);
  expect((await who.get(`/release/track/photos/${foreign}`)).path).toBe('/release/track/case');
});

test('after hours the line is closed and says when it opens', async () => {
  const release = await filed();
  const { who } = await follow(release);
  await does(release.id, { act: 'claim' });
  await does(release.id, { act: 'check-papers', verdicts: good });
  const night = await join(
    { keeper: keeperFromEnvironment(), now: () => Date.parse('2026-11-18T13:00:00.000Z') },
    'bancheng',
  );
  const { joinOwnQueue } = await import('../../functions/release/own-queue.ts');
  expect(await joinOwnQueue(night.deps, release.id)).toMatchObject({ ok: false });
  expect(DeliveryId.safeParse(delivery()).success).toBe(true);
  expect((await who.get('/release/track/now')).text).toContain('排队');
});
