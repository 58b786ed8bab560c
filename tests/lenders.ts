/** Invented lenders and their agents for tests. */
import { addAgent } from '../functions/access/keep-agents.ts';
import { decideLender } from '../functions/release/decide-lender.ts';
import type { Deps } from '../functions/deps.ts';
import { newCodeSecret } from '../models/access/one-time-code.ts';
import type { Mandate } from '../models/access/mandate.ts';
import type { Officer } from '../models/access/staff.ts';
import { LenderId, StaffId, type OfficeId } from '../models/ids.ts';
import { enterLender } from '../models/release/lender-changes.ts';
import { creditCodeCheck } from '../models/release/credit-code.ts';
import type { Lender, LenderDetails } from '../models/release/lender.ts';
import { addDays, dayOf, type Day, type Instant } from '../models/time.ts';
import { officer } from './office-of-matters.ts';
import { hashed, secrets, signedIn } from './staff.ts';
import type { Caller } from './world.ts';

/** The nth invented credit code whose check digit holds. */
export function creditCode(n: number): string {
  const first17 = `91640100MA7${String(n).padStart(6, '0')}`;
  return `${first17}${creditCodeCheck(first17) ?? ''}`;
}
export const details = (over: Partial<LenderDetails> = {}): LenderDetails => ({
  name: '测试银行股份有限公司',
  code: creditCode(1),
  kind: 'bank',
  contact: { name: '马俊', phone: '13995000001' },
  licence: [],
  seal: [],
  ...over,
});
const photo = (n: number): LenderDetails['licence'][number] =>
  `01JABCDEFGHJKMNPQRSTVWXYZ${String(n)}` as LenderDetails['licence'][number];
/** Enough for an approval, as if the photos had arrived. */
export const papers = { licence: [photo(1)], seal: [photo(2)] };

export const manager = (office: OfficeId = 'yinchuan'): Officer => officer('陈', office, 'manager');

/** Handed in by itself, then approved. */
export async function enrolLender(
  deps: Deps,
  n: number,
  over: Partial<LenderDetails> = {},
  office: OfficeId = 'yinchuan',
): Promise<Lender> {
  const lender = enterLender(details({ code: creditCode(n), name: `测试银行${String(n)}号支行`, ...papers, ...over }), {
    id: LenderId.parse(deps.newId()),
    office,
    at: deps.now(),
  });
  const saved = await deps.lenders.save(lender);
  if (!saved.ok) throw new Error(saved.refusal.detail);
  const decided = await decideLender(deps, manager(office), { id: lender.id, version: 1, what: { act: 'approve' } });
  if (!decided.ok) throw new Error(decided.refusal.detail);
  const found = await deps.lenders.find(lender.id);
  if (!found.ok) throw new Error('not there');
  return found.value;
}

export const mandate = (now: Instant, from = -10, until = 100): Omit<Mandate, 'revokedAt'> => ({
  from: addDays(dayOf(now), from),
  until: addDays(dayOf(now), until),
  offices: ['yinchuan'],
  papers: [],
});

/** Added by the manager; with password and phone as if enrolled. */
export async function hireAgent(deps: Deps, lender: Lender, id: string, over: Partial<Mandate> = {}): Promise<void> {
  const added = await addAgent(deps, manager(lender.office), {
    id: lender.id,
    agent: StaffId.parse(id),
    name: `经办${id}`.slice(0, 20),
    phone: '13995000009',
    mandate: { ...mandate(deps.now()), offices: [lender.office] },
  });
  if (!added.ok) throw new Error(added.refusal.detail);
  const found = await deps.staff.find(StaffId.parse(id));
  if (!found.ok || found.value.mandate === undefined) throw new Error('not there');
  const { enrolment: _e, ...staff } = found.value;
  const totpSecret = newCodeSecret();
  secrets.set(id, totpSecret);
  const passwordHash = await hashed;
  const enrolled = await deps.staff.save({
    ...staff,
    totpSecret,
    passwordHash,
    mandate: { ...found.value.mandate, ...over },
  });
  if (!enrolled.ok) throw new Error(enrolled.refusal.detail);
}

export async function employAgent(
  deps: Deps,
  lender: Lender,
  id: string,
  over: Partial<Mandate> = {},
): Promise<Caller> {
  await hireAgent(deps, lender, id, over);
  return signedIn(id);
}

/** Another mandate takes the place of the present one, without the office's checks. */
export async function setMandate(deps: Deps, id: string, over: Partial<Mandate>): Promise<void> {
  const found = await deps.staff.find(StaffId.parse(id));
  if (!found.ok || found.value.mandate === undefined) throw new Error('not there');
  const saved = await deps.staff.save({ ...found.value, mandate: { ...found.value.mandate, ...over } });
  if (!saved.ok) throw new Error(saved.refusal.detail);
}

export const dayFrom = (now: Instant, days: number): Day => addDays(dayOf(now), days);
