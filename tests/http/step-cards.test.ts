import type { Line } from '../../models/conversation/line.ts';
import { readyCards, type OfficeCard } from '../../models/guidance/step-cards/office-card.ts';
import type { StepCard } from '../../models/guidance/step-cards/step-card.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  const { wired } = await import('../../handlers/wiring.ts');
  await (await wired()).deps.desks.listen('yinchuan', { socket: 'console-liu', staff: 'liu' as never });
});
afterAll(() => world.stop());

const shipped = (id: string): Omit<StepCard, 'id'> => {
  const found = readyCards.find((card) => card.id === id);
  if (found === undefined) throw new Error(`no card ${id}`);
  const { id: _id, ...words } = found;
  return words;
};
type Own = { card: OfficeCard };
const propose = async (who: Caller, more: object): Promise<OfficeCard> =>
  ((await call('POST /api/knowledge/steps', who, { ...shipped('app-password'), ...more })).body as Own).card;
const publish = (who: Caller, { id, version }: OfficeCard) =>
  call('POST /api/knowledge/steps/{id}/publish', who, { id, version });
const inForce = async (): Promise<StepCard[]> =>
  (await call('GET /api/knowledge/steps', liu)).body['inForce'] as StepCard[];

test('a changed card is published by a second officer, is used from then on, and is taken back by one click', async () => {
  const card = await propose(liu, { of: 'app-password', title: { zh: '密码忘了怎么办', en: '' } });
  expect((await publish(liu, card)).body).toMatchObject({ sentence: '改的人不能自己发布，请另一位同事来发布。' });
  const published = ((await publish(ding, card)).body as Own).card;
  expect(published).toMatchObject({ state: 'published', publishedBy: 'ding', evaluation: { worse: 0 } });
  const titles = async () => (await inForce()).map(({ title }) => title.zh);
  expect(await titles()).toContain('密码忘了怎么办');
  expect(await titles()).toHaveLength(20);
  const { id, version } = published;
  await call('POST /api/knowledge/steps/{id}/roll-back', liu, { id, version });
  expect(await titles()).toContain('找回交管12123的密码');
});

test('of two who edit the same version one saves, and a card that hides others is not published', async () => {
  const card = await propose(liu, { words: ['处理违法怎么点'] });
  const edits = await Promise.all(
    [liu, ding].map((who) =>
      call('PUT /api/knowledge/steps/{id}', who, {
        ...shipped('app-password'),
        words: ['处理违法怎么点'],
        id: card.id,
        version: card.version,
      }),
    ),
  );
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 409]);
  const edited = (edits.find(({ status }) => status === 200)?.body as Own).card;
  const refused = await publish(edited.editedBy === ('liu' as never) ? ding : liu, edited);
  expect(refused).toMatchObject({ status: 409, body: { sentence: expect.stringContaining('找不着') as string } });
});

test('verified needs its source; two steps are too few and ten too many', async () => {
  const bare = await propose(liu, { verified: true });
  expect(await publish(ding, bare)).toMatchObject({ status: 422, body: { sentence: '标“已核实”要写明依据。' } });
  for (const n of [2, 10])
    expect(
      (
        await call('POST /api/knowledge/steps', liu, {
          ...shipped('app-password'),
          steps: Array.from({ length: n }, () => ({ zh: '点一下', en: '' })),
        })
      ).status,
    ).toBe(422);
});

async function talk() {
  const citizen = somebody();
  const said = await call('POST /api/chat/messages', citizen, {
    delivery: delivery(),
    content: { type: 'text', text: '人工' },
    after: 0,
  });
  const { id, lastSeq } = said.body['conversation'] as { id: string; lastSeq: number };
  await call('POST /api/desk/conversations/{id}/claim', liu, { id });
  return { citizen, id, seen: lastSeq + 1 };
}
const steps = { where: '12123', title: '找回密码', steps: ['打开手机', '点“忘记密码”', '照着填'] };
const send = (who: Caller, { id, seen }: { id: string; seen: number }, more: object = {}) =>
  call('POST /api/desk/conversations/{id}/steps', who, { id, seen, delivery: delivery(), ...steps, ...more });
const cards = async ({ citizen }: { citizen: Caller }) =>
  ((await call('GET /api/chat', citizen, { after: 0 })).body['lines'] as Line[]).flatMap(({ content }) =>
    content.type === 'reply' && content.card?.type === 'steps' ? [content.card] : [],
  );

test('steps go out as one card, once however often they are sent, and only from who has the talk', async () => {
  const one = await talk();
  const again = { delivery: delivery() };
  // Afterwards it would be held back for what it had not seen.
  expect((await send(ding, one)).status).toBe(403);
  const answers = await Promise.all([send(liu, one, again), send(liu, one, again)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await cards(one)).toEqual([
    {
      type: 'steps',
      title: '找回密码',
      items: steps.steps.map((text) => ({ text })),
      caution: '名称和位置以手机上看到的为准。',
    },
  ]);
});

test('steps that stand as they were verified go out with their source; changed for one person they carry the caution', async () => {
  const proposed = await propose(liu, {
    of: 'app-fine-pay',
    steps: steps.steps.map((zh) => ({ zh, en: '' })),
    verified: true,
    source: '交管12123操作指引（2026-11-18核对）',
  });
  expect((await publish(ding, proposed)).status).toBe(200);
  const one = await talk();
  await send(liu, one, { card: 'app-fine-pay' });
  await send(liu, { ...one, seen: one.seen + 1 }, { card: 'app-fine-pay', steps: [...steps.steps, '念给我听'] });
  const [as, changed] = await cards(one);
  expect(as).toMatchObject({ source: '交管12123操作指引（2026-11-18核对）' });
  expect(as).not.toHaveProperty('caution');
  expect(changed).toMatchObject({ caution: '名称和位置以手机上看到的为准。' });
  expect(changed).not.toHaveProperty('source');
});
