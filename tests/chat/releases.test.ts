/** A release by video is arranged in the middle of a talk: asked, listed, booked, confirmed; the rest by the link; moved and called off. */
import '../../handlers/http/release.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import { usualAgentCalendar } from '../../models/appointment/resource.ts';
import type { Lender } from '../../models/release/lender.ts';
import { StaffId } from '../../models/ids.ts';
import { dayOf } from '../../models/time.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { visitor } from '../http/page-visitor.ts';
import { enrolLender, hireAgent } from '../lenders.ts';
import { delivery, openWorld, type World } from '../world.ts';
import { shows } from './stage.ts';

let world: World;
let deps: Deps;
let bank: Lender;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  wireWith({});
  ({ deps } = await wired());
  bank = await enrolLender(deps, 1, { name: '塞上银行股份有限公司银川分行' });
  await hireAgent(deps, bank, 'zhou');
});
afterAll(() => world.stop());

let phones = 13_900_030_000;
const newPhone = (): string => String((phones += 1));
const open = (): Promise<CitizenTalk> => openCitizenTalk(world, deps);
const timesIn = (shown: string): string[] => [...shown.matchAll(/\[(\d+月\d+日 \d+:\d\d)\]/gu)].map((m) => m[1] ?? '');
const linkTo = (phone: string): string =>
  world.sms.findLast((m) => m.to === phone && m.template === 'release-link')?.values['link'] ?? 'none';

/** As far as the times. */
async function toTimes(t: CitizenTalk): Promise<string> {
  await t.say('约视频解押');
  await t.say('塞上银行');
  await t.say('没有');
  await t.say('在我这儿');
  return t.ask('选时间');
}
async function booked(t: CitizenTalk, phone: string): Promise<string> {
  const [first = ''] = timesIn(await toTimes(t));
  await t.say(first);
  await t.say(phone);
  return t.ask(t.code(phone));
}

test('what was settled in the talk is filled in behind the link, and the filed release knows its time', async () => {
  const t = await open();
  const phone = newPhone();
  shows(await booked(t, phone), /订好了：11月\d+日（周.）\d+:\d\d/u, '试设备', phone.slice(-4));
  // Before anything is filed there is no call: the devices are tried by themselves, and the application goes on behind.
  const trying = await visitor('10.8.0.5').raw('GET', `${new URL(linkTo(phone)).pathname}?next=check`, '');
  expect(trying.headers?.['location']).toBe('/release/try');
  const page = visitor('10.8.0.1');
  const car = await page.get(new URL(linkTo(phone)).pathname);
  expect(car.path).toBe('/release/apply/car');
  expect(car.html).toContain(phone);
  const papers = await page.submit(car, '/release/apply/car', {
    lender: bank.id,
    owner: '马小兰',
    plate: '宁A5D123',
    vin: '042788',
    certificate: '640000120846',
    contract: 'SS-2023-0418',
    phone,
  });
  // The link went to this phone: no second code.
  const check = await page.submit(papers, '/release/apply/papers', {});
  expect(check.path).toBe('/release/apply/check');
  await page.submit(check, '/release/apply/check', {});
  // From now on the same link opens the release itself.
  expect((await visitor('10.8.0.3').get(new URL(linkTo(phone)).pathname)).path).toBe('/release/track/case');
  const [release] = await deps.releases.bySign('phone', phone);
  const [booking] = release === undefined ? [] : await deps.bookings.of({ kind: 'release', id: release.id });
  expect(release?.bookings).toMatchObject([
    { booking: booking?.id, sides: ['owner', 'lender'], startsAt: booking?.start },
  ]);
  expect(release?.lender?.agent?.id).toBe('zhou');
});

test('the time is moved and called off in the talk, and the place is free again', async () => {
  const t = await open();
  const phone = newPhone();
  await booked(t, phone);
  shows(await t.ask('改期或取消'), /换个时间，还是取消/u);
  const times = timesIn(await t.ask('换个时间'));
  shows(await t.ask(times.at(-1) ?? ''), /改好了/u);
  await t.say('改期或取消');
  shows(await t.ask('取消预约'), /取消了/u, /窗口/u);
  const draft = linkTo(phone);
  expect(draft).not.toBe('none');
});

test('of two who want the last place at once one has it, the other is offered what is left and keeps everything', async () => {
  // One agent, one place at a time: the next free time has room for one.
  const [a, b] = [await open(), await open()];
  const [first = ''] = timesIn(await toTimes(a));
  expect(timesIn(await toTimes(b))[0]).toBe(first);
  const [one, two] = await Promise.all([a.ask(first), b.ask(first)]);
  const answers = [one, two];
  expect(answers.filter((said) => /给您留着了/u.test(said))).toHaveLength(1);
  const lost = answers.find((said) => !/给您留着了/u.test(said)) ?? '';
  shows(lost, /刚被约走了/u);
  expect(timesIn(lost)).not.toContain(first);
  expect(timesIn(lost).length).toBeGreaterThan(0);
});

