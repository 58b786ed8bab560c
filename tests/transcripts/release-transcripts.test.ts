/** The conversations about releases by video, through the real windows, with lenders that are enrolled and times that are really free. */
import { wired, wireWith } from '../../handlers/wiring.ts';
import type { Reply } from '../../models/conversation/content.ts';
import { StaffId } from '../../models/ids.ts';
import { usualAgentCalendar } from '../../models/appointment/resource.ts';
import { openCitizenTalk } from '../citizen-talk.ts';
import { enrolLender, hireAgent } from '../lenders.ts';
import { openWorld, type World } from '../world.ts';
import { describeTranscript, offices, releaseTranscripts } from './expectations.ts';
import { play, type Transcript } from './transcript.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-18T09:40+08:00');
});
afterAll(() => world.stop());

const OWN = '13800138000';
const hour = (h: number, m = 0): { from: number; to: number } => ({ from: h * 60 + m, to: h * 60 + m + 45 });
/** Thursday 15:00, Friday 10:30, Monday 9:30. */
const weekly = [[], [hour(9, 30)], [], [], [hour(15)], [hour(10, 30)], []];

async function playOut(t: Transcript): Promise<Reply[][]> {
  process.env['CLOCK_AHEAD_MS'] = String(Date.parse(t.given.now) - Date.now());
  await import('../../handlers/http/chat.ts');
  wireWith({});
  const { deps } = await wired();
  const office = offices[t.office];
  if (t.id === 'release-owner-books-video') {
    const lender = await enrolLender(deps, 7, { name: '塞上银行股份有限公司银川分行' }, office);
    await hireAgent(deps, lender, 'zhou');
    await deps.calendars.saveAgent(StaffId.parse('zhou'), { ...usualAgentCalendar, weekly });
  }
  const talk = await openCitizenTalk(world, deps, { office });
  return play(t, {
    // Codes of a transcript are examples; the one that arrived is typed in.
    citizen: (text) => talk.say(/^\d{6}$/.test(text) ? talk.code(OWN) : text),
    claim: () => Promise.resolve(),
    officer: () => Promise.resolve(),
    handBack: () => Promise.resolve([]),
  });
}

const played = new Map<string, Promise<Reply[][]>>();
// One after the other: they share the clock.
let before: Promise<unknown> = Promise.resolve();
const playOnce = (t: Transcript): Promise<Reply[][]> => {
  const known = played.get(t.id);
  if (known !== undefined) return known;
  const shown = before.then(() => playOut(t));
  before = shown.catch(() => undefined);
  played.set(t.id, shown);
  return shown;
};

for (const id of releaseTranscripts) describeTranscript(id, playOnce);

test('a clerk with a court document hears that the lender may apply alone, and where', async () => {
  await import('../../handlers/http/chat.ts');
  const talk = await openCitizenTalk(world, (await wired()).deps, { office: 'yinchuan' });
  const said = await talk.say('我是塞上银行经办，法院判决了，车主不配合，凭判决书和协助执行通知书能解押吗？');
  expect(JSON.stringify(said)).toContain('登记过的银行可以单独申请');
});
