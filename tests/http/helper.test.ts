/** The helper of a talk: let in by the person alone, named before every word, out at once when taken back, on every way in. */
import type { Deps } from '../../functions/deps.ts';
import { takeTurn } from '../../functions/conversation/take-turn.ts';
import { wired } from '../../handlers/wiring.ts';
import type { DeskRow, OfficerView } from '../../models/conversation/views.ts';
import type { LiveDoor } from '../../models/live/views.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';
import { visitor, type Visitor } from './page-visitor.ts';

let world: World;
let deps: Deps;
let liu: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T10:20+08:00');
  await import('../../handlers/http/chat.ts');
  liu = await employ('liu', '刘一航');
  ({ deps } = await wired());
  await deps.desks.listen('yinchuan', { socket: 'console-liu', staff: 'liu' as never });
});
afterAll(() => world.stop());

type Helped = { talk: CitizenTalk; link: string; helper: Caller; page: Visitor };
const linkIn = async (talk: CitizenTalk, naming: string): Promise<string> => {
  await talk.say(naming);
  const [named] = await talk.say('同意');
  return new URL(named?.card?.link?.href ?? '').pathname;
};
/** Somebody whose daughter has come in by the link. */
async function helped(): Promise<Helped> {
  const talk = await openCitizenTalk(world, deps);
  await talk.say('驾照丢了怎么补');
  const link = await linkIn(talk, '让我女儿王丽一起看');
  const page = visitor();
  await page.submit(await page.get(link), link, {});
  const helper = somebody();
  helper.cookies.push(...page.cookies);
  return { talk, link, helper, page };
}
const say = (who: Caller, text: string) =>
  call('POST /api/chat/messages', who, { delivery: delivery(), content: { type: 'text', text }, after: 0 });
type Chat = { conversation: { id: string; helper?: object }; helping?: boolean; lines: object[] };
const read = async (who: Caller): Promise<Chat> => (await call('GET /api/chat', who, {})).body as Chat;

test('named with the person’s yes, the helper reads and writes in the same talk under the own name', async () => {
  const { talk, helper } = await helped();
  expect(await read(helper)).toMatchObject({ helping: true, conversation: { id: talk.id } });
  expect((await say(helper, '我妈的驾照，补证要本人去吗')).status).toBe(200);
  const own = await read(talk.caller);
  expect(own.conversation.helper).toEqual({ name: '王丽（女儿）', joined: true });
  expect(own.lines).toContainEqual(expect.objectContaining({ from: 'citizen', writer: '王丽（女儿）' }));
  expect(own.lines).toContainEqual(
    expect.objectContaining({ content: { type: 'happening', what: 'helper-joined', who: '王丽（女儿）' } }),
  );
  const seen = (await call('GET /api/desk/conversations/{id}', liu, { id: talk.id })).body as OfficerView;
  expect(seen.lines).toContainEqual(expect.objectContaining({ writer: '王*（女儿）' }));
  expect(JSON.stringify(seen.lines.filter(({ from }) => from !== 'bot'))).not.toContain('王丽（');
  expect(seen.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['helper-named', 'helper-joined']));
});

test('without a yes, without a link, or with a forged one nobody comes in; the own talk is never lost', async () => {
  const { talk, page, helper } = await helped();
  const stranger = visitor();
  expect((await stranger.get('/helper/forged.slip')).status).toBe(410);
  const before = await read(somebody());
  expect(before.conversation.id).not.toBe(talk.id);
  // Leaving brings back the own talk.
  const left = await page.post('/helper-leave', {});
  expect(left.path).toBe('/');
  const own = somebody();
  own.cookies.push(...page.cookies);
  expect((await read(own)).conversation.id).not.toBe(talk.id);
  expect((await read(helper)).conversation.id).toBe(talk.id);
});

test('taken back, the helper is out at once: page, link, socket; a later naming does not open the earlier door', async () => {
  const { talk, link, helper } = await helped();
  const { ticket } = ((await call('GET /api/chat', helper, {})).body as { socket: { ticket: string } }).socket;
  const { connect } = await import('../../handlers/socket/doors.ts');
  const open = (connectionId: string) =>
    connect({ requestContext: { connectionId }, queryStringParameters: { ticket } } as never);
  expect(await open('the-helper')).toMatchObject({ statusCode: 200 });
  await talk.say('谢谢');
  expect(world.sent.get('the-helper')?.at(-1)).toMatchObject({ type: 'lines' });
  const before = world.sent.get('the-helper')?.length ?? 0;
  await talk.say('不用帮手了');
  expect(world.sent.get('the-helper')?.slice(before)).toEqual([{ type: 'out' }]);
  await talk.say('还有一件私事');
  expect(world.sent.get('the-helper')).toHaveLength(before + 1);
  expect(await open('the-helper-again')).toMatchObject({ statusCode: 401 });
  const refused = await say(helper, '还能说吗');
  expect(refused).toMatchObject({ status: 403, body: { sentence: expect.stringContaining('收回') as string } });
  expect(refused.cookies.join()).toContain('bc_help=;');
  expect((await visitor().get(link)).status).toBe(410);
  const second = await linkIn(talk, '加个帮手，我儿子王强');
  expect((await visitor().get(link)).status).toBe(410);
  expect((await visitor().get(second)).status).toBe(200);
});

