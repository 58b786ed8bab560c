/** One's own matter in a talk: shown only to whom it belongs, and the person has the last word. */
import type { Deps } from '../../functions/deps.ts';
import { callTimeIn } from '../../functions/guidance/call-time.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { answerAt, does, fileAt, officer, takeOn, tell } from '../office-of-matters.ts';
import { openWorld, type World } from '../world.ts';
import { shows } from './stage.ts';

let world: World;
let deps: Deps;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  wireWith({});
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const liu = officer('刘一航', 'yinchuan');
const zhao = officer('赵明', 'yinchuan', 'manager');
let phones = 13_900_030_000;
const newPhone = (): string => String((phones += 1));
const open = (over: Parameters<typeof openCitizenTalk>[2] = {}): Promise<CitizenTalk> =>
  openCitizenTalk(world, deps, over);
const now = async (id: Receipt['id']): Promise<Complaint> => {
  const found = await deps.complaints.find(id);
  if (!found.ok) throw new Error(found.refusal.detail);
  return found.value;
};
/** A matter of this talk that was answered; the answer is told in it. */
async function answered(): Promise<{ t: CitizenTalk; matter: Receipt; phone: string }> {
  const phone = newPhone();
  const t = await open({ bound: phone });
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  await takeOn(deps, liu, matter.id);
  await answerAt(deps, liu, matter.id, '检验信息已补录，可以领检验标志');
  await tell(deps, t.id, matter.id, 'answered');
  await t.news();
  return { t, matter, phone };
}

test('a number alone shows nothing: the code goes to the phone on file, and only with it the matter is shown', async () => {
  const phone = newPhone();
  const { number } = await fileAt(deps, { person: { phone } });
  const t = await open();
  const asked = await t.ask(`我反映的事咋样了，${number.toLowerCase()}`);
  shows(asked, phone.slice(-4), '[收不到]', '[手机换号了]');
  expect(asked).not.toMatch(/检验|登记并|最晚/);
  shows(await t.ask('111111'), /不对/);
  const shown = await t.ask(t.code(phone));
  shows(shown, number, '最晚11月25日（周三）答复', '11月18日 登记', '[补充材料]', '[撤回]');
  expect(shown).not.toContain(phone);
  // From now on it is known in this talk.
  shows(await t.ask('进度'), number);
});

test('an unknown number says so, and trying numbers out stops soon', async () => {
  const t = await open();
  shows(await t.ask('YC-1118-998'), '没找到YC-1118-998');
  for (let i = 0; i < 12; i++) await t.say(`YC-1118-9${String(i).padStart(2, '0')}`);
  shows(await t.ask('YC-1118-997'), '试得太多');
});

test('without a number the phone will do, and an unknown phone learns no more than a known one', async () => {
  const phone = newPhone();
  const { number } = await fileAt(deps, { person: { phone } });
  const t = await open();
  shows(await t.ask('我反映的事有结果没'), '编号', '手机号');
  const known = await t.ask(phone);
  shows(known, '验证码发到尾号');
  shows(await t.ask(t.code(phone)), number);
  const stranger = await open();
  await stranger.say('我反映的事有结果没');
  const other = newPhone();
  const unknown = await stranger.ask(other);
  expect(unknown.replaceAll(other.slice(-4), '')).toBe(known.replaceAll(phone.slice(-4), ''));
  shows(await stranger.ask(stranger.code(other)), '没有登记过');
});

test('a matter without a phone is shown for the code of its receipt', async () => {
  const { number, code } = await fileAt(deps, {
    person: {},
    problem: 'attitude-or-buck-passing',
    matter: { what: '窗口的人骂人' },
  });
  const t = await open();
  shows(await t.ask(number), '查询码');
  shows(await t.ask('AAAAAAAA'), /.+/);
  shows(await t.ask(code), number, '最晚');
});

test('a changed phone goes to an officer', async () => {
  const { number } = await fileAt(deps, { person: { phone: newPhone() } });
  const t = await open();
  await t.say(number);
  shows(await t.ask('手机换号了'), '[找警官]');
});

