/** The officer's window to live guidance: who waits, asking somebody, answering, the ladder, the end with what came of it. */
import * as z from 'zod';
import { cancelLive, endLive, stepLive, type LiveActor } from '../../functions/live/act-on-live.ts';
import { answerLive, inviteLive } from '../../functions/live/open-live.ts';
import { listWaiting, showOfTalk } from '../../functions/live/show-live.ts';
import type { Officer } from '../../models/access/staff.ts';
import { ConversationId } from '../../models/ids.ts';
import type { LiveSession } from '../../models/live/live-session.ts';
import { EndLive, InviteLive, OneLive, StepLive } from '../../models/live/requests.ts';
import { officerLive } from '../../models/live/views.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ wire: wireFromEnvironment });

const by = (officer: Officer): LiveActor => ({ who: 'officer', officer });
const shown = (acted: Outcome<LiveSession>) => (acted.ok ? done({ live: officerLive(acted.value) }) : acted);

export const handler = openWindow({
  'GET /api/desk/live': staffRoute('read-desk', z.strictObject({}), listWaiting),
  'GET /api/desk/live/of/{conversation}': staffRoute(
    'read-desk',
    z.strictObject({ conversation: ConversationId }),
    (deps, officer, { conversation }) => showOfTalk(deps, officer, conversation),
  ),
  'POST /api/desk/live': staffRoute('work-desk', InviteLive, async (deps, officer, input) =>
    shown(await inviteLive(deps, officer, input)),
  ),
  'POST /api/desk/live/{id}/answer': staffRoute('work-desk', OneLive, async (deps, officer, { id }) =>
    shown(await answerLive(deps, officer, id)),
  ),
  'POST /api/desk/live/{id}/cancel': staffRoute('work-desk', OneLive, async (deps, officer, { id }) =>
    shown(await cancelLive(deps, by(officer), id)),
  ),
  'POST /api/desk/live/{id}/step': staffRoute('work-desk', StepLive, async (deps, officer, input) =>
    shown(await stepLive(deps, by(officer), input)),
  ),
  'POST /api/desk/live/{id}/end': staffRoute('work-desk', EndLive, async (deps, officer, { id, outcome }) =>
    shown(await endLive(deps, by(officer), id, outcome)),
  ),
});
