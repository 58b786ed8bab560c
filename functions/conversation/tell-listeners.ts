/** Tells every open page of a conversation what is new; a page that is gone is taken off the list. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import { citizenView, deskRow, forCitizen } from '../../models/conversation/showing.ts';
import type { ConversationId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import { forStaff } from './for-staff.ts';
import { placeShown } from './place-in-line.ts';

/**
 * Citizens' sockets are listed as `c:…`, officers' as `s:…`, a helper's as `h:naming:…`: each gets what it may see, a helper only as long as
 * the naming stands.
 */
export async function tellListeners(
  deps: Pick<Deps, 'wire' | 'conversations' | 'desks' | 'now'>,
  listeners: readonly string[],
  conversation: Conversation,
  lines: readonly Line[],
): Promise<void> {
  if (listeners.length === 0) return;
  const place = await placeShown(deps, conversation, deps.now());
  const toCitizen = {
    type: 'lines',
    id: conversation.id,
    conversation: citizenView(conversation, place),
    lines: lines.map(forCitizen),
  };
  const toStaff = { type: 'lines', id: conversation.id, row: deskRow(conversation), lines: lines.map(forStaff) };
  const [helpers, others] = partition(listeners);
  await Promise.all([
    tell(deps, others, conversation.id, (who) => (who === 'c' ? toCitizen : toStaff)),
    ...helpers.map(async (listener) => {
      const [, naming = '', socket = ''] = listener.split(':');
      const stands = conversation.helper?.id === naming;
      const sent = await deps.wire.send(socket, stands ? toCitizen : { type: 'out' });
      if (!stands || sent === 'gone') await deps.conversations.unlisten(conversation.id, listener);
    }),
  ]);
}

function partition(listeners: readonly string[]): [string[], string[]] {
  const isHelper = (listener: string): boolean => listener.startsWith('h:');
  return [listeners.filter(isHelper), listeners.filter((listener) => !isHelper(listener))];
}

/** Sends what `message` makes for each side; `undefined` sends nothing. */
export async function tell(
  deps: Pick<Deps, 'wire' | 'conversations'>,
  listeners: readonly string[],
  id: ConversationId,
  message: (who: 'c' | 's') => unknown,
): Promise<void> {
  await Promise.all(
    partition(listeners)[1].map(async (listener) => {
      const content = message(listener.startsWith('c:') ? 'c' : 's');
      if (content === undefined) return;
      if ((await deps.wire.send(listener.slice(2), content)) === 'gone')
        await deps.conversations.unlisten(id, listener);
    }),
  );
}
