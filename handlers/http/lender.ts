/** A lender's own window: its agents see their lender and mandate, hand in lists of releases, take them on and come to their calls. */
import * as z from 'zod';
import { chooseOwnNotices } from '../../functions/access/choose-own-notices.ts';
import { fileAlone } from '../../functions/release/file-alone.ts';
import { fileForLender } from '../../functions/release/file-for-lender.ts';
import { importReleases } from '../../functions/release/import-releases.ts';
import {
  goToLenderRoom,
  listLenderReleases,
  openLenderRelease,
  takeLenderRelease,
} from '../../functions/release/lender-releases.ts';
import { actForLender, addLenderPaper, viewLenderPaper } from '../../functions/release/lender-papers.ts';
import { chooseLenderTime, lenderTimes } from '../../functions/release/lender-appointment.ts';
import { ownLender } from '../../functions/release/own-lender.ts';
import { readAgentCalendar, setAgentCalendar } from '../../functions/appointment/keep-calendars.ts';
import { NoticeWishes } from '../../models/aftermath/notice-wishes.ts';
import { SetAgentCalendar } from '../../models/appointment/requests.ts';
import { OfficeId } from '../../models/ids.ts';
import { done } from '../../models/outcome.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { FileAlone } from '../../models/release/lender-filing.ts';
import {
  ActForLender,
  AddLenderPaper,
  ChooseLenderTime,
  ListLenderReleases,
  OneLenderPaper,
  OneRelease,
  TakeRelease,
} from '../../models/release/requests.ts';
import { msOf } from '../../models/time.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { photoAt } from './photo-at.ts';
import { json } from './problem.ts';
import { giveOwn } from './release-pages/slips.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ photos: photosFromEnvironment, wire: wireOnFirstUse });

/** One megabyte is ten times what three hundred rows need. */
const ImportReleases = z.strictObject({
  file: z.base64().max(1_400_000),
  dry: z.boolean(),
  office: OfficeId.optional(),
});

export const handler = openWindow({
  'GET /api/lender': staffRoute('read-own-lender', z.strictObject({}), ownLender),
  'POST /api/lender/import': staffRoute(
    'file-releases',
    ImportReleases,
    async (deps, by, { file, dry, office }, { language }) => {
      const bytes = new Uint8Array(Buffer.from(file, 'base64'));
      const imported = await importReleases(deps, by, { bytes, dry, office }, fileForLender);
      if (!imported.ok || !imported.value.read) return imported;
      const rows = imported.value.rows.map(({ refusal, ...row }) =>
        refusal === undefined ? row : { ...row, sentence: refusalSentence(refusal, language) },
      );
      return done({ ...imported.value, rows });
    },
  ),
  'GET /api/lender/releases': staffRoute('read-own-lender', ListLenderReleases, listLenderReleases),
  'POST /api/lender/releases': staffRoute('file-releases', FileAlone, fileAlone),
  'POST /api/lender/releases/{id}/photos': staffRoute('attend-releases', AddLenderPaper, addLenderPaper),
  'GET /api/lender/releases/{id}/photos/{photo}': staffRoute(
    'attend-releases',
    OneLenderPaper,
    async (deps, by, asked) => photoAt(await viewLenderPaper(deps, by, asked)),
  ),
  'POST /api/lender/releases/{id}/acts': staffRoute('attend-releases', ActForLender, actForLender),
  'GET /api/lender/releases/{id}': staffRoute('read-own-lender', OneRelease, openLenderRelease),
  'POST /api/lender/releases/{id}/take': staffRoute('attend-releases', TakeRelease, takeLenderRelease),
  'POST /api/lender/releases/{id}/room': staffRoute(
    'attend-releases',
    OneRelease,
    async (deps, by, asked, { signer }) => {
      const gone = await goToLenderRoom(deps, by, asked);
      if (!gone.ok) return gone;
      const slip = giveOwn(
        { signer, nowMs: msOf(deps.now()) },
        { release: asked.id, as: 'lender', agent: by.id, session: by.session },
      );
      return { ...json(200, { go: '/room' }), cookies: [slip] };
    },
  ),
  'GET /api/lender/releases/{id}/times': staffRoute('read-own-lender', OneRelease, lenderTimes),
  'POST /api/lender/releases/{id}/times': staffRoute('attend-releases', ChooseLenderTime, chooseLenderTime),
  'GET /api/lender/calendar': staffRoute('read-own-lender', z.strictObject({}), async (deps, by) =>
    done(await readAgentCalendar(deps, by.id)),
  ),
  'PUT /api/lender/notices': staffRoute('attend-releases', NoticeWishes, chooseOwnNotices),
  'PUT /api/lender/calendar': staffRoute('attend-releases', SetAgentCalendar, (deps, by, calendar) =>
    setAgentCalendar(deps, by.id, calendar),
  ),
});
