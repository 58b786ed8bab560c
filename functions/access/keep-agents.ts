/** A manager lets a lender's agents in: on the paper that names them, with a one-time code, until the paper ends or is revoked. */
import { openAgent, renewMandate, revokeMandate, shownAgent, type ShownAgent } from '../../models/access/agent.ts';
import { resetAccount } from '../../models/access/account.ts';
import { mandateFault, mandateWarnings, type Mandate } from '../../models/access/mandate.ts';
import type { Officer, Staff } from '../../models/access/staff.ts';
import type { LenderId, StaffId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Lender } from '../../models/release/lender.ts';
import { agentAdded } from '../../models/release/lender-changes.ts';
import type { ActOnAgent, AddAgent, WantedMandate } from '../../models/release/lender-requests.ts';
import { addDays, dayOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { findLenderFor, photosArrived } from '../release/find-lender.ts';
import { endSessions } from './end-sessions.ts';
import { newEnrolmentCode, newKeys } from './enrolment-code.ts';

/** `code` is shown this once; afterwards only its digest is known. */
export type AgentEnrolled = { agent: ShownAgent; code?: string };

export async function addAgent(
  deps: Deps,
  by: Officer,
  { id, agent, name, phone, mandate }: AddAgent,
): Promise<Outcome<AgentEnrolled>> {
  const found = await findLenderFor(deps, by, id);
  if (!found.ok) return found;
  if (found.value.state.name !== 'approved')
    return refused('wrong-state', 'a lender that is not approved has no agents');
  const good = await goodMandate(deps, found.value, mandate, []);
  if (!good.ok) return good;
  const code = newEnrolmentCode(deps);
  const act = { at: deps.now(), by: by.id };
  const opened = openAgent({ id: agent, name, phone, mandate }, found.value, newKeys(deps, code), act);
  const saved = await deps.staff.save(opened);
  if (!saved.ok) return refused('bad-input', 'this sign-in name is taken');
  await noteOnLender(deps, id, agent, act);
  return shown(deps, saved.value, code);
}

export async function actOnAgent(
  deps: Deps,
  by: Officer,
  { id, agent, version, what }: ActOnAgent,
): Promise<Outcome<AgentEnrolled>> {
  const lender = await findLenderFor(deps, by, id);
  if (!lender.ok) return lender;
  const found = await deps.staff.find(agent);
  if (!found.ok || found.value.lender !== id) return refused('not-found', 'no such agent');
  const staff = found.value;
  if (staff.version !== version) return refused('stale', 'somebody else changed this agent first');
  if (what.act === 'renew') {
    const good = await goodMandate(deps, lender.value, what.mandate, staff.mandate?.papers ?? []);
    if (!good.ok) return good;
  }
  const code = what.act === 'reset' ? newEnrolmentCode(deps) : undefined;
  const act = { at: deps.now(), by: by.id };
  const changed =
    what.act === 'renew'
      ? renewMandate(staff, what.mandate, act)
      : what.act === 'revoke'
        ? revokeMandate(staff, act)
        : resetAccount(staff, newKeys(deps, code ?? ''), act);
  if (!changed.ok) return changed;
  const saved = await deps.staff.save(changed.value);
  if (!saved.ok) return saved;
  if (saved.value.generation !== staff.generation) await endSessions(deps, saved.value);
  return shown(deps, saved.value, code);
}

/** Mandates that end within thirty days, and those that ended within the last thirty: whoever is not renewed is asked about. */
export async function listEndingMandates(
  deps: Deps,
  by: Officer,
): Promise<Outcome<{ agents: (ShownAgent & { lenderName: string })[] }>> {
  const today = dayOf(deps.now());
  const { early } = mandateWarnings;
  const staff = await deps.staff.mandatesEnding(by.office, addDays(today, -early), addDays(today, early), 100);
  const lenders = [...new Set(staff.flatMap(({ lender }) => lender ?? []))];
  const names = new Map(
    await Promise.all(
      lenders.map(async (id) => {
        const lender = await deps.lenders.find(id);
        return [id, lender.ok ? lender.value.name : ''] as const;
      }),
    ),
  );
  return done({
    agents: staff.flatMap((one) => {
      const agent = shownAgent(one, deps.now());
      return agent === undefined ? [] : [{ ...agent, lenderName: names.get(agent.lender) ?? '' }];
    }),
  });
}

async function goodMandate(
  deps: Deps,
  lender: Lender,
  mandate: WantedMandate,
  before: Mandate['papers'],
): Promise<Outcome<void>> {
  if (mandate.until < mandate.from || mandateFault(mandate, deps.now()) === 'expired')
    return refused('bad-input', 'a mandate ends after it begins, and not in the past');
  if (!mandate.offices.includes(lender.office))
    return refused('bad-input', 'a mandate names the office it is shown at');
  return photosArrived(deps, lender.id, mandate.papers, before);
}

/** The agent is there already; that the lender's own history says so too may take another try, and is given up after a few. */
async function noteOnLender(
  deps: Deps,
  id: LenderId,
  agent: StaffId,
  act: Parameters<typeof agentAdded>[2],
): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const found = await deps.lenders.find(id);
    if (!found.ok) return;
    if ((await deps.lenders.save(agentAdded(found.value, agent, act), found.value)).ok) return;
  }
}

function shown(deps: Deps, staff: Staff, code?: string): Outcome<AgentEnrolled> {
  const agent = shownAgent(staff, deps.now());
  return agent === undefined
    ? refused('not-found', 'no such agent')
    : done({ agent, ...(code === undefined ? {} : { code }) });
}
