/** The phone that a side has with it in the call: the owner's from the application, the agent's from the lender's registration. */
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Side } from '../../models/release/parties.ts';
import type { Release } from '../../models/release/release.ts';
import type { Deps } from '../deps.ts';

export async function callPhoneOf(
  deps: Pick<Deps, 'staff'>,
  { owner, lender }: Pick<Release, 'owner' | 'lender'>,
  side: Side,
): Promise<Outcome<string>> {
  if (side === 'owner')
    return owner.phone === undefined ? refused('wrong-state', 'the owner does not take part') : done(owner.phone);
  if (lender?.agent === undefined) return refused('wrong-state', 'no agent of the lender has taken this on yet');
  const agent = await deps.staff.find(lender.agent.id);
  if (!agent.ok) return agent;
  const { phone } = agent.value;
  return phone === undefined ? refused('wrong-state', 'no phone is filed for this agent') : done(phone);
}
