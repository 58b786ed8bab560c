/** A number alone picks the button with that number under what the person had last. */
import type { Conversation } from '../../models/conversation/conversation.ts';
import { pickable } from '../../models/wechat/bubble.ts';
import type { Deps } from '../deps.ts';

/** Further back nobody looks for a number. */
const LINES = 12;

export async function pickedWords(deps: Deps, talk: Conversation | undefined, said: string): Promise<string> {
  const number = /^(?:选|第)?([1-9])(?:个|号|[.。、])?$/u.exec(said.normalize('NFKC').trim())?.[1];
  // An officer who asked for a number gets the number.
  if (number === undefined || talk === undefined || talk.state.name === 'with-officer') return said;
  const lines = await deps.conversations.linesAfter(talk.id, Math.max(0, talk.lastSeq - LINES), LINES);
  const buttons = lines.flatMap(({ content }) => (pickable(content).length > 0 ? [pickable(content)] : [])).at(-1);
  return buttons?.[Number(number) - 1]?.send ?? said;
}
