/** The office's window to its lenders: enter, look at, decide; and to the agents whom they send. */
import * as z from 'zod';
import { actOnAgent, addAgent, listEndingMandates } from '../../functions/access/keep-agents.ts';
import { startUpload } from '../../functions/conversation/photos.ts';
import { decideLender } from '../../functions/release/decide-lender.ts';
import { findLenderFor } from '../../functions/release/find-lender.ts';
import { changeLender, registerLender, takeOverApplication } from '../../functions/release/keep-lenders.ts';
import { listLenders, openLender, revealOnLender, viewLenderPhoto } from '../../functions/release/show-lenders.ts';
import {
  ActOnAgent,
  AddAgent,
  AddLenderPhoto,
  ChangeLender,
  DecideLender,
  ListLenders,
  OneLender,
  OneLenderPhoto,
  RegisterLender,
  RevealOnLender,
  TakeOverApplication,
} from '../../models/release/lender-requests.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireOnFirstUse } from '../gateways/wire-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ photos: photosFromEnvironment, wire: wireOnFirstUse });

export const handler = openWindow({
  'GET /api/lenders': staffRoute('read-lenders', ListLenders, listLenders),
  'POST /api/lenders': staffRoute('enter-lenders', RegisterLender, registerLender),
  'GET /api/lenders/mandates': staffRoute('read-lenders', z.strictObject({}), listEndingMandates),
  'GET /api/lenders/{id}': staffRoute('read-lenders', OneLender, openLender),
  'PUT /api/lenders/{id}': staffRoute('enter-lenders', ChangeLender, changeLender),
  'POST /api/lenders/{id}/take-over': staffRoute('enter-lenders', TakeOverApplication, takeOverApplication),
  'POST /api/lenders/{id}/acts': staffRoute('decide-lenders', DecideLender, decideLender),
  'POST /api/lenders/{id}/reveal': staffRoute('enter-lenders', RevealOnLender, revealOnLender),
  'POST /api/lenders/{id}/photos': staffRoute('enter-lenders', AddLenderPhoto, async (deps, by, { id, ...photo }) => {
    const found = await findLenderFor(deps, by, id);
    return found.ok ? startUpload(deps, id, photo) : found;
  }),
  'GET /api/lenders/{id}/photos/{photo}': staffRoute('read-lenders', OneLenderPhoto, async (deps, by, input) => {
    const address = await viewLenderPhoto(deps, by, input);
    return address.ok
      ? { statusCode: 302, headers: { location: address.value, 'cache-control': 'private, max-age=60' } }
      : address;
  }),
  'POST /api/lenders/{id}/agents': staffRoute('keep-agents', AddAgent, addAgent),
  'POST /api/lenders/{id}/agents/{agent}': staffRoute('keep-agents', ActOnAgent, actOnAgent),
});
