/** Who an appointment needs, with their calendars as they stand, and where they have a place left. */
import { agentResource, deskResource, type Resource } from '../../models/appointment/resource.ts';
import { slotRulesOf, type AppointmentKind, type SlotRules } from '../../models/appointment/rules.ts';
import type { Seated } from '../../models/appointment/changes.ts';
import {
  anyOf,
  bookableDays,
  freeSlots,
  pickPlaces,
  type Slot,
  type TakenPlace,
  type Wish,
} from '../../models/appointment/slots.ts';
import type { BookingId, OfficeId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export type Needs = { office: OfficeId; kind: AppointmentKind; agents: readonly StaffId[] };
/** The desk alone, or the desk with any one of the agents. */
type Way = { resources: [Resource, ...Resource[]]; agent?: StaffId };
export type Needed = { rules: SlotRules; ways: Way[] };

export async function neededFor(deps: Pick<Deps, 'calendars'>, needs: Needs): Promise<Outcome<Needed>> {
  const { office, kind, agents } = needs;
  const rules = slotRulesOf(office, kind);
  if (rules === undefined) return refused('wrong-state', 'this office does not offer it');
  const [calendar, ofAgents] = await Promise.all([deps.calendars.desk(office, kind), deps.calendars.agents(agents)]);
  const desk = deskResource(office, kind, rules, calendar);
  const ways = [...ofAgents].map(([agent, own]): Way => ({ resources: [desk, agentResource(agent, own)], agent }));
  return done({ rules, ways: ways.length === 0 ? [{ resources: [desk] }] : ways });
}

const idsOf = ({ ways }: Needed): Resource['id'][] => [
  ...new Set(ways.flatMap(({ resources }) => resources.map(({ id }) => id))),
];

/** `but`: an appointment that is to be moved does not stand in its own way. */
export async function slotsFor(
  deps: Pick<Deps, 'bookings'>,
  needed: Needed,
  wish: Wish,
  now: Instant,
  but?: BookingId,
): Promise<Slot[]> {
  const days = bookableDays(needed.rules, now, wish);
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const taken = others(await deps.bookings.taken(idsOf(needed), from, to), but);
  return anyOf(needed.ways.map(({ resources }) => freeSlots(resources, taken, needed.rules, now, wish)));
}

/** The places for one start: with the agent who has least that day. Undefined: it is taken, or no time at all. */
export async function placesFor(
  deps: Pick<Deps, 'bookings'>,
  needed: Needed,
  start: Instant,
  now: Instant,
  but?: BookingId,
): Promise<Seated | undefined> {
  const day = dayOf(start);
  const taken = others(await deps.bookings.taken(idsOf(needed), day, day), but);
  const load = ({ resources }: Way): number => taken.filter((one) => one.resource === resources.at(-1)?.id).length;
  for (const way of needed.ways.toSorted((a, b) => load(a) - load(b))) {
    const places = pickPlaces(way.resources, taken, needed.rules, start, now);
    if (places !== undefined) return { places, ...(way.agent === undefined ? {} : { agent: way.agent }) };
  }
  return undefined;
}

const others = (taken: readonly TakenPlace[], but: BookingId | undefined): TakenPlace[] =>
  taken.filter(({ booking }) => booking !== but);
