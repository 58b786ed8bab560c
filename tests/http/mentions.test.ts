/** Whom a note names is told: at once where their console is open, and in a list that waits for them where none is. */
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { wired } from '../../handlers/wiring.ts';
import { MENTIONS_SHOWN, type ShownMentions } from '../../models/conversation/mention.ts';
import { ComplaintId, StaffId } from '../../models/ids.ts';
import { DAY, plus } from '../../models/time.ts';
import { employ, hire } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
let chen: Caller;
let hai: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁雪');
  chen = await employ('chen', '陈思远', 'manager');
  hai = await employ('hai', '海小云', 'officer', 'pingluo');
  await hire('bao', '包工', 'operator');
});
afterAll(() => world.stop());

async function filed(): Promise<{ id: ComplaintId; number: string }> {
  const { deps } = await wired();
  const done = await fileComplaint(
    deps,
    {
      id: ComplaintId.parse(deps.newId()),
      office: 'yinchuan',
      channel: 'form',
      language: 'zh',
      matter: { what: '解除抵押的公司注销了，窗口说办不了。' },
      person: { name: '马小兰', phone: '13900000017' },
      problem: 'repeat-visits',
      notify: 'sms',
      attachments: [],
    },
    { phoneConfirmed: true },
  );
  if (!done.ok) throw new Error(done.refusal.detail);
  return done.value;
}
async function talk(): Promise<string> {
  const said = await call(
    'POST /api/chat/messages',
    { cookies: [] },
    {
      delivery: delivery(),
      content: { type: 'text', text: '人工' },
      after: 0,
    },
  );
  return (said.body as { conversation: { id: string } }).conversation.id;
}
const note = (id: string, mentions: string[], d = delivery()): Promise<Answer> =>
  call('POST /api/matters/{id}/notes', liu, { id, delivery: d, text: '@丁雪 帮着查一下档案', mentions });
const unread = async (who: Caller): Promise<ShownMentions> =>
  (await call('GET /api/desk/mentions', who)).body as ShownMentions;
const read = (who: Caller, keys: string[]): Promise<Answer> => call('POST /api/desk/mentions/read', who, { keys });
async function none(who: Caller): Promise<void> {
  const { mentions } = await unread(who);
  if (mentions.length > 0)
    await read(
      who,
      mentions.map(({ key }) => key),
    );
}

test('a name in a note waits for the colleague who has no console open, with where and by whom, and never a word of the note', async () => {
  const { id, number } = await filed();
  const conversation = await talk();
  expect((await note(id, ['ding'])).status).toBe(200);
  const said = { id: conversation, delivery: delivery(), text: '@丁雪 这位要查档', mentions: ['ding'] };
  expect((await call('POST /api/desk/conversations/{id}/notes', liu, said)).status).toBe(200);
  const { mentions, more } = await unread(ding);
  expect(more).toBe(false);
  expect(mentions.map(({ of, id: place, byName, why }) => [of, place, byName, why])).toEqual([
    ['talk', conversation, '刘一航', 'note'],
    ['matter', id, '刘一航', 'note'],
  ]);
  expect(mentions[1]?.number).toBe(number);
  expect(JSON.stringify(mentions)).not.toMatch(/查档|档案|马小兰/u);
  expect((await unread(liu)).mentions).toEqual([]);
  await none(ding);
  expect((await unread(ding)).mentions).toEqual([]);
});

test('an open console hears of it under the same key, so that it is read there for good', async () => {
  const { id } = await filed();
  const { deps } = await wired();
  await deps.desks.listen('yinchuan', { socket: 'ding-live', staff: StaffId.parse('ding') });
  await note(id, ['ding']);
  const heard = (world.sent.get('ding-live') ?? []).filter(({ type }) => type === 'mention');
  const { mentions } = await unread(ding);
  expect(heard).toEqual([{ type: 'mention', ...mentions[0] }]);
  expect((await read(ding, [String(heard[0]?.['key'])])).status).toBe(204);
  expect((await unread(ding)).mentions).toEqual([]);
});

