import type { PublishedAnswer } from '../../models/guidance/published-answer.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
let liu: Caller;
let ding: Caller;
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
});
afterAll(() => world.stop());

const words = {
  questions: ['理论考试能用蒙古语答题吗', '科目一有没有蒙语的卷子'],
  label: 'exam-subject-1',
  answerZh: '能不能用蒙古语答题，请带身份证到窗口问清再约考。',
  answerEn: 'Please ask the window before booking.',
  source: '公安部令第162号第36条（2022-04-01施行）',
};
const propose = async (who: Caller, more: object = {}): Promise<PublishedAnswer> =>
  ((await call('POST /api/knowledge/answers', who, { ...words, ...more })).body as { answer: PublishedAnswer }).answer;

test('whoever wrote an answer cannot publish it; a second officer can, and one click takes it back', async () => {
  const answer = await propose(liu);
  expect(answer).toMatchObject({ state: 'proposed', editedBy: 'liu' });
  const own = await call('POST /api/knowledge/answers/{id}/publish', liu, { id: answer.id, version: answer.version });
  expect(own).toMatchObject({ status: 403, body: { sentence: '改的人不能自己发布，请另一位同事来发布。' } });
  const published = (
    await call('POST /api/knowledge/answers/{id}/publish', ding, { id: answer.id, version: answer.version })
  ).body as { answer: PublishedAnswer };
  expect(published.answer).toMatchObject({ state: 'published', publishedBy: 'ding', evaluation: { worse: 0 } });
  const back = await call('POST /api/knowledge/answers/{id}/roll-back', liu, {
    id: answer.id,
    version: published.answer.version,
  });
  expect(back.body).toMatchObject({ answer: { state: 'rolled-back' } });
});

test('an answer that would make other people’s lines worse is not published, and the lines are shown', async () => {
  const answer = await propose(liu, { questions: ['驾照丢了怎么补', '驾驶证丢了怎么补办'], label: 'school-bus-plate' });
  const refused = await call('POST /api/knowledge/answers/{id}/publish', ding, {
    id: answer.id,
    version: answer.version,
  });
  expect(refused.status).toBe(409);
  expect(refused.body['sentence']).toContain('答错');
  expect((refused.body['worse'] as unknown[]).length).toBeGreaterThan(0);
  expect((await call('GET /api/knowledge/answers', ding, { state: 'proposed' })).body['answers']).toContainEqual(
    expect.objectContaining({ id: answer.id }),
  );
});

test('of two who edit the same version, one saves and the other is told', async () => {
  const answer = await propose(liu);
  const edits = await Promise.all(
    [liu, ding].map((who, i) =>
      call('PUT /api/knowledge/answers/{id}', who, {
        ...words,
        id: answer.id,
        version: answer.version,
        answerZh: `改法${String(i)}`,
      }),
    ),
  );
  expect(edits.map((e) => e.status).sort()).toEqual([200, 409]);
});

test('a question the assistant could not answer waits as a proposal without an answer, and cannot be published so', async () => {
  await call('POST /api/chat/messages', somebody(), {
    delivery: delivery(),
    content: { type: 'text', text: '外国人考科目一有阿拉伯语的题吗' },
    after: 0,
  });
  const empty = await propose(liu, { answerZh: '', source: '' });
  expect(
    (await call('POST /api/knowledge/answers/{id}/publish', ding, { id: empty.id, version: empty.version })).status,
  ).toBe(422);
});
