/** Several deliveries of one message that are each put off: whichever of them was to say the answer, it comes, once. */
import { fileLateTurn } from '../../functions/wechat/late-turns.ts';
import { hearOnWeChat } from '../../functions/wechat/hear-on-wechat.ts';
import { inboundOf, type Inbound } from '../../models/wechat/message.ts';
import { openStage, until, type Person, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('2026-11-18T02:20:00Z');
}, 60_000);
afterAll(() => stage.stop());

async function messageOf(person: Person, text: string): Promise<Inbound> {
  const fields = await person.message({ MsgType: 'text', Content: text });
  const inbound = inboundOf({ ...fields, CreateTime: String(fields['CreateTime']) });
  if (!inbound.ok) throw new Error(inbound.refusal.detail);
  return inbound.value;
}
const hears = async (inbound: Inbound, attempt: string): Promise<string | undefined> =>
  hearOnWeChat(await stage.deps(), inbound, { office: 'yinchuan', attempt, open: () => true, claim: () => true });

test.each([
  ['before', ['other', 'sayer']],
  ['after', ['sayer', 'other']],
])('the answer of a delivery that was put off %s its sister still comes', async (when, order) => {
  const person = stage.person(`put-off-${when}`);
  const inbound = await messageOf(person, '驾照丢了怎么补');
  // One delivery has written the answer down as said, and then the platform was told that it comes later.
  expect(await hears(inbound, 'sayer')).toContain('只带身份证就能补');
  for (const attempt of order) await fileLateTurn(await stage.deps(), inbound, 'yinchuan', attempt);
  const late = await until(person.late, (seen) => seen.length > 0);
  expect(late).toEqual([expect.stringContaining('只带身份证就能补')]);
  // A third delivery has nothing to say any more.
  expect(await hears(inbound, 'third')).toBeUndefined();
});
