/** A talk of the page, or a matter, is joined to a person in WeChat by a signed link, stays whole, and can be parted again. */
import { partTalk } from '../../functions/wechat/join-wechat.ts';
import { joinLink } from '../../functions/wechat/join-links.ts';
import { ConversationId } from '../../models/ids.ts';
import { openCitizenTalk } from '../citizen-talk.ts';
import { visitor, type Visitor } from '../http/page-visitor.ts';
import { answerAt, fileAt, officer, takeOn } from '../office-of-matters.ts';
import { applyFor } from '../office-of-releases.ts';
import { openStage, sentOf, until, type Person, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T10:00:00+08:00');
  process.env['WECHAT_OAUTH'] = 'https://open.weixin.qq.com';
  await import('../../handlers/http/chat.ts');
});
afterAll(() => stage.stop());

const phone = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50', host: 'localhost:3000' };
const pathOf = (link: string): string => new URL(link).pathname;

/** Opens the link inside WeChat as the platform would: its redirect brings a code for this person. */
async function openInWeChat(link: string, person: Person, browser: Visitor = visitor()) {
  const asked = await browser.raw('GET', pathOf(link), '', phone);
  const to = new URL(String(asked.headers?.['location']));
  const code = `code-${person.openId}-${String(Math.random())}`;
  stage.platform.codes.set(code, person.openId);
  const back = new URL(to.searchParams.get('redirect_uri') ?? '');
  return {
    to,
    code,
    browser,
    landed: await browser.get(
      `${back.pathname}?code=${encodeURIComponent(code)}&state=${to.searchParams.get('state') ?? ''}`,
    ),
  };
}

test('what was begun on the page goes on in WeChat, both sides see all of it, and it is parted again', async () => {
  const deps = await stage.deps();
  const talk = await openCitizenTalk(stage.world, deps);
  await talk.say('驾驶证丢了怎么补');
  const page = visitor();
  page.cookies = talk.caller.cookies;
  const connect = await page.get('/wechat/connect');
  expect(connect.text).toContain('用微信扫这个码');
  const found = await deps.conversations.find(talk.id);
  const of = found.ok ? found.value.conversation : undefined;
  const link = joinLink(deps, {
    talk: { conversation: talk.id, office: 'yinchuan', language: 'zh', elder: of?.elder ?? false },
  });

  // In another browser it shows the code to scan; in WeChat the platform is asked who it is, with nothing of ours in the state.
  expect((await visitor().get(pathOf(link))).text).toContain('请在微信里打开');
  const person = stage.person('Joins');
  await person.say('你好');
  const { to, landed, browser, code } = await openInWeChat(link, person);
  expect(to.origin + to.pathname).toBe('https://open.weixin.qq.com/connect/oauth2/authorize');
  expect([...to.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state']);
  expect(to.searchParams.get('state')).toMatch(/^[A-Za-z0-9]{1,128}$/u);
  expect([to.searchParams.get('scope'), to.hash]).toEqual(['snsapi_base', '#wechat_redirect']);
  expect([landed.status, landed.text.includes('接上了')]).toEqual([200, true]);
  await until(person.late, (texts) => texts.some((text) => text.includes('接上了')));
  // The code and the browser's slip are used up.
  expect((await browser.get(`/wechat/joined?code=${code}&state=x`)).status).toBe(410);

  await person.say('要带什么');
  const lines = await deps.conversations.linesAfter(talk.id, 0, 50);
  expect(lines.filter(({ from }) => from === 'citizen')).toHaveLength(2);
  expect((await page.get('/wechat/connect')).text).toContain('已经连着微信');

  // What is said on the page is read there and does not come twice.
  const before = person.late().length;
  await talk.say('要多少钱');
  const { lastSeq } = await person.talk();
  await until(
    () => sentOf(person),
    (sent) => sent === lastSeq,
  );
  expect(person.late()).toHaveLength(before);

  expect(await person.say('解除绑定')).toContain('解除了');
  expect((await person.talk()).id).not.toBe(talk.id);
  expect((await deps.conversations.linesAfter(talk.id, 0, 50)).length).toBeGreaterThanOrEqual(lines.length);
  expect((await page.get('/wechat/connect')).text).toContain('用微信扫这个码');
});

test('of two people who join one talk at once, one does; a forged or old link joins nobody', async () => {
  const deps = await stage.deps();
  const talk = ConversationId.parse(deps.newId());
  const link = joinLink(deps, { talk: { conversation: talk, office: 'yinchuan', language: 'zh', elder: false } });
  const [a, b] = [stage.person('FirstOf2'), stage.person('OtherOf2')];
  const landed = await Promise.all([openInWeChat(link, a), openInWeChat(link, b)]);
  expect(landed.map((one) => one.landed.status).sort()).toEqual([200, 409]);
  expect((await visitor().get(`${pathOf(link)}x`)).status).toBe(410);
  // Whoever catches the platform's redirect without the browser that began it gets nowhere.
  stage.platform.codes.set('caught', a.openId);
  expect((await visitor().get('/wechat/joined?code=caught&state=anything')).status).toBe(410);
  // The page may part it, too.
  expect(await partTalk(deps, talk)).toEqual({ ok: true, value: undefined });
  const parted = await deps.conversations.find(talk);
  expect(parted.ok && parted.value.conversation.follower).toBeUndefined();
});

test('the link of a message opens the talk in the browser, for a week', async () => {
  const person = stage.person('Opens');
  await person.say('几点上班');
  const { talkLink } = await import('../../functions/wechat/talk-link.ts');
  const link = talkLink(await stage.deps(), (await person.talk()).id);
  const browser = visitor();
  const opened = await browser.raw('GET', pathOf(link), '');
  expect([opened.statusCode, opened.headers?.['location']]).toEqual([303, '/']);
  expect(browser.cookies.join()).toContain('bc_visit=');
  await stage.at('2026-11-27T10:00:00+08:00');
  expect((await visitor().get(pathOf(link))).status).toBe(410);
});

test('news of a matter that is joined come in WeChat', async () => {
  await stage.at('2026-12-01T10:00:00+08:00');
  const deps = await stage.deps();
  const matter = await fileAt(deps, { notify: 'sms' });
  const person = stage.person('Matter');
  await person.say('你好');
  const { landed } = await openInWeChat(joinLink(deps, { matter: matter.id }), person);
  expect(landed.status).toBe(200);
  await until(person.late, (texts) => texts.some((text) => text.includes(matter.number)));
  const liu = officer('刘一航', 'yinchuan');
  await takeOn(deps, liu, matter.id);
  await answerAt(deps, liu, matter.id, '检验信息已补录，可以来领');
  await until(person.late, (texts) => texts.some((text) => text.includes('检验信息已补录')));
});

test('news of a release that is joined are told in the talk of WeChat', async () => {
  await stage.at('2026-12-02T10:00:00+08:00');
  const deps = await stage.deps();
  const { id: release } = await applyFor(deps);
  const person = stage.person('Release');
  await person.say('你好');
  const { landed } = await openInWeChat(joinLink(deps, { release }), person);
  expect(landed.status).toBe(200);
  await until(person.late, (texts) => texts.some((text) => text.includes('接上微信了')));
  const found = await deps.releases.find(release);
  expect(found.ok && [found.value.notify, found.value.talk]).toEqual(['chat', (await person.talk()).id]);
});
