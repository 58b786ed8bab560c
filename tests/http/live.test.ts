import { sweepLive } from '../../functions/live/sweep-live.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Reply } from '../../models/conversation/content.ts';
import type { CitizenView } from '../../models/conversation/views.ts';
import { liveRules } from '../../models/live/live-session.ts';
import type { LiveDoor, LiveHelperDoor, LiveRow, LiveView, OfficerLive } from '../../models/live/views.ts';
import { plus } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { employ } from '../staff.ts';
import { call, openWorld, somebody, type Caller, type World } from '../world.ts';
import { join as sit, knock, news, page, shown, staffTicketOf } from './room-stage.ts';

let world: World;
let liu: Caller;
let ding: Caller;
let deps: Deps;
const seen: { last?: string } = {};
beforeAll(async () => {
  world = await openWorld('2026-11-18T02:20:00Z');
  liu = await employ('liu', '刘一航');
  ding = await employ('ding', '丁晓雯');
  await import('../../handlers/events/record-stream.ts');
  const { wired } = await import('../../handlers/wiring.ts');
  ({ deps } = await wired());
  for (const staff of ['liu', 'ding'])
    await deps.desks.listen('yinchuan', { socket: `console-${staff}`, staff: staff as never });
});
afterAll(() => world.stop());

type Asked = { body: LiveDoor; status: number };
const askLive = async (who: Caller, how = 'video'): Promise<Asked> =>
  (await call('POST /api/live/ask', who, { how })) as unknown as Asked;
const liveOf = (of: { body: unknown }): OfficerLive => (of.body as { live: OfficerLive }).live;
const doorOf = async (who: Caller): Promise<LiveDoor> => (await call('GET /api/live', who)).body as unknown as LiveDoor;
const viewOf = async (who: Caller): Promise<CitizenView> =>
  (await call('GET /api/chat', who, { after: 0 })).body['conversation'] as CitizenView;
const talk = (): Promise<CitizenTalk> => openCitizenTalk(world, deps);
/** A talk that an officer guides live. */
async function guided(): Promise<{ citizen: CitizenTalk; live: OfficerLive }> {
  const citizen = await talk();
  const { body } = await askLive(citizen.caller);
  const answered = await call('POST /api/desk/live/{id}/answer', liu, { id: body.live?.id });
  expect(answered.status).toBe(200);
  return { citizen, live: liveOf(answered) };
}
/** The office's clock stands still in between; the sweep looks later. */
const later = (ms: number): Deps => ({ ...deps, now: () => plus(deps.now(), ms) });

test('“视频” in the talk says how many come first and opens the page; without an officer on duty it offers the other ways', async () => {
  const citizen = await talk();
  const [reply] = await citizen.say('我要和警官视频');
  expect(reply?.buttons.map(({ open }) => open)).toEqual(
    expect.arrayContaining(['/live?how=video', '/live?how=voice']) as string[],
  );
  const pingluo = await openCitizenTalk(world, deps, { office: 'pingluo' });
  const [none] = await pingluo.say('打视频');
  expect(none?.buttons.map(({ label }) => label)).toEqual(['留电话等回拨', '留言']);
  expect((await askLive(pingluo.caller)).status).toBe(409);
});

