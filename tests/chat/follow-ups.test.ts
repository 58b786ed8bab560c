/** Questions inside a matter: sides of it, small answers, answers to the open question in free words, other messages in between. */
import { textOfReplies } from '../transcripts/transcript.ts';
import { openTalk, shows } from './stage.ts';

type Case = [first: string, then: string, ...expected: (string | RegExp)[]];

const sides: Case[] = [
  ['驾照丢了怎么补', '那收费多少', '10元'],
  ['驾照丢了怎么补', '几天能好', '1个工作日'],
  ['驾照丢了怎么补', '要带什么材料', '身份证'],
  ['驾照丢了怎么补', '不用去窗口网上办行不行', '12123'],
  ['驾照丢了怎么补', '让我弟去帮我取行不行', '委托书'],
  ['驾照丢了怎么补', '我的证是陕西发的，能在你们这补不', /全国|随便哪|哪家/],
  ['车贷还清了怎么解押', '银行说要先开个结清证明，用得着吗', '不用交结清证明'],
  ['车贷还清了怎么解押', '那家小贷公司去年倒闭了', /注销|破产/],
  ['车贷还清了怎么解押', '行驶证用不用拿上', '不用'],
  ['过户要啥手续', '卖车那个人不过来可以不', /卖家不用到场/],
  ['过户要啥手续', '原来的号我还想留着用', /2年/],
  ['过户要啥手续', '车子必须开过去吗', /要，车得开来|交验/],
  ['新车上牌要带什么', '外省户口能在这儿上不', /身份证就行|能上/],
  ['新车上牌要带什么', '没上牌这几天能开吗', /临牌|临时/],
  ['车牌丢了要补', '补完号会不会变', '号码不变'],
  ['大绿本丢了要补', '我在外地能让老婆去补吗', /本人来|不能代办/],
  ['车要报废', '外地的车能在本地报废吗', /能/],
  ['科目三怎么约', '最多能考几回', '5次'],
  ['科目三怎么约', '多少分及格', '90'],
  ['科目二怎么约', '学习证明下来多久能考', /10天/],
  ['驾照到期换证', '体检表能用多久', '6个月'],
  ['驾照到期换证', '去哪家医院体检', /县级以上医院|没有核实/],
  ['违章怎么处理', '在甘肃违的章能在宁夏处理吗', /哪儿都能|任意/],
  ['违章怎么处理', '车借给朋友开的', /实际开车的人|提异议/],
  ['补行驶证', '行驶证没补好能上路吗', /先别开/],
];

test.each(sides)('%s … %s', async (first, then, ...expected) => {
  const talk = openTalk();
  await talk.say(first);
  const text = textOfReplies(await talk.say(then));
  shows(text, ...expected);
});

const answers: Case[] = [
  ['驾驶证丢了咋补', '找不着了，真丢了', '那就能补'],
  ['驾驶证丢了咋补', '交警队扣着呢', '不补发'],
  ['驾照快到期了要换', '我今年七十一了', '测试'],
  ['驾照快到期了要换', '才四十五', '带两样'],
  ['二手车过户', '全款买的，没抵押', '要带的'],
  ['二手车过户', '贷款还没还完', '贷款机构'],
  ['车要报废', '当年全款买的没贷过', /查封|报废要交/],
  ['车要报废', '按揭的，去年还清了', '第一步'],
  ['解除抵押怎么办', '贷款公司都破产了', /破产/],
  ['解除抵押怎么办', '我有法院判决书', '一个人来'],
];

test.each(answers)('the open question of “%s” is answered by “%s”', async (first, then, ...expected) => {
  const talk = openTalk();
  await talk.say(first);
  const text = textOfReplies(await talk.say(then));
  shows(text, ...expected);
});

test('a question never blocks: another question is answered, and the open one still takes its answer', async () => {
  const talk = openTalk();
  await talk.say('驾驶证丢了咋补');
  expect(textOfReplies(await talk.say('补一个多少钱'))).toContain('10元');
  expect(textOfReplies(await talk.say('丢了'))).toContain('那就能补');
});

test('another matter takes the place of the open question', async () => {
  const talk = openTalk();
  await talk.say('驾驶证丢了咋补');
  await talk.say('算了，先问车贷还清怎么解除抵押');
  expect(talk.conversation().topic).toBe('mortgage-release');
  expect(textOfReplies(await talk.say('还在，是建行'))).toContain('要带的就这些');
});

test('what was told is never asked again', async () => {
  const talk = openTalk();
  await talk.say('驾驶证丢了咋补');
  await talk.say('丢了');
  const again = await talk.ask('驾驶证丢失补办');
  expect(again.say).not.toMatch(/扣着/);
  expect(talk.conversation().told).toMatchObject({ withheld: 'lost' });
});

test('没解决 marks the answer and offers a person', async () => {
  const talk = openTalk();
  await talk.say('驾照丢了怎么补');
  const reply = await talk.ask('没解决');
  expect(talk.effects).toContainEqual({ do: 'mark-unsolved', about: 'licence-replace-lost' });
  expect(reply.buttons.map((b) => b.label)).toContain('找警官');
});

test('buttons mean what they said when they were shown', async () => {
  const talk = openTalk();
  const first = await talk.ask('驾照丢了怎么补');
  for (const button of first.buttons) expect(button.send ?? button.open ?? button.do).toBeDefined();
  const then = await talk.ask(first.buttons[0]?.send ?? '');
  expect(then.say).toContain('那就能补');
});

test('what nobody verified is said so and noted for the guide, without the person’s numbers', async () => {
  const talk = openTalk();
  await talk.say('补行驶证');
  await talk.say('能上门办吗？我电话13912345678');
  const gap = talk.effects.find((e) => e.do === 'note-gap');
  expect(gap).toBeDefined();
  expect(JSON.stringify(gap)).not.toContain('13912345678');
});

test('an answer that officers published is given as it was written, with its source', async () => {
  const talk = openTalk({
    published: [
      {
        id: '01J00000000000000000000009',
        version: 1,
        office: 'yinchuan',
        questions: ['大厅门口能停车吗', '你们那儿有停车场没有'],
        label: 'intent:find-office',
        answerZh: '大厅东侧有免费停车场，有40个车位。',
        answerEn: '',
        source: '银川车管所公告（2026-10-01）',
        state: 'published',
        at: '2026-10-01T00:00:00.000Z' as never,
      },
    ],
  });
  const reply = await talk.ask('去你们那办事有停车场吗');
  expect(reply.say).toContain('免费停车场');
  expect(reply.card?.source).toBe('银川车管所公告（2026-10-01）');
});
