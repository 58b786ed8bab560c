/** An officer opens one conversation: its lines, the notes of colleagues, and who else looks at it. */
import type { Officer } from '../../models/access/staff.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { deskRow } from '../../models/conversation/showing.ts';
import type { OfficerView } from '../../models/conversation/views.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { Deps } from '../deps.ts';
import { toldInWords } from '../guidance/summarise.ts';
import { weChatOf } from '../wechat/show-post.ts';
import { forStaff } from './for-staff.ts';

/** One page of lines; the page asks for the end or for earlier ones with `after`. */
const LINES = 500;

export async function openCase(
  deps: Deps,
  by: Officer,
  { id, after }: { id: ConversationId; after: number },
): Promise<Outcome<OfficerView>> {
  const found = await findFor(deps, by, id);
  if (!found.ok) return found;
  const c = found.value;
  const viewersAt = deps.now();
  const [lines, notes, viewers, wechat] = await Promise.all([
    deps.conversations.linesAfter(id, after, LINES),
    deps.conversations.notes(id),
    deps.conversations.viewers(id, viewersAt),
    weChatOf(deps, c),
  ]);
  return done({
    row: deskRow(c),
    language: c.language,
    elder: c.elder,
    lastSeq: c.lastSeq,
    readByCitizen: c.readByCitizen,
    ...(wechat === undefined ? {} : { wechat }),
    ...(c.summary === undefined ? {} : { summary: c.summary }),
    told: toldInWords(c.told),
    // A rating is shown only once the case is closed, so that nobody works for or against it.
    ...(c.rating === undefined || c.state.name !== 'closed' ? {} : { rating: c.rating }),
    history: c.history.map(({ at, what, by: who, reason }) => ({
      at,
      what,
      ...(who === undefined ? {} : { by: who }),
      ...(reason === undefined ? {} : { reason }),
    })),
    lines: lines.map(forStaff),
    notes,
    viewers: viewers.filter((viewer) => viewer.id !== by.id),
    viewersAt,
  });
}

/** Conversations of other offices are not there, as far as this officer can tell. */
export async function findFor(deps: Deps, by: Officer, id: ConversationId): Promise<Outcome<Conversation>> {
  const found = await deps.conversations.find(id);
  if (!found.ok) return found;
  return maySee(by, found.value.conversation.office)
    ? done(found.value.conversation)
    : refused('not-found', 'no such conversation');
}
