import { call, openWorld, somebody, type World } from '../world.ts';
import { employ } from '../staff.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test('codes cannot be tried without end from one address', async () => {
  const tries = [];
  for (let n = 0; n < 45; n++)
    tries.push(await call('POST /api/staff/enrolment', somebody(), { id: 'zhang', code: 'AAAA-AAAA-AAAA-AAAA' }));
  // Twenty in a minute, whichever minute they fall into.
  expect(tries.filter((answer) => answer.status === 404).length).toBeLessThanOrEqual(40);
  expect(tries.at(-1)?.status).toBe(429);
});

test('a code is good for a day, and says so afterwards', async () => {
  const wu = await employ('wu', '吴建国', 'operator');
  const made = await call('POST /api/staff/accounts', wu, { id: 'late', name: '迟到', role: 'officer', capacity: 5 });
  const { wired } = await import('../../handlers/wiring.ts');
  const { deps } = await wired();
  const found = await deps.staff.find('late' as never);
  if (!found.ok) throw new Error('not filed');
  const { enrolmentOpens } = await import('../../models/access/account.ts');
  const { plus, HOUR } = await import('../../models/time.ts');
  const digest = found.value.enrolment?.digest ?? '';
  const at = found.value.history[0]?.at ?? deps.now();
  expect(made.status).toBe(200);
  expect(enrolmentOpens(found.value, digest, plus(at, 24 * HOUR - 1)).ok).toBe(true);
  expect(enrolmentOpens(found.value, digest, plus(at, 24 * HOUR))).toMatchObject({ refusal: { kind: 'wrong-state' } });
});
