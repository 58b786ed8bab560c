/** One release on screen. */
import type { Me } from '../../../models/access/staff.ts';
import type { ReleaseAct } from '../../../models/release/requests.ts';
import type { ReleaseFile } from '../../../models/release/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import { openFile } from '../work/open-file.ts';

export type ReleaseHappened = ReleaseFile['history'][number];
/** What puts nobody's decision out of date: looks, the clock's own steps, and what is done together in the call. */
const quiet = new Set(['revealed', 'reminded', 'late', 'code-sent', 'code-right', 'code-wrong', 'accepted', 'closed']);

export function createOpenRelease(connection: DeskConnection, me: Me, id: string, writes: () => boolean) {
  const opened = openFile<ReleaseFile>(connection, {
    event: 'release',
    id,
    at: `/api/releases/${id}`,
    writes,
    quiet: (h) => h.by === me.name || quiet.has(h.what),
  });
  return { ...opened, act: (what: ReleaseAct) => opened.act(what) };
}
export type OpenRelease = ReturnType<typeof createOpenRelease>;
