/** A matter is reported in the middle of a talk: taken over from what was said, confirmed by a code, filed once; nothing typed is lost. */
import { readTalkOf } from '../../functions/complaint/read-talk.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { officer } from '../office-of-matters.ts';
import { call, openWorld, type World } from '../world.ts';
import { employ } from '../staff.ts';
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

let phones = 13_900_020_000;
const newPhone = (): string => String((phones += 1));
const open = (over: Parameters<typeof openCitizenTalk>[2] = {}): Promise<CitizenTalk> =>
  openCitizenTalk(world, deps, over);
const filedUnder = (phone: string): Promise<Complaint[]> => deps.complaints.bySign('phone', phone);
async function the(phone: string): Promise<Complaint> {
  const [only, ...more] = await filedUnder(phone);
  if (only === undefined || more.length > 0) throw new Error(`${String(more.length + 1)} matters under one phone`);
  return only;
}
const STORY = '解除抵押窗口非要结清证明，跑了三趟都没办成，车是宁A24680，塞上银行贷的款';

/** As far as the code that is waited for. */
async function waitingForCode(t: CitizenTalk, phone: string): Promise<void> {
  await t.say('我要反映办不成事');
  await t.say(STORY);
  await t.say('提交并附记录');
  shows(await t.ask(phone), /验证码发到尾号/, phone.slice(-4));
}

test('a story told once becomes a draft, a phone that is confirmed, and a receipt with number, code and promises', async () => {
  const t = await open();
  const phone = newPhone();
  shows(await t.ask('我要反映办不成事'), '您说吧');
  const draft = await t.ask(STORY);
  shows(
    draft,
    '写好了',
    '跑三趟未办成',
    '宁A****0',
    '塞上银行',
    '按规定的材料办',
    '[提交并附记录]',
    '[提交不附]',
    '[改一下]',
  );
  expect(draft).not.toContain('24680');
  shows(await t.ask('提交并附记录'), '留个手机号');
  shows(await t.ask(phone), phone.slice(-4), '报给我就提交');
  const receipt = await t.ask(t.code(phone));
  shows(receipt, /编号YC-1118-\d{3}/, '今天17:00前', '最晚11月25日（周三）', /查询码[A-Z2-9]{8}/, '别给别人看');
  const c = await the(phone);
  expect(c).toMatchObject({ channel: 'chat', service: 'mortgage-release', notify: 'chat', anonymous: false });
  expect(c.matter).toMatchObject({ visits: 3, plate: '宁A24680' });
  expect(c.matter.what).toContain('非要结清证明');
  expect(c.talk).toMatchObject({ conversation: t.id });
  expect(receipt).toContain(c.number);
  expect(receipt).toContain(c.code);
});

test('the talk goes along as far as it stood at the yes; without a yes nobody of the office reads it', async () => {
  const officerOf = officer('刘一航', 'yinchuan');
  const [with_, without] = [newPhone(), newPhone()];
  const t = await open();
  await waitingForCode(t, with_);
  await t.say('顺便说一句不给别人看的话');
  await t.say(t.code(with_));
  const read = await readTalkOf(deps, officerOf, { id: (await the(with_)).id });
  expect(JSON.stringify(read)).toContain('非要结清证明');
  expect(JSON.stringify(read)).not.toContain('不给别人看的话');

  const other = await open();
  await other.say(`我要投诉，${STORY}`);
  await other.say('提交不附');
  await other.say(without);
  await other.say(other.code(without));
  const c = await the(without);
  expect(c.talk?.upTo).toBe(0);
  expect((await readTalkOf(deps, officerOf, { id: c.id })).ok).toBe(false);
});

test('the code of the receipt is for the person alone: an officer who opens the talk does not see it', async () => {
  const t = await open();
  const phone = newPhone();
  await waitingForCode(t, phone);
  await t.say(t.code(phone));
  const { code } = await the(phone);
  expect(JSON.stringify(await t.lines())).toContain(code);
  const staff = await employ('matters-li', '李建国');
  const seen = await call('GET /api/desk/conversations/{id}', staff, { id: t.id });
  expect(seen.status).toBe(200);
  expect(JSON.stringify(seen.body)).toContain('受理回执');
  expect(JSON.stringify(seen.body)).not.toContain(code);
});

test('a wrong code says what is left, a message in between is answered, and the right code still files', async () => {
  const t = await open();
  const phone = newPhone();
  await waitingForCode(t, phone);
  const right = t.code(phone);
  shows(await t.ask(right === '000000' ? '111111' : '000000'), '还能试4次');
  shows(await t.ask('12345'), '6位数');
  shows(await t.ask('收不到'), '一分钟');
  shows(await t.ask('驾照丢了怎么补'), '身份证', '[接着登记]');
  shows(await t.ask('就是丢了'), '[接着登记]');
  shows(await t.ask('算了'), /.+/);
  shows(await t.ask(right), '登记好了');
  expect((await the(phone)).matter.what).toContain('非要结清证明');
});