test('who waits has a place, the green lane comes first, and the officers see the line in that order', async () => {
  const first = await talk();
  const second = await talk();
  const elder = somebody();
  await call('GET /api/chat', elder, { elder: true });
  const asked = [await askLive(first.caller), await askLive(second.caller, 'voice'), await askLive(elder)];
  expect(asked.map(({ body }) => body.live?.state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect((await doorOf(second.caller)).live).toMatchObject({ ahead: 2, minutes: expect.any(Number) as number });
  const ids = asked.map(({ body }) => body.live?.id);
  const { rows } = (await call('GET /api/desk/live', liu)).body as { rows: LiveRow[] };
  expect(rows.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([ids[2], ids[0], ids[1]]);
  for (const [i, who] of [first.caller, second.caller, elder].entries())
    expect((await call('POST /api/live/{id}/cancel', who, { id: ids[i] })).status).toBe(200);
  expect(((await call('GET /api/desk/live', liu)).body as { rows: LiveRow[] }).rows).toEqual([]);
});

test('of twenty answers at once one officer has it, the others are told who; the talk is theirs and nothing takes it away while they speak', async () => {
  const citizen = await talk();
  const { body } = await askLive(citizen.caller);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      call('POST /api/desk/live/{id}/answer', i % 2 === 0 ? liu : ding, { id: body.live?.id }),
    ),
  );
  const holder = liveOf(answers.find(({ status }) => status === 200) ?? { body: {} }).officer ?? '';
  // Pressed again by the same officer it is the same answer.
  expect(new Set(answers.filter(({ status }) => status === 200).map((one) => liveOf(one).officer))).toEqual(
    new Set([holder]),
  );
  const other = holder === '刘一航' ? ding : liu;
  const refusedTo = await call('POST /api/desk/live/{id}/answer', other, { id: body.live?.id });
  expect(refusedTo.body['sentence']).toContain(holder);
  const view = await viewOf(citizen.caller);
  expect(view.state).toMatchObject({ name: 'with-officer', officer: holder });
  expect(view.live).toMatchObject({ at: 'live', how: 'video' });
  await citizen.say('我说一句');
  const { due } = deps.conversations;
  expect(await due('yinchuan', 'with-officer', plus(deps.now(), 60 * 60_000), 100)).toEqual([]);
  const close = await call('POST /api/desk/conversations/{id}/close', holder === '刘一航' ? liu : ding, {
    id: citizen.id,
  });
  expect(close.body['sentence']).toContain('先结束连线');
});

test('when citizen and officer ask at the same moment it is one guidance, and it is live', async () => {
  for (let round = 0; round < 5; round++) {
    const citizen = await talk();
    await citizen.say('人工');
    await call('POST /api/desk/conversations/{id}/claim', liu, { id: citizen.id });
    await Promise.all([
      askLive(citizen.caller),
      call('POST /api/desk/live', liu, { conversation: citizen.id, how: 'video' }),
    ]);
    const { live, seat } = await doorOf(citizen.caller);
    expect(live).toMatchObject({ state: 'live', officer: '刘一航' });
    expect(seat?.room).toBe(
      liveOf(await call('GET /api/desk/live/of/{conversation}', liu, { conversation: citizen.id })).room,
    );
  }
});

test('a citizen who calls off while an officer answers: one of the two counts for both', async () => {
  for (let round = 0; round < 5; round++) {
    const citizen = await talk();
    const { body } = await askLive(citizen.caller);
    const id = body.live?.id;
    const [cancelled, answered] = await Promise.all([
      call('POST /api/live/{id}/cancel', citizen.caller, { id }),
      call('POST /api/desk/live/{id}/answer', liu, { id }),
    ]);
    expect([cancelled.status, answered.status].filter((status) => status === 200)).toHaveLength(1);
    expect((await doorOf(citizen.caller)).live?.state).toBe(answered.status === 200 ? 'live' : 'cancelled');
  }
});

test('both sit down in one room without a door between them; a stranger’s ticket, another room and a helper do not get in by themselves', async () => {
  const { citizen, live } = await guided();
  const { seat } = await doorOf(citizen.caller);
  const theirs = await page('citizen', seat?.room as never, seat?.socket.ticket ?? '');
  const officer = await page('officer', seat?.room as never, await staffTicketOf(liu));
  await sit(officer, { consent: undefined });
  await sit(theirs, { consent: undefined });
  expect(shown(world, theirs).seats.map(({ party, admitted }) => [party, admitted])).toEqual([
    ['officer', true],
    ['citizen', true],
  ]);
  const named = await call('POST /api/live/{id}/helper', citizen.caller, {
    id: live.id,
    helper: 'press-0001',
    name: '李强',
  });
  const link = String(named.body['link']);
  const helped = (await call('POST /api/live/helper', somebody(), { slip: link.split('/').at(-1) }))
    .body as unknown as LiveHelperDoor;
  const helper = await page('helper', helped.seat?.room as never, helped.seat?.socket.ticket ?? '');
  await sit(helper, { consent: undefined });
  expect(shown(world, helper).seats.find(({ party }) => party === 'helper')).toMatchObject({
    admitted: false,
    name: '李*',
  });
  expect(await knock('stranger', `${seat?.socket.ticket ?? ''}x`)).toBe(401);

  await call('POST /api/desk/live/{id}/end', liu, { id: live.id, outcome: 'solved' });
  expect(news(world, theirs, 'room-out').map(({ why }) => why)).toEqual(['ended']);
  expect((await call('POST /api/live/helper', somebody(), { slip: link.split('/').at(-1) })).status).toBe(404);
});

test('down the ladder and up again, each step shown to both and kept; a wrong step is refused', async () => {
  const { citizen, live } = await guided();
  const step = (to: string, why: string) => call('POST /api/live/{id}/step', citizen.caller, { id: live.id, to, why });
  expect((await step('text', 'weak')).status).toBe(409);
  for (const [to, why] of [
    ['voice', 'weak'],
    ['photos', 'weak'],
    ['text', 'lost'],
    ['photos', 'better'],
    ['voice', 'better'],
    ['video', 'better'],
  ] as const) {
    expect(((await step(to, why)).body as { live: LiveView }).live.how).toBe(to);
    expect((await viewOf(citizen.caller)).live?.how).toBe(to);
  }
  const other = await call('POST /api/desk/live/{id}/step', ding, { id: live.id, to: 'voice', why: 'wish' });
  expect(other.status).toBe(403);
  const { steps } = liveOf(await call('GET /api/desk/live/of/{conversation}', liu, { conversation: citizen.id }));
  expect(steps.map(({ to }) => to)).toEqual(['voice', 'photos', 'text', 'photos', 'voice', 'video']);
});

test('when it could not be done the talk sums up, asks once for a grade and offers the window with what was said; the grade is the guidance’s, too', async () => {
  const citizen = await talk();
  await citizen.say('我来了三趟解押都没办成，每次都说缺材料');
  const { body } = await askLive(citizen.caller);
  const answered = await call('POST /api/desk/live/{id}/answer', liu, { id: body.live?.id });
  const { id } = liveOf(answered);
  await call('POST /api/desk/live/{id}/end', liu, { id, outcome: 'not-solved' });
  await project(world, seen);
  await project(world, seen);
  const told = (await citizen.lines()).filter(({ from }) => from === 'bot').map(({ content }) => content as Reply);
  const [summary, rating] = told.slice(-2);
  expect(summary?.card?.items.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['刘一航', '视频', '没办成']) as string[],
  );
  expect(summary?.buttons.map(({ label }) => label)).toContain('反映办不成事');
  expect(rating?.card?.type).toBe('rating');
  expect((await viewOf(citizen.caller)).state.name).toBe('with-bot');
  // Told once, however often the change is carried on.
  await project(world);
  expect((await citizen.lines()).filter(({ content }) => (content as Reply).card?.type === 'rating')).toHaveLength(1);

  await citizen.say('满意');
  expect((await doorOf(citizen.caller)).live?.rated).toBe('satisfied');
  await citizen.say('反映办不成事');
  // Nothing has to be told a second time.
  expect(await citizen.ask('跳过')).toContain('三趟');
  await project(world, seen);
  const { happened, facts } = (await deps.audit.of(`LIVE#${id}`)).at(-1) ?? {};
  expect(happened?.[0]).toMatchObject({ what: 'live-rated', reason: 'satisfied' });
  expect(facts).toMatchObject({ outcome: 'not-solved', owner: 'liu', how: 'video' });
}, 120_000);

