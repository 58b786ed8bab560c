/** What an officer does on a sheet: ticks, explains, asks, judges photos, tells what was found, gives the notice. */
import { randomInt } from 'node:crypto';
import type { Officer } from '../../models/access/staff.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { SheetId } from '../../models/ids.ts';
import { refused, type Outcome } from '../../models/outcome.ts';
import { aboutPaper } from '../../models/phrasebook/sheet-talk.ts';
import { newCheckCode } from '../../models/sheet/check-code.ts';
import type { Deed } from '../../models/sheet/changes/by.ts';
import { handOver } from '../../models/sheet/changes/end.ts';
import { judge, tellVerdicts } from '../../models/sheet/changes/judge.ts';
import { answer } from '../../models/sheet/changes/open.ts';
import { asked, explain, tick } from '../../models/sheet/changes/tick.ts';
import { listOf } from '../../models/sheet/papers.ts';
import type { ActOnSheet } from '../../models/sheet/requests.ts';
import { stillOpen, type GuidanceSheet } from '../../models/sheet/sheet.ts';
import { speakInTalk } from '../conversation/officer-says.ts';
import type { Deps } from '../deps.ts';
import { changeSheet } from './change-sheet.ts';

/** Sheets of other offices are not there, as far as this officer can tell. */
export async function sheetFor(
  deps: Pick<Deps, 'sheets'>,
  by: Pick<Officer, 'office'>,
  id: SheetId,
): Promise<Outcome<GuidanceSheet>> {
  const found = await deps.sheets.find(id);
  return !found.ok || maySee(by, found.value.office) ? found : refused('not-found', 'no such sheet');
}

export async function actOnSheet(deps: Deps, by: Officer, act: ActOnSheet): Promise<Outcome<GuidanceSheet>> {
  const found = await sheetFor(deps, by, act.id);
  if (!found.ok) return found;
  if (act.act === 'ask') {
    const open = stillOpen(found.value, deps.now());
    const said = open.ok ? await askInTalk(deps, by, open.value, act) : open;
    if (!said.ok) return said;
  }
  return changeSheet(
    deps,
    act.id,
    (sheet, now) => ruled(sheet, act, { by: by.id, byName: by.name, now, seen: act.seen }),
    act.delivery,
  );
}

function ruled(sheet: GuidanceSheet, act: ActOnSheet, deed: Deed): Outcome<GuidanceSheet> {
  switch (act.act) {
    case 'answer':
      return answer(sheet, act.answers, deed);
    case 'tick':
      return tick(sheet, act.paper, act.state, deed);
    case 'explain':
      return explain(sheet, act.paper, act, deed);
    case 'ask':
      return asked(sheet, act.paper, deed);
    case 'judge':
      return judge(sheet, act, deed);
    case 'tell':
      // Whoever has the same code by chance is met by the next try: the filing room takes each once.
      return tellVerdicts(sheet, newCheckCode(randomInt), deed);
    case 'hand-over':
      return handOver(sheet, deed);
  }
}

/** The question goes into the talk, so that it is answered where everything else is. */
async function askInTalk(
  deps: Deps,
  by: Officer,
  sheet: GuidanceSheet,
  { paper, text, delivery }: Extract<ActOnSheet, { act: 'ask' }>,
): Promise<Outcome<unknown>> {
  const law = listOf(sheet).items.find(({ id }) => id === paper);
  if (law === undefined) return refused('not-found', 'no such paper on this sheet');
  const say = aboutPaper(sheet.language === 'zh' ? law.nameZh : law.nameEn, text, sheet.language);
  return speakInTalk(deps, by, { id: sheet.conversation, delivery }, { type: 'text', text: say });
}