test('put aside and taken up again: the draft is the same; given up, it is gone', async () => {
  const t = await open();
  await t.say(`我要投诉，${STORY}`);
  shows(await t.ask('算了'), '写好的都留着', '[接着登记]', '[不登记了]');
  shows(await t.ask('年检要带啥'), '[接着登记]');
  shows(await t.ask('接着登记'), '写好了', '宁A****0');
  await t.say('先不用');
  shows(await t.ask('不登记了'), '写的也删了');
  const after = await t.ask('年检要带啥');
  expect(after).not.toContain('接着登记');
});

test('a correction replaces what it names, more words are added, and the draft is shown again before anything is handed in', async () => {
  const t = await open();
  await t.say(`我要投诉，${STORY}`);
  shows(await t.ask('改一下'), '[重写]');
  shows(await t.ask('是四趟'), '跑四趟未办成', '[提交并附记录]');
  shows(await t.ask('昨天下午去2号窗口，还是说要结清证明'), '补上了', '昨天下午');
  shows(await t.ask('不对，车牌是宁A13579'), '宁A****9');
  await t.say('改一下');
  shows(await t.ask('重写'), '您说吧');
  const anew = await t.ask('过户材料窗口不收，说要等通知，跑了两趟');
  shows(anew, '跑两趟未办成');
  expect(anew).not.toContain('结清证明');
});

test('what only vents is kept out of the file, and anger never ends the talk', async () => {
  const t = await open();
  const phone = newPhone();
  await t.say('解除抵押要带啥，车是宁A8K2X7');
  await t.say('我跑了三趟！窗口非要结清证明，你们一群废物，吃干饭的');
  shows(await t.ask('登记有个屁用，破机器'), '我是机器', '[现在找警官]');
  await t.say('登记');
  await t.say(`${phone}，附上`);
  await t.say(t.code(phone));
  const { matter } = await the(phone);
  expect(matter.what).toContain('非要结清证明');
  expect(matter.what).not.toMatch(/废物|吃干饭|屁用/);
});

test('without a phone where the kind of matter allows it, and only there', async () => {
  const t = await open();
  await t.say('我要投诉你们窗口，2号窗口的人骂人，态度特别差');
  shows(await t.ask('提交不附'), '[不留电话]');
  const receipt = await t.ask('不留电话');
  shows(receipt, '登记好了', '在这里回您');
  const number = /YC-1118-\d{3}/.exec(receipt)?.[0] ?? '';
  expect(await deps.complaints.byNumber(number, deps.now())).toMatchObject({ anonymous: true, person: {} });

  const other = await open();
  await other.say(`我要投诉，${STORY}`);
  const asked = await other.ask('提交不附');
  expect(asked).not.toContain('[不留电话]');
  shows(await other.ask('不留'), '得有个电话', '[找警官]');
});

test('somebody who writes for another person gives both names; the phone is the writer’s', async () => {
  const t = await open();
  const phone = newPhone();
  shows(await t.ask('我替我妈反映，换驾照跑了三趟窗口都不给办'), '妈妈叫什么名字');
  shows(await t.ask('王秀英'), '您自己叫什么名字');
  shows(await t.ask('我叫马小军'), '王秀英', '马小军', '同意');
  await t.say('提交不附');
  await t.say(phone);
  await t.say(t.code(phone));
  expect((await the(phone)).person).toEqual({
    name: '王秀英',
    helper: { name: '马小军', relation: '妈妈', phone },
  });
});

test('one’s own earlier matter that looks the same is offered first, and can be gone on with', async () => {
  const phone = newPhone();
  const first = await open();
  await waitingForCode(first, phone);
  await first.say(first.code(phone));
  const { number, id } = await the(phone);

  const again = await open({ bound: phone });
  await again.say(`我要投诉，${STORY}，今天又去了一趟`);
  shows(await again.ask('提交不附'), number, '[接着那一件]', '[这是另一件]');
  shows(await again.ask('接着那一件'), number, '补进去了');
  await the(phone);
  expect((await deps.complaints.entries(id)).map((e) => e.kind)).toEqual(['report', 'added']);

  const other = await open({ bound: phone });
  await other.say(`我要投诉，${STORY}`);
  await other.say('提交不附');
  shows(await other.ask('这是另一件'), '登记好了');
  expect(await filedUnder(phone)).toHaveLength(2);
});

