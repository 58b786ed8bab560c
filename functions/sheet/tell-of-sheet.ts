/** Every open page of the talk sees the sheet as it is now: the person's theirs, the officers' theirs. */
import { forOfficer, forPerson } from '../../models/sheet/showing.ts';
import type { GuidanceSheet } from '../../models/sheet/sheet.ts';
import { tell } from '../conversation/tell-listeners.ts';
import type { Deps } from '../deps.ts';

export async function tellOfSheet(deps: Pick<Deps, 'conversations' | 'wire'>, sheet: GuidanceSheet): Promise<void> {
  const id = sheet.conversation;
  const { listeners } = await deps.conversations.look(id);
  if (listeners.length === 0) return;
  const toPerson = { type: 'sheet', id, sheet: forPerson(sheet) };
  const toStaff = { type: 'sheet', id, sheet: forOfficer(sheet) };
  await tell(deps, listeners, id, (who) => (who === 'c' ? toPerson : toStaff));
}
