/** An officer's lists: who waits, who is with me, everybody in hand, and what was closed. */
import type { Officer } from '../../models/access/staff.ts';
import type { Conversation } from '../../models/conversation/conversation.ts';
import { comesFirst, standsAt } from '../../models/conversation/green-lane.ts';
import type { DeskList } from '../../models/conversation/requests.ts';
import { deskRow } from '../../models/conversation/showing.ts';
import type { DeskRow } from '../../models/conversation/views.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { dayOf, type Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** An office's open cases at once stay in the hundreds; the list shows the most pressing. */
const MOST = 200;

export type Desk = { rows: DeskRow[]; counts: { waiting: number; mine: number; all: number }; next?: string };

export async function listDesk(
  deps: Deps,
  by: Officer,
  office: OfficeId,
  list: DeskList,
  cursor?: string,
): Promise<Outcome<Desk>> {
  const [waiting, held] = await Promise.all([
    deps.conversations.list(office, 'waiting', MOST),
    deps.conversations.list(office, 'with-officer', MOST),
  ]);
  const mine = held.filter((c) => c.state.name === 'with-officer' && c.state.by === by.id);
  const counts = { waiting: waiting.length, mine: mine.length, all: waiting.length + held.length };
  if (list === 'closed') {
    const page = await deps.conversations.closedOn(office, dayOf(deps.now()), 50, cursor);
    return done({
      rows: page.conversations.map(deskRow),
      counts,
      ...(page.next === undefined ? {} : { next: page.next }),
    });
  }
  const rows = list === 'waiting' ? waiting : list === 'mine' ? mine : [...waiting, ...held].sort(byPlace);
  return done({ rows: rows.map(deskRow), counts });
}

/** The order of the line among those who wait; an officer's own next words are due as they are. */
const byPlace = (a: Conversation, b: Conversation): number => (placeOf(a) < placeOf(b) ? -1 : 1);
const placeOf = (c: Conversation): Instant =>
  c.state.name === 'with-officer' ? c.state.leaseUntil : standsAt(deskRow(c).dueAt, comesFirst(c));
