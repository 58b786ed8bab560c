/** What of a matter is sealed: everything in somebody's own words and everything that names a person; what audit and figures need stays open. */
import type { Complaint } from '../complaint/complaint.ts';
import { openFields, sealFields, type Sealer } from './sealing.ts';
import type { Item } from './table.ts';

const SEALED = ['person', 'matter', 'code', 'proposal', 'rating', 'declineAsked', 'checklist'] as const;
/** Within the state, wherever it stands: the answer, the reasons. */
const STATE_SEALED = ['answer', 'decline'] as const;

export function sealMatter(c: Complaint, place: string, sealer: Sealer): Item {
  const record = sealFields(c, SEALED, place, sealer);
  const { state } = c;
  const how = 'how' in state ? { how: sealFields(state.how, STATE_SEALED as never, `${place}#how`, sealer) } : {};
  return { ...record, state: { ...sealFields(state, STATE_SEALED as never, `${place}#state`, sealer), ...how } };
}

export async function openMatter(record: Item, place: string, sealer: Sealer): Promise<Item> {
  const state = await openFields(record['state'] as Item, STATE_SEALED, `${place}#state`, sealer);
  const how = state['how'] as Item | undefined;
  return {
    ...(await openFields(record, SEALED, place, sealer)),
    state: how === undefined ? state : { ...state, how: await openFields(how, STATE_SEALED, `${place}#how`, sealer) },
  };
}
