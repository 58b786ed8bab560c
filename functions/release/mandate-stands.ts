/** What a release asks about its lender and the lender's agent, at the moment it matters. */
import type { Mandate } from '../../models/access/mandate.ts';
import type { OfficeId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import { stopOf } from '../access/agent-standing.ts';
import type { Deps } from '../deps.ts';

/** `lender` is its record with the office where the release is done. */
export type StandingMandate = { lender: Lender; mandate: Mandate };

/**
 * May this agent act now, at this office (the account's own unless told)? Refuses with what stops it: the mandate is not yet valid, has
 * ended, was revoked, does not name the office; or the lender is not enrolled there.
 */
export async function mandateStands(
  deps: Pick<Deps, 'now' | 'staff' | 'lenders'>,
  agent: StaffId,
  now = deps.now(),
  office?: OfficeId,
): Promise<Outcome<StandingMandate>> {
  const person = await deps.staff.standing(agent);
  if (person?.active !== true || person.role !== 'agent') return refused('not-allowed', 'signed out');
  const stopped = await stopOf({ now: () => now, lenders: deps.lenders }, person);
  if (stopped !== undefined) return { ok: false, refusal: stopped };
  const { lender, mandate } = person;
  if (lender === undefined || mandate === undefined) return refused('not-allowed', 'signed out');
  const place = office ?? person.office;
  if (!mandate.offices.includes(place)) return refused('not-allowed', 'a mandate does not name that office');
  const own = await deps.lenders.find(lender);
  if (!own.ok) return own;
  if (own.value.office === place) return done({ lender: own.value, mandate });
  const there = await lenderEnrolled(deps, place, own.value.code);
  return there.ok ? done({ lender: there.value, mandate }) : there;
}

/** Is the body with this code approved at this office? */
export async function lenderEnrolled(
  deps: Pick<Deps, 'lenders'>,
  office: OfficeId,
  code: string,
): Promise<Outcome<Lender>> {
  const id = await deps.lenders.byCode(office, code);
  const found = id === undefined ? undefined : await deps.lenders.find(id);
  return found?.ok === true && found.value.state.name === 'approved'
    ? found
    : refused('not-allowed', 'the lender is not enrolled at this office');
}

/** Whom an owner may choose: name and kind are no secret, who applies or was suspended is. */
export async function enrolledLenders(
  deps: Pick<Deps, 'lenders'>,
  office: OfficeId,
): Promise<Pick<Lender, 'id' | 'name' | 'kind'>[]> {
  const all: Lender[] = [];
  let start: string | undefined;
  do {
    const page = await deps.lenders.ofState(office, 'approved', 100, start);
    all.push(...page.lenders);
    start = page.next;
  } while (start !== undefined);
  return all.map(({ id, name, kind }) => ({ id, name, kind })).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
