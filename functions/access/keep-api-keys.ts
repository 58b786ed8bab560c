/** An operator hands out keys to other bodies' programs and takes them back. */
import { randomBytes } from 'node:crypto';
import { newApiKey, revoke, shownApiKey, type IssueApiKey, type ShownApiKey } from '../../models/access/api-key.ts';
import { maySee } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Deps } from '../deps.ts';

/** `secret` is shown this once and can never be read again. */
export async function issueApiKey(
  deps: Deps,
  by: Officer,
  { client, perHour }: IssueApiKey,
): Promise<Outcome<{ key: ShownApiKey; secret: string }>> {
  const { key, shown } = newApiKey(
    { id: deps.newId(), office: by.office, client, perHour, issuedAt: deps.now(), issuedBy: by.id },
    randomBytes(32).toString('base64url'),
  );
  return (await deps.apiKeys.save(key))
    ? done({ key: shownApiKey(key), secret: shown })
    : refused('stale', 'two keys at once');
}

export async function listApiKeys(deps: Deps, by: Officer): Promise<Outcome<{ keys: ShownApiKey[] }>> {
  return done({ keys: (await deps.apiKeys.ofOffice(by.office)).map(shownApiKey) });
}

/** From the next request on it opens nothing. */
export async function revokeApiKey(deps: Deps, by: Officer, { id }: { id: string }): Promise<Outcome<void>> {
  const found = await deps.apiKeys.find(id);
  if (found === undefined || !maySee(by, found.office)) return refused('not-found', 'no such key');
  const revoked = revoke(found, by.id, deps.now());
  if (!revoked.ok) return revoked;
  return (await deps.apiKeys.save(revoked.value)) ? done(undefined) : refused('stale', 'somebody else was first');
}
