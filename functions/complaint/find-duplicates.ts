/** Before a matter is filed: own earlier ones, still open, that it looks like. Only for a phone that was just confirmed. */
import { isOpen } from '../../models/complaint/complaint.ts';
import { looksSame, type Likeness } from '../../models/complaint/same-matter.ts';
import type { StateName } from '../../models/complaint/complaint.ts';
import type { ComplaintId, OfficeId } from '../../models/ids.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

export type EarlierMatter = {
  id: ComplaintId;
  number: string;
  title: string;
  filedAt: Instant;
  state: StateName;
};

const AT_MOST = 3;

/** Newest first, three at most. `id` is the report that is being filed. */
export async function findDuplicates(
  deps: Deps,
  { id, office, phone, likeness }: { id: ComplaintId; office: OfficeId; phone: string; likeness: Likeness },
): Promise<EarlierMatter[]> {
  const own = await deps.complaints.bySign('phone', phone, office);
  return own
    .filter((c) => c.id !== id && (isOpen(c) || c.state.name === 'resolved'))
    .filter((c) => looksSame(likeness, { plate: c.matter.plate, service: c.service, what: c.matter.what }))
    .slice(0, AT_MOST)
    .map(({ id: other, number, matter, filedAt, state }) => ({
      id: other,
      number,
      title: matter.title,
      filedAt,
      state: state.name,
    }));
}
