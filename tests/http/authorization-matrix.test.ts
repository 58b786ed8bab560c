import { permissions, type Permission } from '../../models/access/permissions.ts';
import { staffRoles, type StaffRole } from '../../models/access/staff.ts';
import { employ } from '../staff.ts';
import { call, handlersByRoute, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
const people = new Map<string, Caller>();
beforeAll(async () => {
  world = await openWorld();
  for (const role of staffRoles) people.set(role, await employ(`the-${role}`, role, role));
});
afterAll(() => world.stop());

type Shown = { audience: { who: 'anyone' | 'citizen' | 'staff'; permission?: Permission } };
const anyId = { id: '01JABCDEFGHJKMNPQRSTVWXYZ0' };

test('every route of every window is open to exactly the roles that its permission names', async () => {
  const seen: string[] = [];
  for (const [route, handler] of await handlersByRoute()) {
    const { audience } = handler.routes[route] as Shown;
    if (audience.who !== 'staff' || audience.permission === undefined) continue;
    // Signing out would end the test's own session.
    if (route === 'POST /api/staff/sign-out') continue;
    for (const role of staffRoles) {
      const answer = await call(route, people.get(role) ?? somebody(), anyId);
      const allowed = (permissions[audience.permission] as readonly StaffRole[]).includes(role);
      seen.push(`${role} ${route}`);
      expect([role, route, answer.status === 403 || answer.status === 401]).toEqual([role, route, !allowed]);
    }
  }
  expect(seen.length).toBeGreaterThan(100);
});

test('no staff route opens without a session, whatever cookie or header a stranger sends', async () => {
  for (const [route, handler] of await handlersByRoute()) {
    if ((handler.routes[route] as Shown).audience.who !== 'staff') continue;
    for (const caller of [somebody(), { cookies: ['bc_staff=forged.slip'] }, { cookies: ['bc_visit=forged.slip'] }]) {
      expect([
        route,
        (await call(route, caller, anyId, { 'x-bancheng': '1', authorization: 'Bearer root', 'x-role': 'manager' }))
          .status,
      ]).toEqual([route, 401]);
    }
  }
});

test('a citizen’s cookie opens no staff route and a staff cookie is no citizen', async () => {
  const citizen = somebody();
  await call('GET /api/chat', citizen);
  expect((await call('GET /api/desk', citizen, { list: 'all' })).status).toBe(401);
});

test('a request that changes something and does not come from our page is refused', async () => {
  for (const [route, handler] of await handlersByRoute()) {
    if (route.startsWith('GET ')) continue;
    expect(handler).toBeDefined();
    expect([route, (await call(route, people.get('manager') ?? somebody(), anyId, {})).status]).toEqual([route, 403]);
  }
});

test('one citizen cannot read another’s conversation or photo', async () => {
  const [one, two] = [somebody(), somebody()];
  const first = (await call('GET /api/chat', one)).body as { conversation: { id: string } };
  const second = (await call('GET /api/chat', two)).body as { conversation: { id: string } };
  expect(first.conversation.id).not.toBe(second.conversation.id);
  const sha256 = 'A'.repeat(43) + '=';
  const { attachment } = (
    await call('POST /api/attachments', one, { mime: 'image/png', bytes: 10, sha256, width: 1, height: 1 })
  ).body as { attachment: string };
  expect((await call('GET /api/attachments/{id}', two, { id: attachment })).status).toBe(404);
  expect((await call('GET /api/attachments/{id}', one, { id: attachment })).status).toBe(302);
});
