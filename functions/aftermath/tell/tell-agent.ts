/** Tells a lender's agent by short message, and the managers of the office at their desks, that a mandate ends. */
import { noticeId } from '../../../models/aftermath/notice-about.ts';
import { daysLeft, mandateFault } from '../../../models/access/mandate.ts';
import type { Staff } from '../../../models/access/staff.ts';
import { agentMessage } from '../../../models/phrasebook/agent-notices.ts';
import type { Notice } from '../../../models/aftermath/notice.ts';
import type { Deps } from '../../deps.ts';
import { sendToPhone } from './hand-over.ts';
import { tellManagers } from './tell-managers.ts';
import type { Teller, Tried } from './tellers.ts';

export const tellAgent: Teller<'agent'> = async (deps, notice) => {
  const found = await deps.staff.find(notice.about.id);
  if (!found.ok || !ends(found.value, notice, deps)) return 'dropped';
  const agent = found.value;
  return notice.about.to === 'self' ? tellSelf(deps, notice, agent) : tellDesk(deps, notice, agent);
};

/** The same mandate, still standing: one that was renewed or revoked meanwhile ends differently. */
function ends({ active, mandate }: Staff, { version }: Notice, deps: Deps): boolean {
  if (!active || mandate === undefined || mandateFault(mandate, deps.now()) !== undefined) return false;
  return Number(mandate.until.replaceAll('-', '')) === version;
}

async function tellSelf(deps: Deps, notice: Notice, { phone, mandate, lender }: Staff): Promise<Tried> {
  const own = lender === undefined ? undefined : await deps.lenders.find(lender);
  if (mandate === undefined || own?.ok !== true) return 'dropped';
  return sendToPhone(deps, notice, phone, agentMessage(mandate.until, own.value.name, deps.origin));
}

async function tellDesk(deps: Deps, notice: Notice, { name, mandate, lender }: Staff): Promise<Tried> {
  if (mandate === undefined || lender === undefined) return 'dropped';
  return tellManagers(deps, notice.office, {
    key: `${notice.at}#${noticeId(notice)}`,
    at: notice.at,
    of: 'lender',
    id: lender,
    number: String(daysLeft(mandate, deps.now())),
    byName: name,
    why: 'mandate-ends',
  });
}
