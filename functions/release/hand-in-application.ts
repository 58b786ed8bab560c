/** The way of an owner's application from the form to the file: written, phone confirmed, looked over, filed. */
import {
  applicationFrom,
  asksLender,
  counterReason,
  faultsOfCar,
  faultsOfWho,
  type ApplicationFault,
} from '../../models/release/application-form.ts';
import { phoneIsConfirmed, type ApplicationDraft } from '../../models/release/application-draft.ts';
import { plainPhone } from '../../models/complaint/report-form.ts';
import { DeliveryId, OfficeId, type ReleaseId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { isOver, type Release } from '../../models/release/release.ts';
import { checkPhoneCode } from '../access/check-phone-code.ts';
import type { Deps } from '../deps.ts';
import { fileRelease } from './file-release.ts';
import { enrolledLenders } from './mandate-stands.ts';
import { takeOverBookings } from './own-appointment.ts';

export type Lenders = Awaited<ReturnType<typeof enrolledLenders>>;

/** What stands between the draft and the check page. */
export type Standing =
  | { at: 'who' | 'car'; faults: ApplicationFault[] }
  | { at: 'counter'; why: NonNullable<ReturnType<typeof counterReason>> }
  | { at: 'phone'; phone: string }
  | { at: 'check'; lenderName: string | undefined };

export async function standingOf(deps: Deps, draft: ApplicationDraft): Promise<Standing> {
  const { typed } = draft;
  const faults = faultsOfWho(typed);
  if (faults.length > 0) return { at: 'who', faults };
  const lenders = await enrolledLenders(deps, OfficeId.parse(typed.office));
  const why = counterReason(typed);
  if (why !== undefined) return { at: 'counter', why };
  const missing = faultsOfCar(
    typed,
    lenders.map(({ id }) => id),
  );
  if (missing.length > 0) return { at: 'car', faults: missing };
  const phone = plainPhone(typed.phone ?? '');
  if (!phoneIsConfirmed(draft, phone, deps.now())) return { at: 'phone', phone };
  return {
    at: 'check',
    lenderName: asksLender(typed) ? lenders.find(({ id }) => id === typed.lender)?.name : undefined,
  };
}

/** Files it, if nothing stands in the way any more. Twice at once is one release. */
export async function handInApplication(
  deps: Deps,
  id: ReleaseId,
  language: 'zh' | 'en',
): Promise<Outcome<Standing | { at: 'filed'; release: Release }>> {
  // In this order: a release stands before its draft goes, so whoever comes while it is filed finds one of the two.
  const draft = await deps.applicationDrafts.find(id, deps.now());
  const filed = await deps.releases.find(id);
  if (filed.ok) {
    if (draft !== undefined) await deps.applicationDrafts.remove(id);
    return withBookings(deps, filed.value);
  }
  if (draft === undefined) return refused('not-found', 'no such draft');
  const standing = await standingOf(deps, draft);
  if (standing.at !== 'check') return done(standing);
  const release = await fileRelease(deps, applicationFrom(id, draft.typed, draft.photos, language), {
    phoneConfirmed: true,
    lenderName: standing.lenderName,
  });
  if (!release.ok) return release;
  // What it held is in the release now; a second copy of somebody's words is kept nowhere.
  await deps.applicationDrafts.remove(id);
  return withBookings(deps, release.value);
}

/** Also when it was filed before: the process may have died between filing and this. */
async function withBookings(deps: Deps, release: Release): Promise<Outcome<{ at: 'filed'; release: Release }>> {
  const taken = await takeOverBookings(deps, release.id);
  return taken.ok ? done({ at: 'filed', release }) : taken;
}

/** A release of the same vehicle that this confirmed phone has already, also one that the lender filed; undefined unless confirmed. */
export async function sameRelease(deps: Deps, draft: ApplicationDraft): Promise<Release | undefined> {
  const standing = await standingOf(deps, draft);
  if (standing.at !== 'check') return undefined;
  const { vehicle, owner, office } = applicationFrom(draft.id, draft.typed, {}, 'zh');
  if (owner.phone === undefined) return undefined;
  const known = await deps.releases.bySign('phone', owner.phone, office);
  return known.find((r) => r.id !== draft.id && !isOver(r) && r.vehicle.plate === vehicle.plate);
}

/** The code that was sent to the draft's phone. Pressed twice, also at once, it opens the same draft. */
export async function confirmApplicationPhone(deps: Deps, id: ReleaseId, code: string): Promise<Outcome<void>> {
  const draft = await deps.applicationDrafts.find(id, deps.now());
  if (draft?.typed.phone === undefined) return filedMeanwhile(deps, id);
  const phone = plainPhone(draft.typed.phone);
  if (phoneIsConfirmed(draft, phone, deps.now())) return done(undefined);
  const fits = await checkPhoneCode(deps, { phone, use: 'release', code, by: DeliveryId.parse(id) });
  if (!fits.ok) return fits;
  const noted = await deps.applicationDrafts.confirm(id, { phone, at: deps.now() });
  return noted ? done(undefined) : filedMeanwhile(deps, id);
}

const filedMeanwhile = async (deps: Deps, id: ReleaseId): Promise<Outcome<void>> =>
  (await deps.releases.find(id)).ok ? done(undefined) : refused('not-found', 'no such draft');
