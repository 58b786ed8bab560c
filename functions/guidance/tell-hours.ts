/** When the office is open: today, on the days that were asked about, on holidays, with make-up days named; and where else then. */
import type { Service } from '../../models/guidance/service.ts';
import { calendarDay } from '../../models/office/calendar.ts';
import { offers as officeOffers } from '../../models/office/office.ts';
import { offices } from '../../models/office/offices.ts';
import { type DaySpan, describeDays, openingAt, windowsOn } from '../../models/office/opening.ts';
import { type Day, addDays, at, dayOf } from '../../models/time.ts';
import { optional } from './card-parts.ts';
import { holidayWords, thoseDays } from '../../models/guidance/answers/listening.ts';
import { cite } from './cite.ts';
import { daysIn } from './resolve-date.ts';
import { sayDate, sayDay, sayInstant, saySpan, sayWeekHours, sayWindows, weekdayName } from './say-days.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

const LOOK_AHEAD = 200;

export function tellHours(scene: Scene, service?: Service): Said {
  const { office, now, p, language, heard } = scene;
  const days = daysIn(heard.entities, now).filter((d) => d >= dayOf(now));
  const span = holidaySpan(scene, days);
  if (span !== undefined && service !== undefined && !heard.facets.includes('hours'))
    return waysInHoliday(scene, service, span);
  const parts = span === undefined && days.length === 0 ? usual(scene) : asked(scene, span, days);
  const name = language === 'zh' ? office.nameZh : office.nameEn;
  const source = p.joinSources([
    ...(span !== undefined || days.length > 0 ? [cite([['日历']], language, p, now) ?? ''] : []),
    p.sources.hours(name, office.hours.validFrom),
  ]);
  const address = heard.facets.includes('where') || /电话|号码|phone/.test(heard.plain) ? p.addressUnknown : undefined;
  return said(
    {
      say: address === undefined ? parts : `${parts}${language === 'zh' ? '' : ' '}${address}`,
      card: { type: 'source', items: [], source },
      offers:
        span !== undefined
          ? [offer(p.buttons.online, 'facet:online'), offer(p.buttons.person, 'command:person')]
          : [offer(p.buttons.nearby, 'intent:nearby'), offer(p.buttons.person, 'command:person')],
    },
    {
      talk: { facet: 'hours', refusals: 0, ...optional('day', span?.from ?? days[0]) },
      effects: address === undefined ? [] : [{ do: 'note-gap', question: heard.text }],
    },
  );
}

/** The holiday that is meant: named in the message, or the one the talk was about when it says 放假那几天. */
export function holidaySpan(scene: Scene, days: readonly Day[] = []): { from: Day; to: Day } | undefined {
  const named = holidayAsked(scene);
  if (named !== undefined || days.length > 0 || scene.talk.day === undefined) return named;
  return thoseDays.test(scene.heard.plain) ? holidayAround(scene.talk.day) : undefined;
}

/** The coming days of the holiday that was named. */
function holidayAsked({ heard, now }: Scene): { from: Day; to: Day } | undefined {
  const name = holidayWords.find(([pattern]) => pattern.test(heard.plain))?.[1];
  if (name === undefined) return undefined;
  const today = dayOf(now);
  for (let i = 0; i < LOOK_AHEAD; i++) {
    const day = addDays(today, i);
    const { kind, holiday } = calendarDay(day);
    if (kind === 'holiday' && holiday?.zh === name) return holidayAround(day);
  }
  return undefined;
}

/** All days off that hang together with a day. */
export function holidayAround(day: Day): { from: Day; to: Day } | undefined {
  if (calendarDay(day).kind !== 'holiday') return undefined;
  let [from, to] = [day, day];
  while (calendarDay(addDays(from, -1)).kind === 'holiday') from = addDays(from, -1);
  while (calendarDay(addDays(to, 1)).kind === 'holiday') to = addDays(to, 1);
  return { from, to };
}

/** The hours of the day that was named, or the usual ones. */
export function hoursFor(scene: Scene): string {
  const days = daysIn(scene.heard.entities, scene.now).filter((d) => d >= dayOf(scene.now));
  return days.length === 0
    ? scene.p.hoursWeek(
        scene.office[scene.language === 'zh' ? 'nameZh' : 'nameEn'],
        sayWeekHours(scene.office, scene.now, scene.p),
      )
    : `${dayPart(days[0] ?? dayOf(scene.now), scene)}${scene.p.stop}`;
}

