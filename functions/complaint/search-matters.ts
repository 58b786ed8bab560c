/** Finds matters by number, plate, phone or its last four digits, name or its pinyin. */
import type { Officer } from '../../models/access/staff.ts';
import { ComplaintNumber } from '../../models/complaint/complaint.ts';
import type { MatterSign } from '../../models/complaint/complaints.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import type { MatterRow } from '../../models/complaint/views.ts';
import { maySee } from '../../models/access/permissions.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

export async function searchMatters(deps: Deps, by: Officer, q: string): Promise<Outcome<{ rows: MatterRow[] }>> {
  const now = deps.now();
  const number = ComplaintNumber.safeParse(q);
  const found = number.success
    ? [await deps.complaints.byNumber(number.data, now)]
    : await deps.complaints.bySign(...signOf(q));
  const rows = found
    .filter((c) => c !== undefined)
    .filter((c) => maySee(by, c.office))
    .map((c) => matterRow(c, now));
  return done({ rows });
}

function signOf(q: string): [MatterSign, string] {
  const bare = q.replaceAll(/[·\s-]/gu, '').toUpperCase();
  if (/^1\d{10}$/.test(bare)) return ['phone', bare];
  if (/^\d{4}$/.test(bare)) return ['phone-tail', bare];
  if (/^\p{Script=Han}[A-Z][A-Z0-9]{4,6}$/u.test(bare)) return ['plate', bare];
  return ['name', /^[A-Z]+$/.test(bare) ? bare.toLowerCase() : bare];
}
