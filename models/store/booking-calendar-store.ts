/** Files the calendars of desks and of lenders' agents; what nobody has set yet is as usual. */
import type { Calendars } from '../appointment/bookings.ts';
import {
  AgentCalendar,
  DeskCalendar,
  agentId,
  deskId,
  emptyDeskCalendar,
  usualAgentCalendar,
} from '../appointment/resource.ts';
import type { ResourceId } from '../appointment/resource.ts';
import { keys } from './keys.ts';
import { isFree, type Table } from './table.ts';

export function openCalendarStore(table: Table): Calendars {
  const save = (resource: ResourceId, calendar: { version: number }): Promise<boolean> =>
    table.put(
      { ...keys.bookingCalendar(resource), calendar: { ...calendar, version: calendar.version + 1 } },
      calendar.version === 0
        ? isFree
        : {
            expression: '#calendar.#version = :read',
            names: { '#calendar': 'calendar', '#version': 'version' },
            values: { ':read': calendar.version },
          },
    );
  return {
    async desk(office, kind) {
      const item = await table.get(keys.bookingCalendar(deskId(office, kind)));
      return item === undefined ? emptyDeskCalendar : DeskCalendar.parse(item['calendar']);
    },
    async agents(agents) {
      const items = await table.batchGet(agents.map((agent) => keys.bookingCalendar(agentId(agent))));
      const byKey = new Map(items.map((item) => [item['pk'], item['calendar']]));
      return new Map(
        agents.map((agent) => {
          const found = byKey.get(keys.bookingCalendar(agentId(agent)).pk);
          return [agent, found === undefined ? usualAgentCalendar : AgentCalendar.parse(found)];
        }),
      );
    },
    saveDesk: (office, kind, calendar) => save(deskId(office, kind), calendar),
    saveAgent: (agent, calendar) => save(agentId(agent), calendar),
  };
}
