/** Lets the invented matters happen, in the order of time, through the same duties that people use. */
import { keeperFromEnvironment } from '../../handlers/gateways/key-keeper.ts';
import { join } from '../../handlers/wiring.ts';
import { actOnMatter } from '../../functions/complaint/act-on-matter.ts';
import { actOnOwn } from '../../functions/complaint/act-on-own.ts';
import { fileComplaint } from '../../functions/complaint/file-complaint.ts';
import { noteOnMatter } from '../../functions/complaint/note-on-matter.ts';
import { openMatter } from '../../functions/complaint/open-matter.ts';
import { changeComplaint } from '../../functions/complaint/change-complaint.ts';
import { ringClocks } from '../../functions/complaint/ring-clocks.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Officer } from '../../models/access/staff.ts';
import { ring } from '../../models/complaint/changes/ring.ts';
import { ActOnMatter, FileComplaint } from '../../models/complaint/requests.ts';
import { ComplaintId, DeliveryId, OfficeId, StaffId } from '../../models/ids.ts';
import { isWorkingDay } from '../../models/office/calendar.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { addDays, at, dayOf, instantOf, MINUTE, msOf, plus, type Day, type Instant } from '../../models/time.ts';
import { demoMatters, type Deed, type DemoMatter, type Hand, type When } from './demo-matters.ts';
import { pastMatters } from './demo-past.ts';

/** Who plays whom, and the letter on the plates of the place. */
const casts = {
  yinchuan: { one: ['liu', '刘一航'], two: ['ding', '丁晓雯'], boss: ['chen', '陈思远'], plate: '宁' },
  yanchi: { one: ['ma', '马小梅'], two: ['su', '苏敏'], boss: ['su', '苏敏'], plate: '宁C' },
  pingluo: { one: ['hai', '海涛'], two: ['bao', '保国华'], boss: ['bao', '保国华'], plate: '宁B' },
  zhongning: { one: ['yang', '杨兰'], two: ['tian', '田雨'], boss: ['tian', '田雨'], plate: '宁E' },
} as const satisfies Record<OfficeId, Record<Hand, readonly [string, string]> & { plate: string }>;

type Event = { at: Instant; happens(deps: Deps): Promise<void> };
const sweep = async (deps: Deps): Promise<void> => {
  await ringClocks(deps);
};
/** The place in the list of the matter that comes in last. */
const LAST_FILED = demoMatters.findIndex(({ filed }) => filed === 50);
/** Places in the list from here on belong to matters that are over. */
const PAST = 200;
/** Nothing happens by itself to a matter later than so many working days after it was filed. */
const WATCHED_DAYS = 18;
/** After hours, at opening and in the afternoon: often enough that every step of a clock is taken on its day. */
const SWEEPS = ['08:35', '14:05', '17:35'];

/**
 * Does nothing where everything is already there; what an interrupted start left out is made up for, each deed once. `ahead`: how far
 * the product's clock is ahead of this machine's.
 */
export async function seedMatters(
  table: string,
  ahead: number,
  offices: readonly OfficeId[] = OfficeId.options,
): Promise<void> {
  let clock = Date.now() + ahead;
  const now = instantOf(clock);
  const { deps } = await join({ keeper: keeperFromEnvironment(), now: () => clock }, table);
  const last = offices.at(-1);
  if (last === undefined || (await deps.complaints.find(idOf(last, LAST_FILED))).ok) return;
  const events = offices.flatMap((office) =>
    demoMatters.flatMap((matter, index) => eventsOf(office, matter, index, now)),
  );
  await play([...events, ...sweeps(23, now)], now, deps, (ms) => (clock = ms));
  await ringClocks(deps);
}

/**
 * Twelve weeks of matters that are over, for figures and trends; one after the other, each from filing to its end, because the running
 * product looks at the clocks meanwhile. What it was quicker with is left as it stands.
 */
export async function seedPast(
  table: string,
  ahead: number,
  offices: readonly OfficeId[] = OfficeId.options,
): Promise<void> {
  let clock = Date.now() + ahead;
  const now = instantOf(clock);
  const { deps } = await join({ keeper: keeperFromEnvironment(), now: () => clock }, table);
  for (const office of offices)
    for (const [place, matter] of pastMatters(office).entries()) {
      const id = idOf(office, PAST + place);
      if ((await deps.complaints.find(id)).ok) continue;
      const [filed] = matter.filed as readonly [number, string];
      const days = Array.from({ length: Math.min(filed, WATCHED_DAYS) }, (_, n) => filed - n);
      const looks = days.map((back) => ({ at: moment([back, '17:35'], now), happens: (d: Deps) => ringOne(d, id) }));
      const events = [...eventsOf(office, matter, PAST + place, now), ...looks];
      await play(events, now, deps, (ms) => (clock = ms)).catch((error: unknown) => {
        if (!(error instanceof DoesNotGo)) throw error;
      });
    }
}