test('an officer’s wish rings where no page is open, and whoever does not come is told so; the record ends by itself', async () => {
  const citizen = await openCitizenTalk(world, deps, { bound: '13912345678' });
  await citizen.say('人工');
  await call('POST /api/desk/conversations/{id}/claim', liu, { id: citizen.id });
  const invited = await call('POST /api/desk/live', liu, { conversation: citizen.id, how: 'voice' });
  expect(liveOf(invited).state).toBe('invited');
  await project(world, seen);
  const { to, template, values } = world.sms.at(-1) ?? {};
  expect({ to, template }).toEqual({ to: '13912345678', template: 'live-invited' });
  expect(values?.['link']).toContain('/wechat/talk/');
  await sweepLive(later(liveRules.inviteMs - 120_000));
  expect((await doorOf(citizen.caller)).live?.state).toBe('invited');
  const swept = await Promise.all([1, 2, 3].map(() => sweepLive(later(liveRules.inviteMs + 1000))));
  expect(swept.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect((await doorOf(citizen.caller)).live?.state).toBe('missed');
}, 120_000);

test('a call in which one side shows no life ends as cut off; one with both in their seats goes on', async () => {
  const { citizen } = await guided();
  const { seat, live } = await doorOf(citizen.caller);
  const theirs = await page('citizen', seat?.room as never, seat?.socket.ticket ?? '');
  const officer = await page('officer', seat?.room as never, await staffTicketOf(liu));
  await sit(officer, { consent: undefined });
  await sit(theirs, { consent: undefined });
  await sweepLive(later(liveRules.goneMs - 30_000));
  expect((await doorOf(citizen.caller)).live?.state).toBe('live');
  await sweepLive(later(liveRules.goneMs + 2 * liveRules.lookMs));
  expect((await doorOf(citizen.caller)).live).toMatchObject({ id: live?.id, state: 'ended', outcome: 'cut-off' });
});

test('what another citizen or another office asks of it is not there', async () => {
  const { live } = await guided();
  const stranger = await talk();
  for (const act of ['cancel', 'accept'])
    expect((await call(`POST /api/live/{id}/${act}`, stranger.caller, { id: live.id })).status).toBe(404);
  const hai = await employ('hai', '海涛', 'officer', 'pingluo');
  expect((await call('POST /api/desk/live/{id}/answer', hai, { id: live.id })).status).toBe(404);
  expect((await call('POST /api/desk/live/{id}/end', ding, { id: live.id, outcome: 'solved' })).status).toBe(403);
});

test('a function that died before the talk knew leaves no talk behind: the change itself lets it know', async () => {
  const { citizen, live } = await guided();
  const { finish } = await import('../../models/live/changes.ts');
  const found = await deps.live.find(live.id);
  if (!found.ok) throw new Error(found.refusal.detail);
  const ended = finish(found.value, 'solved', undefined, deps.now());
  if (!ended.ok) throw new Error(ended.refusal.detail);
  await deps.live.save(ended.value);
  expect((await viewOf(citizen.caller)).live?.at).toBe('live');
  await project(world, seen);
  expect((await viewOf(citizen.caller)).live?.at).toBe('over');
}, 120_000);

test('the way to the call is plain on the page and signed for whoever reads the talk in WeChat', async () => {
  const { liveLink } = await import('../../functions/live/live-link.ts');
  const { talkOf } = await import('../../functions/wechat/talk-link.ts');
  const { id } = await talk();
  expect(liveLink(deps, { id }, 'voice')).toBe('/live?how=voice');
  const signed = new URL(liveLink(deps, { id, follower: 'f'.repeat(32) as never }, 'voice'));
  expect(talkOf(deps, signed.pathname.split('/').at(-1) ?? '')).toBe(id);
  expect(signed.searchParams.get('live')).toBe('voice');
});
