/** Who and what an appointment needs at the same time: a desk of the office, a lender's agent. Each has a calendar and places. */
import * as z from 'zod';
import type { OfficeId, StaffId } from '../ids.ts';
import { calendarDay } from '../office/calendar.ts';
import { Window, type Hours, type Office } from '../office/office.ts';
import { officeOf } from '../office/offices.ts';
import { windowsOn } from '../office/opening.ts';
import { Day } from '../time.ts';
import { bookable, type AppointmentKind, type SlotRules } from './rules.ts';

export const ResourceId = z
  .string()
  .regex(/^(?:desk|agent)-[a-z0-9-]{2,60}$/)
  .brand('ResourceId');
export type ResourceId = z.infer<typeof ResourceId>;
export const deskId = (office: OfficeId, kind: AppointmentKind): ResourceId => `desk-${office}-${kind}` as ResourceId;
export const agentId = (agent: StaffId): ResourceId => `agent-${agent}` as ResourceId;

export type Resource = {
  id: ResourceId;
  windows(day: Day): readonly Window[];
  /** How many appointments at once. */
  places(day: Day): number;
};

const ClosedDays = z.array(Day).max(400);
const Places = z.int().min(0).max(50);

/** What a manager sets for a desk; the hours are the office's. */
export const DeskCalendar = z.strictObject({
  version: z.int().nonnegative(),
  closed: ClosedDays,
  /** Officers at once; absent: as the rules say. */
  places: Places.optional(),
  /** Other numbers on single days. */
  placesOn: z.record(Day, Places),
});
export type DeskCalendar = z.infer<typeof DeskCalendar>;
export const emptyDeskCalendar: DeskCalendar = { version: 0, closed: [], placesOn: {} };

const AgentWindows = z
  .array(Window)
  .max(6)
  .refine((ws) => ws.every((w, i) => i === 0 || (ws[i - 1]?.to ?? 0) <= w.from), 'overlap or out of order');
/** What a lender's agent keeps: Sunday first; on public holidays nobody is there, a worked weekend day is like Wednesday. */
export const AgentCalendar = z.strictObject({
  version: z.int().nonnegative(),
  weekly: z.array(AgentWindows).length(7),
  closed: ClosedDays,
  places: z.int().min(1).max(10),
});
export type AgentCalendar = z.infer<typeof AgentCalendar>;

const working: Window[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];
/** Until an agent has set other hours. */
export const usualAgentCalendar: AgentCalendar = {
  version: 0,
  weekly: [[], working, working, working, working, working, []],
  closed: [],
  places: 1,
};

const within = (windows: readonly Window[], { from, to }: Window): Window[] =>
  windows.map((w) => ({ from: Math.max(w.from, from), to: Math.min(w.to, to) })).filter((w) => w.from < w.to);

export function deskResource(
  office: OfficeId,
  kind: AppointmentKind,
  rules: SlotRules,
  calendar: DeskCalendar,
): Resource {
  const closed = new Set(calendar.closed);
  const { hours } = officeOf(office);
  return {
    id: deskId(office, kind),
    windows: (day) => (closed.has(day) ? [] : within(windowsOn({ hours }, day), rules.between)),
    places: (day) => bookable(calendar.placesOn[day] ?? calendar.places ?? rules.places, rules.keptForNow),
  };
}

export function agentResource(agent: StaffId, calendar: AgentCalendar): Resource {
  const closed = new Set(calendar.closed);
  const office: Pick<Office, 'hours'> = { hours: hoursOf(calendar) };
  return {
    id: agentId(agent),
    windows: (day) => (closed.has(day) || calendarDay(day).kind === 'holiday' ? [] : windowsOn(office, day)),
    places: () => calendar.places,
  };
}

const hoursOf = ({ weekly }: AgentCalendar): Hours => ({
  weekly,
  holiday: [],
  roundTheClock: false,
  makeUpDays: 'as-weekday',
  validFrom: '2026-01-01' as Day,
  example: false,
});
