import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { permissions, type Permission } from '../../models/access/permissions.ts';
import { officeRoles, staffRoles } from '../../models/access/staff-roles.ts';
import { readService } from '../../scripts/local/service.ts';
import { employAgent, enrolLender } from '../lenders.ts';
import { employ } from '../staff.ts';
import { call, handlersByRoute, openWorld, somebody, type Caller, type World } from '../world.ts';

let world: World;
const people = new Map<string, Caller>();
beforeAll(async () => {
  world = await openWorld();
  const { deps } = await join({ keeper: keeperFromEnvironment() }, 'bancheng');
  for (const role of officeRoles) people.set(role, await employ(`the-${role}`, role, role));
  people.set('agent', await employAgent(deps, await enrolLender(deps, 1), 'the-agent'));
}, 120_000);
afterAll(() => world.stop());

type Shown = { audience: { who: 'anyone' | 'citizen' | 'party' | 'staff'; permission?: Permission } };
const anyId = { id: '01JABCDEFGHJKMNPQRSTVWXYZ0', agent: 'nobody' };

const staff = 'officer manager auditor operator agent';
const desk = 'officer manager auditor';
const worker = 'officer manager';
const judge = 'manager auditor';

/** Who may come to each route, written out: the code is compared with this, not with itself. */
const rows: Record<string, string> = {
  'GET /': 'page',
  'GET /assets/{path+}': 'page',
  'GET /console': 'page',
  'GET /console/{path+}': 'page',
  'GET /guides': 'page',
  'GET /guides/{service}': 'page',
  'GET /guides/{service}/checklist': 'page',
  'GET /guides/{service}/notice': 'page',
  'GET /health': 'page',
  'GET /lender': 'page',
  'GET /release/try': 'page',
  'GET /sheet/{id}': 'page',
  'GET /sheet/{id}/notice': 'page',
  // Their links prove themselves.
  'GET /sheet/go/{link}': 'page',
  'GET /sheet/shown/{link}': 'page',
  'GET /lenders/apply': 'page',
  'GET /lenders/apply/done': 'page',
  'POST /lenders/apply': 'page',
  'POST /lenders/apply/photos': 'page',
  'GET /report': 'page',
  'GET /report/phone': 'page',
  'GET /report/receipt': 'page',
  'GET /report/same': 'page',
  'GET /room': 'page',
  'GET /live': 'page',
  'GET /live/helper/{link}': 'page',
  // WeChat's platform proves itself by signature and lock; the links by theirs, the browser by its own cookie.
  'GET /api/wechat': 'page',
  'POST /api/wechat': 'page',
  'GET /wechat/connect': 'page',
  'GET /wechat/join/{link}': 'page',
  'GET /wechat/joined': 'page',
  'GET /wechat/talk/{link}': 'page',
  'POST /wechat/part': 'page',
  'GET /helper/{slip}': 'page',
  'POST /helper/{slip}': 'page',
  'POST /helper-leave': 'page',
  // Proven by the signed link alone: it opens one call and tells nothing of the talk.
  'GET /call-back/{slip}': 'page',
  'POST /call-back/{slip}': 'page',
  'GET /track': 'page',
  'GET /track/lost': 'page',
  'GET /track/matter': 'page',
  'GET /track/photos/{photo}': 'page',
  'POST /report': 'page',
  'POST /report/phone': 'page',
  'POST /report/phone/again': 'page',
  'POST /report/photos': 'page',
  'POST /report/same': 'page',
  'POST /track': 'page',
  'POST /track/act': 'page',
  'POST /track/lost': 'page',
  'POST /track/lost/code': 'page',
  'POST /track/leave': 'page',
  'POST /track/photos': 'page',
  'GET /release': 'page',
  'GET /release/counter': 'page',
  'GET /release/apply': 'page',
  'POST /release/apply': 'page',
  'GET /release/apply/car': 'page',
  'POST /release/apply/car': 'page',
  'GET /release/apply/papers': 'page',
  'POST /release/apply/papers': 'page',
  'POST /release/apply/photos': 'page',
  'GET /release/apply/photos/{photo}': 'page',
  'GET /release/apply/phone': 'page',
  'POST /release/apply/phone': 'page',
  'POST /release/apply/phone/again': 'page',
  'GET /release/apply/check': 'page',
  'POST /release/apply/check': 'page',
  'POST /release/apply/same': 'page',
  'GET /release/receipt': 'page',
  'GET /release/track': 'page',
  'POST /release/track': 'page',
  'GET /release/track/case': 'page',
  'POST /release/track/act': 'page',
  'POST /release/track/leave': 'page',
  'POST /release/track/report': 'page',
  'POST /release/track/photos': 'page',
  'GET /release/track/photos/{photo}': 'page',
  'GET /release/track/paper': 'page',
  'GET /release/track/times': 'page',
  'POST /release/track/times': 'page',
  'GET /release/track/times/held': 'page',
  'POST /release/track/times/confirm': 'page',
  'POST /release/track/times/back': 'page',
  'GET /release/track/calendar': 'page',
  'GET /release/track/now': 'page',
  'POST /release/track/now': 'page',
  'GET /release/door': 'page',
  'GET /release/begun/{slip}': 'page',
  'GET /release/go/{link}': 'page',
  'GET /api/room': 'party',
  'POST /api/room/consent': 'party',
  'POST /api/room/check': 'party',
  'POST /api/room/code': 'party',
  'POST /api/room/statement': 'party',
  'POST /api/room/papers': 'party',
  'POST /api/room/papers/{paper}': 'party',
  'GET /{file}': 'page',
  'GET /api/live': 'citizen',
  'POST /api/live/ask': 'citizen',
  'POST /api/live/{id}/accept': 'citizen',
  'POST /api/live/{id}/cancel': 'citizen',
  'POST /api/live/{id}/step': 'citizen',
  'POST /api/live/{id}/leave': 'citizen',
  'POST /api/live/{id}/rate': 'citizen',
  'POST /api/live/{id}/helper': 'citizen',
  // A helper proves themselves by the signed part of the link.
  'POST /api/live/helper': 'anyone',
  'GET /api/desk/live': desk,
  'GET /api/desk/live/of/{conversation}': desk,
  'POST /api/desk/live': worker,
  'POST /api/desk/live/{id}/answer': worker,
  'POST /api/desk/live/{id}/cancel': worker,
  'POST /api/desk/live/{id}/step': worker,
  'POST /api/desk/live/{id}/end': worker,
  'GET /api/attachments/{id}': 'citizen',
  'GET /api/chat': 'citizen',
  'GET /api/own-sheets/{id}': 'citizen',
  'GET /api/own-sheets/{id}/photos/{photo}': 'citizen',
  'POST /api/own-sheets/{id}/acts': 'citizen',
  'POST /api/own-sheets/{id}/photos': 'citizen',
  'GET /api/chat/matters/{id}/photos/{photo}': 'citizen',
  'POST /api/attachments': 'citizen',
  'POST /api/chat/messages': 'citizen',
  'POST /api/chat/read': 'citizen',
  'POST /api/chat/restart': 'citizen',
  'POST /api/chat/settings': 'citizen',
  'DELETE /api/desk/canned/{code}': worker,
  'GET /api/desk': desk,
  'GET /api/desk/attachments/{id}': desk,
  'GET /api/desk/canned': desk,
  'GET /api/desk/colleagues': desk,
  'GET /api/desk/conversations/{id}': desk,
  'GET /api/desk/guides': desk,
  'GET /api/desk/mentions': desk,
  'GET /api/desk/search': desk,
  'POST /api/desk/mentions/read': desk,
  'POST /api/desk/conversations/{id}/back-to-bot': worker,
  'POST /api/desk/conversations/{id}/claim': worker,
  'POST /api/desk/conversations/{id}/close': worker,
  'POST /api/desk/conversations/{id}/green-lane': worker,
  'POST /api/desk/conversations/{id}/messages': worker,
  'POST /api/desk/conversations/{id}/drawings': worker,
  'POST /api/desk/conversations/{id}/attachments': worker,
  'POST /api/desk/conversations/{id}/steps': worker,
  'POST /api/desk/conversations/{id}/notes': worker,
  'POST /api/desk/conversations/{id}/presence': desk,
  'POST /api/desk/conversations/{id}/read': worker,
  'POST /api/desk/conversations/{id}/reveal': worker,
  'POST /api/desk/conversations/{id}/transfer': worker,
  'PUT /api/desk/canned/{code}': worker,
  'GET /api/audit': judge,
  'GET /api/figures': judge,
  'GET /api/oversight': judge,
  'GET /api/oversight/approvals': judge,
  'GET /api/oversight/cases': judge,
  'GET /api/oversight/guidance': judge,
  'GET /api/oversight/ledger': judge,
  'GET /api/oversight/reviews': judge,
  'GET /api/oversight/sample': judge,
  'GET /oversight/bulletin': judge,
  'POST /api/oversight/reviews': 'manager',
  'POST /api/oversight/sample': 'manager',
  'POST /api/oversight/sample/{id}': 'manager',
  'PUT /api/oversight/reviews/{id}': 'manager',
  'GET /api/broadcasts': desk,
  'GET /api/broadcasts/{id}': desk,
  'GET /broadcasts/{id}': desk,
  'POST /api/broadcasts': worker,
  'PUT /api/broadcasts/{id}': worker,
  'POST /api/broadcasts/{id}/acts': worker,
  'POST /api/broadcasts/{id}/decision': 'manager',
  'GET /air/{office}': 'anyone',
  'GET /air/{office}/feed.json': 'anyone',
  'GET /air/{office}/feed.xml': 'anyone',
  'GET /air/{office}/{week}': 'anyone',
  'GET /integrity': 'anyone',
  'GET /integrity.json': 'anyone',
  'GET /integrity/evidence-keys.json': 'anyone',
  'GET /api/releases/{id}/evidence': desk,
  'GET /api/releases/{id}/evidence/lines': desk,
  'POST /api/releases/{id}/evidence/takes': worker,
  'POST /api/releases/{id}/evidence/takes/end': worker,
  'POST /api/releases/{id}/evidence/chunks': worker,
  'POST /api/releases/{id}/evidence/chunks/confirm': worker,
  'POST /api/releases/{id}/evidence/snapshots': worker,
  'POST /api/releases/{id}/evidence/snapshots/confirm': worker,
  'POST /api/releases/{id}/evidence/gaps/{gap}/mend': worker,
  'POST /api/releases/{id}/evidence/watch': desk,
  'POST /api/releases/{id}/evidence/hold': 'manager',
  'POST /api/releases/{id}/evidence/copies': judge,
  'GET /api/releases/{id}/evidence/copies/{copy}': judge,
  'GET /api/evidence/due': judge,
  'GET /api/evidence/rewatch': judge,
  'POST /api/evidence/rewatch': 'manager',
  'POST /api/evidence/rewatch/{id}': 'manager',
  'GET /api/matters': desk,
  'GET /api/matters/macros': desk,
  'GET /api/matters/search': desk,
  'GET /api/matters/services': desk,
  'GET /api/matters/{id}': desk,
  'GET /api/matters/{id}/aids': desk,
  'GET /api/matters/{id}/photos/{photo}': desk,
  'GET /api/matters/{id}/talk': desk,
  'DELETE /api/matters/macros/{code}': worker,
  'POST /api/matters/macros/{code}/run': worker,
  'POST /api/matters/{id}/acts': worker,
  'POST /api/matters/{id}/notes': worker,
  'POST /api/matters/{id}/photos': worker,
  'POST /api/matters/{id}/presence': desk,
  'POST /api/matters/{id}/reveal': worker,
  'PUT /api/matters/macros/{code}': worker,
  'GET /api/sheets': desk,
  'GET /api/sheets/to-judge': desk,
  'GET /api/sheets/{id}/photos/{photo}': desk,
  'POST /api/checks': worker,
  'POST /api/checks/use': worker,
  'POST /api/sheets': worker,
  'POST /api/sheets/{id}/acts': worker,
  'GET /api/releases': desk,
  'GET /api/releases/search': desk,
  'GET /api/releases/{id}': desk,
  'GET /api/releases/{id}/photos/{photo}': desk,
  'POST /api/releases/{id}/acts': worker,
  'POST /api/releases/{id}/reveal': worker,
  'GET /api/appointments': desk,
  'GET /api/appointments/calendar': desk,
  'GET /api/appointments/slots': desk,
  'POST /api/appointments/queue/end': worker,
  'POST /api/appointments/queue/next': worker,
  'POST /api/appointments/{id}/acts': worker,
  'PUT /api/appointments/calendar': 'manager',
  'GET /api/openapi.json': 'page',
  'GET /open311/v2/requests/{request}': 'page',
  'GET /open311/v2/services/{service}': 'page',
  'GET /open311/v2/tokens/{token}': 'page',
  'GET /open311/v2/{resource}': 'page',
  'POST /open311/v2/tokens/{token}': 'page',
  'POST /open311/v2/{resource}': 'page',
  'GET /api/lenders': desk,
  'GET /api/lenders/mandates': desk,
  'GET /api/lenders/{id}': desk,
  'GET /api/lenders/{id}/photos/{photo}': desk,
  'POST /api/lenders': worker,
  'POST /api/lenders/{id}/acts': 'manager',
  'POST /api/lenders/{id}/agents': 'manager',
  'POST /api/lenders/{id}/agents/{agent}': 'manager',
  'POST /api/lenders/{id}/photos': worker,
  'POST /api/lenders/{id}/reveal': worker,
  'POST /api/lenders/{id}/take-over': worker,
  'PUT /api/lenders/{id}': worker,
  'GET /api/lender': 'agent',
  'POST /api/lender/import': 'agent',
  'GET /api/lender/releases': 'agent',
  'GET /api/lender/releases/{id}': 'agent',
  'POST /api/lender/releases': 'agent',
  'POST /api/lender/releases/{id}/photos': 'agent',
  'GET /api/lender/releases/{id}/photos/{photo}': 'agent',
  'POST /api/lender/releases/{id}/acts': 'agent',
  'POST /api/lender/releases/{id}/take': 'agent',
  'POST /api/lender/releases/{id}/room': 'agent',
  'GET /api/lender/releases/{id}/times': 'agent',
  'POST /api/lender/releases/{id}/times': 'agent',
  'GET /api/lender/calendar': 'agent',
  'PUT /api/lender/calendar': 'agent',
  'PUT /api/lender/notices': 'agent',
  'DELETE /api/keys/{id}': 'operator',
  'GET /api/keys': 'operator',
  'POST /api/keys': 'operator',
  'GET /api/notices': 'manager operator',
  'GET /api/notices/templates': 'manager operator',
  'PUT /api/notices/templates': 'operator',
  'GET /api/webhooks': 'manager',
  'POST /api/webhooks': 'manager',
  'PUT /api/webhooks/{id}': 'manager',
  'POST /api/webhooks/{id}/acts': 'manager',
  'GET /api/webhooks/{id}/deliveries': 'manager',
  'POST /api/webhooks/{id}/deliveries/{event}/again': 'manager',
  'POST /api/notices/{id}/again': 'manager operator',
  'GET /api/knowledge/answers': desk,
  'GET /api/knowledge/labels': desk,
  'GET /api/knowledge/steps': desk,
  'POST /api/knowledge/steps': worker,
  'POST /api/knowledge/steps/{id}/publish': worker,
  'POST /api/knowledge/steps/{id}/roll-back': worker,
  'PUT /api/knowledge/steps/{id}': worker,
  'POST /api/knowledge/answers': worker,
  'POST /api/knowledge/answers/{id}/publish': worker,
  'POST /api/knowledge/answers/{id}/roll-back': worker,
  'PUT /api/knowledge/answers/{id}': worker,
  'DELETE /api/staff/sessions/{id}': staff,
  'GET /api/staff/accounts': 'operator',
  'GET /api/staff/me': staff,
  'GET /api/staff/sessions': staff,
  'POST /api/staff/accounts': 'operator',
  'POST /api/staff/accounts/{id}/deactivate': 'operator',
  'POST /api/staff/accounts/{id}/reactivate': 'operator',
  'POST /api/staff/accounts/{id}/reset': 'operator',
  'POST /api/staff/enrolment': 'anyone',
  'POST /api/staff/enrolment/finish': 'anyone',
  'POST /api/staff/phone': staff,
  'POST /api/staff/phone/confirm': staff,
  'POST /api/staff/sign-in': 'anyone',
  'POST /api/trial/relays': 'anyone',
  'POST /api/staff/sign-out': staff,
  'POST /api/staff/socket': desk,
  'PUT /api/staff/accounts/{id}': 'operator',
  'PUT /api/staff/password': staff,
};

