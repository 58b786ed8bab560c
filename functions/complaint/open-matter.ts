/** An officer opens a matter's file: everything at once, numbers masked; the first look is noted, the owner's begins the work. */
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { seen } from '../../models/complaint/changes/hand.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import { matterFile } from '../../models/complaint/showing.ts';
import type { MatterFile } from '../../models/complaint/views.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';
import { ComplaintId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';
import { maskPersonal } from '../guidance/mask-numbers.ts';
import { changeComplaint } from './change-complaint.ts';

export async function findMatterFor(deps: Deps, by: Officer, id: ComplaintId): Promise<Outcome<Complaint>> {
  const found = await deps.complaints.find(id);
  if (!found.ok) return found;
  // Whoever may not see it is told the same as for a matter that is not there.
  return maySee(by, found.value.office) ? found : refused('not-found', 'no such matter');
}

export async function openMatter(deps: Deps, by: Officer, { id }: { id: ComplaintId }): Promise<Outcome<MatterFile>> {
  const found = await findMatterFor(deps, by, id);
  if (!found.ok) return found;
  const works = by.role === 'officer' || by.role === 'manager';
  if (!works || seen(found.value, by, deps.now()) === undefined) return showFile(deps, by, found.value);
  const looked = await changeComplaint(
    deps,
    id,
    (c, now) => {
      const after = seen(c, by, now);
      return done({ complaint: after ?? c });
    },
    { clock: true },
  );
  return looked.ok ? showFile(deps, by, looked.value) : looked;
}

export async function showFile(deps: Deps, by: Officer, c: Complaint): Promise<Outcome<MatterFile>> {
  const now = deps.now();
  const [entries, memos, viewers, staff, merged, into, links] = await Promise.all([
    deps.complaints.entries(c.id),
    deps.complaints.memos(c.id),
    deps.complaints.viewers(c.id, now),
    deps.staff.ofOffice(c.office),
    Promise.all(c.merged.map((id) => numberOf(deps, id))),
    c.state.name === 'merged' ? numberOf(deps, c.state.into) : undefined,
    Promise.all(c.links.map((link) => titled(deps, by, link))),
  ]);
  return done(
    masked(
      matterFile(
        c,
        by,
        {
          entries,
          memos,
          viewers: viewers.filter((v) => v.id !== by.id),
          names: Object.fromEntries(staff.map((s) => [s.id, s.name])),
          merged: merged.filter((m) => m !== undefined),
          ...(into === undefined ? {} : { mergedInto: into }),
          links,
        },
        now,
      ),
    ),
  );
}

/** A person's own numbers stand masked, also where they typed them into their words; plates stay, officers work with them. */
function masked(file: MatterFile): MatterFile {
  const { what, said, wanted } = file.matter;
  return {
    ...file,
    matter: {
      ...file.matter,
      what: maskPersonal(what),
      ...(said === undefined ? {} : { said: maskPersonal(said) }),
      ...(wanted === undefined ? {} : { wanted: maskPersonal(wanted) }),
    },
    entries: file.entries.map((e) => (e.from === 'officer' ? e : { ...e, text: maskPersonal(e.text) })),
  };
}

async function numberOf(deps: Deps, id: ComplaintId): Promise<{ id: ComplaintId; number: string } | undefined> {
  const found = await deps.complaints.find(id);
  return found.ok ? { id, number: found.value.number } : undefined;
}

/** A link's words: a guide's name, another matter's number and title, a review's number. */
async function titled(
  deps: Deps,
  by: Officer,
  { to, id }: Complaint['links'][number],
): Promise<MatterFile['links'][number]> {
  if (to === 'guide') return { to, id, title: serviceById(id)?.nameZh ?? id };
  const other = to === 'case' ? ComplaintId.safeParse(id) : undefined;
  if (other?.success !== true) return { to, id, title: id };
  const found = await findMatterFor(deps, by, other.data);
  return { to, id, title: found.ok ? `${found.value.number} ${found.value.matter.title}` : id };
}
