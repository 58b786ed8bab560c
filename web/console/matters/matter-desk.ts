/** Everything about matters that one signed-in person works with: the list, the open one, and what calls them back. */
import { computed, reactive, shallowRef, watch } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { MatterRow } from '../../../models/complaint/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import { mayAct } from '../permissions.ts';
import { keep, recall } from '../state/kept.ts';
import type { Notices } from '../state/notices.ts';
import type { Settings } from '../state/settings.ts';
import type { MatterDrafts } from './matter-drafts.ts';
import { createMatterList } from './matter-list.ts';
import { createOpenMatter, type OpenMatter } from './open-matter.ts';

export function createMatterDesk(
  connection: DeskConnection,
  me: Me,
  settings: Settings,
  notices: Notices,
  drafts: MatterDrafts,
) {
  const book = createMatterList(connection, me);
  const open = shallowRef<OpenMatter>();
  const acts = mayAct(me.role);
  /** Nobody has it, or the time is over. */
  const calling = computed(() => (acts ? (book.counts.value?.new ?? 0) + (book.counts.value?.overdue ?? 0) : 0));

  /** Up to which version each matter was on this screen: new words that were read call nobody any more. */
  const place = `matter-read.${me.id}`;
  const read = reactive(new Map<string, number>(recall<[string, number][]>(place, [])));
  const stops = [
    watch(
      () => open.value?.state.file?.row,
      (row) => {
        if (row === undefined) return;
        read.delete(row.id);
        read.set(row.id, row.version);
        keep(place, [...read].slice(-200));
      },
    ),
    watch(
      () => book.counts.value?.mine,
      (now, before) => {
        const { notices: say } = settings.t.value.matters;
        if (acts && now !== undefined && before !== undefined && now > before)
          notices.notify(say.assigned, say.assignedBody, 'matter-mine');
      },
    ),
    watch(
      () => book.counts.value?.overdue,
      (now, before) => {
        const { notices: say } = settings.t.value.matters;
        if (acts && now !== undefined && before !== undefined && now > before)
          notices.notify(say.overdue(now), say.overdueBody, 'matter-overdue');
      },
    ),
  ];
  return {
    book,
    calling,
    isRead: ({ id, version }: Pick<MatterRow, 'id' | 'version'>): boolean => (read.get(id) ?? 0) >= version,
    open: computed(() => open.value),
    show(id: string | undefined): void {
      if (open.value?.id === id) return;
      open.value?.end();
      open.value = id === undefined ? undefined : createOpenMatter(connection, me, id, () => drafts.writes(id));
    },
    end(): void {
      for (const stop of stops) stop();
      open.value?.end();
      book.end();
    },
  };
}
