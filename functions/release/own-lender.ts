/** An agent sees the own lender, the own mandate and colleagues; nothing of any other lender. */
import { mandateStanding } from '../../models/access/agent.ts';
import { daysLeft } from '../../models/access/mandate.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { OfficeId } from '../../models/ids.ts';
import { officeOf } from '../../models/office/offices.ts';
import { done, type Outcome } from '../../models/outcome.ts';
import type { OwnLender } from '../../models/release/lender-views.ts';
import type { Deps } from '../deps.ts';
import { lenderEnrolled, mandateStands, type StandingMandate } from './mandate-stands.ts';

/** Offices that the mandate names and that have the lender enrolled. */
async function placesOf(deps: Deps, { lender, mandate }: StandingMandate): Promise<OfficeId[]> {
  const enrolled = await Promise.all(
    mandate.offices.map(
      async (office) => office === lender.office || (await lenderEnrolled(deps, office, lender.code)).ok,
    ),
  );
  return mandate.offices.filter((_, i) => enrolled[i] === true);
}

export async function ownLender(deps: Deps, by: Officer): Promise<Outcome<OwnLender>> {
  const stands = await mandateStands(deps, by.id);
  if (!stands.ok) return stands;
  const { lender, mandate } = stands.value;
  const now = deps.now();
  const { id, name, code, kind, office, demo, since } = lender;
  const [agents, places] = await Promise.all([deps.staff.agentsOf(id), placesOf(deps, stands.value)]);
  const wishes = agents.find((agent) => agent.id === by.id)?.wishes;
  return done({
    wishes: wishes ?? { onlyDue: false },
    lender: { id, name, code, kind, office, demo, since, officeName: officeOf(office).nameZh },
    places,
    mandate: { ...mandate, standing: mandateStanding(mandate, now), daysLeft: daysLeft(mandate, now) },
    colleagues: agents
      .flatMap((agent) =>
        agent.active && agent.mandate !== undefined
          ? [
              {
                name: agent.name,
                until: agent.mandate.until,
                standing: mandateStanding(agent.mandate, now),
                you: agent.id === by.id,
              },
            ]
          : [],
      )
      .sort((a, b) => Number(b.you) - Number(a.you) || a.name.localeCompare(b.name, 'zh-CN')),
  });
}