test('only colleagues who may open the file are told: not oneself, another office, an operator or somebody who left', async () => {
  const { id } = await filed();
  await hire('gone', '走了');
  const { deps } = await wired();
  const left = await deps.staff.find(StaffId.parse('gone'));
  if (!left.ok) throw new Error('not hired');
  await deps.staff.save({ ...left.value, active: false });
  await note(id, ['liu', 'hai', 'bao', 'gone', 'nobody', 'chen']);
  expect((await unread(liu)).mentions).toEqual([]);
  expect((await unread(hai)).mentions).toEqual([]);
  expect((await unread(chen)).mentions).toHaveLength(1);
  const { table } = await wired();
  for (const who of ['bao', 'gone', 'nobody', 'hai'])
    expect([who, (await table.query({ pk: `MENTIONS#${who}` })).items]).toEqual([who, []]);
  await none(chen);
});

test('a note delivered twice names once, also after it was read, and also when both come at once', async () => {
  const { id } = await filed();
  const [one, two] = [delivery(), delivery()];
  const together = await Promise.all(Array.from({ length: 8 }, () => note(id, ['ding'], one)));
  expect(together.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  await note(id, ['ding'], two);
  expect((await unread(ding)).mentions).toHaveLength(2);
  await none(ding);
  await note(id, ['ding'], two);
  expect((await unread(ding)).mentions).toEqual([]);
});

test('reading takes away what was shown and nothing that came meanwhile, and nobody reads for another', async () => {
  const { id } = await filed();
  await note(id, ['ding']);
  const shown = (await unread(ding)).mentions.map(({ key }) => key);
  await note(id, ['ding']);
  expect((await read(chen, shown)).status).toBe(204);
  expect((await unread(ding)).mentions).toHaveLength(2);
  await read(ding, shown);
  expect((await unread(ding)).mentions.map(({ key }) => key)).not.toContain(shown[0]);
  expect((await unread(ding)).mentions).toHaveLength(1);
  expect((await read(ding, ['../STAFF'])).status).toBe(422);
  await none(ding);
});

test('a long list shows the newest, says that there are more, and forgets what nobody opened for three months', async () => {
  const { id } = await filed();
  for (let n = 0; n < MENTIONS_SHOWN + 3; n++) await note(id, ['ding']);
  const first = await unread(ding);
  expect([first.mentions.length, first.more]).toEqual([MENTIONS_SHOWN, true]);
  expect(first.mentions.map(({ at }) => at)).toEqual(
    first.mentions
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  await none(ding);
  expect((await unread(ding)).mentions).toHaveLength(3);
  const { deps } = await wired();
  const late = await deps.mentions.of(StaffId.parse('ding'), plus(deps.now(), 91 * DAY));
  expect(late).toEqual({ mentions: [], more: false });
  await none(ding);
});

test('an officer hears what became of the request to see a number, wherever they are', async () => {
  const { id, number } = await filed();
  const acts = async (who: Caller, what: object): Promise<Answer> => {
    const { row } = (await call('GET /api/matters/{id}', who, { id })).body as { row: { version: number } };
    return call('POST /api/matters/{id}/acts', who, { id, delivery: delivery(), seen: row.version, what });
  };
  await acts(liu, { act: 'accept', problem: 'repeat-visits', urgency: 'ordinary', take: true });
  for (const [field, grant] of [
    ['phone', true],
    ['name', false],
  ] as const) {
    const asked = await acts(ding, { act: 'ask-reveal', field, reason: '核对是不是本人' });
    const ask = (asked.body as { revealAsks: { id: string }[] }).revealAsks.at(-1)?.id;
    expect((await acts(chen, { act: 'decide-reveal', ask, grant, words: '说清楚用处' })).status).toBe(200);
  }
  expect((await unread(ding)).mentions.map(({ why, number: of, byName }) => [why, of, byName])).toEqual([
    ['reveal-refused', number, '陈思远'],
    ['reveal-granted', number, '陈思远'],
  ]);
  expect(JSON.stringify((await unread(ding)).mentions)).not.toContain('说清楚');
});
