import { unknownWords } from '../../functions/guidance/unknown-words.ts';
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join, type Wired } from '../../handlers/wiring.ts';
import type { AuditLine } from '../../models/aftermath/audit.ts';
import { GuidanceFigures } from '../../models/aftermath/guidance-views.ts';
import { CasePage } from '../../models/aftermath/oversight-views.ts';
import { sumOf } from '../../models/aftermath/figures.ts';
import { measuresOf } from '../../models/aftermath/guidance.ts';
import { tallyOf } from '../../models/aftermath/tally.ts';
import { talkHappened } from '../../models/aftermath/talk-happened.ts';
import { ENOUGH_TALKS } from '../../models/guidance/unknown-words.ts';
import { ConversationId, StaffId } from '../../models/ids.ts';
import { instantOf, type Day, type Instant } from '../../models/time.ts';
import { openCitizenTalk } from '../citizen-talk.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';
import { project } from './project.ts';

const NOW = '2026-11-18T02:20:00Z';
const period = { office: 'yinchuan', from: '2026-11-01', to: '2026-11-18' };
let world: World;
let wired: Wired;
let bai: Caller;
const figures = async (): Promise<GuidanceFigures> => {
  await project(world, seen);
  return GuidanceFigures.parse((await call('GET /api/oversight/guidance', bai, period)).body);
};
const seen: { last?: string } = {};

beforeAll(async () => {
  world = await openWorld(NOW);
  bai = await employ('bai', '白晓光', 'manager');
  wired = await join({ keeper: keeperFromEnvironment(), now: () => Date.parse(NOW) }, 'bancheng');
}, 120_000);
afterAll(() => world.stop());

test('what was asked, understood, solved and handed over is counted once a talk, each with the talks behind it', async () => {
  const solved = await openCitizenTalk(world, wired.deps);
  await solved.say('驾照丢了怎么补');
  await solved.say('驾照丢了怎么补');
  await solved.say('解决了');
  // Somebody is at the desk.
  await wired.deps.desks.listen('yinchuan', { socket: 'desk', staff: StaffId.parse('bai') });
  const handed = await openCitizenTalk(world, wired.deps);
  await handed.say('驾照丢了怎么补');
  await handed.say('没解决');
  await handed.say('人工');
  const puzzling = await openCitizenTalk(world, wired.deps);
  await puzzling.say('嗯咕噜咕噜哔');

  const shown = await figures();
  const of = (name: string): [number, number] | undefined => {
    const ratio = shown.measures.find((measure) => measure.name === name)?.ratio;
    return ratio === undefined ? undefined : [ratio.numerator, ratio.denominator];
  };
  expect(shown.asked).toBe(3);
  expect(of('by-assistant')).toEqual([2, 3]);
  expect(of('understood')).toEqual([2, 3]);
  expect(of('solved')).toEqual([1, 2]);
  // Not solved and handed over: the guide failed once.
  expect(of('guide-helped')).toEqual([1, 2]);
  expect(shown.guides).toEqual([
    expect.objectContaining({ key: 'licence-replace-lost', asked: 2, handedOver: 1, unsolved: 1 }),
  ]);
  expect(shown.guides[0]?.failed).toEqual({ numerator: 1, denominator: 2, share: 0.5 });
  const cases = CasePage.parse(
    (await call('GET /api/oversight/cases', bai, { ...period, figure: 'guide-failed' })).body,
  );
  expect(cases.rows.map(({ talk, service, reason }) => [talk, service, reason])).toEqual([
    [handed.id, 'licence-replace-lost', 'unsolved'],
  ]);
  const [topics] = await wired.deps.figures.topics('yinchuan', '2026-11-18' as Day, '2026-11-18' as Day);
  expect(topics?.counts).toEqual({ 'licence-replace-lost': 2 });
});

