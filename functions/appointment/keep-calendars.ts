/** Calendars: a manager closes days and sets how many officers sit at a desk; an agent keeps the own hours. */
import type { Officer } from '../../models/access/staff.ts';
import type { SetAgentCalendar, SetDesk } from '../../models/appointment/requests.ts';
import type { AgentCalendar } from '../../models/appointment/resource.ts';
import { usualAgentCalendar } from '../../models/appointment/resource.ts';
import { slotRulesOf, type AppointmentKind } from '../../models/appointment/rules.ts';
import { bookingRow, type DeskSettings } from '../../models/appointment/views.ts';
import type { StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf, type Day } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

type CalendarDeps = Pick<Deps, 'calendars' | 'bookings' | 'now'>;

export async function readDesk(
  deps: CalendarDeps,
  by: Pick<Officer, 'office'>,
  kind: AppointmentKind,
): Promise<Outcome<DeskSettings>> {
  const rules = slotRulesOf(by.office, kind);
  if (rules === undefined) return refused('wrong-state', 'this office does not offer it');
  const calendar = await deps.calendars.desk(by.office, kind);
  const today = dayOf(deps.now());
  const closed = calendar.closed.filter((day) => day >= today && day <= addDays(today, rules.aheadDays));
  const onThem = await Promise.all(closed.map((day) => deps.bookings.onDay(by.office, day)));
  return done({
    ...calendar,
    kind,
    usualPlaces: rules.places,
    keptForNow: rules.keptForNow,
    example: rules.example,
    onClosedDays: onThem
      .flat()
      .filter((b) => b.kind === kind && b.state.name === 'confirmed')
      .map(bookingRow),
  });
}

export async function setDesk(
  deps: CalendarDeps,
  by: Pick<Officer, 'office'>,
  { kind, ...calendar }: SetDesk,
): Promise<Outcome<DeskSettings>> {
  if (slotRulesOf(by.office, kind) === undefined) return refused('wrong-state', 'this office does not offer it');
  const kept = { ...calendar, ...fromToday(calendar, dayOf(deps.now())) };
  if (!(await deps.calendars.saveDesk(by.office, kind, kept))) return refused('stale', 'somebody changed it meanwhile');
  return readDesk(deps, by, kind);
}

/** Days that are over need not be kept. */
const fromToday = ({ closed, placesOn }: Pick<SetDesk, 'closed' | 'placesOn'>, today: Day) => ({
  closed: [...new Set(closed)].filter((day) => day >= today).sort(),
  placesOn: Object.fromEntries(Object.entries(placesOn).filter(([day]) => day >= today)),
});

export const readAgentCalendar = async (deps: Pick<Deps, 'calendars'>, agent: StaffId): Promise<AgentCalendar> =>
  (await deps.calendars.agents([agent])).get(agent) ?? usualAgentCalendar;

export async function setAgentCalendar(
  deps: Pick<Deps, 'calendars'>,
  agent: StaffId,
  calendar: SetAgentCalendar,
): Promise<Outcome<AgentCalendar>> {
  const saved = await deps.calendars.saveAgent(agent, calendar);
  return saved
    ? done({ ...calendar, version: calendar.version + 1 })
    : refused('stale', 'somebody changed it meanwhile');
}