test('every route that is deployed has a row, and every row a route', () => {
  const deployed = Object.values(readService().functions).flatMap(({ events }) =>
    events.flatMap((event) => (typeof event['httpApi'] === 'string' ? [event['httpApi']] : [])),
  );
  expect(deployed.sort()).toEqual(Object.keys(rows).sort());
});

test('every route of every window is deployed, and its audience is the one of its row', async () => {
  const routes = await handlersByRoute();
  const documents = Object.entries(rows).filter(([, row]) => row === 'page');
  expect([...routes.keys(), ...documents.map(([route]) => route)].sort()).toEqual(Object.keys(rows).sort());
  for (const [route, handler] of routes) {
    const { audience } = handler.routes[route] as Shown;
    const who = audience.permission === undefined ? audience.who : permissions[audience.permission].join(' ');
    expect([route, who]).toEqual([route, rows[route]]);
  }
});

test('every staff route answers exactly the roles of its row', async () => {
  for (const [route, row] of Object.entries(rows)) {
    // Signing out would end the test's own session.
    if (['page', 'citizen', 'party', 'anyone'].includes(row) || route === 'POST /api/staff/sign-out') continue;
    for (const role of staffRoles) {
      const answer = await call(route, people.get(role) ?? somebody(), anyId);
      const shut = answer.status === 403 || answer.status === 401;
      expect([role, route, shut]).toEqual([role, route, !row.split(' ').includes(role)]);
    }
  }
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
