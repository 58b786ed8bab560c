/** Call-backs: agreed in the talk, kept for one person alone, called by an officer, moved and called off by link. */
import { sendDueNotices } from '../../functions/aftermath/send-notices.ts';
import { callBackLink } from '../../functions/appointment/call-back-link.ts';
import { openCallBacksFor, talkReference } from '../../functions/appointment/call-back-in-talk.ts';
import { sweepBookings } from '../../functions/appointment/sweep-bookings.ts';
import type { Deps } from '../../functions/deps.ts';
import { wired } from '../../handlers/wiring.ts';
import type { Booking } from '../../models/appointment/booking.ts';
import type { BookingRow } from '../../models/appointment/views.ts';
import { openConversation } from '../../models/conversation/conversation.ts';
import { ConversationId, DeliveryId, type BookingId } from '../../models/ids.ts';
import { plus, MINUTE, type Instant } from '../../models/time.ts';
import { project } from '../aftermath/project.ts';
import { shows } from '../chat/stage.ts';
import { openCitizenTalk, type CitizenTalk } from '../citizen-talk.ts';
import { visitor } from '../http/page-visitor.ts';
import { employ } from '../staff.ts';
import { call, delivery, openWorld, type Answer, type Caller, type World } from '../world.ts';

let world: World;
let deps: Deps;
let liu: Caller;
const seen: { last?: string } = {};
beforeAll(async () => {
  // A Tuesday night; the office opens on Wednesday at 9:00.
  world = await openWorld('2026-11-17T21:47+08:00');
  await import('../../handlers/http/chat.ts');
  await import('../../handlers/events/record-stream.ts');
  liu = await employ('liu', '刘一航');
  ({ deps } = await wired());
});
afterAll(() => world.stop());

const at = (now: Instant): Deps => ({ ...deps, now: () => now });
let phones = 13_900_080_000;
const newPhone = (): string => String((phones += 1));
async function told(office: Deps): Promise<void> {
  await project(world, seen);
  await sendDueNotices(office);
}
const bookingOf = async (talk: CitizenTalk): Promise<Booking> => {
  const [booking] = await deps.bookings.of(talkReference(talk.id));
  if (booking === undefined) throw new Error('nothing is agreed');
  return booking;
};
/** Somebody whose phone is known asks to be called. */
async function agreed(words = '请警官回电'): Promise<{ talk: CitizenTalk; booking: Booking; phone: string }> {
  const phone = newPhone();
  const talk = await openCitizenTalk(world, deps, { bound: phone });
  await talk.say('驾照丢了怎么补');
  await talk.say(words);
  return { talk, booking: await bookingOf(talk), phone };
}
const acts = (id: BookingId, what: object, as = delivery()): Promise<Answer> =>
  call('POST /api/appointments/{id}/acts', liu, { id, delivery: as, what });

test('at night a number is left: the first time is kept, the code settles it, and nobody has to look for it twice', async () => {
  const phone = newPhone();
  const talk = await openCitizenTalk(world, deps);
  await talk.say('我驾照明天到期，咋办');
  await talk.say('留电话等回拨');
  shows(await talk.ask(phone), /留言号L-1117-\d{3}/, '明早9:00', `尾号${phone.slice(-4)}`, '6位数', '[取消回电]');
  expect((await bookingOf(talk)).state.name).toBe('held');
  const left = await deps.conversations.find(talk.id);
  expect(left.ok && left.value.conversation.state).toMatchObject({ kind: 'message', callBack: true });
  const wrong = talk.code(phone) === '111111' ? '222222' : '111111';
  shows(await talk.ask(wrong), '留言警官照样看');
  const [settled] = await talk.say(talk.code(phone));
  expect(settled?.say).toContain('定好了，明早9:00');
  expect(settled?.card?.link?.href).toContain('/call-back/');
  expect((await bookingOf(talk)).state.name).toBe('confirmed');
  const after = await deps.conversations.find(talk.id);
  expect(after.ok && after.value.conversation).toMatchObject({ state: { name: 'with-bot' }, confirmed: phone });
  shows(await talk.ask('请警官回电'), '定好了，明早9:00');
  const { bookings } = (await call('GET /api/appointments', liu, { day: '2026-11-18', kind: 'call-back' })).body as {
    bookings: BookingRow[];
  };
  expect(bookings.find(({ number }) => number.startsWith('L-1117'))?.talk).toMatchObject({
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    need: expect.stringContaining('换证') as string,
  });
});

