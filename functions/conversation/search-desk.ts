/** Finds conversations by their number or by the last four digits of a phone. */
import type { Officer } from '../../models/access/staff.ts';
import { deskRow } from '../../models/conversation/showing.ts';
import type { DeskRow } from '../../models/conversation/views.ts';
import { ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { findFor } from './open-case.ts';

export async function searchDesk(deps: Deps, by: Officer, q: string): Promise<Outcome<{ rows: DeskRow[] }>> {
  const id = ConversationId.safeParse(q.toUpperCase());
  if (id.success) {
    const found = await findFor(deps, by, id.data);
    return done({ rows: found.ok ? [deskRow(found.value)] : [] });
  }
  const digits = q.replaceAll(/\D/gu, '');
  const conversations = /^\d{4}$|^1\d{10}$/u.test(q)
    ? await deps.conversations.byPhoneTail(by.office, digits.slice(-4))
    : await deps.conversations.byNumber(by.office, q.toUpperCase());
  // A whole number names one person: the tail alone would show their neighbours too.
  const exact = digits.length === 11 ? conversations.filter((c) => c.phone === digits) : conversations;
  return done({ rows: exact.map(deskRow) });
}