test('a helper cannot name, take back or choose for the person', async () => {
  const { talk, helper } = await helped();
  for (const words of ['不用帮手了', '加个帮手']) await say(helper, words);
  expect((await read(talk.caller)).conversation.helper).toMatchObject({ name: '王丽（女儿）' });
  expect((await call('POST /api/chat/settings', helper, { office: 'yanchi' })).status).toBe(403);
  expect((await call('POST /api/chat/restart', helper, {})).status).toBe(403);
});

test('of words and a taking back that race, whatever was written later than the taking back is not there', async () => {
  for (let round = 0; round < 3; round++) {
    const { talk } = await helped();
    const { conversation } = await deps.conversations.look(talk.id);
    const seat = { conversation: talk.id, helper: conversation?.helper?.id ?? '' };
    const visit = { ...seat, office: 'yinchuan', language: 'zh', elder: false } as const;
    await Promise.all([
      talk.say('不用帮手了'),
      ...[1, 2, 3].map(() =>
        takeTurn(
          deps,
          visit,
          { delivery: delivery() as never, content: { type: 'text', text: '我来说' }, after: 0 },
          { sameDevice: false },
        ),
      ),
    ]);
    const lines = (await deps.conversations.linesAfter(talk.id, 0, 100)).filter(({ from }) => from === 'citizen');
    const ended = lines.findIndex(({ content }) => content.type === 'text' && content.text === '不用帮手了');
    expect(ended).toBeGreaterThanOrEqual(0);
    expect(lines.slice(ended + 1)).toEqual([]);
  }
});

test('in the desk’s list and the audit nothing names the helper', async () => {
  const { talk } = await helped();
  await talk.say('人工');
  const { rows } = (await call('GET /api/desk', liu, { list: 'all' })).body as { rows: DeskRow[] };
  expect(JSON.stringify(rows)).not.toContain('王丽');
  const raw = await deps.conversations.find(talk.id);
  expect(raw.ok && JSON.stringify(raw.value.conversation.history)).not.toContain('王丽');
});

test('in a call the talk’s helper sits beside the person, never on their seat; decides nothing, and is out at once when taken back', async () => {
  const { talk, helper } = await helped();
  const asked = (await call('POST /api/live/ask', helper, { how: 'voice' })).body as unknown as LiveDoor;
  const id = asked.live?.id;
  expect((await call('POST /api/desk/live/{id}/answer', liu, { id })).status).toBe(200);
  const door = async (who: Caller) => (await call('GET /api/live', who)).body as unknown as LiveDoor;
  const [theirs, beside] = [await door(talk.caller), await door(helper)];
  expect(theirs.seat).toBeDefined();
  expect(theirs.beside).toBeUndefined();
  expect(beside.seat).toBeUndefined();
  expect((await door(helper)).beside?.split('/')[4]).toBe('helper');
  const slip = beside.beside?.split('/').at(-1);
  const comes = () => call('POST /api/live/helper', somebody(), { slip });
  expect((await comes()).body).toMatchObject({ live: { id, helper: '王丽' }, seat: expect.anything() as object });

  for (const [route, input] of [
    ['POST /api/live/{id}/step', { to: 'text', why: 'wish' }],
    ['POST /api/live/{id}/leave', { outcome: 'solved' }],
    ['POST /api/live/{id}/helper', { helper: 'press-0009', name: '李强' }],
  ] as const)
    expect((await call(route, helper, { id, ...input })).status).toBe(403);

  await talk.say('不用帮手了');
  expect((await comes()).status).toBe(404);
  expect((await read(talk.caller)).lines.at(-1)).toMatchObject({
    content: { type: 'happening', what: 'helper-left', who: '王丽（女儿）' },
  });
  expect((await read(helper)).helping).toBeUndefined();
  expect((await door(talk.caller)).live).not.toHaveProperty('helper');
  expect((await door(talk.caller)).live?.state).toBe('live');
});

test('whoever was asked into this call alone keeps the seat, also when the talk’s helper comes by or is taken back', async () => {
  const { talk, helper } = await helped();
  const { live } = (await call('POST /api/live/ask', talk.caller, { how: 'video' })).body as unknown as LiveDoor;
  await call('POST /api/desk/live/{id}/answer', liu, { id: live?.id });
  const named = await call('POST /api/live/{id}/helper', talk.caller, {
    id: live?.id,
    helper: 'press-0001',
    name: '李强',
  });
  expect(((await call('GET /api/live', helper)).body as unknown as LiveDoor).beside).toBeUndefined();
  await talk.say('不用帮手了');
  const slip = String(named.body['link']).split('/').at(-1);
  expect((await call('POST /api/live/helper', somebody(), { slip })).status).toBe(200);
});
