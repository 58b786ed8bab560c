/** The sheets of one talk, and those of the office whose photos nobody has judged yet. */
import type { Officer } from '../../models/access/staff.ts';
import type { ConversationId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { forOfficer, sheetRow } from '../../models/sheet/showing.ts';
import type { SheetRow, StaffSheet } from '../../models/sheet/views.ts';
import { findFor } from '../conversation/open-case.ts';
import type { Deps } from '../deps.ts';

const AT_ONCE = 50;

export async function sheetsOfTalk(
  deps: Deps,
  by: Officer,
  { conversation }: { conversation: ConversationId },
): Promise<Outcome<{ sheets: StaffSheet[] }>> {
  const talk = await findFor(deps, by, conversation);
  if (!talk.ok) return talk;
  return done({ sheets: (await deps.sheets.ofTalk(conversation)).map(forOfficer) });
}

export async function sheetsToJudge(deps: Deps, by: Officer): Promise<Outcome<{ rows: SheetRow[] }>> {
  return done({ rows: (await deps.sheets.toJudge(by.office, AT_ONCE)).map(sheetRow) });
}
