/** The citizen's window: ask, read, choose settings, add a photo. */
import * as z from 'zod';
import type { Device } from '../../functions/complaint/act-on-own.ts';
import { viewPhotoInTalk } from '../../functions/complaint/matter-photos.ts';
import { beginAnew } from '../../functions/conversation/begin-anew.ts';
import { changeSettings } from '../../functions/conversation/change-settings.ts';
import { markRead, readChat, show, showTurn } from '../../functions/conversation/read-chat.ts';
import { startUpload, viewPhoto } from '../../functions/conversation/photos.ts';
import { officersOnDuty } from '../../functions/conversation/place-in-line.ts';
import { takeTurn, type Visitor } from '../../functions/conversation/take-turn.ts';
import type { Deps } from '../../functions/deps.ts';
import { OneMatterPhoto } from '../../models/complaint/requests.ts';
import {
  ChangeSettings,
  MarkRead,
  OneAttachment,
  OpenChat,
  Say,
  StartUpload,
} from '../../models/conversation/requests.ts';
import { describeHours } from '../../models/office/hours-in-words.ts';
import { offices, officeOf } from '../../models/office/offices.ts';
import { openingAt } from '../../models/office/opening.ts';
import { done, refused } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { citizenTicket, socketAddress } from '../socket/ticket.ts';
import { wireWith } from '../wiring.ts';
import { isStaffDevice, visitCookie, visitorOf } from './cookies.ts';
import { photoAt } from './photo-at.ts';
import { json } from './problem.ts';
import { citizenRoute, openWindow, type Request } from './window.ts';

wireWith({ bot: () => botOnFirstUse, photos: photosFromEnvironment, wire: wireFromEnvironment });

const deviceOf = (deps: Deps, { signer, event }: Request): Device => ({
  sameDevice: isStaffDevice(signer, event.cookies, msOf(deps.now())),
});

async function surroundingsOf(deps: Deps, visitor: Visitor, request: Request) {
  const now = deps.now();
  const office = officeOf(visitor.office);
  const opening = openingAt(office, now);
  return {
    ...(visitor.helper === undefined ? {} : { helping: true }),
    socket: {
      url: socketAddress(),
      ticket: citizenTicket(request.signer, visitor, deviceOf(deps, request), msOf(now)),
    },
    office: {
      id: office.id,
      nameZh: office.nameZh,
      nameEn: office.nameEn,
      openNow: opening.open,
      hoursZh: describeHours(office, 'zh'),
      hoursEn: describeHours(office, 'en'),
      ...(opening.next === undefined ? {} : { nextOpenAt: opening.next }),
      onDuty: opening.open ? await officersOnDuty(deps, office.id) : 0,
    },
    offices: offices.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
  };
}

/** The page's address may name office, language and large type: a link from an office's own page opens its own desk. */
function asked(visitor: Visitor, input: OpenChat): Visitor {
  return {
    ...visitor,
    office: input.office ?? visitor.office,
    language: input.lang ?? visitor.language,
    elder: input.elder ?? visitor.elder,
  };
}

async function open(deps: Deps, visitor: Visitor, after: number, request: Request, cookie: boolean) {
  const [chat, around] = await Promise.all([readChat(deps, visitor, after), surroundingsOf(deps, visitor, request)]);
  const response = json(200, { ...chat, ...around });
  return cookie ? { ...response, cookies: [visitCookie(request.signer, visitor, msOf(deps.now()))] } : response;
}

export const handler = openWindow({
  'GET /api/chat': citizenRoute(OpenChat, (deps, visitor, input, request) => {
    // A helper's choices are the helper's own: the talk keeps those of its person.
    if (visitor.helper !== undefined) return open(deps, visitor, input.after, request, false);
    const next = asked(visitor, input);
    const known = visitorOf(request.signer, request.event.cookies, msOf(deps.now()));
    return open(
      deps,
      next,
      input.after,
      request,
      known === undefined || JSON.stringify(known) !== JSON.stringify(next),
    );
  }),

  'POST /api/chat/messages': citizenRoute(Say, async (deps, visitor, input, request) => {
    const taken = await takeTurn(deps, visitor, input, deviceOf(deps, request));
    return taken.ok ? done(await showTurn(deps, taken.value.conversation, taken.value.lines, input.after)) : taken;
  }),

  'POST /api/chat/read': citizenRoute(MarkRead, (deps, visitor, { seq }) =>
    markRead(deps, visitor.conversation, 'citizen', seq),
  ),

  'POST /api/chat/settings': citizenRoute(ChangeSettings, async (deps, visitor, input, request) => {
    if (visitor.helper !== undefined) return refused('not-allowed', 'a helper does not choose for the person');
    const changed = await changeSettings(deps, visitor, input);
    if (!changed.ok) return changed;
    const { office, language, elder } = changed.value.conversation;
    const { conversation } = await show(deps, changed.value.conversation, []);
    return {
      ...json(200, { conversation }),
      cookies: [visitCookie(request.signer, { ...visitor, office, language, elder }, msOf(deps.now()))],
    };
  }),

  'POST /api/chat/restart': citizenRoute(z.strictObject({}), async (deps, visitor, _input, request) =>
    visitor.helper === undefined
      ? open(deps, await beginAnew(deps, visitor), 0, request, true)
      : refused('not-allowed', 'a helper does not choose for the person'),
  ),

  'POST /api/attachments': citizenRoute(StartUpload, (deps, visitor, input) =>
    startUpload(deps, visitor.conversation, input),
  ),

  'GET /api/attachments/{id}': citizenRoute(OneAttachment, async (deps, visitor, { id }) =>
    photoAt(await viewPhoto(deps, visitor.conversation, id)),
  ),

  'GET /api/chat/matters/{id}/photos/{photo}': citizenRoute(OneMatterPhoto, async (deps, visitor, one) =>
    photoAt(await viewPhotoInTalk(deps, visitor.conversation, one)),
  ),
});
