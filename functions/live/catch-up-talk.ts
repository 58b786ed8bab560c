/** After a change: the talk knows it already, unless the function that wrote it died in between. */
import type { LiveId } from '../../models/ids.ts';
import type { Deps } from '../deps.ts';
import { markTalk } from './change-live.ts';

export async function catchUpTalk(deps: Deps, id: LiveId): Promise<void> {
  const found = await deps.live.find(id);
  if (found.ok) await markTalk(deps, found.value);
}
