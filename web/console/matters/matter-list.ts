/** The work list of matters: its views, filters, and what is chosen for doing together. */
import { computed, reactive, ref, watch } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { MatterView } from '../../../models/complaint/requests.ts';
import type { MatterRow } from '../../../models/complaint/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import { mayAct } from '../permissions.ts';
import { createWorkList } from '../work/create-work-list.ts';

export function createMatterList(connection: DeskConnection, me: Me) {
  const filter = reactive({ problem: '', service: '' });
  const chosen = reactive(new Set<string>());
  const list = createWorkList<MatterRow, MatterView>(connection, me, {
    event: 'matter',
    path: (view) => {
      const query = new URLSearchParams({ view });
      if (filter.problem !== '') query.set('problem', filter.problem);
      if (filter.service !== '') query.set('service', filter.service);
      return `/api/matters?${query.toString()}`;
    },
    first: mayAct(me.role) ? 'mine' : 'all',
  });
  const stops = [
    watch(filter, list.begin),
    // What is not in the list any more cannot be done together with the rest.
    watch(
      () => list.shelf.rows,
      (rows) => {
        for (const id of [...chosen]) if (!rows.some((row) => row.id === id)) chosen.delete(id);
      },
    ),
  ];
  return {
    ...list,
    filter,
    filters: computed(() => Number(filter.problem !== '') + Number(filter.service !== '')),
    chosen,
    choosing: ref(false),
    end(): void {
      for (const stop of stops) stop();
      list.end();
    },
  };
}