const ringOne = async (deps: Deps, id: ComplaintId): Promise<void> => {
  await changeComplaint(
    deps,
    id,
    (c, now) => {
      const after = ring(c, now);
      return after === undefined ? refused('wrong-state', 'nothing is due') : done(after);
    },
    { clock: true },
  );
};

const sweeps = (days: number, now: Instant): Event[] =>
  Array.from({ length: days + 1 }, (_, back) =>
    SWEEPS.map((time) => ({ at: moment([back, time], now), happens: sweep })),
  ).flat();

/** In the order of time, each at its time; what would come later is left for somebody to do. */
async function play(events: readonly Event[], now: Instant, deps: Deps, setClock: (ms: number) => void): Promise<void> {
  for (const event of events.filter((one) => one.at <= now).sort((a, b) => (a.at < b.at ? -1 : 1))) {
    setClock(msOf(event.at));
    await event.happens(deps);
  }
  setClock(msOf(now));
}

const idOf = (office: OfficeId, index: number): ComplaintId =>
  ComplaintId.parse(
    `01KDEM${String(OfficeId.options.indexOf(office))}${String(index).padStart(18, '0')}${'ABCD'[index % 4] ?? 'A'}`,
  );

const phoneOf = (office: OfficeId, index: number): string =>
  `1390000${String(OfficeId.options.indexOf(office))}${String(index + 17).padStart(3, '0')}`;

function eventsOf(office: OfficeId, matter: DemoMatter, index: number, now: Instant): Event[] {
  const id = idOf(office, index);
  const cast = casts[office];
  const person = {
    ...(matter.name === undefined ? {} : { name: matter.name }),
    ...(matter.name === undefined ? {} : { phone: phoneOf(office, matter.same ?? index) }),
    ...(matter.helper === undefined ? {} : { helper: matter.helper }),
  };
  const plate =
    matter.plate === undefined ? undefined : `${cast.plate}${matter.plate.slice(office === 'yinchuan' ? 0 : 1)}`;
  const filing = FileComplaint.parse({
    id,
    office,
    channel: index % 3 === 0 ? 'form' : 'chat',
    language: 'zh',
    matter: { ...matter.matter, ...(plate === undefined ? {} : { plate }) },
    person,
    ...(matter.service === undefined ? {} : { service: matter.service }),
    problem: matter.problem,
    // What is over sends no messages to phones any more.
    notify: matter.name === undefined ? 'none' : index >= PAST ? 'chat' : 'sms',
  });
  const filedAt = moment(matter.filed, now);
  return [
    {
      at: filedAt,
      happens: async (deps) => {
        meant(await fileComplaint(deps, filing, { phoneConfirmed: true }), `${office} ${String(index)} filed`);
      },
    },
    ...matter.deeds.map((deed, step) => ({
      at: moment(deed.at, now),
      happens: (deps: Deps) => perform(deps, office, id, deed, step, now),
    })),
  ];
}

async function perform(
  deps: Deps,
  office: OfficeId,
  id: ComplaintId,
  deed: Deed,
  step: number,
  now: Instant,
): Promise<void> {
  const delivery = DeliveryId.parse(`demo-${id.slice(-20)}-${String(step)}`);
  const what = `${office} ${id} ${String(step)}`;
  if ('own' in deed) {
    meant(await actOnOwn(deps, id, { delivery, what: deed.own }, { sameDevice: false }), what);
    return;
  }
  const by = officer(office, deed.by);
  if ('open' in deed) meant(await openMatter(deps, by, { id }), what);
  else if ('note' in deed) meant(await noteOnMatter(deps, by, { id, delivery, text: deed.note, mentions: [] }), what);
  else {
    const found = await deps.complaints.find(id);
    const act =
      deed.act.act === 'assign'
        ? { ...deed.act, to: officer(office, 'one').id }
        : deed.act.act === 'supervise'
          ? { ...deed.act, dueAt: laterToday(now) }
          : deed.act;
    const asked = ActOnMatter.parse({ id, delivery, seen: found.ok ? found.value.version : 0, what: act });
    meant(await actOnMatter(deps, by, asked), what);
  }
}

const officer = (office: OfficeId, hand: Hand): Officer => {
  const [id, name] = casts[office][hand];
  return { id: StaffId.parse(id), name, office, role: hand === 'boss' ? 'manager' : 'officer', session: 'demo' };
};

const laterToday = (now: Instant): Instant => {
  const closing = at(dayOf(now), 17 * 60);
  return closing > now ? closing : plus(now, 6 * 60 * MINUTE);
};

/** Working days are counted back from today, so that nobody works on a Sunday. */
function moment(when: When, now: Instant): Instant {
  if (typeof when === 'number') return plus(now, -when * MINUTE);
  const [back, time] = when;
  let day: Day = dayOf(now);
  for (let left = back; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return at(day, hour * 60 + minute);
}

class DoesNotGo extends Error {}
function meant(outcome: Outcome<unknown>, what: string): void {
  if (!outcome.ok) throw new DoesNotGo(`the demo does not go: ${what}: ${outcome.refusal.detail}`);
}