function usual({ office, now, p, language }: Scene): string {
  const name = language === 'zh' ? office.nameZh : office.nameEn;
  if (office.hours.roundTheClock) return p.hours24(name);
  const opening = openingAt(office, now);
  const week = p.hoursWeek(name, sayWeekHours(office, now, p));
  const state =
    opening.until !== undefined
      ? p.hoursNow(office.shortZh, sayInstant(opening.until, now, p))
      : p.hoursClosedNow(opening.next === undefined ? '' : sayInstant(opening.next, now, p));
  return `${week}${language === 'zh' ? '' : ' '}${state}`;
}

/** Yes or no first; then every day the question touches, days alike in one breath, a make-up day named as such. */
function asked(scene: Scene, span: { from: Day; to: Day } | undefined, days: readonly Day[]): string {
  const { office, p } = scene;
  const parts: string[] = [];
  if (span !== undefined) {
    parts.push(...describeDays(office, span.from, span.to).map((d) => holidayPart(d, scene)));
    let back = addDays(span.to, 1);
    while (windowsOn(office, back).length === 0) back = addDays(back, 1);
    if (!office.hours.roundTheClock) parts.push(p.dayBack(sayDay(back, p)));
  }
  for (const day of days) if (span === undefined || day < span.from || day > span.to) parts.push(dayPart(day, scene));
  const wanted = days.at(-1);
  const yes = wanted === undefined ? '' : windowsOn(office, wanted).length > 0 ? p.canCome : p.cannotCome;
  const provisional = [span?.from, ...days].some((d) => d !== undefined && calendarDay(d).provisional)
    ? p.provisional
    : '';
  return `${yes}${parts.join(p.clause)}${p.stop}${provisional}`;
}

const holidayPart = (d: DaySpan, { p, language }: Scene): string =>
  d.windows.length > 0
    ? p.dayHolidayOpen(saySpan(d.from, d.to, p), sayWindows(d.windows, p))
    : p.dayHoliday(saySpan(d.from, d.to, p), d.holiday?.[language] ?? '');

function dayPart(day: Day, { office, p }: Scene): string {
  const windows = windowsOn(office, day);
  const { kind } = calendarDay(day);
  if (kind === 'make-up') return p.dayMakeUp(sayDate(day, p), weekdayName(day, p), sayWindows(windows, p));
  if (windows.length > 0) return p.dayOpen(sayDay(day, p), sayWindows(windows, p));
  return kind === 'holiday' ? p.dayHoliday(sayDay(day, p), '') : p.dayWeekend(sayDay(day, p));
}

/** What can be done while everybody is off: online, round-the-clock desks, offices with holiday hours. */
export function waysInHoliday(scene: Scene, service: Service, span: { from: Day; to: Day }): Said {
  const { p, language, now } = scene;
  const free = service.place === 'licence-any' || service.place === 'anywhere' || service.place === 'vehicle-location';
  const open = offices
    .filter((o) => (free || o.id === scene.office.id) && officeOffers(o, service.id))
    .flatMap((o) => {
      const name = language === 'zh' ? o.nameZh : o.nameEn;
      if (o.hours.roundTheClock) return [p.alwaysOpen(name)];
      const windows = windowsOn(o, span.from);
      return windows.length === 0
        ? []
        : [`${name}${p.dayHolidayOpen(saySpan(span.from, span.to, p), sayWindows(windows, p))}`];
    });
  const online = service.channels.some((c) => c.kind === '12123' && c.verified) ? [p.onlineNow] : [];
  const ways = [...online, ...open];
  const back = openingAt(scene.office, at(span.to, 23 * 60 + 59)).next;
  const list = ways.length === 0 && back !== undefined ? [p.dayBack(sayInstant(back, now, p))] : ways;
  const moves = service.place === 'licence-any' ? `${p.stop}${p.moves}` : '';
  return said(
    {
      say: `${p.holidayWays}${list.join(p.semicolon)}${moves}${p.stop}`,
      card: {
        type: 'source',
        items: [],
        source: p.joinSources([
          cite([['日历']], language, p, now) ?? '',
          p.sources.hours(
            offices
              .filter((o) => o.hours.roundTheClock || o.hours.holiday.length > 0)
              .map((o) => o.shortZh)
              .join(p.and),
            scene.office.hours.validFrom,
          ),
        ]),
      },
      offers: [offer(p.buttons.online, 'facet:online'), offer(p.buttons.person, 'command:person')],
      rateable: true,
    },
    { talk: { facet: 'hours', day: span.from, last: service.id } },
  );
}
