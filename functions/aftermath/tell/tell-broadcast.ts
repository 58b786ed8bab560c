/** Tells the managers that a radio script waits for one of them. */
import { noticeId } from '../../../models/aftermath/notice-about.ts';
import { tellManagers } from './tell-managers.ts';
import type { Teller } from './tellers.ts';

export const tellBroadcast: Teller<'broadcast'> = async (deps, notice) => {
  const found = await deps.broadcasts.find(notice.about.id);
  if (!found.ok || found.value.state !== 'in-review') return 'dropped';
  const { id, title } = found.value;
  return tellManagers(deps, notice.office, {
    key: `${notice.at}#${noticeId(notice)}`,
    at: notice.at,
    of: 'broadcast',
    id,
    byName: title.slice(0, 40),
    why: 'broadcast-to-approve',
  });
};
