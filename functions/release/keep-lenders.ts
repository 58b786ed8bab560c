/** The office enters its lenders, changes them, and takes over what was handed in under a code that is known. */
import type { Officer } from '../../models/access/staff.ts';
import { LenderId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { ChangeLender, RegisterLender, TakeOverApplication } from '../../models/release/lender-requests.ts';
import { changeLender as changed, enterLender } from '../../models/release/lender-changes.ts';
import { shownLender, type ShownLender } from '../../models/release/lender-views.ts';
import type { Deps } from '../deps.ts';
import { lenderAsSeen, photosArrived } from './find-lender.ts';

type Shown = Outcome<{ lender: ShownLender }>;

/** A code that has a lender here is refused with that lender's id, so that the page leads there. */
export async function registerLender(
  deps: Deps,
  by: Officer,
  wanted: RegisterLender,
): Promise<Shown & { known?: LenderId }> {
  const lender = enterLender(
    { ...wanted, licence: [], seal: [] },
    { id: LenderId.parse(deps.newId()), office: by.office, at: deps.now(), by: by.id },
  );
  const saved = await deps.lenders.save(lender);
  if (saved.ok) return done({ lender: shownLender(saved.value, by.id) });
  const known = await deps.lenders.byCode(by.office, wanted.code);
  return { ...saved, ...(known === undefined ? {} : { known }) };
}

export async function changeLender(deps: Deps, by: Officer, { id, version, ...wanted }: ChangeLender): Promise<Shown> {
  const found = await lenderAsSeen(deps, by, { id, version });
  if (!found.ok) return found;
  const before = found.value;
  const arrived = await photosArrived(
    deps,
    id,
    [...wanted.licence, ...wanted.seal],
    [...before.licence, ...before.seal],
  );
  if (!arrived.ok) return arrived;
  const next = changed(before, { ...wanted, contact: wanted.contact ?? before.contact }, { at: deps.now(), by: by.id });
  if (!next.ok) return next;
  const saved = await deps.lenders.save(next.value, before);
  return saved.ok ? done({ lender: shownLender(saved.value, by.id) }) : saved;
}

/** The particulars of a later application take the place of the record's; a manager looks at them anew. */
export async function takeOverApplication(
  deps: Deps,
  by: Officer,
  { id, version, application }: TakeOverApplication,
): Promise<Shown> {
  const found = await lenderAsSeen(deps, by, { id, version });
  if (!found.ok) return found;
  const handedIn = (await deps.lenders.applications(id)).find((one) => one.id === application);
  if (handedIn === undefined) return refused('not-found', 'no such application');
  const next = changed(found.value, handedIn.details, { at: deps.now(), by: by.id });
  if (!next.ok) return next;
  const saved = await deps.lenders.save(next.value, found.value);
  if (!saved.ok) return saved;
  await deps.lenders.dropApplication(id, application);
  return done({ lender: shownLender(saved.value, by.id) });
}
