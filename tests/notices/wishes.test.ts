import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import type { Deps } from '../../functions/deps.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import { wired } from '../../handlers/wiring.ts';
import { isDue, NoticeWishes } from '../../models/aftermath/notice-wishes.ts';
import { quietUntil } from '../../models/aftermath/notice-rules.ts';
import type { LenderId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { takeForLender } from '../../models/release/changes/agent.ts';
import { checkPapers, claim } from '../../models/release/changes/prepare.ts';
import type { Release } from '../../models/release/release.ts';
import { StaffId } from '../../models/ids.ts';
import { at as minuteOn, dayOf, type Day, type Instant } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { readMemory, writeMemory } from '../../handlers/chat/talk-memory.ts';
import { commandIn } from '../../models/guidance/answers/commands.ts';
import { openCitizenTalk } from '../citizen-talk.ts';
import { visitor, type Visitor } from '../http/page-visitor.ts';
import { employAgent, enrolLender } from '../lenders.ts';
import { answerAt, fileAt, officer, takeOn } from '../office-of-matters.ts';
import { applyFor } from '../office-of-releases.ts';
import { liu } from '../release/some-release.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let lender: LenderId;
let zhou: Caller;
const seen: { last?: string } = {};

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  await import('../../handlers/http/chat.ts');
  await import('../../handlers/events/record-stream.ts');
  ({ deps } = await wired());
  const enrolled = await enrolLender(deps, 7);
  lender = enrolled.id;
  zhou = await employAgent(deps, enrolled, 'zhou');
});
afterAll(() => world.stop());

const templates = (number: string, to?: string): string[] =>
  world.sms.filter((m) => m.values['number'] === number && (to === undefined || m.to === to)).map((m) => m.template);
async function told(): Promise<void> {
  await project(world, seen);
  await sendDueNotices(deps);
}
async function does(r: Pick<Release, 'id'>, rule: (r: Release, now: Instant) => Outcome<Release>): Promise<void> {
  const changed = await changeRelease(deps, r.id, (one, now) => {
    const ruled = rule(one, now);
    return ruled.ok ? done({ release: ruled.value }) : ruled;
  });
  if (!changed.ok) throw new Error(changed.refusal.detail);
}

