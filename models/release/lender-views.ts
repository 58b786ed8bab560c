/** What each side may see of a lender. */
import type { ShownAgent, MandateStanding } from '../access/agent.ts';
import type { NoticeWishes } from '../aftermath/notice-wishes.ts';
import type { Mandate } from '../access/mandate.ts';
import { maskName, maskPhone } from '../conversation/masking.ts';
import type { LenderId, OfficeId, StaffId } from '../ids.ts';
import type { Instant } from '../time.ts';
import { creditCodeDoubt, type CreditCodeDoubt } from './credit-code.ts';
import type { Lender, LenderApplication, LenderDetails, LenderHappened, RevealReason } from './lender.ts';
import { missingFor } from './lender-changes.ts';

export type LenderRow = Pick<Lender, 'id' | 'version' | 'name' | 'code' | 'kind' | 'demo'> & {
  state: Lender['state']['name'];
  since: Instant;
  doubt?: CreditCodeDoubt;
};
type ShownDetails = Omit<LenderDetails, 'contact'> & {
  contact: { name: string; phone: string };
  doubt?: CreditCodeDoubt;
};
export type ShownLender = ShownDetails & {
  id: LenderId;
  version: number;
  office: OfficeId;
  state: Lender['state'];
  note?: string;
  since: Instant;
  demo: boolean;
  missing: ('licence' | 'seal')[];
  /** Whoever looks wrote some of it: somebody else approves. */
  ownEntry: boolean;
  history: LenderHappened[];
};
export type OpenedLender = {
  lender: ShownLender;
  agents: ShownAgent[];
  applications: (ShownDetails & { id: LenderId; at: Instant })[];
  /** Who looked at a whole number, and why; newest first. */
  reveals: RevealReason[];
};
/** What an agent sees of colleagues: who and until when, nothing to call them by. */
export type Colleague = { name: string; until: Mandate['until']; standing: MandateStanding; you: boolean };
export type OwnLender = {
  lender: Pick<Lender, 'id' | 'name' | 'code' | 'kind' | 'office' | 'demo'> & { officeName: string; since: Instant };
  /** Where the agent's cases may be: named by the mandate, the lender enrolled there. */
  places: OfficeId[];
  mandate: Mandate & { standing: MandateStanding; daysLeft: number };
  colleagues: Colleague[];
  /** How the one who looks is told. */
  wishes: NoticeWishes;
};

const doubtOf = (code: string): { doubt?: CreditCodeDoubt } => {
  const doubt = creditCodeDoubt(code);
  return doubt === undefined ? {} : { doubt };
};

export const lenderRow = ({ id, version, name, code, kind, demo, state, since }: Lender): LenderRow => ({
  id,
  version,
  name,
  code,
  kind,
  demo,
  state: state.name,
  since,
  ...doubtOf(code),
});

const shownDetails = ({ name, code, kind, contact, licence, seal }: LenderDetails): ShownDetails => ({
  name,
  code,
  kind,
  licence,
  seal,
  contact: { name: maskName(contact.name), phone: maskPhone(contact.phone) },
  ...doubtOf(code),
});

export const shownLender = (lender: Lender, to: StaffId): ShownLender => ({
  ...shownDetails(lender),
  id: lender.id,
  version: lender.version,
  office: lender.office,
  state: lender.state,
  ...(lender.note === undefined ? {} : { note: lender.note }),
  since: lender.since,
  demo: lender.demo,
  missing: missingFor(lender),
  ownEntry: lender.enteredBy.includes(to),
  history: lender.history,
});

export const shownApplication = ({ id, at, details }: LenderApplication): OpenedLender['applications'][number] => ({
  ...shownDetails(details),
  id,
  at,
});