test('a word is shown once enough talks used it, counted once a talk, and never with the talk', async () => {
  const { unknownWords: words } = wired.deps;
  const day = '2026-11-18' as Day;
  const talk = (n: number): ConversationId => ConversationId.parse(`01J0000000000000000000000${String(n)}`);
  for (let n = 1; n < ENOUGH_TALKS; n++) await words.count('yinchuan', day, talk(n), ['充电', '拖走']);
  await words.count('yinchuan', day, talk(1), ['充电']);
  expect((await figures()).words).toEqual([]);
  // Several at once: none is lost.
  await Promise.all([5, 6, 7, 8].map((n) => words.count('yinchuan', day, talk(n), ['充电'])));
  const { words: shown } = await figures();
  expect(shown.map(({ word }) => word)).toEqual(['充电']);
  expect(shown[0]?.talks).toBe(ENOUGH_TALKS + 3);
  const { items } = await wired.table.query({ index: 'byDue', pk: 'words#yinchuan#2026-11' });
  expect(JSON.stringify(items)).not.toMatch(/充电|01J0000/u);
});

test('names, places, numbers and what a guide knows are no unknown words', () => {
  expect(unknownWords('王建国的车在幸福路被拖走了，电话13800138000，车牌宁A12345，找李建国')).toEqual(['拖走']);
  expect(unknownWords('驾驶证到期了要换证')).toEqual([]);
  expect(unknownWords('拖走拖走拖走')).toEqual(['拖走']);
});

test('how long somebody waited and was helped is told from the history; a message left for later waits for nobody', () => {
  const at = (minute: number): Instant => instantOf(Date.parse(NOW) + minute * 60_000);
  const history: AuditLine['happened'] = [
    { at: at(0), what: 'opened' },
    { at: at(1), what: 'asked', reason: 'licence-renew' },
    { at: at(2), what: 'handed-over', reason: 'asked' },
    { at: at(3), what: 'claimed', by: 'liu' },
    { at: at(7), what: 'first-reply', by: 'liu' },
    { at: at(20), what: 'closed', by: 'liu' },
    { at: at(30), what: 'handed-over', reason: 'asked' },
    { at: at(30), what: 'message-left' },
    { at: at(40), what: 'claimed', by: 'liu' },
    { at: at(50), what: 'first-reply', by: 'liu' },
    { at: at(60), what: 'rated', reason: 'dissatisfied' },
  ];
  const amounts = talkHappened(history).map((happened) => happened.amounts);
  expect(amounts).toEqual([
    undefined,
    undefined,
    { first: 1, failed: 1 },
    { first: 1 },
    { waited: 5 },
    { lasted: 17 },
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a live guidance counts as asked, begun, ended with what came of it and how long it took, under the talk it belongs to', () => {
  const at = (minute: number): Instant => instantOf(Date.parse(NOW) + minute * 60_000);
  const line = (happened: AuditLine['happened']): AuditLine => ({
    record: 'LIVE#01J00000000000000000000009',
    version: 1,
    office: 'yinchuan',
    at: at(0),
    happened,
    facts: { talk: '01J00000000000000000000008', service: 'mortgage-release', state: 'live' },
  });
  const tallies = [
    line([{ at: at(0), what: 'live-asked', reason: 'video' }]),
    line([{ at: at(2), what: 'live-answered', by: 'liu', amounts: { waited: 130 } }]),
    line([{ at: at(12), what: 'live-ended', reason: 'solved', amounts: { lasted: 601 } }]),
  ].map(tallyOf);
  const sum = sumOf(tallies);
  expect(sum).toMatchObject({ 'case:live-begun': 1, 'case:live-solved': 1, 'h:wait-live:2': 1, 'h:live:10': 1 });
  expect(new Set(tallies.flatMap(({ cases }) => cases.map(({ talk }) => talk)))).toEqual(
    new Set(['01J00000000000000000000008']),
  );
  const measures = new Map(measuresOf({ ...sum, 'case:live-missed': 1 }, {}).map(({ name, ratio }) => [name, ratio]));
  expect(measures.get('live-begun')).toEqual({ numerator: 1, denominator: 2, share: 0.5 });
  expect(measures.get('live-solved')).toEqual({ numerator: 1, denominator: 1, share: 1 });
});
