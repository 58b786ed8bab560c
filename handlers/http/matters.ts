/** The officer's window to the “办不成事” matters: work list, one file, every deed, search. */
import * as z from 'zod';
import { actOnMatter } from '../../functions/complaint/act-on-matter.ts';
import { addMatterPhoto } from '../../functions/complaint/add-matter-photo.ts';
import { aidMatter } from '../../functions/complaint/aid-matter.ts';
import { listMacros, removeMacro, saveMacro } from '../../functions/complaint/keep-macros.ts';
import { listMatters } from '../../functions/complaint/list-matters.ts';
import { viewMatterPhoto } from '../../functions/complaint/matter-photos.ts';
import { noteOnMatter } from '../../functions/complaint/note-on-matter.ts';
import { findMatterFor, openMatter } from '../../functions/complaint/open-matter.ts';
import { readTalkOf } from '../../functions/complaint/read-talk.ts';
import { revealOnMatter } from '../../functions/complaint/reveal-on-matter.ts';
import { runMacro } from '../../functions/complaint/run-macro.ts';
import { searchMatters } from '../../functions/complaint/search-matters.ts';
import { Macro, RunMacro } from '../../models/complaint/macro.ts';
import {
  ActOnMatter,
  AddMatterPhoto,
  ListMatters,
  NoteOnMatter,
  OneMatter,
  OneMatterPhoto,
  RevealOnMatter,
  SearchMatters,
  ShowOnMatter,
} from '../../models/complaint/requests.ts';
import { done } from '../../models/outcome.ts';
import { MINUTE, plus } from '../../models/time.ts';
import { photoAt } from './photo-at.ts';
import { openWindow, staffRoute } from './window.ts';
import { wireWith } from '../wiring.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';

wireWith({ photos: photosFromEnvironment, wire: wireOnFirstUse });

export const handler = openWindow({
  'GET /api/matters': staffRoute('read-matters', ListMatters, listMatters),
  'GET /api/matters/search': staffRoute('read-matters', SearchMatters, (deps, by, { q }) => searchMatters(deps, by, q)),
  'GET /api/matters/services': staffRoute('read-matters', z.strictObject({}), async () => {
    const { services } = await import('../../models/guidance/catalogue.ts');
    return done({ services: services.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })) });
  }),
  'GET /api/matters/macros': staffRoute('read-matters', z.strictObject({}), listMacros),
  'PUT /api/matters/macros/{code}': staffRoute('work-matters', Macro, saveMacro),
  'DELETE /api/matters/macros/{code}': staffRoute('work-matters', Macro.pick({ code: true }), (deps, by, { code }) =>
    removeMacro(deps, by, code),
  ),
  'POST /api/matters/macros/{code}/run': staffRoute('work-matters', RunMacro, (deps, by, input, { language }) =>
    runMacro(deps, by, input, language),
  ),
  'GET /api/matters/{id}/aids': staffRoute('read-matters', OneMatter, aidMatter),
  'GET /api/matters/{id}': staffRoute('read-matters', OneMatter, openMatter),
  'GET /api/matters/{id}/talk': staffRoute('read-matters', OneMatter, readTalkOf),
  'GET /api/matters/{id}/photos/{photo}': staffRoute(
    'read-matters',
    OneMatterPhoto,
    async (deps, by, { id, photo }) => {
      const found = await findMatterFor(deps, by, id);
      if (!found.ok) return found;
      return photoAt(await viewMatterPhoto(deps, found.value, photo));
    },
  ),
  'POST /api/matters/{id}/photos': staffRoute('work-matters', AddMatterPhoto, addMatterPhoto),
  'POST /api/matters/{id}/acts': staffRoute('work-matters', ActOnMatter, actOnMatter),
  'POST /api/matters/{id}/notes': staffRoute('work-matters', NoteOnMatter, async (deps, by, input) => {
    const memo = await noteOnMatter(deps, by, input);
    return memo.ok ? done({ memo: memo.value }) : memo;
  }),
  'POST /api/matters/{id}/reveal': staffRoute('reveal-personal-data', RevealOnMatter, revealOnMatter),
  'POST /api/matters/{id}/presence': staffRoute('read-matters', ShowOnMatter, async (deps, by, { id, typing }) => {
    const found = await findMatterFor(deps, by, id);
    if (!found.ok) return found;
    const now = deps.now();
    await deps.complaints.show(id, { id: by.id, name: by.name, typing }, plus(now, MINUTE));
    return done({ viewers: (await deps.complaints.viewers(id, now)).filter((v) => v.id !== by.id) });
  }),
});
