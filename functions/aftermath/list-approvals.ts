/** What waits for a manager: declines, extensions and looks at whole numbers to decide, reports of a “no” to read; and who had numbers shown whole lately. */
import type { Officer } from '../../models/access/staff.ts';
import type { AskOffice } from '../../models/aftermath/oversight-requests.ts';
import type { Approvals } from '../../models/aftermath/oversight-views.ts';
import { askLists, type AskList } from '../../models/aftermath/tally.ts';
import { waits } from '../../models/complaint/changes/reveal.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import { StaffId, type OfficeId } from '../../models/ids.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import { addDays, dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { askedOffices, namesOf } from './asked-scope.ts';
import { mattersOf } from './list-cases.ts';

const REVEAL_DAYS = 7;
const REVEALS = 60;

export async function listApprovals(deps: Deps, by: Officer, { office }: AskOffice): Promise<Outcome<Approvals>> {
  const asked = askedOffices(by, office);
  if (!asked.ok) return asked;
  const now = deps.now();
  const [lists, revealed, names] = await Promise.all([
    Promise.all(askLists.map((list) => waiting(deps, asked.value, list))),
    Promise.all(asked.value.map((one) => reveals(deps, one))),
    namesOf(deps, asked.value),
  ]);
  const cases = revealed.flat().sort((a, b) => (a.at > b.at ? -1 : 1));
  const matters = await mattersOf(deps, [...lists.flat().map((record) => ({ record })), ...cases]);
  const asking = (list: AskList) =>
    (lists[askLists.indexOf(list)] ?? []).map((record) => matters.get(record)).filter((c) => c !== undefined);
  const rows = (list: AskList) =>
    asking(list)
      .map((c) => matterRow(c, now))
      .sort((a, b) => (a.filedAt < b.filedAt ? -1 : 1));
  return done({
    declines: rows('decline'),
    extensions: rows('extension'),
    reports: rows('report'),
    revealAsks: asking('reveal')
      .flatMap((c) => (c.revealAsks ?? []).filter(waits).map((ask) => ({ row: matterRow(c, now), ask })))
      .sort((a, b) => (a.ask.at < b.ask.at ? -1 : 1)),
    reveals: cases.map((one) => {
      const staff = StaffId.safeParse(one.by);
      const matter = matters.get(one.record);
      return {
        at: one.at,
        ...(staff.success ? { by: staff.data } : {}),
        field: one.reason ?? 'phone',
        ...(matter === undefined ? {} : { matter: matterRow(matter, now) }),
      };
    }),
    names,
  });
}

const waiting = async (deps: Deps, offices: readonly OfficeId[], list: AskList): Promise<string[]> =>
  (await Promise.all(offices.map((office) => deps.figures.asking(office, list)))).flat();

async function reveals(deps: Deps, office: OfficeId) {
  const to = dayOf(deps.now());
  const from = addDays(to, 1 - REVEAL_DAYS);
  const lists = await Promise.all(
    (['revealed', 'revealed-in-talk'] as const).map((figure) => deps.figures.cases(office, figure, from, to, REVEALS)),
  );
  return lists.flatMap((list) => list.cases);
}