test('done is confirmed and rated once; a high grade is thanked for and starts nothing', async () => {
  const { t, matter } = await answered();
  shows(await t.ask('办成了'), '[非常满意]', '[满意]', '[基本满意]', '[不满意]', '[非常不满意]');
  expect((await now(matter.id)).state.name).toBe('confirmed');
  shows(await t.ask('满意'), '谢谢');
  const rated = await now(matter.id);
  expect(rated.rating?.grade).toBe('satisfied');
  expect(rated.rectification).toBeUndefined();
});

test('not done, in words: they go along when it is opened again, under the same number, a level up, with fresh clocks', async () => {
  const { t, matter } = await answered();
  const offered = await t.ask('没有！我昨天下午去2号窗口领，还说查不到');
  shows(offered, '还是这个编号', '升一级', '昨天下午2号窗口', '[重新打开]', '[再补充两句]', '[先不用]');
  expect((await now(matter.id)).state.name).toBe('resolved');
  await t.say('再补充两句');
  await t.say('窗口让我下周再去');
  shows(await t.ask('重新打开'), matter.number, '第1次重开', '今天17:00', '11月25日');
  const again = await now(matter.id);
  expect(again).toMatchObject({ cycle: 2, level: 1, number: matter.number, state: { name: 'accepted' } });
  const words = (await deps.complaints.entries(matter.id)).find((e) => e.kind === 'objection')?.text;
  expect(words).toContain('还说查不到');
  expect(words).toContain('下周再去');
});

test('one tap under the answer opens it again', async () => {
  const { t, matter } = await answered();
  shows(await t.ask('没办成，接着办'), '打开了', matter.number);
  expect((await now(matter.id)).cycle).toBe(2);
});

test('left as it is, nothing changes, and it can still be opened later', async () => {
  const { t, matter } = await answered();
  await t.say('没办成');
  shows(await t.ask('先不用'), '先不打开');
  expect((await now(matter.id)).cycle).toBe(1);
  await t.say('没办成');
  await t.say('重新打开');
  expect((await now(matter.id)).cycle).toBe(2);
});

test('a low grade is thanked for, explained if wished, and called back at the time that was named', async () => {
  const { t, matter, phone } = await answered();
  await t.say('办成了');
  shows(await t.ask('不满意'), '没经手这件事的人', '今天');
  shows(await t.ask('等太久，中间没一个人吭声'), '等得久', '没人告诉您', '[上午]', '[下午]', '[不用打]');
  shows(await t.ask('下午三点以后'), '今天15:00后', phone.slice(-4), '保密');
  const c = await now(matter.id);
  expect(c.rating).toMatchObject({ grade: 'dissatisfied', reasons: ['too-long', 'no-news'] });
  expect(c.rectification).toMatchObject({ wish: 'afternoon', notBefore: '15:00' });
  // Asked once: another grade changes nothing.
  shows(await t.ask('非常满意'), '已经打过分');
  expect((await now(matter.id)).rating?.grade).toBe('dissatisfied');
  await does(deps, zhao, matter.id, { act: 'call-back', reached: true, words: '接通' });
  const told = await tell(deps, t.id, matter.id, 'called-back', '赵警官');
  expect(told[0]?.say).toContain('原样保留');
  await t.news();
  shows(await t.ask('还不行，重新打开'), '打开了');
});

test('what the rating is about is not read by those who handled the matter', async () => {
  const { t, matter } = await answered();
  await t.say('办成了');
  await t.say('非常不满意');
  await t.say('那个办事的人糊弄我，态度不好');
  const { openMatterFile } = { openMatterFile: await import('../../functions/complaint/open-matter.ts') };
  const theirs = await openMatterFile.showFile(deps, liu, await now(matter.id));
  expect(JSON.stringify(theirs)).not.toContain('糊弄');
  const managers = await openMatterFile.showFile(deps, zhao, await now(matter.id));
  expect(JSON.stringify(managers)).toContain('糊弄');
});

test('no call is a wish too, and says that the rating stays', async () => {
  const { t, matter } = await answered();
  await t.say('办成了');
  await t.say('不满意');
  await t.say('不说了');
  shows(await t.ask('不用打'), '不打', '原样保留');
  expect((await now(matter.id)).rectification).toMatchObject({ wish: 'none' });
});

