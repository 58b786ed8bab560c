/** A citizen's page asks for its conversation and the lines it has not seen. */
import { citizenView, forCitizen } from '../../models/conversation/showing.ts';
import type { CitizenLine, CitizenView } from '../../models/conversation/views.ts';
import { openConversation, type Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { tell } from './tell-listeners.ts';
import { placeShown } from './place-in-line.ts';
import type { Visitor } from './take-turn.ts';

const PAGE = 200;

export type Chat = { conversation: CitizenView; lines: CitizenLine[]; more: boolean };

export async function readChat(deps: Deps, visitor: Visitor, after: number): Promise<Chat> {
  const [found, lines] = await Promise.all([
    deps.conversations.find(visitor.conversation),
    deps.conversations.linesAfter(visitor.conversation, after, PAGE),
  ]);
  const { conversation: id, ...from } = visitor;
  const conversation = found.ok
    ? found.value.conversation
    : openConversation(id, { ...from, channel: 'web' }, deps.now());
  return show(deps, conversation, lines);
}

/** With the place in line, which is looked up only for somebody who waits. */
export async function show(deps: Deps, conversation: Conversation, lines: readonly Line[]): Promise<Chat> {
  const place = await placeShown(deps, conversation, deps.now());
  return {
    conversation: citizenView(conversation, place),
    lines: lines.map(forCitizen),
    more: (lines.at(-1)?.seq ?? conversation.lastSeq) < conversation.lastSeq,
  };
}

/** What a turn brought, with whatever the page had missed before it. */
export async function showTurn(
  deps: Deps,
  conversation: Conversation,
  lines: readonly Line[],
  after: number,
): Promise<Chat> {
  const first = lines[0]?.seq ?? conversation.lastSeq + 1;
  const missed = after < first - 1 ? await deps.conversations.linesAfter(conversation.id, after, PAGE) : [];
  return show(deps, conversation, missed.length > 0 ? missed : lines);
}

export async function markRead(
  deps: Deps,
  id: ConversationId,
  by: 'citizen' | 'officer',
  seq: number,
): Promise<Outcome<void>> {
  await deps.conversations.markRead(id, by, seq);
  const found = await deps.conversations.find(id);
  if (!found.ok) return done(undefined);
  const to = by === 'citizen' ? 's' : 'c';
  await tell(deps, found.value.listeners, id, (who) => (who === to ? { type: 'read', id, seq } : undefined));
  return done(undefined);
}
