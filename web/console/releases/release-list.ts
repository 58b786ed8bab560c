/** The work list of releases. */
import type { Me } from '../../../models/access/staff.ts';
import type { releaseViews } from '../../../models/release/requests.ts';
import type { ReleaseRow } from '../../../models/release/views.ts';
import type { DeskConnection } from '../desk-connection.ts';
import { mayAct } from '../permissions.ts';
import { createWorkList } from '../work/create-work-list.ts';

type ReleaseView = (typeof releaseViews)[number];

export const createReleaseList = (connection: DeskConnection, me: Me) =>
  createWorkList<ReleaseRow, ReleaseView>(connection, me, {
    event: 'release',
    path: (view) => `/api/releases?view=${view}`,
    first: mayAct(me.role) ? 'mine' : 'to-check',
  });
