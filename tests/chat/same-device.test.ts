/** Who judges a matter in the talk from a browser that staff sign in with is counted as such, by whichever way the words came. */
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import type { Deps } from '../../functions/deps.ts';
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Receipt } from '../../models/complaint/views.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { answerAt, fileAt, officer, takeOn, tell } from '../office-of-matters.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let wang: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  wang = await employ('wang', '王一');
  wireWith({});
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const liu = officer('刘一航', 'yinchuan');
let phones = 13_900_050_000;

/** A matter of this talk that was answered. */
async function answered(): Promise<{ t: CitizenTalk; matter: Receipt }> {
  const phone = String((phones += 1));
  const t = await openCitizenTalk(world, deps, { bound: phone });
  const matter = await fileAt(deps, { person: { phone } }, { conversation: t.id, upTo: 0 });
  await takeOn(deps, liu, matter.id);
  await answerAt(deps, liu, matter.id, '检验信息已补录，可以领检验标志');
  await tell(deps, t.id, matter.id, 'answered');
  await t.news();
  return { t, matter };
}
const signInAsStaff = (t: CitizenTalk): void => {
  t.caller.cookies.push(...wang.cookies.filter((cookie) => cookie.startsWith('bc_staff=')));
};
async function marked(id: Receipt['id']): Promise<number | undefined> {
  const found = await deps.complaints.find(id);
  if (!found.ok) throw new Error(found.refusal.detail);
  return found.value.history.find((h) => h.what === 'rated')?.amounts?.['sameDevice'];
}
/** Over the open line, with the ticket that the page got when it was opened. */
async function overTheLine(t: CitizenTalk, texts: readonly string[]): Promise<void> {
  const { ticket } = (await call('GET /api/chat', t.caller)).body['socket'] as { ticket: string };
  const { message } = await import('../../handlers/socket/message.ts');
  for (const text of texts)
    await message({
      requestContext: { connectionId: `page-${t.id}`, routeKey: '$default', requestId: delivery() },
      isBase64Encoded: false,
      body: JSON.stringify({ action: 'say', ticket, delivery: delivery(), content: { type: 'text', text }, after: 0 }),
    } as unknown as APIGatewayProxyWebsocketEventV2);
}

test('a rating in the talk from somebody’s own phone is no rating from a staff device', async () => {
  const { t, matter } = await answered();
  await t.say('办成了');
  await t.say('满意');
  expect(await marked(matter.id)).toBe(0);
});

test('from a browser that staff sign in with it is marked', async () => {
  const { t, matter } = await answered();
  signInAsStaff(t);
  await t.say('办成了');
  await t.say('满意');
  expect(await marked(matter.id)).toBe(1);
});

test.each([
  [false, 0],
  [true, 1],
])('over the open line it is the same: staff browser %s', async (staff, sameDevice) => {
  const { t, matter } = await answered();
  if (staff) signInAsStaff(t);
  await overTheLine(t, ['办成了', '满意']);
  expect(await marked(matter.id)).toBe(sameDevice);
});

test('a cookie that this office did not sign marks nothing', async () => {
  const { t, matter } = await answered();
  t.caller.cookies.push('bc_staff=eyJzIjoieCJ9.AAAA');
  await t.say('办成了');
  await t.say('满意');
  expect(await marked(matter.id)).toBe(0);
});
