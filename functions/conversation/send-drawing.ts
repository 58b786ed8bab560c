/** An officer shows on the citizen's own screenshot where to tap; the photo stays as it is, the marks go out as a line of the talk. */
import type { Officer } from '../../models/access/staff.ts';
import type { SendDrawing, ShowDrawing } from '../../models/conversation/drawing.ts';
import type { StartUpload } from '../../models/conversation/requests.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import type { Crossed } from './answer-crossed.ts';
import type { Changed } from './change-conversation.ts';
import { drawnOn } from './drawn-on.ts';
import { officerSays } from './officer-says.ts';
import { findFor } from './open-case.ts';
import { startUpload } from './photos.ts';
import { tell } from './tell-listeners.ts';

/** Four a second, for as long as somebody draws without a pause. */
const SHOWN_PER_MINUTE = 240;

export const sendDrawing = (
  deps: Deps,
  by: Officer,
  { id, delivery, seen, ...drawing }: SendDrawing,
): Promise<Outcome<Changed> | Crossed> =>
  officerSays(deps, by, { id, delivery, seen }, async () => {
    const drawn = await drawnOn(deps, id, drawing);
    return drawn.ok ? done({ type: 'drawing', sha256: drawn.value, ...drawing }) : drawn;
  });

/** The marked picture, put together by the officer's page, for a reader who has no page open. */
export async function startTalkUpload(
  deps: Deps,
  by: Officer,
  { id, ...photo }: StartUpload & { id: ConversationId },
): ReturnType<typeof startUpload> {
  const found = await findFor(deps, by, id);
  return found.ok ? startUpload(deps, id, photo) : found;
}

/** While it is being drawn; nothing is kept, the drawing that is sent is the one that stays. */
export async function showDrawing(
  deps: Deps,
  by: Pick<Officer, 'id' | 'office' | 'name'>,
  { conversation: id, on, width, height, marks }: ShowDrawing,
): Promise<Outcome<void>> {
  const found = await deps.conversations.find(id);
  if (!found.ok) return found;
  const { conversation, listeners } = found.value;
  const { state } = conversation;
  if (conversation.office !== by.office) return refused('not-found', 'no such conversation');
  if (state.name !== 'with-officer' || state.by !== by.id)
    return refused('not-allowed', 'this conversation is with another officer');
  if (!listeners.some((listener) => listener.startsWith('c:'))) return done(undefined);
  if ((await deps.limits.use(`draw#${id}`, 60, msOf(deps.now()))) > SHOWN_PER_MINUTE)
    return refused('too-many', 'drawn too fast');
  const shown = { type: 'drawing', id, on, width, height, marks, byName: by.name };
  await tell(deps, listeners, id, (who) => (who === 'c' ? shown : undefined));
  return done(undefined);
}
