import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import { sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import { cancelBooking, confirmBooking, holdSlot, rescheduleBooking } from '../../functions/appointment/book.ts';
import type { Deps } from '../../functions/deps.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import { wired } from '../../handlers/wiring.ts';
import type { SmsMessage } from '../../models/access/sms.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import { BookingId, ConversationId, DeliveryId, ReleaseId, RoomId, StaffId, type LenderId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { chooseCustody, decide, moveCertificate, register } from '../../models/release/changes/decide.ts';
import { cancel } from '../../models/release/changes/end.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { addPhotos, checkPapers, claim, noteEligibility } from '../../models/release/changes/prepare.ts';
import { endRoom, openRoom, tick } from '../../models/release/changes/session.ts';
import { shapeOf, type Release } from '../../models/release/release.ts';
import { requiredCells } from '../../models/release/steps.ts';
import { msOf, plus, type Instant } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { enrolLender, hireAgent } from '../lenders.ts';
import { applyFor, aPhoto } from '../office-of-releases.ts';
import { allTicked, copied, liu, readyFor } from '../release/some-release.ts';
import { call, delivery, openWorld, somebody, type World } from '../world.ts';

let world: World;
let deps: Deps;
let lender: LenderId;
const seen: { last?: string } = {};
const OWNER = '13800138000';
const AGENT = '13995000009';
const CONTACT = '13995000001';

beforeAll(async () => {
  // A Wednesday morning in Yinchuan: 10:00.
  world = await openWorld('2026-11-18T02:00:00.000Z');
  await import('../../handlers/http/chat.ts');
  await import('../../handlers/events/record-stream.ts');
  ({ deps } = await wired());
  const enrolled = await enrolLender(deps, 7);
  lender = enrolled.id;
  await hireAgent(deps, enrolled, 'zhou');
});
afterAll(() => world.stop());

const at = (now: Instant): Deps => ({ ...deps, now: () => now });
/** What the stream and the next sweep bring. */
async function told(office: Deps = deps): Promise<void> {
  await project(world, seen);
  await sendDueNotices(office);
}
const sent = (r: Pick<Release, 'number'>, to?: string): SmsMessage[] =>
  world.sms.filter((m) => m.values['number'] === r.number && (to === undefined || m.to === to));
const templates = (r: Pick<Release, 'number'>, to?: string): string[] => sent(r, to).map((m) => m.template);

async function does(r: Pick<Release, 'id'>, rule: (r: Release, now: Instant) => Outcome<Release>): Promise<Release> {
  const changed = await changeRelease(deps, r.id, (now, when) => {
    const ruled = rule(now, when);
    return ruled.ok ? done({ release: ruled.value }) : ruled;
  });
  if (!changed.ok) throw new Error(changed.refusal.detail);
  return changed.value;
}
const judged = (r: Release, good: boolean) =>
  r.papers.map(({ kind }) => ({ kind, good, defects: good ? [] : (['unreadable'] as const).slice() }));
const zhou = { id: StaffId.parse('zhou'), name: '周鹏' };
async function goodPapers(r: Release): Promise<void> {
  await does(r, (one, now) => claim(one, liu, now));
  await does(r, (one, now) => checkPapers(one, liu, judged(one, true), now));
  await does(r, (one, now) =>
    noteEligibility(one, liu, { mortgagedHere: true, seized: false, lenderEnrolled: true, copied }, now),
  );
}
const openWith = (r: Release, sides: Release['sides']) =>
  does(r, (one, now) => openRoom(one, liu, RoomId.parse(deps.newId()), sides, now));

async function appointment(
  office: Deps,
  r: Pick<Release, 'id' | 'number'>,
  start: string,
  comes: Booking['comes'] = ['citizen'],
): Promise<Booking> {
  const held = await holdSlot(office, {
    id: BookingId.parse(office.newId()),
    office: 'yinchuan',
    kind: 'video-release',
    reference: { kind: 'release', id: r.id },
    number: r.number,
    start: start as Instant,
    comes,
    agents: [],
  });
  if (!held.ok) throw new Error(held.refusal.detail);
  const confirmed = await confirmBooking(office, held.value.id);
  if (!confirmed.ok) throw new Error(confirmed.refusal.detail);
  return confirmed.value;
}

test('both sides are told of each step that asks something of them or ends something, each once', async () => {
  const r = await applyFor(deps, { lender });
  await does(r, (one, now) => claim(one, liu, now));
  await does(r, (one, now) => checkPapers(one, liu, judged(one, false), now));
  await told();
  for (const kind of ['owner-identity', 'certificate'] as const) {
    const photo = await aPhoto(deps, r.id);
    await does(r, (one, now) => addPhotos(one, kind, [photo], now));
  }
  await does(r, (one, now) => checkPapers(one, liu, judged(one, true), now));
  await does(r, (one, now) =>
    noteEligibility(one, liu, { mortgagedHere: true, seized: false, lenderEnrolled: true, copied }, now),
  );
  await does(r, (one, now) => takeForLender(one, zhou, now));
  const opened = await openWith(r, ['owner', 'lender']);
  await told();
  await does(r, (one, now) => done(allTicked({ ...one, sessions: opened.sessions }, now)));
  await does(r, (one, now) => decide(one, liu, { what: 'approved' }, [], now));
  await does(r, (one, now) => register(one, liu, '640120261118000123', now));
  await does(r, (one, now) => chooseCustody(one, liu, 'mail', now));
  for (const step of ['collected', 'annotated', 'sent', 'returned'] as const)
    await does(r, (one, now) => moveCertificate(one, liu, step, now, 'EMS123456789'));
  await told();
  await project(world);
  await sendDueNotices(deps);
  expect(templates(r, OWNER)).toEqual([
    'release-filed',
    'release-papers-missing',
    'release-choose-time',
    'release-agent-took',
    'release-called',
    'release-accepted',
    'release-approved',
    'release-registered',
    'release-certificate-here',
    'release-certificate-sent',
    'release-certificate-back',
  ]);
  expect(templates(r, CONTACT)).toEqual(['release-contact-filed']);
  // The certificate goes back to the owner, whose it is: the agent is told that it is done.
  expect(templates(r, AGENT)).toEqual([
    'release-agent-agent-took',
    'release-agent-called',
    'release-agent-accepted',
    'release-agent-approved',
    'release-agent-registered',
    'release-agent-certificate-back',
  ]);
  const values = Object.fromEntries(sent(r, OWNER).map((m) => [m.template, m.values]));
  expect(values['release-accepted']?.['when']).toBe('11月19日周四 17:00');
  expect(values['release-certificate-sent']?.['tracking']).toBe('EMS123456789');
  // Nothing that a stranger who sees the screen could learn from.
  expect(JSON.stringify(sent(r))).not.toMatch(/李某芳|宁AD00123|640000120846/u);
});

test('the link proves the phone it was sent to, and leads where something is to be done', async () => {
  const r = await applyFor(deps, { lender });
  await goodPapers(r);
  await told();
  const link = sent(r, OWNER).find((m) => m.template === 'release-choose-time')?.values['link'] ?? '';
  const { pathname, searchParams } = new URL(link);
  const [, , , slip = ''] = pathname.split('/');
  expect(searchParams.get('next')).toBe('times');
  expect(deps.signer.check('release-link', slip, msOf(deps.now()))).toMatchObject({ m: r.id });
  expect(deps.signer.check('release-link', slip, msOf(deps.now()) + 22 * 86_400_000)).toBeUndefined();
  const filed = sent(r, OWNER).find((m) => m.template === 'release-filed')?.values['link'];
  expect(filed).toBe(`http://localhost:3000/release/track?number=${r.number}`);
});

test('who states their will alone is told of it by nobody, the other side is', async () => {
  const r = await applyFor(deps, { lender });
  await goodPapers(r);
  await does(r, (one, now) => takeForLender(one, zhou, now));
  await openWith(r, ['owner']);
  await does(r, (one, now) => {
    const all = requiredCells(shapeOf(one));
    return done(
      // In the order of the script; what is the other side’s is refused and stays open.
      all.reduce((so, cell) => {
        const ticked = tick(readyFor(so, cell, now), liu, cell, now);
        return ticked.ok ? ticked.value : so;
      }, one),
    );
  });
  const stated = await deps.releases.find(r.id);
  expect(stated.ok && stated.value.ticked.map(({ cell }) => cell)).toContain('statement:owner');
  await told();
  expect(templates(r, AGENT)).toContain('release-agent-other-stated');
  expect(templates(r, OWNER)).not.toContain('release-other-stated');
});

test('a call that broke off is told to those who were in it, and a call that is over calls nobody', async () => {
  const r = await applyFor(deps, { lender });
  await goodPapers(r);
  await openWith(r, ['owner']);
  await does(r, (one, now) => endRoom(one, liu, 'technical', now));
  await told();
  expect(templates(r, OWNER)).toEqual(['release-filed', 'release-choose-time', 'release-call-broken']);
});

test('a cancelled release tells both sides that, and nothing that came before', async () => {
  const r = await applyFor(deps, { lender });
  await does(r, (one, now) => takeForLender(one, zhou, now));
  await does(r, (one, now) => cancel(one, undefined, 'applicant', now));
  await told();
  expect(templates(r)).toEqual(expect.arrayContaining(['release-cancelled', 'release-agent-cancelled']));
  expect(templates(r)).toHaveLength(2);
});

test('whom the bank applied for hears of it with a link that lets them go on', async () => {
  const r = await applyFor(deps, { lender, channel: 'lender' });
  await told();
  const message = sent(r, OWNER)[0];
  expect(message).toMatchObject({ template: 'release-for-you', values: { lender: '塞上银行股份有限公司银川分行' } });
  expect(message?.values['link']).toContain('/release/begun/');
});

test('who wants no word still gets what the law wants told', async () => {
  const r = await applyFor(deps, { lender, notify: 'none' });
  await does(r, (one, now) => claim(one, liu, now));
  await does(r, (one, now) => checkPapers(one, liu, judged(one, false), now));
  await does(r, (one, now) =>
    noteEligibility(one, liu, { mortgagedHere: true, seized: true, lenderEnrolled: true, copied }, now),
  );
  await told();
  await does(r, (one, now) =>
    decide(one, liu, { what: 'refused', ground: 'seized', words: '登记系统显示被查封' }, [], now),
  );
  await told();
  expect(templates(r, OWNER)).toEqual(['release-papers-missing', 'release-refused']);
});

describe('in a talk', () => {
  async function openTalk(): Promise<ConversationId> {
    const answer = await call('POST /api/chat/messages', somebody(), {
      delivery: delivery(),
      content: { type: 'text', text: '你好' },
      after: 0,
    });
    return ConversationId.parse((answer.body['conversation'] as { id: string }).id);
  }

  test('each step is one line with its button, and the own booking is not told again', async () => {
    const talk = await openTalk();
    const before = (await deps.conversations.linesAfter(talk, 0, 200)).length;
    const r = await applyFor(deps, { lender, channel: 'chat', notify: 'chat', talk });
    await goodPapers(r);
    await told();
    await appointment(deps, r, '2026-11-19T03:00:00.000Z');
    await told();
    await project(world);
    const lines = (await deps.conversations.linesAfter(talk, 0, 200)).slice(before);
    const replies = lines.map(({ content }) => (content.type === 'reply' ? content : undefined));
    expect(replies.map((one) => one?.say)).toEqual([`视频解押${r.number}的材料都合格，请选个视频时间。`]);
    expect(replies[0]?.buttons).toMatchObject([{ label: '选时间', look: 'main' }]);
    expect(templates(r, OWNER)).toEqual([]);
  });

  test('a reminder comes there, too', async () => {
    const talk = await openTalk();
    const r = await applyFor(deps, { lender, channel: 'chat', notify: 'chat', talk });
    await appointment(deps, r, '2026-11-19T03:30:00.000Z');
    const before = (await deps.conversations.linesAfter(talk, 0, 200)).length;
    await sweepBookings(at('2026-11-18T10:00:30.000Z' as Instant));
    await told();
    const [line] = (await deps.conversations.linesAfter(talk, 0, 200)).slice(before);
    expect(line?.content).toMatchObject({ say: `视频解押${r.number}是11月19日周四 11:30，身份证和绿本先备好。` });
  });
});

describe('of an appointment', () => {
  test('both are told when it is taken and moved, the evening before and an hour before, and who was not there', async () => {
    const r = await applyFor(deps, { lender });
    await does(r, (one, now) => takeForLender(one, zhou, now));
    const booking = await appointment(deps, r, '2026-11-20T02:00:00.000Z', ['citizen', 'agent']);
    await rescheduleBooking(deps, {
      id: booking.id,
      delivery: DeliveryId.parse(delivery()),
      start: '2026-11-20T03:00:00.000Z' as Instant,
    });
    await told();
    for (const now of ['2026-11-19T10:00:30.000Z', '2026-11-20T02:00:30.000Z', '2026-11-20T03:11:00.000Z']) {
      const office = at(now as Instant);
      await Promise.all([sweepBookings(office), sweepBookings(office)]);
      await told(office);
    }
    const ofTimes = (to: string): string[] => templates(r, to).filter((template) => template.startsWith('booking-'));
    expect(ofTimes(OWNER)).toEqual([
      'booking-booked',
      'booking-moved',
      'booking-day-before',
      'booking-soon',
      'booking-missed',
    ]);
    expect(ofTimes(AGENT)).toEqual([
      'booking-agent-booked',
      'booking-agent-moved',
      'booking-agent-day-before',
      'booking-agent-soon',
      'booking-agent-other-missed',
    ]);
    // Whoever reads late reads the time that counts.
    expect(sent(r, OWNER).find((m) => m.template === 'booking-booked')?.values['when']).toBe('11月20日周五 11:00');
    expect(sent(r, OWNER).find((m) => m.template === 'booking-soon')?.values['link']).toContain('next=check');
  });

  test('who calls it off is not told so, the other one is; a time that was only held is nobody’s news', async () => {
    const r = await applyFor(deps, { lender });
    await does(r, (one, now) => takeForLender(one, zhou, now));
    const booking = await appointment(deps, r, '2026-11-20T08:00:00.000Z', ['citizen', 'agent']);
    await cancelBooking(deps, booking.id, 'citizen');
    const held = await holdSlot(deps, {
      id: BookingId.parse(deps.newId()),
      office: 'yinchuan',
      kind: 'video-release',
      reference: { kind: 'release', id: r.id },
      number: r.number,
      start: '2026-11-20T07:00:00.000Z' as Instant,
      comes: ['citizen'],
      agents: [],
    });
    if (!held.ok) throw new Error(held.refusal.detail);
    await cancelBooking(deps, held.value.id, 'citizen');
    await told();
    expect(templates(r, OWNER)).not.toContain('booking-called-off');
    expect(templates(r, AGENT)).toContain('booking-agent-called-off');
    expect(templates(r).filter((t) => t.includes('called-off'))).toHaveLength(1);
  });

  test('a time taken before the application is filed is told to nobody yet', async () => {
    const id = ReleaseId.parse(deps.newId());
    await appointment(deps, { id, number: 'AB12CD' }, '2026-11-20T06:00:00.000Z');
    await told();
    expect(sent({ number: 'AB12CD' })).toEqual([]);
  });

  test('a word that was held up by the night is dropped when its time has passed', async () => {
    const r = await applyFor(deps, { lender });
    await told();
    const booking = await appointment(deps, r, '2026-11-19T06:00:00.000Z');
    await project(world, seen);
    await sendDueNotices(at(plus(booking.start, 1)));
    expect(templates(r, OWNER)).toEqual(['release-filed']);
  });
});