test('a message that is delivered three times takes one place and sends one link', async () => {
  const t = await open();
  const phone = newPhone();
  const [first = ''] = timesIn(await toTimes(t));
  const same = delivery();
  await Promise.all([1, 2, 3].map(() => t.say(first, same).catch(() => [])));
  await t.say(phone);
  const code = t.code(phone);
  const again = delivery();
  await Promise.all([1, 2, 3].map(() => t.say(code, again).catch(() => [])));
  // A carrier that is handed the same id twice delivers it once.
  const links = world.sms.filter((m) => m.to === phone && m.template === 'release-link');
  expect(new Set(links.map(({ id }) => id)).size).toBe(1);
  const taken = await deps.bookings.onDay('yinchuan', dayOf(deps.now()));
  expect(taken.filter(({ state }) => state.name === 'confirmed').map(({ reference }) => reference.id).length).toBe(
    new Set(taken.filter(({ state }) => state.name === 'confirmed').map(({ reference }) => reference.id)).size,
  );
});

test('a question in between is answered and the arranging goes on where it stood', async () => {
  const t = await open();
  await t.say('约视频解押');
  shows(await t.ask('驾照丢了怎么补'), /驾驶证|身份证/u);
  shows(await t.ask('接着约视频'), /车贷是哪家/u);
  await t.say('塞上银行');
  shows(await t.ask('算了'), /先放着/u);
  shows(await t.ask('接着约'), /查封/u);
});

test('who is seized hears the one reason with its article and the way on; a lost certificate comes first; others go to the counter', async () => {
  const seized = await open();
  await seized.say('约视频解押');
  await seized.say('塞上银行');
  shows(await seized.ask('有，法院查封了'), /第36条/u, /解除后随时来/u, /办不成事/u);
  const lost = await open();
  await lost.say('约视频解押');
  await lost.say('塞上银行');
  await lost.say('没有');
  shows(await lost.ask('找不着了'), /先补领/u, '10元');
  const counter = await open();
  await counter.say('约视频解押');
  await counter.say('塞上银行');
  await counter.say('没有');
  await counter.say('在我这儿');
  shows(await counter.ask('改去窗口'), /您和银行一起来/u, '不收费');
  const other = await open();
  await other.say('约视频解押');
  shows(await other.ask('别的银行或公司'), /窗口照样办/u);
});

test('with a court document the owner applies alone: no lender is asked for, and the office’s time is enough', async () => {
  const t = await open();
  const phone = newPhone();
  await t.say('约视频解押');
  shows(await t.ask('别的银行或公司'), /窗口照样办/u, /我有法院文书/u);
  shows(await t.ask('我有法院文书'), /您一个人就能申请/u, /查封/u);
  shows(await t.ask('没有'), /绿本/u);
  shows(await t.ask('在银行'), /先从银行取回来/u);
  shows(await t.ask('取回来了，在我这儿'), '协助执行通知书', /选时间/u);
  const shown = await t.ask('选时间');
  shows(shown, /警官有空的，最近三个/u);
  await t.say(timesIn(shown)[0] ?? '');
  await t.say(phone);
  shows(await t.ask(t.code(phone)), /订好了/u, '您和警官');
  const page = visitor('10.8.0.4');
  const car = await page.get(new URL(linkTo(phone)).pathname);
  expect(car.html).not.toContain(bank.id);
  const papers = await page.submit(car, '/release/apply/car', {
    owner: '马小兰',
    plate: '宁A5D124',
    vin: '042788',
    certificate: '640000120846',
    contract: 'SS-2023-0418',
    phone,
  });
  expect(papers.html).toContain('photos-court-ruling');
  const check = await page.submit(papers, '/release/apply/papers', {});
  expect(check.text).toContain('没有填');
  await page.submit(check, '/release/apply/check', {});
  const [release] = await deps.releases.bySign('phone', phone);
  expect(release).toMatchObject({ basis: 'court-document', sides: ['owner'], bookings: [{ sides: ['owner'] }] });
  expect(release).not.toHaveProperty('lender');
});

test('a forged or old link opens nothing', async () => {
  const page = visitor('10.8.0.2');
  expect((await page.get('/release/begun/abc.def')).path).toBe('/release');
});

test('when bank and office have no time in common, a person and the counter are offered', async () => {
  const t = await open();
  const busy = { ...usualAgentCalendar, weekly: [[], [], [], [], [], [], []] };
  const before =
    (await deps.calendars.agents([StaffId.parse('zhou')])).get(StaffId.parse('zhou')) ?? usualAgentCalendar;
  await deps.calendars.saveAgent(StaffId.parse('zhou'), { ...busy, version: before.version });
  const shown = await toTimes(t);
  shows(shown, /没有同时有空/u, /找警官|人工|警官/u);
});