async function follow(path: string, of: { number: string; code: string }): Promise<Visitor> {
  const who = visitor();
  await who.post(path, { number: of.number, code: of.code });
  return who;
}
/** Among several forms of a page that lead to one address, the one about notices. */
const formOf = (html: string, action: string): number =>
  [...html.matchAll(new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`, 'gu'))].findIndex((m) =>
    (m[1] ?? '').includes('value="notices"'),
  );

test('the owner takes back what need not be told, by the page alone, and is still told what must be', async () => {
  const r = await applyFor(deps, { lender });
  const who = await follow('/release/track', r);
  const page = await who.get('/release/track/case');
  expect(page.text).toContain('怎么告诉您（通知、退订）');
  const saved = await who.submit(
    page,
    '/release/track/act',
    { due: 'only', 'quiet-from': '19:30', 'quiet-to': '09:00' },
    formOf(page.html, '/release/track/act'),
  );
  expect(saved.text).toContain('记下了，以后就这样告诉您');
  const found = await deps.releases.find(r.id);
  if (!found.ok) throw new Error('lost');
  expect(found.value.wishes).toEqual({ onlyDue: true, quiet: { from: 19 * 60 + 30, to: 9 * 60 } });
  expect(found.value.history.at(-1)).toMatchObject({ what: 'notices-chosen', reason: 'only-due' });
  // Nobody's screen is out of date for it.
  expect(found.value.touched).toBe(1);
  await does(r, (one, now) => claim(one, liu, now));
  await does(r, (one, now) => takeForLender(one, { id: StaffId.parse('zhou'), name: '周鹏' }, now));
  const faulty = (one: Release) =>
    one.papers.map(({ kind }) => ({ kind, good: false, defects: ['unreadable' as const] }));
  await does(r, (one, now) => checkPapers(one, liu, faulty(one), now));
  await told();
  expect(templates(r.number, '13800138000')).toEqual(['release-filed', 'release-papers-missing']);
});

test('half a span of quiet, or one that leaves no time, is not taken and says why', async () => {
  const r = await applyFor(deps, { lender });
  const who = await follow('/release/track', r);
  for (const [from, to] of [
    ['19:30', ''],
    ['06:00', '22:00'],
  ] as const) {
    const page = await who.get('/release/track/case');
    const again = await who.submit(
      page,
      '/release/track/act',
      { 'quiet-from': from, 'quiet-to': to },
      formOf(page.html, '/release/track/act'),
    );
    expect(again.status).toBe(422);
    expect(again.text).toContain('最长14个小时');
  }
});

test('whoever reported a matter chooses there, too', async () => {
  const c = await fileAt(deps, { notify: 'sms' });
  const who = await follow('/track', c);
  const page = await who.get('/track/matter');
  const saved = await who.submit(page, '/track/act', { due: 'only' }, formOf(page.html, '/track/act'));
  expect(saved.text).toContain('记下了，以后就这样告诉您');
  const liuOfOffice = officer('刘', 'yinchuan');
  await takeOn(deps, liuOfOffice, c.id);
  await answerAt(deps, liuOfOffice, c.id, '能办。');
  await told();
  expect(templates(c.number)).toEqual(['matter-answered']);
});

test('in the talk of the page one tap unsubscribes the release arranged there; what must be told still comes', async () => {
  const talk = await openCitizenTalk(world, deps);
  await talk.say('你好');
  const r = await applyFor(deps, { lender, notify: 'chat', talk: talk.id });
  // The talk arranged it: what it was about is in its memory, as after the appointment.
  const found = await deps.conversations.find(talk.id);
  if (!found.ok) throw new Error('lost');
  const { conversation } = found.value;
  const memory = readMemory(conversation.dialog);
  const dialog = writeMemory({ ...memory, talk: { ...memory.talk, release: { at: 'booked', id: r.id } } });
  await deps.conversations.commit(conversation, { ...conversation, dialog }, []);
  expect(await talk.ask('不想再收通知')).toContain('[退订]');
  expect(await talk.ask('退订')).toContain('退订好了');
  const wishes = async () => {
    const now = await deps.releases.find(r.id);
    return now.ok ? now.value.wishes?.onlyDue : undefined;
  };
  expect(await wishes()).toBe(true);
  expect(await talk.ask('恢复通知')).toContain('恢复了');
  expect(await wishes()).toBe(false);
});

test('only a message that says nothing else unsubscribes', () => {
  const zh = [
    '退订',
    '我要退订',
    '不要再发',
    '不要再发了',
    '别给我发消息了',
    '别再发短信',
    '取消通知',
    'td',
    '不想再收通知了',
  ];
  expect(zh.map((words) => commandIn(words, false))).toEqual(zh.map(() => 'unsubscribe'));
  const back = ['恢复通知', '取消退订', '继续发通知'];
  expect(back.map((words) => commandIn(words, false))).toEqual(back.map(() => 'resubscribe'));
  const en = ['unsubscribe', 'please stop sending me messages', "don't message me any more"];
  expect(en.map((words) => commandIn(words, true))).toEqual(en.map(() => 'unsubscribe'));
  const others = [
    '退订选号',
    '怎么退订交管12123的短信',
    '驾照不要了咋注销',
    '取消预约',
    '别发给别人',
    '验证码没收到不要再发旧的',
    '取消',
  ];
  expect(others.map((words) => commandIn(words, false)).filter((command) => command === 'unsubscribe')).toEqual([]);
});

test('an agent’s wish is kept on the account and heeded', async () => {
  const r = await applyFor(deps, { lender });
  await does(r, (one, now) => takeForLender(one, { id: StaffId.parse('zhou'), name: '周鹏' }, now));
  await told();
  const wish = { onlyDue: true, quiet: { from: 18 * 60, to: 8 * 60 } };
  expect((await call('PUT /api/lender/notices', zhou, wish)).status).toBe(200);
  expect((await call('GET /api/lender', zhou)).body['wishes']).toEqual(wish);
  const later = await applyFor(deps, { lender });
  await does(later, (one, now) => takeForLender(one, { id: StaffId.parse('zhou'), name: '周鹏' }, now));
  await told();
  expect(templates(r.number, '13995000009')).toEqual(['release-agent-agent-took']);
  expect(templates(later.number, '13995000009')).toEqual([]);
  expect((await call('PUT /api/lender/notices', zhou, { onlyDue: false, quiet: { from: 0, to: 1439 } })).status).toBe(
    422,
  );
});

describe('quiet hours', () => {
  const day = '2026-11-18' as Day;
  const clock = (hours: number, minutes = 0): Instant => minuteOn(day, hours * 60 + minutes);
  const minuteAfter = (now: Instant, wish?: NoticeWishes['quiet']): string | undefined => {
    const until = quietUntil('yinchuan', now, wish);
    return until === undefined ? undefined : `${dayOf(until).slice(8)} ${until.slice(11, 16)}`;
  };

  test.each<[string, Instant, NoticeWishes['quiet'], string | undefined]>([
    ['by day nothing is held back', clock(12), undefined, undefined],
    ['the office’s night', clock(22), undefined, '19 00:00'],
    ['the person’s evening ends with the person’s morning', clock(20), { from: 1170, to: 540 }, '19 01:00'],
    ['the later of both mornings counts', clock(23), { from: 1170, to: 540 }, '19 01:00'],
    ['a span within the day', clock(13), { from: 720, to: 840 }, '18 06:00'],
    ['outside of it', clock(15), { from: 720, to: 840 }, undefined],
    ['a span that ends in the office’s night goes on to its morning', clock(20), { from: 1140, to: 1320 }, '19 00:00'],
  ])('%s', (_name, now, wish, until) => {
    expect(minuteAfter(now, wish)).toBe(until);
  });

  test('a wish leaves ten hours of the day', () => {
    const good = (from: number, to: number): boolean =>
      NoticeWishes.safeParse({ onlyDue: false, quiet: { from, to } }).success;
    expect(good(1140, 540)).toBe(true);
    expect(good(480, 1321)).toBe(false);
    expect(good(600, 600)).toBe(false);
  });

  test('what has to be told is a closed list', () => {
    expect(isDue({ kind: 'release', news: 'papers-missing' })).toBe(true);
    expect(isDue({ kind: 'booking', news: 'soon' })).toBe(false);
  });
});
