/** Puts something that a manager has to see to into the list of each manager of the office; an open console shows it at once. */
import type { ShownMention } from '../../../models/conversation/mention.ts';
import type { OfficeId } from '../../../models/ids.ts';
import { tellMentioned } from '../../conversation/tell-mentioned.ts';
import type { Deps } from '../../deps.ts';
import type { Tried } from './tellers.ts';

export async function tellManagers(deps: Deps, office: OfficeId, what: ShownMention): Promise<Tried> {
  const managers = (await deps.staff.ofOffice(office)).filter(({ active, role }) => active && role === 'manager');
  if (managers.length === 0) return 'no-manager';
  const mentions = managers.map(({ id: to }) => ({ ...what, to }));
  await deps.mentions.add(mentions);
  await tellMentioned(deps, office, mentions);
  return 'sent';
}
