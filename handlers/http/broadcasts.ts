/** The window for those who write and approve what the traffic radio answers. */
import * as z from 'zod';
import { actOnBroadcast, decideBroadcast, editScript } from '../../functions/broadcast/act-on-broadcast.ts';
import { draftScript } from '../../functions/broadcast/draft-script.ts';
import { findBroadcast, listBroadcasts, showBroadcast } from '../../functions/broadcast/show-broadcasts.ts';
import {
  ActOnBroadcast,
  DecideBroadcast,
  DraftBroadcast,
  EditBroadcast,
  ListBroadcasts,
  OneBroadcast,
} from '../../models/broadcast/requests.ts';
import { scriptPage } from './air-pages/script-page.ts';
import { openWindow, staffRoute } from './window.ts';
import { writtenPage } from './written-page.ts';

const Printed = OneBroadcast.extend({ lang: z.enum(['zh', 'en']).optional() });

export const handler = openWindow({
  'GET /api/broadcasts': staffRoute('read-broadcasts', ListBroadcasts, listBroadcasts),
  'POST /api/broadcasts': staffRoute('write-broadcasts', DraftBroadcast, draftScript),
  'GET /api/broadcasts/{id}': staffRoute('read-broadcasts', OneBroadcast, showBroadcast),
  'PUT /api/broadcasts/{id}': staffRoute('write-broadcasts', EditBroadcast, editScript),
  'POST /api/broadcasts/{id}/acts': staffRoute('write-broadcasts', ActOnBroadcast, actOnBroadcast),
  'POST /api/broadcasts/{id}/decision': staffRoute('decide-broadcasts', DecideBroadcast, decideBroadcast),
  'GET /broadcasts/{id}': staffRoute('read-broadcasts', Printed, async (deps, by, { id, lang }, { language }) => {
    const found = await findBroadcast(deps, by, { id });
    if (!found.ok) return found;
    return writtenPage((nonce) => scriptPage(found.value, lang ?? language, nonce), 'no-store');
  }),
});
