/** The officer's window: lists, one case, answering, noting, handing on. */
import * as z from 'zod';
import { claimConversation } from '../../functions/conversation/claim-conversation.ts';
import { forStaff } from '../../functions/conversation/for-staff.ts';
import type { Changed } from '../../functions/conversation/change-conversation.ts';
import {
  cannedReplies,
  listColleagues,
  removeCannedReply,
  saveCannedReply,
} from '../../functions/conversation/desk-aids.ts';
import {
  closeConversation,
  returnToBot,
  transferConversation,
} from '../../functions/conversation/hand-on-conversation.ts';
import { listMentions, readMentions } from '../../functions/conversation/keep-mentions.ts';
import { listDesk } from '../../functions/conversation/list-desk.ts';
import { findFor, openCase } from '../../functions/conversation/open-case.ts';
import { viewPhoto } from '../../functions/conversation/photos.ts';
import { markRead } from '../../functions/conversation/read-chat.ts';
import { replyToCitizen } from '../../functions/conversation/reply-to-citizen.ts';
import { revealField } from '../../functions/conversation/reveal-field.ts';
import { sendDrawing, startTalkUpload } from '../../functions/conversation/send-drawing.ts';
import { sendSteps } from '../../functions/conversation/send-steps.ts';
import { searchDesk } from '../../functions/conversation/search-desk.ts';
import { setLaneFor } from '../../functions/conversation/set-green-lane.ts';
import { showPresence } from '../../functions/conversation/show-presence.ts';
import { writeNote } from '../../functions/conversation/write-note.ts';
import { findGuides } from '../../functions/guidance/find-guides.ts';
import { maySee } from '../../models/access/permissions.ts';
import {
  CannedReply,
  ListDesk,
  MarkCaseRead,
  OneAttachment,
  OneConversation,
  OpenCase,
  ReplyToCitizen,
  RevealField,
  SearchDesk,
  SetGreenLane,
  SendSteps,
  ShowPresence,
  StartUpload,
  TransferConversation,
  WriteNote,
} from '../../models/conversation/requests.ts';
import { SendDrawing } from '../../models/conversation/drawing.ts';
import { ReadMentions } from '../../models/conversation/mention.ts';
import { ConversationId } from '../../models/ids.ts';
import { deskRow } from '../../models/conversation/showing.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { botOnFirstUse } from '../chat/bot-on-first-use.ts';
import { wireFromEnvironment } from '../gateways/browser-wire.ts';
import { photosFromEnvironment } from '../gateways/photos-on-first-use.ts';
import { wireWith } from '../wiring.ts';
import { openWindow, staffRoute } from './window.ts';

wireWith({ bot: () => botOnFirstUse, photos: photosFromEnvironment, wire: wireFromEnvironment });

const row = (changed: Outcome<Changed>): Outcome<object> =>
  changed.ok ? done({ row: deskRow(changed.value.conversation), lines: changed.value.lines.map(forStaff) }) : changed;

export const handler = openWindow({
  'GET /api/desk': staffRoute('read-desk', ListDesk, async (deps, by, { list, office = by.office, cursor }) =>
    maySee(by, office) ? listDesk(deps, by, office, list, cursor) : refused('not-allowed', 'another office'),
  ),
  'GET /api/desk/conversations/{id}': staffRoute('read-desk', OpenCase, openCase),
  'POST /api/desk/conversations/{id}/claim': staffRoute('work-desk', OneConversation, async (deps, by, { id }) =>
    row(await claimConversation(deps, by, id)),
  ),
  'POST /api/desk/conversations/{id}/messages': staffRoute('work-desk', ReplyToCitizen, async (deps, by, input) => {
    const replied = await replyToCitizen(deps, by, input);
    return replied.ok ? row(replied) : replied;
  }),
  'POST /api/desk/conversations/{id}/drawings': staffRoute('work-desk', SendDrawing, async (deps, by, input) => {
    const sent = await sendDrawing(deps, by, input);
    return sent.ok ? row(sent) : sent;
  }),
  'POST /api/desk/conversations/{id}/steps': staffRoute('work-desk', SendSteps, async (deps, by, input) => {
    const sent = await sendSteps(deps, by, input);
    return sent.ok ? row(sent) : sent;
  }),
  'POST /api/desk/conversations/{id}/attachments': staffRoute(
    'work-desk',
    StartUpload.extend(OneConversation.shape),
    startTalkUpload,
  ),
  'POST /api/desk/conversations/{id}/notes': staffRoute('work-desk', WriteNote, async (deps, by, input) => {
    const note = await writeNote(deps, by, input);
    return note.ok ? done({ note: note.value }) : note;
  }),
  'POST /api/desk/conversations/{id}/transfer': staffRoute('work-desk', TransferConversation, async (deps, by, input) =>
    row(await transferConversation(deps, by, input)),
  ),
  'POST /api/desk/conversations/{id}/back-to-bot': staffRoute('work-desk', OneConversation, async (deps, by, { id }) =>
    row(await returnToBot(deps, by, id)),
  ),
  'POST /api/desk/conversations/{id}/close': staffRoute('work-desk', OneConversation, async (deps, by, { id }) =>
    row(await closeConversation(deps, by, id)),
  ),
  'POST /api/desk/conversations/{id}/green-lane': staffRoute('work-desk', SetGreenLane, async (deps, by, input) =>
    row(await setLaneFor(deps, by, input)),
  ),
  'POST /api/desk/conversations/{id}/presence': staffRoute('read-desk', ShowPresence, showPresence),
  'POST /api/desk/conversations/{id}/read': staffRoute('work-desk', MarkCaseRead, async (deps, by, { id, seq }) => {
    const found = await findFor(deps, by, id);
    return found.ok ? markRead(deps, id, 'officer', seq) : found;
  }),
  'POST /api/desk/conversations/{id}/reveal': staffRoute('reveal-personal-data', RevealField, revealField),
  'GET /api/desk/attachments/{id}': staffRoute('read-desk', OneAttachment, async (deps, by, { id }) => {
    const attachment = await deps.attachments.find(id);
    const found =
      attachment === undefined
        ? refused('not-found', 'no such photo')
        : await findFor(deps, by, ConversationId.parse(attachment.parent));
    if (!found.ok) return found;
    const address = await viewPhoto(deps, found.value.id, id);
    return address.ok
      ? { statusCode: 302, headers: { location: address.value, 'cache-control': 'private, max-age=60' } }
      : address;
  }),
  'GET /api/desk/search': staffRoute('read-desk', SearchDesk, (deps, by, { q }) => searchDesk(deps, by, q)),
  'GET /api/desk/mentions': staffRoute('read-desk', z.strictObject({}), listMentions),
  'POST /api/desk/mentions/read': staffRoute('read-desk', ReadMentions, readMentions),
  'GET /api/desk/colleagues': staffRoute('read-desk', z.strictObject({}), listColleagues),
  'GET /api/desk/canned': staffRoute('read-desk', z.strictObject({}), cannedReplies),
  'PUT /api/desk/canned/{code}': staffRoute('edit-canned-replies', CannedReply, saveCannedReply),
  'DELETE /api/desk/canned/{code}': staffRoute(
    'edit-canned-replies',
    CannedReply.pick({ code: true }),
    (deps, by, { code }) => removeCannedReply(deps, by, code),
  ),
  'GET /api/desk/guides': staffRoute(
    'read-desk',
    z.strictObject({ q: z.string().trim().max(60).default('') }),
    (_deps, by, { q }) => Promise.resolve(done({ guides: findGuides(q, by.office) })),
  ),
});
