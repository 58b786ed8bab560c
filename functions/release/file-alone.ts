/** An agent applies for the lender alone, with a court document: no owner comes, none is told, and the agent who hands it in has it. */
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { aloneShape, type FileAlone } from '../../models/release/lender-filing.ts';
import { isOver, type Release } from '../../models/release/release.ts';
import type { Deps } from '../deps.ts';
import { fileRelease } from './file-release.ts';
import { mandateStands } from './mandate-stands.ts';

export async function fileAlone(
  deps: Deps,
  by: Officer,
  { id, office, papers, ownerName, ...vehicle }: FileAlone,
): Promise<Outcome<{ id: Release['id']; number: string }>> {
  const stands = await mandateStands(deps, by.id, deps.now(), office);
  if (!stands.ok) return stands;
  const { lender } = stands.value;
  const known = await deps.releases.find(id);
  // An id is nobody's until something is filed under it.
  if (known.ok && known.value.lender?.lender !== lender.id) return refused('not-found', 'no such release');
  const same = known.ok ? undefined : await sameVehicle(deps, lender, vehicle);
  if (same !== undefined) return refused('wrong-state', `this release was applied for already: ${same.number}`);
  const { basis, sides, certificateWith } = aloneShape;
  const filed = await fileRelease(
    deps,
    {
      id,
      office: lender.office,
      channel: 'lender',
      language: 'zh',
      basis,
      sides: [...sides],
      owner: { name: ownerName, company: false },
      lender: lender.id,
      vehicle,
      certificateWith,
      notify: 'none',
      papers,
    },
    { phoneConfirmed: false, lenderName: lender.name, agent: { id: by.id, name: by.name } },
  );
  return filed.ok ? done({ id, number: filed.value.number }) : filed;
}

/** The same vehicle and contract, not over yet, whichever way it was applied for. */
async function sameVehicle(
  deps: Deps,
  { id, office }: { id: NonNullable<Release['lender']>['lender']; office: Release['office'] },
  { plate, certificate, contract }: Pick<Release['vehicle'], 'plate' | 'certificate' | 'contract'>,
): Promise<Release | undefined> {
  const known = await deps.releases.bySign('plate', plate, office);
  return known.find(
    (r) =>
      !isOver(r) && r.lender?.lender === id && r.vehicle.certificate === certificate && r.vehicle.contract === contract,
  );
}