test('adding, asking for news, asking higher and withdrawing, all from the talk', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  shows(await t.ask('进度'), matter.number);
  await t.say('补充材料');
  shows(await t.ask('我又去了一趟，还是不给办'), '补到');
  await t.say('没了');
  shows(await t.ask('催一下'), '催了');
  shows(await t.ask('找上一级'), '升一级');
  expect(await now(matter.id)).toMatchObject({ level: 1 });
  shows(await t.ask('撤回'), '[撤回这一件]', '[不撤]');
  await t.say('不撤');
  expect((await now(matter.id)).state.name).toBe('filed');
  await t.say('撤回');
  shows(await t.ask('撤回这一件'), '撤回了');
  expect((await now(matter.id)).state.name).toBe('withdrawn');
  expect((await deps.complaints.entries(matter.id)).map((e) => e.kind)).toEqual(['report', 'added']);
});

test('a question of the office is answered by the next words, and the clock goes on', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  await takeOn(deps, liu, matter.id);
  await does(deps, liu, matter.id, { act: 'ask', for: 'papers', text: '行驶证照片发一下' });
  const told = await tell(deps, t.id, matter.id, 'asked', '行驶证照片发一下');
  expect(told[0]?.say).toContain('行驶证照片发一下');
  await t.news();
  shows(await t.ask('行驶证丢了，只有复印件，行驶证号我记得'), '补到');
  expect((await now(matter.id)).state.name).toBe('working');
});

test('a declined matter shows rule, all reasons and where to go, and one tap asks for a second look', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  await does(deps, liu, matter.id, {
    act: 'ask-decline',
    decline: {
      kind: 'redirect',
      rule: '机动车登记规定第2条',
      reasons: ['归社区管', '不是车辆登记'],
      goTo: '社区居委会',
    },
  });
  await does(deps, zhao, matter.id, { act: 'decide-decline', agree: true });
  await tell(deps, t.id, matter.id, 'declined');
  const [line] = await t.news();
  expect(JSON.stringify(line)).toMatch(/归社区管.*不是车辆登记.*社区居委会/);
  shows(await t.ask('进度'), '归社区管', '社区居委会');
  shows(await t.ask('不同意，请再看一次'), '打开了');
  expect((await now(matter.id)).cycle).toBe(2);
});

test('news in the middle of a report or of a question take nothing away', async () => {
  const { t, matter } = await answered();
  await t.say('办成了');
  await t.say('不满意');
  await t.say('等太久');
  await tell(deps, t.id, matter.id, 'message', '我们在查');
  await t.news();
  shows(await t.ask('下午'), '下午', '保密');
  expect((await now(matter.id)).rectification?.wish).toBe('afternoon');

  const phone = newPhone();
  const other = await open({ bound: phone });
  const earlier = await fileAt(
    deps,
    { person: { phone }, service: 'scrap-deregistration' },
    { conversation: other.id, upTo: 0 },
  );
  await other.say('我要投诉，换驾照窗口不收材料，跑了三趟');
  await tell(deps, other.id, earlier.id, 'accepted');
  await other.news();
  shows(await other.ask('提交不附'), '登记好了');
});

test('every kind of news has words, buttons and at most 120 letters', async () => {
  const { matterNews } = await import('../../models/complaint/news.ts');
  const { t, matter } = await answered();
  for (const news of matterNews) {
    const [reply] = await tell(deps, t.id, matter.id, news, '说明');
    expect(Array.from(reply?.say ?? '').length).toBeLessThanOrEqual(120);
    expect(reply?.buttons.length).toBeGreaterThan(0);
  }
});

test.each([
  ['下午三点以后', { wish: 'afternoon', notBefore: '15:00' }],
  ['三点半', { wish: 'afternoon', notBefore: '15:30' }],
  ['上午10点', { wish: 'morning', notBefore: '10:00' }],
  ['上午', { wish: 'morning' }],
  ['啥时候都行', { wish: 'any' }],
  ['不用打了', { wish: 'none' }],
  ['after 3 pm', { wish: 'afternoon', notBefore: '15:00' }],
  ['看情况吧', undefined],
])('a time for the call: %s', (words, expected) => {
  expect(callTimeIn(words)).toEqual(expected);
});