test('a time that was wished for is kept, moved in words, and called off', async () => {
  const { talk, booking } = await agreed('明天下午三点以后给我打个电话，请警官回电');
  expect(booking.state.name).toBe('confirmed');
  shows(await talk.ask('换个时间'), /哪个时间/);
  shows(await talk.ask('后天上午'), '11月19日');
  const offered = (await talk.say('换个时间'))[0]?.buttons[0]?.label ?? '';
  shows(await talk.ask(offered), '改好了');
  expect((await bookingOf(talk)).start).not.toBe(booking.start);
  shows(await talk.ask('取消回电'), '不打了');
  expect((await bookingOf(talk)).state).toMatchObject({ name: 'cancelled', reason: 'citizen' });
});

test('of many who ask at once each gets a time, and no time is promised to more people than can call', async () => {
  const people = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const id = ConversationId.parse(deps.newId());
      const c = openConversation(id, { office: 'pingluo', channel: 'web', language: 'zh', elder: false }, deps.now());
      const desk = openCallBacksFor(deps, DeliveryId.parse(delivery()))(c);
      const kept = await desk.keep({}, 'L-1117-900');
      const settled = kept === undefined ? undefined : await desk.confirm(kept.id);
      return settled?.ok === true ? settled.value.start : undefined;
    }),
  );
  const times = Map.groupBy(people, (start) => start);
  expect(people.filter((start) => start !== undefined)).toHaveLength(10);
  expect(Math.max(...[...times.values()].map((all) => all.length))).toBeLessThanOrEqual(2);
}, 60_000);

test('a reached call is written into the talk once, whatever the network does', async () => {
  const { talk, booking } = await agreed();
  const [deed, words] = [delivery(), '电话里说好了：补证网上申请，三天寄到。'];
  const answers = await Promise.all([1, 2, 3].map(() => acts(booking.id, { act: 'reached', words }, deed)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const lines = (await talk.lines()).filter((line) => line.from === 'officer');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ content: { type: 'text', text: words }, byName: '刘一航' });
  expect((await acts(booking.id, { act: 'not-reached' })).status).toBe(409);
});

test('called in vain twice, the person is written to and may choose again; a call that was forgotten stays owed', async () => {
  const { talk, booking, phone } = await agreed();
  const late = at(plus(booking.start, 16 * MINUTE));
  await sweepBookings(late);
  const owed = async (): Promise<BookingRow | undefined> => {
    const day = (await call('GET /api/appointments', liu, { kind: 'call-back' })).body as { toCall: BookingRow[] };
    return day.toCall.find(({ id }) => id === booking.id);
  };
  expect(await owed()).toMatchObject({ callDue: true, tries: 0 });
  await acts(booking.id, { act: 'not-reached' });
  expect(await owed()).toMatchObject({ tries: 1 });
  expect((await acts(booking.id, { act: 'not-reached' })).body).toMatchObject({ state: 'no-show', tries: 2 });
  expect(await owed()).toBeUndefined();
  await told(at('2026-11-18T02:00:00.000Z' as Instant));
  expect(world.sms.filter(({ to }) => to === phone).map(({ template }) => template)).toEqual(
    expect.arrayContaining(['call-tried', 'call-missed']),
  );
  shows((await talk.news()).map(({ say }) => say).join(''), '打了两次电话都没打通');
  shows(await talk.ask('请警官回电'), '定好了');
});

test('the link moves the call and calls it off, without script; a forged one opens nothing', async () => {
  const { booking } = await agreed();
  const person = visitor();
  const path = new URL(callBackLink(deps, booking.id)).pathname;
  const page = await person.get(path);
  expect(page.text).toContain('警官给您打电话');
  const moved = await person.submit(page, path, {}, 1);
  expect(moved.text).toContain('改好了');
  const after = await deps.bookings.find(booking.id);
  expect(after.ok && after.value.start !== booking.start).toBe(true);
  const off = await person.post(path, { act: 'cancel', delivery: delivery() });
  expect(off.text).toContain('取消了');
  expect((await person.get(`${path.slice(0, -4)}AAAA`)).status).toBe(410);
});