test('a phone that is confirmed already is not asked for again', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  shows(await t.ask(`我要投诉，${STORY}`), phone.slice(-4));
  shows(await t.ask('提交不附'), '登记好了');
  expect(world.sms.filter((m) => m.to === phone)).toHaveLength(0);
});

test('another number, or a code for another number, is a new code; the old one opens nothing', async () => {
  const t = await open();
  const [one, two] = [newPhone(), newPhone()];
  await waitingForCode(t, one);
  shows(await t.ask('换个手机号'), '11位');
  shows(await t.ask(two), two.slice(-4), '验证码');
  const old = t.code(one);
  if (old !== t.code(two)) shows(await t.ask(old), '不对');
  shows(await t.ask(t.code(two)), '登记好了');
  expect(await filedUnder(one)).toHaveLength(0);
  await the(two);
});

test('a talk gets only so many codes an hour, and says what to do then', async () => {
  const t = await open();
  await waitingForCode(t, newPhone());
  const answers: string[] = [];
  for (let i = 0; i < 7; i++) answers.push(await t.ask(newPhone()));
  expect(answers.filter((a) => /验证码发到尾号/.test(a))).toHaveLength(5);
  shows(answers.at(-1) ?? '', /太勤了/);
});

test('a phone given inside the story is taken from there and stands in no file of words', async () => {
  const t = await open();
  const phone = newPhone();
  await t.say('我要投诉');
  shows(await t.ask(`${STORY}，我电话${phone}`), phone.slice(-4), '[提交并附记录]');
  shows(await t.ask('提交不附'), '验证码');
  await t.say(t.code(phone));
  expect((await the(phone)).matter.what).not.toContain(phone);
});

test('asking something that nobody verified goes along as a question of the report', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  await t.say('科三我约了四回都约不上，是不是故意不给约');
  shows(await t.ask('C1，都俩月了'), '登记“办不成事”');
  shows(await t.ask('没约上的那四回，算不算在五次里头？'), '没有核实', '[好，登记]');
  shows(await t.ask('好，登记'), '没约上的那四回');
  await t.say('提交不附');
  expect((await the(phone)).matter.what).toContain('算不算在五次里头');
});

test('the window is named at the second visit, under the answer and beside a question', async () => {
  const t = await open();
  shows(await t.ask('换驾照跑了两趟都没弄成，还要带什么'), '[登记“办不成事”]');
  const first = await open();
  const answer = await first.ask('换驾照要带什么');
  expect(answer).not.toContain('登记“办不成事”');
});

test.each([['视频解押被拒了，银行的人都在线上'], ['我为这事跑了三趟了，窗口还是不给办'], ['照片传了三次都没通过']])(
  'trouble opens the window unasked: %s',
  async (words) => {
    const t = await open();
    shows(await t.ask(words), '我给您登记“办不成事”', '[反映办不成事]', '[现在找警官]', '[先不用]');
    shows(await t.ask('先不用'), '先不登记');
  },
);

test('photos sent before and during the report go along, and later ones are added to the matter', async () => {
  const phone = newPhone();
  const t = await open({ bound: phone });
  const before = await t.photo();
  shows(await t.ask(`我要投诉，${STORY}`), '1张');
  const during = await t.photo();
  shows((await t.news()).map((r) => r.say).join(''), /./);
  await t.say('提交不附');
  const c = await the(phone);
  expect(c.attachments).toEqual([before, during]);
  await t.say('补充材料');
  const later = await t.photo();
  expect((await the(phone)).attachments).toEqual([before, during, later]);
});

test('in elder mode everything is short and still complete', async () => {
  const t = await open();
  await call('POST /api/chat/settings', t.caller, { elder: true });
  const phone = newPhone();
  const said: string[] = [];
  for (const text of ['反映办不成事', STORY, '提交不附', phone]) said.push(...(await t.say(text)).map((r) => r.say));
  said.push(...(await t.say(t.code(phone))).map((r) => r.say));
  for (const say of said) expect(Array.from(say).length).toBeLessThanOrEqual(60);
  await the(phone);
});

test('a report in English is asked for, shown and filed in English', async () => {
  const t = await open({ language: 'en' });
  const phone = newPhone();
  shows(await t.ask('I want to complain'), 'Please tell me');
  shows(
    await t.ask('I came three times to exchange my foreign licence and the window refused without a reason'),
    '[Submit with the talk]',
    'came 3 times',
  );
  shows(await t.ask('Submit without it'), 'mobile number');
  shows(await t.ask(phone), 'code');
  shows(await t.ask(t.code(phone)), /Registered as YC-1118-\d{3}/, 'Wednesday 25 November');
  expect(await the(phone)).toMatchObject({ language: 'en', matter: { visits: 3 } });
});
