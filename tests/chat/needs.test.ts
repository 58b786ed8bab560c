/** First messages in many wordings: the matter is recognised and the answer names what was asked. */
import { textOfReplies } from '../transcripts/transcript.ts';
import { openTalk, shows } from './stage.ts';

type Case = [says: string, service: string, ...names: (string | RegExp)[]];

const needs: Case[] = [
  ['驾驶证弄丢了想重新办一个', 'licence-replace-lost', '身份证', '10元'],
  ['钱包被偷驾照也在里面，咋补', 'licence-replace-lost', '身份证', /扣/],
  ['驾照快过期了怎么换新的', 'licence-renew-expiry', '身份证', '70'],
  ['行驶证找不到了要补办', 'replace-vehicle-licence', '10元', '1个工作日'],
  ['大绿本丢了怎么补', 'replace-registration-certificate', /抵押/],
  ['车牌被刮掉一块要补', 'replace-plate', '15个工作日', /没牌先别上路/],
  ['刚买的新车怎么上牌照', 'vehicle-initial-registration', '120元', '购车发票'],
  ['二手车过户要带些啥', 'vehicle-transfer-registration', '新车主', '抵押'],
  ['车贷还完了去解押要啥手续', 'mortgage-release', '不收费', '贷款机构'],
  ['车要报废怎么弄', 'scrap-deregistration', /回收/, '贷过'],
  ['违章怎么处理', 'violation-processing', /处理/],
  ['驾照扣满12分了怎么学习', 'full-points-study', /7天|学习/],
  ['学法减分怎么操作', 'points-reduction', /6分|减/],
  ['驾照上名字改了怎么换', 'licence-info-change', '30日'],
  ['电子驾驶证怎么申领', 'electronic-licence', '12123'],
  ['临时牌照怎么办', 'temporary-plate', '5元'],
  ['退伍军人的军驾照怎么换地方的', 'military-licence', /部队|军/],
  ['C1增驾D要什么条件', 'licence-add-class', /记满12分|增/],
  ['校车司机资格怎么申请', 'school-bus-driver', /校车/],
  ['车改了颜色要去登记吗', 'vehicle-change-registration', /10个工作日|颜色/],
  ['车架号锈得看不清了怎么办', 'vin-restamp-filing', /打刻|车架号/],
  ['预约科目二考试', 'exam-subject-2', /10天|科目二/],
  ['七十岁以上的体检证明交到哪', 'medical-certificate-submit', /体检/],
  ['驾照过期被注销了想恢复', 'licence-restore', /科目一|恢复/],
];

test.each(needs)('%s → %s', async (says, service, ...names) => {
  const talk = openTalk();
  const replies = await talk.say(says);
  expect(talk.conversation().topic).toBe(service);
  const text = textOfReplies(replies);
  shows(text, ...names);
  expect(replies[0]?.card?.source ?? '').toMatch(/（\d{4}-\d{2}-\d{2}|没有/);
});

test('a guide card says why it is shown, links to the guide of this office, and may be rated', async () => {
  const reply = await openTalk({ office: 'pingluo' }).ask('驾驶证弄丢了想重新办一个');
  expect(reply.card?.type).toBe('guide');
  expect(reply.card?.because?.length ?? 0).toBeGreaterThan(0);
  expect(reply.card?.link?.href).toBe('/guides/licence-replace-lost?office=pingluo');
  expect(reply.rateable).toBe(true);
  expect(reply.card?.items.map((i) => i.label)).toEqual(expect.arrayContaining(['谁来办', '带什么', '多久', '收费']));
});

test('the personal checklist link carries what was told', async () => {
  const talk = openTalk();
  await talk.say('二手车过户怎么办');
  const reply = await talk.ask('还在抵押');
  expect(reply.card?.link?.href).toMatch(/^\/guides\/vehicle-transfer-registration\/checklist\?office=yinchuan&a=.*m1/);
  expect(reply.card?.items.map((i) => i.text).join()).toContain('抵押合同');
});

test('what an office does not take is said, with the place that does', async () => {
  const reply = await openTalk({ office: 'zhongning' }).ask('摩托车一证办是啥');
  expect(reply.say).toMatch(/中宁不办这一项|没有核实/);
});

test('of two needs in one message both are answered, the shared paper once', async () => {
  const talk = openTalk();
  const reply = await talk.ask('行驶证磨烂了要换，另外车主手机号也得改一下');
  expect(reply.card?.title).toBe('一趟办两件');
  expect(textOfReplies([reply]).match(/身份证/g)?.length ?? 0).toBeLessThanOrEqual(2);
  expect(textOfReplies([reply])).toMatch(/10元[\s\S]*不收费/);
});

test('when unsure there are at most three plain choices and a person', async () => {
  const talk = openTalk();
  for (const vague of ['换证', '证件过期', '那个本本', '手续']) {
    const reply = await talk.ask(vague);
    expect(reply.buttons.length).toBeLessThanOrEqual(4);
    expect(reply.buttons.length).toBeGreaterThan(0);
  }
});
