/** An answer that would cross a colleague's, which its writer had not seen: it is held back and the colleague's is shown. */
import type { Officer } from '../../models/access/staff.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import type { Line } from '../../models/conversation/line.ts';
import type { DeliveryId } from '../../models/ids.ts';
import { refused } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { forStaff } from './for-staff.ts';

export type Crossed = { ok: false; refusal: { kind: 'stale'; detail: string }; lines: Line[] };

/** Undefined: nobody else answered, or this very answer was taken before. `seen` is the last line on the writer's screen. */
export async function answerCrossed(
  deps: Deps,
  by: Officer,
  { id, lastSeq }: Conversation,
  { delivery, seen }: { delivery: DeliveryId; seen: number },
): Promise<Crossed | undefined> {
  if (lastSeq <= seen) return undefined;
  const unseen = await deps.conversations.linesAfter(id, seen, 100);
  const known = unseen.some((line) => line.delivery === delivery);
  if (known || !unseen.some((line) => line.from === 'officer' && line.by !== by.id)) return undefined;
  const { refusal } = refused('stale', 'a colleague answered meanwhile');
  return { ok: false, refusal: { ...refusal, kind: 'stale' }, lines: unseen.map(forStaff) };
}
