import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import { changeRelease } from '../../functions/release/change-release.ts';
import type { LenderId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { checkPapers, claim } from '../../models/release/changes/prepare.ts';
import type { Release } from '../../models/release/release.ts';
import type { Instant } from '../../models/time.ts';
import { enrolLender } from '../lenders.ts';
import { answerAt, fileAt, officer, takeOn } from '../office-of-matters.ts';
import { applyFor } from '../office-of-releases.ts';
import { liu } from '../release/some-release.ts';
import { openStage, until, type Person, type Stage } from '../wechat/stage.ts';

let stage: Stage;
let lender: LenderId;
const OWNER = '13800138000';

beforeAll(async () => {
  stage = await openStage('2026-11-18T02:00:00.000Z');
  await import('../../handlers/http/chat.ts');
  lender = (await enrolLender(await stage.deps(), 7)).id;
}, 120_000);
afterAll(() => stage.stop());

async function does(r: Pick<Release, 'id'>, rule: (r: Release, now: Instant) => Outcome<Release>): Promise<void> {
  const changed = await changeRelease(await stage.deps(), r.id, (one, now) => {
    const ruled = rule(one, now);
    return ruled.ok ? done({ release: ruled.value }) : ruled;
  });
  if (!changed.ok) throw new Error(changed.refusal.detail);
}
async function applied(person: Person): Promise<Release> {
  await person.say('你好');
  const talk = await person.talk();
  const deps = await stage.deps();
  return applyFor(deps, { lender, channel: 'wechat', notify: 'chat', talk: talk.id });
}
const good = async (r: Release): Promise<void> => {
  await does(r, (one, now) => claim(one, liu, now));
  await does(r, (one, now) =>
    checkPapers(
      one,
      liu,
      one.papers.map(({ kind }) => ({ kind, good: true, defects: [] })),
      now,
    ),
  );
};
const toPhone = (r: Release): string[] =>
  stage.world.sms.filter((m) => m.values['number'] === r.number && m.to === OWNER).map((m) => m.template);

test('whoever reads their talk in WeChat is told there, once, with the link', async () => {
  const person = stage.person('Told');
  const r = await applied(person);
  await good(r);
  const told = (): string[] => person.late().filter((text) => text.includes(r.number));
  await until(told, (texts) => texts.some((text) => text.includes('请选个视频时间')));
  await sendDueNotices(await stage.deps());
  expect(told().filter((text) => text.includes('请选个视频时间'))).toHaveLength(1);
  expect(told().join('')).toContain('/release/begun/');
  expect(toPhone(r)).toEqual([]);
});

test('who has not written for two days and is out of WeChat’s reach is told by phone', async () => {
  const person = stage.person('Silent');
  const r = await applied(person);
  await stage.at('2026-11-21T02:00:00.000Z');
  await good(r);
  await until(
    async () => {
      await sendDueNotices(await stage.deps());
      return toPhone(r);
    },
    (templates) => templates.includes('release-choose-time'),
  );
  expect(toPhone(r)).toEqual(['release-choose-time']);
  expect(person.late().filter((text) => text.includes(r.number))).toEqual([]);
});

test('whoever writes 退订 in WeChat is told what goes on, stops the rest with one tap, and has it back with one word', async () => {
  await stage.at('2026-11-24T02:00:00.000Z');
  const person = stage.person('Unsubscribes');
  expect(await person.say('别再给我发消息了')).toContain('没有会收通知的事');
  const deps = await stage.deps();
  const talk = await person.talk();
  const c = await fileAt(deps, { channel: 'wechat', person: { phone: OWNER } }, { conversation: talk.id, upTo: 0 });
  await deps.conversations.commit(talk, { ...talk, matters: [c.id] }, []);
  const r = await applyFor(deps, { lender, channel: 'wechat', notify: 'chat', talk: talk.id });

  const asked = await person.say('退订');
  expect(asked).toMatch(
    /退订了也会告诉您的[\s\S]*材料要补[\s\S]*公安部令第164号第3条[\s\S]*1\. 退订[\s\S]*2\. 先不退/u,
  );
  expect(await person.say('1')).toContain('退订好了');
  expect(await person.say('不要再发')).toContain('已经退订了');
  const wishes = async () => {
    const [found] = await deps.complaints.several([c.id]);
    return found?.wishes;
  };
  expect(await wishes()).toEqual({ onlyDue: true });
  // Another release of the same person, which this talk does not know as its own, is left alone.
  const other = await deps.releases.find(r.id);
  expect(other.ok && other.value.wishes).toBeUndefined();

  const liuOfOffice = officer('刘', 'yinchuan');
  await takeOn(await stage.deps(), liuOfOffice, c.id);
  await answerAt(await stage.deps(), liuOfOffice, c.id, '能办。');
  const about = await until(
    () => person.late().filter((text) => text.includes(c.number)),
    (texts) => texts.length > 0,
  );
  expect(about).toEqual([expect.stringContaining('答复了')]);

  expect(await person.say('恢复通知')).toContain('恢复了');
  expect(await wishes()).toEqual({ onlyDue: false });
});
