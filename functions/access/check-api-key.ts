/** Whether a program may hand in something for an office: by its key, and not more often than agreed. */
import { opensWith, partsOfApiKey, type ApiKey } from '../../models/access/api-key.ts';
import type { OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import { msOf } from '../../models/time.ts';
import type { Deps } from '../deps.ts';

/** Wrong keys from one place in ten minutes: more is somebody trying them out. */
const WRONG_PER_ADDRESS = 30;

/** Every wrong key is answered alike. Refuses `too-many` beyond the agreed number an hour. */
export async function checkApiKey(
  deps: Deps,
  shown: string | undefined,
  office: OfficeId,
  address: string,
): Promise<Outcome<ApiKey>> {
  const nowMs = msOf(deps.now());
  const parts = shown === undefined ? undefined : partsOfApiKey(shown);
  const key = parts === undefined ? undefined : await deps.apiKeys.find(parts.id);
  if (key === undefined || parts === undefined || !opensWith(key, parts.secret) || key.office !== office) {
    const wrong = await deps.limits.use(`api-key-wrong#${address}`, 600, nowMs);
    return wrong > WRONG_PER_ADDRESS
      ? refused('too-many', 'too many wrong keys from one place')
      : refused('not-allowed', 'no valid key for this office');
  }
  const used = await deps.limits.use(`api-key#${key.id}`, 3600, nowMs);
  return used > key.perHour ? refused('too-many', 'more reports than agreed with this key') : done(key);
}
