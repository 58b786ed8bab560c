/** Everything about releases that one signed-in person works with: the list, the open one, and what calls them back. */
import { computed, shallowRef } from 'vue';
import type { Me } from '../../../models/access/staff.ts';
import type { DeskConnection } from '../desk-connection.ts';
import type { MatterDrafts } from '../matters/matter-drafts.ts';
import { mayAct } from '../permissions.ts';
import { createOpenRelease, type OpenRelease } from './open-release.ts';
import { createReleaseList } from './release-list.ts';

export function createReleaseDesk(connection: DeskConnection, me: Me, drafts: MatterDrafts) {
  const book = createReleaseList(connection, me);
  const open = shallowRef<OpenRelease>();
  const acts = mayAct(me.role);
  return {
    book,
    /** Nobody has looked at it, or it waits to be finished. */
    calling: computed(() =>
      acts ? (book.counts.value?.['to-check'] ?? 0) + (book.counts.value?.['to-finish'] ?? 0) : 0,
    ),
    open: computed(() => open.value),
    show(id: string | undefined): void {
      if (open.value?.id === id) return;
      open.value?.end();
      open.value = id === undefined ? undefined : createOpenRelease(connection, me, id, () => drafts.writes(id));
    },
    end(): void {
      open.value?.end();
      book.end();
    },
  };
}
