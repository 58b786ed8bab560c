/** The query code is lost: in the talk, too, number and phone bring it back, and nobody else learns anything. */
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { fileAt } from '../office-of-matters.ts';
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

let phones = 13_900_070_000;
const newPhone = (): string => String((phones += 1));
const open = (over: Parameters<typeof openCitizenTalk>[2] = {}): Promise<CitizenTalk> =>
  openCitizenTalk(world, deps, over);
const nameless = (): Promise<Receipt> =>
  fileAt(deps, { person: {}, problem: 'attitude-or-buck-passing', matter: { what: '窗口的人骂人' } });
const sentTo = (phone: string): number => world.sms.filter((m) => m.to === phone).length;

test('asked for step by step: number, phone, six digits, then the code is there', async () => {
  const phone = newPhone();
  const { number, code } = await fileAt(deps, { person: { phone } });
  const t = await open();
  shows(await t.ask('我的查询码丢了'), '编号', '手机号');
  shows(await t.ask(number), number, '手机号');
  shows(await t.ask(phone), `尾号${phone.slice(-4)}`, '[收不到]');
  const wrong = t.code(phone) === '111111' ? '222222' : '111111';
  expect(await t.ask(wrong)).not.toContain(code);
  shows(await t.ask(t.code(phone)), number, `查询码${code}`, '别给别人看', '[查进度]');
  // From now on it is known in this talk.
  shows(await t.ask('查询码又忘了'), `查询码${code}`);
});

test.each([
  ['查询码找不到了', true],
  ['我把查询码弄丢了咋办', true],
  ['忘了查询码', true],
  ['能不能补一下查询码', true],
  ['i lost my query code', true],
  ['驾照丢了怎么补', false],
  ['验证码收不到', false],
])('%s is heard as a lost code: %s', async (words, lost) => {
  const t = await open();
  const said = await t.ask(words);
  (lost ? expect(said) : expect(said).not).toMatch(/先报编号|First the number/u);
});

test('the number may come with the wish, and whoever confirmed their phone in this talk is not asked again', async () => {
  const phone = newPhone();
  const { number, code } = await fileAt(deps, { person: { phone } });
  const t = await open({ bound: phone });
  shows(await t.ask(`${number}的查询码忘了`), `查询码${code}`);
  expect(sentTo(phone)).toBe(0);
});

test('to who does not hold the phone every number is alike: one that exists, one that does not, one without a phone', async () => {
  const owner = newPhone();
  const { number, code } = await fileAt(deps, { person: { phone: owner } });
  const anonymous = await nameless();
  const heard = [];
  for (const asked of [number, 'YC-1118-99999', anonymous.number]) {
    const [t, phone] = [await open(), newPhone()];
    const talk = [await t.ask(`查询码丢了，编号${asked}`), await t.ask(phone), await t.ask(t.code(phone))].join('\n');
    expect(talk).not.toContain(code);
    heard.push(talk.replaceAll(asked, '…').replaceAll(phone.slice(-4), '…'));
  }
  shows(heard[0] ?? '', '对不上', '没留手机号', '重新登记一件');
  expect(heard[1]).toBe(heard[0]);
  expect(heard[2]).toBe(heard[0]);
  expect(sentTo(owner)).toBe(0);
});

test('who holds the phone but has the wrong number can see what was reported under it', async () => {
  const phone = newPhone();
  const { number } = await fileAt(deps, { person: { phone } });
  const t = await open();
  await t.say('查询码丢了，编号YC-1118-99997');
  await t.say(phone);
  shows(await t.ask(t.code(phone)), '对不上', '[看这个号登记过的]');
  shows(await t.ask('看这个号登记过的'), number);
});

test('a matter without a phone: said plainly that its code cannot come back, and what to do', async () => {
  const { number, code } = await nameless();
  const t = await open();
  await t.say(number);
  const said = await t.ask('查询码丢了');
  shows(said, '查询码补不了', '当时的聊天', '重新登记一件', '[登记“办不成事”]', '[找警官]');
  expect(said).not.toContain(code);
  await t.say(`${number}的查询码丢了`);
  shows(await t.ask('当时没留手机号'), '查询码补不了');
});

test('a number that is lost as well is no end: the phone alone finds the matters', async () => {
  const phone = newPhone();
  const { number } = await fileAt(deps, { person: { phone } });
  const t = await open();
  await t.say('查询码丢了');
  shows(await t.ask('编号也忘了'), '手机号');
  await t.say(phone);
  shows(await t.ask(t.code(phone)), number);
});

test('six codes an hour leave one talk, and trying numbers with one’s own phone stops', async () => {
  const t = await open();
  for (let i = 0; i < 6; i++) {
    await t.say(`查询码丢了，编号YC-1118-${String(700 + i)}`);
    await t.say(newPhone());
  }
  await t.say('查询码丢了，编号YC-1118-710');
  const late = newPhone();
  await t.say(late);
  expect(sentTo(late)).toBe(0);

  const mine = await open({ bound: newPhone() });
  for (let i = 0; i < 12; i++) shows(await mine.ask(`YC-1118-${String(720 + i)}的查询码丢了`), '登记时留的手机号');
  shows(await mine.ask('YC-1118-740的查询码丢了'), '试得太多');
});

test('the code stands only in the person’s own lines: staff who read the talk do not see it', async () => {
  const phone = newPhone();
  const { number, code } = await fileAt(deps, { person: { phone } });
  const t = await open({ bound: phone });
  await t.say(`${number}的查询码忘了`);
  const card = (await t.lines()).flatMap(({ content }) =>
    content.type === 'reply' ? (content.card?.items ?? []) : [],
  );
  expect(card.filter(({ text }) => text.includes(code))).toMatchObject([{ secret: true }]);
});
