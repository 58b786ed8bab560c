import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import { warnOfMandates } from '../../functions/aftermath/warn-of-mandates.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired } from '../../handlers/wiring.ts';
import { warningDue, type Mandate } from '../../models/access/mandate.ts';
import type { ShownMentions } from '../../models/conversation/mention.ts';
import { StaffId } from '../../models/ids.ts';
import type { Lender } from '../../models/release/lender.ts';
import { addDays, at, dayOf, type Day, type Instant } from '../../models/time.ts';
import { dayFrom, enrolLender, hireAgent, setMandate } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, openWorld, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let lender: Lender;
let chen: Caller;
let liu: Caller;

beforeAll(async () => {
  world = await openWorld('2026-11-18T02:00:00.000Z');
  await import('../../handlers/events/deadline-sweep.ts');
  ({ deps } = await wired());
  chen = await employ('chen', '陈思远', 'manager');
  liu = await employ('liu', '刘一航');
  lender = await enrolLender(deps, 7);
});
afterAll(() => world.stop());

/** The same office so many days later, at ten. */
const onDay = (days: number): Deps => {
  const then = at(dayFrom(deps.now(), days), 600);
  return { ...deps, now: () => then };
};
/** As the sweeps of a day do, several at once. */
async function sweep(office: Deps): Promise<void> {
  await Promise.all([warnOfMandates(office), warnOfMandates(office), warnOfMandates(office)]);
  await sendDueNotices(office);
  await warnOfMandates(office);
  await sendDueNotices(office);
}
const toAgent = (): Record<string, string>[] =>
  world.sms.filter((m) => m.template === 'agent-mandate-ends').map((m) => m.values);
const listed = async (who: Caller): Promise<{ byName: string; number?: string | undefined; id: string }[]> =>
  ((await call('GET /api/desk/mentions', who)).body as ShownMentions).mentions.filter((m) => m.why === 'mandate-ends');

test('thirty days before the end, seven, and one, agent and managers hear of it once each', async () => {
  await hireAgent(deps, lender, 'zhou', { until: dayFrom(deps.now(), 60) });
  for (let day = 25; day <= 62; day++) await sweep(onDay(day));
  const until = dayFrom(deps.now(), 60);
  expect(toAgent()).toEqual(
    [1, 2, 3].map(() => ({ lender: lender.name, until, link: 'http://localhost:3000/lender' })),
  );
  const mine = await listed(chen);
  expect(mine.map(({ number }) => number)).toEqual(['1', '7', '30']);
  expect(new Set(mine.map(({ id }) => id))).toEqual(new Set([lender.id]));
  expect(await listed(liu)).toEqual([]);
  const [first] = mine;
  if (first !== undefined) expect(JSON.stringify(first)).not.toContain('13995000009');
});

test('a mandate that was renewed, revoked or never stood warns nobody', async () => {
  const before = toAgent().length;
  await hireAgent(deps, lender, 'renewed', { until: dayFrom(deps.now(), 40) });
  await hireAgent(deps, lender, 'revoked', { until: dayFrom(deps.now(), 40) });
  await setMandate(deps, 'revoked', { revokedAt: deps.now() });
  const office = onDay(10);
  await warnOfMandates(office);
  // The paper for another year is here before the word goes out.
  await setMandate(deps, 'renewed', { until: dayFrom(deps.now(), 400) });
  await sendDueNotices(office);
  expect(toAgent().length).toBe(before);
});

test('an agent without a number is looked for by an operator, not forgotten', async () => {
  await hireAgent(deps, lender, 'nophone', { until: dayFrom(deps.now(), 37) });
  const found = await deps.staff.find(StaffId.parse('nophone'));
  if (!found.ok) throw new Error('not there');
  const { phone: _phone, ...rest } = found.value;
  await deps.staff.save(rest);
  await sweep(onDay(7));
  const { body } = await call('GET /api/notices', chen);
  expect(body['notices']).toContainEqual(
    expect.objectContaining({ kind: 'agent', to: 'self', number: 'nophone', news: 'mandate-30', why: 'no-phone' }),
  );
});

describe('a warning', () => {
  const until = '2026-12-31' as Day;
  const mandate: Mandate = { from: '2026-01-01' as Day, until, offices: ['yinchuan'], papers: [] };
  const given = '2026-01-01T02:00:00.000Z' as Instant;
  const left = (days: number): Instant => at(addDays(until, -days), 600);

  test.each([
    [31, undefined],
    [30, 30],
    [28, 30],
    [27, undefined],
    [7, 7],
    [5, 7],
    [4, undefined],
    [1, 1],
    [0, 1],
    [-1, undefined],
  ])('with %s days left is %s', (days, due) => {
    expect(warningDue(mandate, given, left(days))).toBe(due);
  });

  test('is not due to whoever was just given a mandate as short as that', () => {
    expect(warningDue(mandate, left(29), left(28))).toBeUndefined();
    expect(warningDue(mandate, left(29), left(7))).toBe(7);
    expect(dayOf(left(7))).toBe('2026-12-24');
  });
});
